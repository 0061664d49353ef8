import { median } from 'simple-statistics'
import type { RunEvents } from '../directed/events'
import type { IterationResult, Turn } from '../measure/results'
import { turnsOf } from '../plan/order'
import { conditionOf, type Plan, type Step, totalIterations } from '../plan/plan'
import type { TransferProgress } from '../transfer/monitor'
import type { Display, Progress } from '../ui/display'
import { Estimate } from '../ui/estimate'
import { PeersView } from '../ui/peersView'
import { labelsOf } from '../report/steps'
import { formatTime } from '../units'

/** What came of a step so far, warm-ups left out. */
interface Tally {
  /** Names the step within the run. */
  readonly label: string
  readonly step: Step
  /** The nodes that fetch. */
  readonly nodes: readonly number[]
  done: number
  good: number
  readonly finishes: number[]
}

/** Shows a run while it goes on: bars or now and then a line, every failure, and every step that is over. */
export class RunView implements RunEvents {
  private bar: Progress | null = null
  private done = 0
  private tallies: Tally[] = []
  private estimate: Estimate | null = null
  private peers: PeersView | null = null
  /** When the iteration began, in milliseconds. */
  private begun = 0

  constructor(private readonly display: Display) {}

  message(text: string): void {
    this.display.say(text)
  }

  start(plan: Plan, toDo: number): void {
    const total = totalIterations(plan)
    this.done = total - toDo
    const labels = labelsOf(plan)
    this.tallies = plan.steps.map((step, index) => {
      const all = [...Array(conditionOf(plan, step).peers + 1).keys()]
      const nodes = all.filter((node) => node !== step.source)
      const label = labels[index] ?? ''
      return { label, step, nodes, done: 0, good: 0, finishes: [] }
    })
    this.estimate = new Estimate(plan)
    for (const { step } of turnsOf(plan).slice(0, this.done)) this.estimate.add(step, null)
    if (this.done > 0) this.display.say(`${this.done} of ${total} iterations are done already`)
    this.bar = this.display.progress(plan.name, total, String)
  }

  begin({ step }: Turn): void {
    this.begun = performance.now()
    this.peers = new PeersView(this.display, this.tallies[step]?.nodes ?? [])
  }

  progress(peer: number, progress: TransferProgress): void {
    this.peers?.show(peer, progress)
  }

  result(result: IterationResult): void {
    const { iteration, ok, reason, step, warmUp } = result
    this.peers?.end()
    this.done += 1
    this.estimate?.add(step, performance.now() - this.begun)
    const tally = this.tallies[step]
    if (!tally) return
    if (!ok) this.display.say(`iteration ${iteration} (${tally.label}) failed: ${reason}`)
    if (!warmUp) this.count(tally, result)
    const notes = [tally.label, medianOf(tally), String(this.estimate ?? '')]
    this.bar?.update(this.done, notes.filter(Boolean).join(', '))
  }

  private count(tally: Tally, { ok, peers }: IterationResult): void {
    const { label, step, finishes } = tally
    tally.done += 1
    tally.good += ok ? 1 : 0
    if (ok) finishes.push(...peers.flatMap((peer) => (peer.ok ? [peer.times.finish] : [])))
    if (tally.done < step.iterations) return
    const of = `${label}: ${tally.good} of ${step.iterations} iterations`
    this.display.say([of, medianOf(tally)].filter(Boolean).join(', '))
  }
}

function medianOf({ finishes }: Tally): string {
  return finishes.length > 0 ? `median ${formatTime(median(finishes))}` : ''
}
