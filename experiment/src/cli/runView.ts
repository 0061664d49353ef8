import { median } from 'simple-statistics'
import type { Plan } from '../directed/plan'
import type { IterationResult } from '../measure/results'
import type { Display, Progress } from '../ui/display'
import { formatSize, formatTime } from '../units'

/** Shows a run while it goes on: a bar or a line per file size, and every failure. */
export class RunView {
  private progress: Progress | null = null
  private step: IterationResult[] = []
  private readonly steps: { size: number; iterations: number }[]

  constructor(
    private readonly display: Display,
    plan: Plan,
  ) {
    this.steps = [...plan]
  }

  add(result: IterationResult): void {
    const [step] = this.steps
    if (!step) return
    if (!result.ok)
      this.display.say(
        `iteration ${result.iteration} (${formatSize(result.size)}) failed: ${result.reason}`,
      )
    this.progress ??= this.display.progress(formatSize(step.size), step.iterations, String)
    this.step.push(result)
    this.progress.update(this.step.length, this.note())
    if (this.step.length === step.iterations) this.end(step)
  }

  private end(step: { size: number; iterations: number }): void {
    this.progress?.end()
    this.progress = null
    const good = this.step.filter(({ ok }) => ok).length
    const note = this.note()
    this.display.say(
      `${formatSize(step.size)}: ${good} of ${step.iterations} iterations${note && `, ${note}`}`,
    )
    this.step = []
    this.steps.shift()
  }

  private note(): string {
    const good = this.step.filter(({ ok }) => ok)
    const finish = good.flatMap(({ peers }) =>
      peers.flatMap((peer) => (peer.ok ? [peer.times.finish] : [])),
    )
    return finish.length > 0 ? `median ${formatTime(median(finish))}` : ''
  }
}
