import { median } from 'simple-statistics'
import type { RunEvents } from '../coordinator/run'
import type { IterationResult } from '../results/iteration-result'
import { nameOfIteration, tallyOf, conditionOf, peersNeeded } from '../plan/plan'
import type { Plan, ScheduledIteration, Step } from '../plan/plan'
import { labelsOf } from '../report/steps'
import type { TransferProgress } from '../node/transfer'
import type { Display, Progress } from './display'
import { PeersView } from './transfer-views'
import { formatCount, formatTime, formatDuration } from '../util/units'

/** What came of a step so far, warm-ups left out. */
interface StepView {
  /** Names the step within the run. */
  readonly label: string
  readonly step: Step
  /** The nodes that fetch. */
  readonly nodes: readonly number[]
  done: number
  good: number
  readonly finishes: number[]
  /** Of these, for the user; empty when there are none. Every report of progress shows it. */
  median: string
}

/** Shows a run while it goes on: bars or now and then a line, every failure, and every step that is over. */
export class RunView implements RunEvents {
  #bar: Progress | null = null
  #steps: StepView[] = []
  #iterations = { done: 0, planned: 0 }
  #estimate: Estimate | null = null
  #peers: PeersView | null = null
  #scheduled: ScheduledIteration | null = null
  /** When the iteration began, in milliseconds. */
  #begun = 0
  /** Bytes that each node has in the iteration that goes on. */
  readonly #arrived = new Map<number, number>()
  /** The sum of these. */
  #bytes = 0

  readonly #display: Display
  readonly #earlier: readonly IterationResult[]
  readonly #onStart: () => void

  /** @param earlier results of the run before it was resumed */
  constructor(display: Display, earlier: readonly IterationResult[] = [], onStart = () => {}) {
    this.#display = display
    this.#earlier = earlier
    this.#onStart = onStart
  }

  message(text: string): void {
    this.#display.print(text)
  }

  start(plan: Plan): void {
    this.#onStart()
    const earlier = this.#earlier
    const display = this.#display
    const labels = labelsOf(plan)
    this.#steps = plan.steps.map((step, index) => {
      const all = [...Array(conditionOf(plan, step).peers + 1).keys()]
      const nodes = all.filter((node) => node !== step.source)
      return { label: labels[index] ?? '', step, nodes, done: 0, good: 0, finishes: [], median: '' }
    })
    this.#estimate = new Estimate(plan)
    const { iterations, warmUps } = tallyOf(plan.steps, [])
    this.#iterations = { done: 0, planned: iterations.planned }
    for (const result of earlier) this.#count(result, null)
    display.print(`${plan.name}: ${describePlan(plan, warmUps.planned)}`)
    if (earlier.length > 0)
      display.print(`${this.#iterations.done} of ${iterations.planned} iterations are done already`)
    this.#bar = display.progress(plan.name, this.#estimate.total)
    this.#update()
  }

  begin(scheduled: ScheduledIteration): void {
    this.#scheduled = scheduled
    this.#begun = performance.now()
    this.#clearArrived()
    this.#peers = new PeersView(this.#display, this.#steps[scheduled.step]?.nodes ?? [])
  }

  progress(peer: number, progress: TransferProgress): void {
    this.#bytes += progress.done - (this.#arrived.get(peer) ?? 0)
    this.#arrived.set(peer, progress.done)
    this.#update()
    this.#peers?.show(peer, progress)
  }

  result(result: IterationResult): void {
    this.#peers?.end()
    const view = this.#count(result, performance.now() - this.#begun)
    this.#clearArrived()
    const { ok, reason, warmUp } = result
    const { label = '', step } = view ?? {}
    if (!ok) this.#display.print(`${label}, ${nameOfIteration(result)} failed: ${reason}`)
    if (view && view.done === step?.iterations && !warmUp) {
      const of = `${label}: ${view.good} of ${step.iterations} iterations`
      this.#display.print([of, view.median].filter(Boolean).join(', '))
    }
    this.#update()
  }

  /** @param time milliseconds that it took; null: not in this part of the run */
  #count(result: IterationResult, time: number | null): StepView | undefined {
    const { ok, peers, step, warmUp } = result
    this.#estimate?.add(step, time)
    const view = this.#steps[step]
    if (warmUp || !view) return view
    this.#iterations.done += 1
    view.done += 1
    view.good += ok ? 1 : 0
    if (!ok) return view
    view.finishes.push(...peers.flatMap((peer) => (peer.ok ? [peer.times.finish] : [])))
    view.median = `median ${formatTime(median(view.finishes))}`
    return view
  }

  #update(): void {
    const estimate = this.#estimate
    const scheduled = this.#scheduled
    const iterations = this.#iterations
    if (!estimate) return
    const current = this.#current()
    const view = scheduled === null ? undefined : this.#steps[scheduled.step]
    const notes = [
      `${iterations.done} of ${iterations.planned} iterations`,
      estimate.timeLeft(current),
      view?.label ?? '',
      view?.median ?? '',
    ]
    this.#bar?.update(estimate.done(current), ...notes.filter(Boolean))
  }

  #current(): Current | undefined {
    if (this.#scheduled === null || this.#arrived.size === 0) return undefined
    const time = performance.now() - this.#begun
    return { step: this.#scheduled.step, bytes: this.#bytes, time }
  }

  #clearArrived(): void {
    this.#arrived.clear()
    this.#bytes = 0
  }
}

/** `57 iterations in 5 steps, 3 peers; warm-ups that do not count: 5`. */
function describePlan(plan: Plan, warmUps: number): string {
  const { planned } = tallyOf(plan.steps, []).iterations
  const steps = plan.steps.length > 1 ? ` in ${plan.steps.length} steps` : ''
  const also = warmUps > 0 ? `; warm-ups that do not count: ${warmUps}` : ''
  return `${formatCount(planned, 'iteration')}${steps}, ${formatCount(peersNeeded(plan), 'peer')}${also}`
}

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
interface Current {
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
