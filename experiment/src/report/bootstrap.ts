import { xoroshiro128plus } from 'pure-rand'
import { quantileSorted } from 'simple-statistics'

/** Resamples that an interval is made of: its ends then move by less than a tenth of its width from seed to seed. */
const mostResamples = 2000
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
  private readonly random = xoroshiro128plus(seed)

  draw(clusters: readonly Cluster[]): number[] {
    // loops and a remainder, because this is where all of the time goes; of 2^32 the remainder is as good as uniform
    const values: number[] = []
    for (let left = clusters.length; left > 0; left--) {
      const drawn = (this.random.unsafeNext() >>> 0) % clusters.length
      for (const value of clusters[drawn] ?? []) values.push(value)
    }
    return values
  }
}

type Statistic = (values: number[]) => number

/** The middle 95 % of what a function gives for many resamples; null where that is not always a number. */
function middle(size: number, ofResample: (resampler: Resampler) => number): Interval | null {
  const resampler = new Resampler()
  const length = Math.round(Math.min(mostResamples, Math.max(fewestResamples, mostDraws / size)))
  const sorted = [...Float64Array.from({ length }, () => ofResample(resampler)).sort()]
  if (!sorted.every(Number.isFinite)) return null
  return [quantileSorted(sorted, 0.025), quantileSorted(sorted, 0.975)]
}

/** Clusters that say something; null for less than two: one says nothing about how much the next would differ. */
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
  return filled && middle(countOf(filled), (resampler) => statistic(resampler.draw(filled)))
}

/** The 95 % confidence interval of the ratio of a statistic of two independent samples; null as above. */
export function ratioInterval(
  numerator: readonly Cluster[],
  denominator: readonly Cluster[],
  statistic: Statistic,
): Interval | null {
  const [above, below] = [usable(numerator), usable(denominator)]
  if (!above || !below) return null
  return middle(
    countOf(above) + countOf(below),
    (resampler) => statistic(resampler.draw(above)) / statistic(resampler.draw(below)),
  )
}
