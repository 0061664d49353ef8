// Runs children, one after another with a seed of its own each, until the time is up.
import { runChild } from './runner'
import { add } from './tally'
import type { Failure, RunnerOptions } from './runner'

export interface SoakOptions extends Pick<RunnerOptions, 'script' | 'env' | 'deadline' | 'modes'> {
  readonly seconds: number
  /** Of the first child; each further child has the next one. */
  readonly seed: number
  /** Ends at the first failure. */
  readonly stopsAtFailure?: boolean
  /** Is called after each child. */
  readonly onProgress?: (summary: Summary) => void
}

export interface Summary {
  readonly seeds: number
  readonly sequences: number
  readonly commands: number
  readonly tally: Readonly<Record<string, number>>
  readonly failures: readonly Failure[]
}

const sequencesOfChild = 100
export const maxCommands = 40

export async function soak(options: SoakOptions): Promise<Summary> {
  const { seconds, seed, stopsAtFailure = false, onProgress, ...child } = options
  const end = performance.now() + seconds * 1_000
  const tally: Record<string, number> = {}
  const failures: Failure[] = []
  let summary: Summary = { seeds: 0, sequences: 0, commands: 0, tally, failures }
  for (;;) {
    const time = Math.max(0, end - performance.now())
    const { seeds, sequences, commands } = summary
    if (time === 0 || (stopsAtFailure && failures.length > 0)) return summary
    const outcome = await runChild({
      ...child,
      seed: seed + seeds,
      sequences: sequencesOfChild,
      maxCommands,
      time,
    })
    add(outcome.tally, tally)
    if (outcome.failure) failures.push(outcome.failure)
    summary = {
      seeds: seeds + 1,
      tally,
      failures,
      sequences: sequences + outcome.sequences,
      commands: commands + outcome.commands,
    }
    onProgress?.(summary)
  }
}

/** The numbers of a summary, as text. */
export function textOf({ seeds, sequences, commands, tally, failures }: Summary): string {
  const outcomes = Object.entries(tally).sort(([, a], [, b]) => b - a)
  const crashes = failures.filter(({ isCrash }) => isCrash).length
  return [
    `${seeds} seeds, ${sequences} sequences, ${commands} commands`,
    ...outcomes.map(([outcome, count]) => `  ${String(count).padStart(8)} ${outcome}`),
    `${crashes} crashes or hangs, ${failures.length - crashes} other failures`,
  ].join('\n')
}
