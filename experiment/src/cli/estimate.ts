import { conditionOf, type Plan, type Step } from '../plan/plan'
import { formatDuration } from '../util/units'

/** An iteration takes as long as its bytes and this many more: it has to be made ready, verified and cleared. */
const fixedCost = 10e6

interface Work {
  /** Of one iteration of the step. */
  readonly ofOne: number
  /** Of all that are still to be carried out. */
  left: number
  /** What was carried out while this process measured how long it takes. */
  done: number
  /** Milliseconds of that. */
  time: number
}

/** The iteration that goes on. */
export interface Current {
  /** Index into the steps of the plan. */
  readonly step: number
  /** That have arrived, at all peers together. */
  readonly bytes: number
  /** Milliseconds that it has taken. */
  readonly time: number
}

/** How much of a run is done, and how long the rest will take: by the bytes that iterations transfer. */
export class Estimate {
  /** All work of the plan, in bytes. */
  readonly total: number
  readonly #steps: readonly Work[]

  constructor(plan: Plan) {
    this.#steps = plan.steps.map((step) => {
      const ofOne = bytesOf(plan, step) + fixedCost
      return { ofOne, left: (step.iterations + step.warmUps) * ofOne, done: 0, time: 0 }
    })
    this.total = this.#left()
  }

  /**
   * Counts an iteration that was carried out.
   * @param time milliseconds; null when it was in an earlier part of the run
   */
  add(step: number, time: number | null): void {
    const work = this.#steps[step]
    if (!work) return
    work.left -= work.ofOne
    if (time === null) return
    work.done += work.ofOne
    work.time += time
  }

  /** The work that is done, with what has arrived of the iteration that goes on. */
  done(current?: Current): number {
    return this.total - this.#left() + (current ? this.#partOf(current) : 0)
  }

  /**
   * `about 12 s left`; empty while nothing is known. A step that has not begun is expected to be as fast, by work, as
   * those that have.
   */
  timeLeft(current?: Current): string {
    const steps = this.#steps.map(({ left, done, time }, index) => {
      if (current?.step !== index) return { left, done, time }
      const part = this.#partOf(current)
      return { left: left - part, done: done + part, time: time + current.time }
    })
    const sum = (name: 'done' | 'time') => steps.reduce((total, step) => total + step[name], 0)
    if (sum('done') === 0) return ''
    const usual = sum('time') / sum('done')
    const left = steps.reduce(
      (total, { left, done, time }) => total + left * (done > 0 ? time / done : usual),
      0,
    )
    return `about ${formatDuration(left)} left`
  }

  #left(): number {
    return this.#steps.reduce((total, { left }) => total + left, 0)
  }

  /** Most of what every iteration costs was spent before its bytes came. */
  #partOf({ step, bytes }: Current): number {
    return bytes > 0 ? Math.min(bytes + fixedCost, this.#steps[step]?.ofOne ?? 0) : 0
  }
}

function bytesOf(plan: Plan, step: Step): number {
  return step.size * conditionOf(plan, step).peers
}
