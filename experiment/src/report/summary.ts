import { mean, median } from 'simple-statistics'
import type { Plan } from '../directed/plan'
import { sum } from '../measure/counters'
import type { IterationResult } from '../measure/results'

/** What a run says of one file size. Times are of single transfers, from the go to the finish at one peer. */
export interface SizeSummary {
  /** Bytes. */
  readonly size: number
  /** Iterations that were planned, and of those the ones that failed or were not run. */
  readonly iterations: number
  readonly failed: number
  readonly notRun: number
  /** Transfers in iterations that went well; each peer's counts. */
  readonly transfers: number
  /** Milliseconds; null without transfers. */
  readonly median: number | null
  readonly mean: number | null
  /** Milliseconds to the first connection. */
  readonly connect: number | null
  /** Bytes per second of the median transfer. */
  readonly throughput: number | null
  /** Uploads of all nodes, without and with IP headers and tracker, divided by the bytes that had to arrive. */
  readonly overhead: number | null
  readonly wireOverhead: number | null
}

/** One summary per step of the plan. */
export function summarize(plan: Plan, results: readonly IterationResult[]): SizeSummary[] {
  let begin = 0
  return plan.map(({ size, iterations }) => {
    const run = results.slice(begin, begin + iterations)
    begin += iterations
    return summarizeStep(size, iterations, run)
  })
}

function summarizeStep(
  size: number,
  iterations: number,
  run: readonly IterationResult[],
): SizeSummary {
  const good = run.filter(({ ok }) => ok)
  const times = good.flatMap(({ peers }) => peers.flatMap((peer) => (peer.ok ? [peer.times] : [])))
  const finish = times.map((time) => time.finish)
  const connect = times.flatMap((time) => (time.connect === null ? [] : [time.connect]))
  const middle = orNull(median, finish)
  return {
    size,
    iterations,
    failed: run.length - good.length,
    notRun: iterations - run.length,
    transfers: times.length,
    median: middle,
    mean: orNull(mean, finish),
    connect: orNull(median, connect),
    throughput: middle === null ? null : (size / middle) * 1000,
    ...overheads(size, good),
  }
}

/** Only iterations whose counters came to rest tell something. */
function overheads(
  size: number,
  good: readonly IterationResult[],
): Pick<SizeSummary, 'overhead' | 'wireOverhead'> {
  const counted = good.flatMap(({ counters, settled }) => (settled && counters ? [counters] : []))
  const needed = counted.reduce((total, nodes) => total + (nodes.length - 1) * size, 0)
  if (needed === 0) return { overhead: null, wireOverhead: null }
  const { sent, sentIpOverhead, sentTracker } = sum(counted.flat())
  return { overhead: sent / needed, wireOverhead: (sent + sentIpOverhead + sentTracker) / needed }
}

function orNull(statistic: (values: number[]) => number, values: number[]): number | null {
  return values.length > 0 ? statistic(values) : null
}
