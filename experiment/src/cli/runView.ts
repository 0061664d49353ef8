import { median } from 'simple-statistics'
import type { RunEvents } from '../directed/events'
import type { IterationResult } from '../measure/results'
import { type Plan, type Step, totalIterations } from '../plan/plan'
import type { Display, Progress } from '../ui/display'
import { formatSize, formatTime } from '../units'

/** What came of a step so far, warm-ups left out. */
interface Tally {
  readonly step: Step
  done: number
  good: number
  readonly finishes: number[]
}

/** Shows a run while it goes on: a bar or now and then a line, every failure, and every step that is over. */
export class RunView implements RunEvents {
  private bar: Progress | null = null
  private done = 0
  private tallies: Tally[] = []

  constructor(private readonly display: Display) {}

  message(text: string): void {
    this.display.say(text)
  }

  start(plan: Plan, toDo: number): void {
    const total = totalIterations(plan)
    this.done = total - toDo
    this.tallies = plan.steps.map((step) => ({ step, done: 0, good: 0, finishes: [] }))
    if (this.done > 0) this.display.say(`${this.done} of ${total} iterations are done already`)
    this.bar = this.display.progress(plan.name, total, String)
  }

  begin(): void {
    // the bar says enough
  }

  progress(): void {
    // of one peer, which the bar has no room for
  }

  result(result: IterationResult): void {
    const { iteration, size, ok, reason, step, warmUp } = result
    this.done += 1
    if (!ok) this.display.say(`iteration ${iteration} (${formatSize(size)}) failed: ${reason}`)
    const tally = this.tallies[step]
    if (!tally || warmUp) return
    this.count(tally, result)
    this.bar?.update(this.done, `${formatSize(size)}${medianOf(tally)}`)
  }

  private count(tally: Tally, { ok, peers }: IterationResult): void {
    const { step, finishes } = tally
    tally.done += 1
    tally.good += ok ? 1 : 0
    if (ok) finishes.push(...peers.flatMap((peer) => (peer.ok ? [peer.times.finish] : [])))
    if (tally.done < step.iterations) return
    const of = `${tally.good} of ${step.iterations} iterations`
    this.display.say(`${formatSize(step.size)}: ${of}${medianOf(tally)}`)
  }
}

function medianOf({ finishes }: Tally): string {
  return finishes.length > 0 ? `, median ${formatTime(median(finishes))}` : ''
}
