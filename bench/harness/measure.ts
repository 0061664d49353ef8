// Runs a trial. Repetitions are interleaved (A B C A B C ...), so that whatever else the machine does
// meets everybody alike, and ratios are taken within a repetition.
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { judge, summarize, type Summary, type Verdict } from './statistics'
import type { Contender, Figures, Trial } from './trial'

export interface Options {
  readonly smoke: boolean
  readonly repetitions: number | undefined
  readonly say: (text: string) => void
  /** In place of the trial's own. */
  readonly parameters?: unknown
  /** Only these. */
  readonly contenders?: readonly string[]
}

export interface TrialResult {
  readonly measures: string
  readonly parameters: unknown
  readonly repetitions: number
  /** Contender -> metric -> what its runs gave. */
  readonly contenders: Readonly<Record<string, Readonly<Record<string, Summary>>>>
  readonly verdicts: readonly Verdict[]
  /** What isn't installed. */
  readonly skipped: readonly string[]
}

export type Runs = ReadonlyMap<string, readonly Figures[]>

async function runOnce(contender: Contender, directory: string): Promise<Figures> {
  const scratch = join(directory, 'scratch')
  await mkdir(scratch)
  try {
    return await contender.run(scratch)
  } finally {
    await rm(scratch, { recursive: true })
  }
}

async function runAll(
  contenders: readonly Contender[],
  repetitions: number,
  directory: string,
  say: Options['say'],
): Promise<Runs> {
  const runs = new Map(contenders.map(({ name }): [string, Figures[]] => [name, []]))
  for (let repetition = 1; repetition <= repetitions; repetition++) {
    for (const contender of contenders) {
      say(`  ${repetition}/${repetitions} ${contender.name}`)
      runs.get(contender.name)?.push(await runOnce(contender, directory))
    }
  }
  return runs
}

function split(contenders: readonly Contender[]): { present: Contender[]; skipped: string[] } {
  const present = contenders.filter(({ peer }) => peer.version() !== null)
  const skipped = contenders.filter((contender) => !present.includes(contender))
  return { present, skipped: skipped.map(({ name }) => name) }
}

export async function measure(trial: Trial, options: Options): Promise<TrialResult> {
  const parameters = options.parameters ?? (options.smoke ? trial.smoke : trial.full)
  const repetitions = options.repetitions ?? (options.smoke ? 1 : (trial.repetitions ?? 5))
  const directory = await mkdtemp(join(tmpdir(), 'libtorrent-bench-'))
  try {
    options.say(`${trial.name}: ${trial.measures}`)
    const all = await trial.contenders(parameters, directory)
    const chosen = all.filter(({ name }) => options.contenders?.includes(name) ?? true)
    const { present, skipped } = split(chosen)
    for (const name of skipped) options.say(`  ${name} is not installed: skipped`)
    const runs = await runAll(present, repetitions, directory, options.say)
    return {
      ...{ measures: trial.measures, parameters, repetitions, skipped },
      contenders: summarize(runs, trial.units),
      verdicts: trial.targets.map((target) => judge(target, trial.units, runs)),
    }
  } finally {
    await rm(directory, { recursive: true })
  }
}
