import type { Plan } from '../plan/plan'
import { formatTime } from '../units'

interface Tally {
  left: number
  done: number
  /** Milliseconds of those that were done. */
  time: number
}

/** Estimates how long a run will go on: by step, because what steps take differs by decades. */
export class Estimate {
  private readonly steps: Tally[]

  constructor(plan: Plan) {
    this.steps = plan.steps.map(({ iterations, warmUps }) => {
      return { left: iterations + warmUps, done: 0, time: 0 }
    })
  }

  /**
   * An iteration was carried out.
   * @param time milliseconds; null when it was in an earlier part of the run
   */
  add(step: number, time: number | null): void {
    const tally = this.steps[step]
    if (!tally) return
    tally.left -= 1
    if (time === null) return
    tally.done += 1
    tally.time += time
  }

  /** `about 12 s left`, or `more than` that when nothing is known yet of some steps. */
  toString(): string {
    const known = this.steps.filter(({ done }) => done > 0)
    const time = known.reduce((total, { left, done, time }) => total + (left * time) / done, 0)
    if (known.length === 0 || time === 0) return ''
    const isAll = this.steps.every(({ left, done }) => left === 0 || done > 0)
    return `${isAll ? 'about' : 'more than'} ${formatTime(time)} left`
  }
}
