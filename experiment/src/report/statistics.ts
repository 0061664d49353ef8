import { max, mean, median, min, quantile, sampleStandardDeviation } from 'simple-statistics'
import { type Cluster, confidenceInterval, type Interval } from './bootstrap'

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
