// What a trial is. One file of bench/trials each; another trial is one more entry in trials/index.ts.
import type { Peer } from './peers'

/** What one run of one competitor gave: metric -> value in the unit that the trial names. */
export type Figures = Readonly<Record<string, number>>

/** Something that is measured against the others of its trial. */
export interface Competitor {
  readonly name: string
  /** What must be installed for it. */
  readonly peer: Peer
  /**
   * One run, in processes of its own.
   *
   * @param scratch an empty directory, removed afterwards
   */
  run(scratch: string): Promise<Figures>
}

/** What a metric of one competitor is held against. */
export interface Target {
  readonly metric: string
  readonly of: string
  /** The competitor that it is compared with; without one the figure itself is held to the bound. */
  readonly to?: string
  /** Compared by its quotient with the other's figure (default) or by its difference. */
  readonly by?: 'ratio' | 'difference'
  readonly atMost?: number
  readonly atLeast?: number
}

export interface Trial<Parameters = unknown> {
  readonly name: string
  /** What is measured, in a sentence. */
  readonly measures: string
  /** Metric -> unit. */
  readonly units: Readonly<Record<string, string>>
  readonly full: Parameters
  /** So small that it shows only that everything runs. */
  readonly smoke: Parameters
  /** How often each competitor runs without `--repetitions`. Default: 5. */
  readonly repetitions?: number
  readonly targets: readonly Target[]
  /**
   * Makes what all runs share, such as content.
   *
   * @param directory to put it in; removed after the trial
   */
  competitors(parameters: Parameters, directory: string): Promise<readonly Competitor[]>
}
