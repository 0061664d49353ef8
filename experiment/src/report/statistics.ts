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

const nothing: Statistics = {
  n: 0,
  mean: null,
  sd: null,
  median: null,
  p95: null,
  p99: null,
  min: null,
  max: null,
  meanCi95: null,
  medianCi95: null,
}

/** @param clusters the values of each iteration */
export function describe(clusters: readonly Cluster[]): Statistics {
  const values = clusters.flat()
  if (values.length === 0) return nothing
  return {
    n: values.length,
    mean: mean(values),
    sd: values.length < 2 ? null : sampleStandardDeviation(values),
    median: median(values),
    p95: quantile(values, 0.95),
    p99: quantile(values, 0.99),
    min: min(values),
    max: max(values),
    meanCi95: confidenceInterval(clusters, mean),
    medianCi95: confidenceInterval(clusters, median),
  }
}

/** The same in another unit. */
export function scaled(statistics: Statistics, factor: number): Statistics {
  const of = (value: number | null) => (value === null ? null : value * factor)
  const ofBoth = (interval: Interval | null): Interval | null =>
    interval && [interval[0] * factor, interval[1] * factor]
  const { n, mean, sd, median, p95, p99, min, max, meanCi95, medianCi95 } = statistics
  return {
    n,
    mean: of(mean),
    sd: of(sd),
    median: of(median),
    p95: of(p95),
    p99: of(p99),
    min: of(min),
    max: of(max),
    meanCi95: ofBoth(meanCi95),
    medianCi95: ofBoth(medianCi95),
  }
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

/** Lower and upper end. */
export type Interval = readonly [number, number]

/**
 * What was measured together: all peers' values of one iteration. They share their swarm and so are not independent;
 * iterations are what is drawn (a cluster bootstrap), or intervals would be too narrow.
 */
export type Cluster = readonly number[]

/** The values of as many clusters as there are, drawn at random with replacement. */
class Resampler {
  readonly #random = xoroshiro128plus(seed)

  draw(clusters: readonly Cluster[]): number[] {
    // loops and a remainder, because this is where all of the time goes; of 2^32 the remainder is as good as uniform
    const values: number[] = []
    for (let left = clusters.length; left > 0; left--) {
      const drawn = (this.#random.unsafeNext() >>> 0) % clusters.length
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
  ofResample: (resampler: Resampler) => number,
): readonly number[] | null {
  const resampler = new Resampler()
  const length = Math.round(Math.min(wanted, Math.max(fewestResamples, mostDraws / size)))
  const sorted = [...Float64Array.from({ length }, () => ofResample(resampler)).sort()]
  return sorted.every(Number.isFinite) ? sorted : null
}

/** The middle 95 %. */
function middle(sorted: readonly number[]): Interval {
  const values = [...sorted]
  return [quantileSorted(values, 0.025), quantileSorted(values, 0.975)]
}

/** Clusters with values; null for less than two, because one shows no variation. */
function usable(clusters: readonly Cluster[]): readonly Cluster[] | null {
  const filled = clusters.filter(({ length }) => length > 0)
  return filled.length < 2 ? null : filled
}

function countOf(clusters: readonly Cluster[]): number {
  return clusters.reduce((count, { length }) => count + length, 0)
}

/**
 * The 95 % confidence interval of a statistic.
 * @returns null for less than two clusters
 */
export function confidenceInterval(
  clusters: readonly Cluster[],
  statistic: Statistic,
): Interval | null {
  const filled = usable(clusters)
  if (!filled) return null
  const sorted = resampled(countOf(filled), usualResamples, (resampler) =>
    statistic(resampler.draw(filled)),
  )
  return sorted && middle(sorted)
}

/** Test of the ratio of a statistic of two independent samples, by resamples. */
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
 * @param comparisons how many such tests are made: a p-value that is to be corrected for more needs more resamples
 * @returns null for less than two clusters on either side
 */
export function ratioTest(
  numerator: readonly Cluster[],
  denominator: readonly Cluster[],
  statistic: Statistic,
  comparisons = 1,
): RatioTest | null {
  const [above, below] = [usable(numerator), usable(denominator)]
  if (!above || !below) return null
  const sorted = resampled(
    countOf(above) + countOf(below),
    Math.max(usualResamples, resamplesPerComparison * comparisons),
    (resampler) => statistic(resampler.draw(above)) / statistic(resampler.draw(below)),
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
