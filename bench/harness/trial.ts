// The parts of a trial. Each trial is a file of bench/trials, and an entry in trials/index.ts.
import type { Implementation } from './implementations'

/** The figures of one run of one competitor: metric -> value in the unit that the trial names. */
export type Figures = Readonly<Record<string, number>>

/** Something that is measured against the others of its trial. */
export interface Competitor {
  readonly name: string
  /** The software that must be installed. */
  readonly implementation: Implementation
  /**
   * One run, in processes of its own.
   *
   * @param scratch an empty directory, removed afterwards
   */
  run(scratch: string): Promise<Figures>
}

/** The bound for a metric of one competitor. */
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
  /** One sentence about what is measured. */
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
   * Makes the files that all runs share, such as content.
   *
   * @param directory to put it in; removed after the trial
   */
  competitors(parameters: Parameters, directory: string): Promise<readonly Competitor[]>
}
