import { errorFunction, mean, median, sampleCorrelation } from 'simple-statistics'
import type { IterationResult } from '../results/iteration-result'
import { formatCount } from '../util/units'
import { formatRatio } from './format'
import { measures } from './measures'
import { significance } from './statistics'

/** Test whether the transfer times of a step depend on the order of its iterations. */
export interface Drift {
  /** Spearman's rank correlation of the mean transfer time of an iteration with its place in the order. */
  readonly correlation: number
  /** Median of the last third of the iterations / median of the first third. */
  readonly lastToFirst: number
  /** Of the hypothesis that the order has no effect, two-sided. */
  readonly p: number
  /** The same, corrected for all steps by Holm's method. */
  readonly pHolm: number
}

/** The normal distribution that gives the p-value is too far from that of fewer ranks. */
const fewestIterations = 10

/**
 * @param good the iterations of a step that went well, in the order of execution
 * @returns null for fewer than ten iterations, or if all took the same time
 */
export function driftOf(
  good: readonly IterationResult[],
  source: number,
): Omit<Drift, 'pHolm'> | null {
  const times = timesOf(good, source)
  if (times.length < fewestIterations || new Set(times).size === 1) return null
  const correlation = sampleCorrelation([...times.keys()], ranks(times))
  const third = Math.floor(times.length / 3)
  return {
    correlation,
    lastToFirst: median(times.slice(-third)) / median(times.slice(0, third)),
    p: 1 - errorFunction(Math.abs(correlation) * Math.sqrt((times.length - 1) / 2)),
  }
}

/** The mean transfer time of each iteration, in milliseconds: peers of one swarm depend on each other. */
export function timesOf(good: readonly IterationResult[], source: number): number[] {
  return good.map((result) => mean([...measures.transferTime.of(result, source)]))
}

/** Ranks from 0; equal values share the mean of their ranks. */
function ranks(values: readonly number[]): number[] {
  const places = new Map<number, number[]>()
  const ascending = [...values].sort((a, b) => a - b)
  ascending.forEach((value, rank) => places.set(value, [...(places.get(value) ?? []), rank]))
  const rankOf = new Map([...places].map(([value, shared]) => [value, mean(shared)]))
  return values.map((value) => rankOf.get(value) ?? 0)
}

interface Tested {
  readonly label: string
  readonly drift: Drift | null
}

/** Names the steps whose transfer times drift; null when there are none. */
export function driftWarning(steps: readonly Tested[]): string | null {
  const found = steps.flatMap(({ label, drift }) => {
    if (drift === null || drift.pHolm >= significance) return []
    const way = drift.correlation > 0 ? 'longer' : 'shorter'
    const figures = `${formatRatio(drift.lastToFirst)}, p (Holm) ${formatRatio(drift.pHolm)}`
    return [`${label} (${way}: last third / first third ${figures})`]
  })
  if (found.length === 0) return null
  return `Transfer times drift with the order of the iterations: ${found.join('; ')}.`
}

/** The same, or that there is no drift, and how that was tested. */
export function driftSentence(steps: readonly Tested[]): string {
  const tested = steps.filter(({ drift }) => drift !== null).length
  const left = formatCount(steps.length - tested, 'step')
  const none = tested === 0 ? '' : 'No transfer times drift with the order of the iterations. '
  const found = driftWarning(steps)
  return (
    `${found === null ? none : `${found} `}Drift is tested by Spearman's rank correlation of transfer time and order, ` +
    `and p-values are corrected by Holm's method: ${formatCount(tested, 'step')} tested` +
    `${tested < steps.length ? `, ${left} of fewer than ${fewestIterations} iterations not tested` : ''}.`
  )
}
