import {
  max,
  mean,
  median,
  min,
  quantile,
  sampleStandardDeviation,
  quantileSorted,
} from 'simple-statistics'
import { xoroshiro128plus } from 'pure-rand'

/** Statistics of a sample. A figure that the sample is too small for is null. */
export interface Statistics {
  readonly n: number
  readonly mean: number | null
  /** With n - 1; null below two values. */
  readonly sd: number | null
  readonly median: number | null
  readonly p95: number | null
  readonly p99: number | null
  readonly min: number | null
  readonly max: number | null
  /** 95 % confidence intervals by bootstrap; null below two iterations. */
  readonly meanCi95: Interval | null
  readonly medianCi95: Interval | null
}

/** @param clusters the values of each iteration */
export function describe(clusters: readonly Cluster[]): Statistics {
  const values = clusters.flat()
  const of = (statistic: Statistic, least = 1) => (values.length < least ? null : statistic(values))
  return {
    n: values.length,
    mean: of(mean),
    sd: of(sampleStandardDeviation, 2),
    median: of(median),
    p95: of((all) => quantile(all, 0.95)),
    p99: of((all) => quantile(all, 0.99)),
    min: of(min),
    max: of(max),
    meanCi95: confidenceInterval(clusters, mean),
    medianCi95: confidenceInterval(clusters, median),
  }
}

/** The same in another unit. */
export function scaled({ n, ...figures }: Statistics, factor: number): Statistics {
  const of = (figure: number | Interval | null) =>
    typeof figure === 'number' ? figure * factor : (figure?.map((end) => end * factor) ?? null)
  const entries = Object.entries(figures).map(([name, figure]) => [name, of(figure)])
  return { n, ...(Object.fromEntries(entries) as typeof figures) }
}

/** Resamples that an interval is made of: its ends then move by less than a tenth of its width from seed to seed. */
const usualResamples = 2000
/** The smallest p-value is then 0.025 divided by the number of comparisons, half of what a correction needs. */
const resamplesPerComparison = 80
const fewestResamples = 200
/** Values that are drawn for one interval, which keeps a run of a million transfers within seconds. */
const mostDraws = 1e8
/** The same in every rendering, so that a report made again shows the same numbers. */
const seed = 20260101

/** Probability of an error that is accepted where one of several things is said to differ. */
export const significance = 0.05

/** Lower and upper end. */
export type Interval = readonly [number, number]

/**
 * What was measured together: all peers' values of one iteration. They share their swarm and so are not independent;
 * iterations are what is drawn (a cluster bootstrap), or intervals would be too narrow.
 */
export type Cluster = readonly number[]
export type Sample = readonly Cluster[]

/** Draws as many clusters as there are, at random and with replacement. @returns their values */
type Draw = (clusters: readonly Cluster[]) => number[]

function makeDraw(): Draw {
  const random = xoroshiro128plus(seed)
  return (clusters) => {
    // loops and a remainder, because this is where all of the time goes; of 2^32 the remainder is as good as uniform
    const values: number[] = []
    for (let left = clusters.length; left > 0; left--) {
      const drawn = (random.unsafeNext() >>> 0) % clusters.length
      for (const value of clusters[drawn] ?? []) values.push(value)
    }
    return values
  }
}

type Statistic = (values: number[]) => number

/**
 * What a function gives for many resamples, in ascending order; null where that is not always a number.
 * @param size values in one resample
 * @param wanted how many resamples, if that takes no longer than some seconds
 */
function resampled(
  size: number,
  wanted: number,
  ofResample: (draw: Draw) => number,
): readonly number[] | null {
  const draw = makeDraw()
  const length = Math.round(Math.min(wanted, Math.max(fewestResamples, mostDraws / size)))
  const sorted = [...Float64Array.from({ length }, () => ofResample(draw)).sort()]
  return sorted.every(Number.isFinite) ? sorted : null
}

/** The middle 95 %. */
function middle(sorted: readonly number[]): Interval {
  const values = [...sorted]
  return [quantileSorted(values, 0.025), quantileSorted(values, 0.975)]
}

/** Less than two clusters with values show no variation. */
function withValues(clusters: Sample): Sample {
  return clusters.filter(({ length }) => length > 0)
}

/**
 * The 95 % confidence interval of a statistic.
 * @returns null for less than two clusters
 */
export function confidenceInterval(
  clusters: readonly Cluster[],
  statistic: Statistic,
): Interval | null {
  const filled = withValues(clusters)
  if (filled.length < 2) return null
  const sorted = resampled(filled.flat().length, usualResamples, (draw) => statistic(draw(filled)))
  return sorted && middle(sorted)
}

/** Test of the ratio of a statistic of independent samples, by resamples. */
interface RatioTest {
  /** 95 % confidence interval. */
  readonly interval: Interval
  /**
   * Of the hypothesis that the ratio is 1, two-sided: twice the share of resamples on the rarer side of 1, which is
   * the level at which the interval would just reach 1. Never 0: one more resample is taken to be on that side.
   */
  readonly p: number
}

/**
 * Tests a product of the statistics of some samples / that of others.
 * @param comparisons how many such tests are made: a p-value that is to be corrected for more needs more resamples
 * @returns null for less than two clusters in a sample
 */
export function ratioTest(
  numerator: readonly Sample[],
  denominator: readonly Sample[],
  statistic: Statistic,
  comparisons = 1,
): RatioTest | null {
  const [above, below] = [numerator.map(withValues), denominator.map(withValues)]
  if ([...above, ...below].some(({ length }) => length < 2)) return null
  const product = (samples: readonly Sample[], draw: Draw) =>
    samples.reduce((total, sample) => total * statistic(draw(sample)), 1)
  const sorted = resampled(
    [...above, ...below].flat(2).length,
    Math.max(usualResamples, resamplesPerComparison * comparisons),
    (draw) => product(above, draw) / product(below, draw),
  )
  if (!sorted) return null
  const notAbove = sorted.filter((ratio) => ratio <= 1).length
  const notBelow = sorted.filter((ratio) => ratio >= 1).length
  const rarer = (Math.min(notAbove, notBelow) + 1) / (sorted.length + 1)
  return { interval: middle(sorted), p: Math.min(1, 2 * rarer) }
}

/**
 * Corrects p-values for being several, by Holm's step-down method (S. Holm, 1979): with the corrected ones below 0.05
 * taken for differences, the probability of any false one among them is at most 0.05, however they depend on each other.
 * @param ps of a family of tests; null where there was none, which is not counted
 */
export function holm(ps: readonly (number | null)[]): (number | null)[] {
  const ascending = ps
    .flatMap((p, index) => (p === null ? [] : [{ p, index }]))
    .sort((a, b) => a.p - b.p)
  const corrected: (number | null)[] = ps.map(() => null)
  let largest = 0
  ascending.forEach(({ p, index }, rank) => {
    largest = Math.max(largest, Math.min(1, (ascending.length - rank) * p))
    corrected[index] = largest
  })
  return corrected
}
