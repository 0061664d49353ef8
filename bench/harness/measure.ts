// Runs a trial. Repetitions are interleaved (A B C A B C ...), so that other work of the machine
// affects all competitors alike, and ratios are taken within a repetition.
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { judge, summarize, type Summary, type Verdict } from './statistics'
import type { Competitor, Figures, Trial } from './trial'

export interface Options {
  readonly smoke: boolean
  readonly repetitions: number | undefined
  readonly log: (text: string) => void
  /** How this machine was, to be kept with the results. */
  readonly remark?: string | undefined
  /** In place of the trial's own. */
  readonly parameters?: unknown
  /** Only these. */
  readonly competitors?: readonly string[]
}

export interface TrialResult {
  readonly measures: string
  readonly parameters: unknown
  readonly repetitions: number
  /** How the machine was. */
  readonly remark?: string | undefined
  /** Competitor -> metric -> summary of its runs. */
  readonly competitors: Readonly<Record<string, Readonly<Record<string, Summary>>>>
  readonly verdicts: readonly Verdict[]
  /** Competitors that are not installed. */
  readonly skipped: readonly string[]
}

export type Runs = ReadonlyMap<string, readonly Figures[]>

async function runOnce(competitor: Competitor, directory: string): Promise<Figures> {
  const scratch = join(directory, 'scratch')
  await mkdir(scratch)
  try {
    return await competitor.run(scratch)
  } finally {
    await rm(scratch, { recursive: true })
  }
}

async function runAll(
  competitors: readonly Competitor[],
  repetitions: number,
  directory: string,
  log: Options['log'],
): Promise<Runs> {
  const runs = new Map(competitors.map(({ name }): [string, Figures[]] => [name, []]))
  for (let repetition = 1; repetition <= repetitions; repetition++) {
    for (const competitor of competitors) {
      log(`  ${repetition}/${repetitions} ${competitor.name}`)
      runs.get(competitor.name)?.push(await runOnce(competitor, directory))
    }
  }
  return runs
}

function split(competitors: readonly Competitor[]): { present: Competitor[]; skipped: string[] } {
  const present = competitors.filter(({ implementation }) => implementation.version() !== null)
  const skipped = competitors.filter((competitor) => !present.includes(competitor))
  return { present, skipped: skipped.map(({ name }) => name) }
}

export async function measure(trial: Trial, options: Options): Promise<TrialResult> {
  const parameters = options.parameters ?? (options.smoke ? trial.smoke : trial.full)
  const repetitions = options.repetitions ?? (options.smoke ? 1 : (trial.repetitions ?? 5))
  const directory = await mkdtemp(join(tmpdir(), 'libtorrent-bench-'))
  try {
    options.log(`${trial.name}: ${trial.measures}`)
    const all = await trial.competitors(parameters, directory)
    const chosen = all.filter(({ name }) => options.competitors?.includes(name) ?? true)
    const { present, skipped } = split(chosen)
    for (const name of skipped) options.log(`  ${name} is not installed: skipped`)
    const runs = await runAll(present, repetitions, directory, options.log)
    return {
      measures: trial.measures,
      parameters,
      repetitions,
      remark: options.remark,
      skipped,
      competitors: summarize(runs, trial.units),
      verdicts: trial.targets.map((target) => judge(target, trial.units, runs)),
    }
  } finally {
    await rm(directory, { recursive: true })
  }
}
