import { unsafeUniformIntDistribution, xoroshiro128plus } from 'pure-rand'
import { mean, median } from 'simple-statistics'
import {
  confidenceInterval,
  holm,
  ratioTest,
  describe as statisticsOf,
  scaled,
} from '../src/report/statistics'

const random = xoroshiro128plus(42)

/** From 0 to 1. */
function uniform(): number {
  return unsafeUniformIntDistribution(0, 2 ** 30, random) / 2 ** 30
}

function sampleOf(n: number, draw = uniform): number[] {
  return Array.from({ length: n }, draw)
}

/** Every value an iteration of its own. */
function alone(values: readonly number[]): number[][] {
  return values.map((value) => [value])
}

describe('statistics', () => {
  test('are those that one computes by hand', () => {
    // mean 40 / 8; squares of the differences 9 1 1 1 0 0 4 16, sum 32
    const found = statisticsOf(alone([9, 2, 4, 5, 4, 4, 7, 5]))
    expect(found).toMatchObject({ n: 8, mean: 5, median: 4.5, min: 2, max: 9 })
    expect(found.sd).toBeCloseTo(Math.sqrt(32 / 7), 12)
    // at 7 x 0.95 = 6.65 between the 7 at 6 and the 9 at 7
    expect(found.p95).toBeCloseTo(7 + 0.65 * 2, 12)
    expect(found.p99).toBeCloseTo(7 + 0.93 * 2, 12)
  })

  test('are those of the definitions, for samples of every size', () => {
    for (let n = 2; n < 60; n++) {
      const values = sampleOf(n, () => 1000 * uniform() ** 4)
      const found = statisticsOf(alone(values))
      const average = values.reduce((sum, value) => sum + value / n, 0)
      const squares = values.reduce((sum, value) => sum + (value - average) ** 2, 0)
      const sorted = [...values].sort((a, b) => a - b)
      const quantile = (p: number): number => {
        const at = (n - 1) * p
        const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!]
        return low + (at - Math.floor(at)) * (high - low)
      }
      expect(found.mean).toBeCloseTo(average, 9)
      expect(found.sd).toBeCloseTo(Math.sqrt(squares / (n - 1)), 9)
      expect(found.median).toBeCloseTo(quantile(0.5), 9)
      expect(found.p95).toBeCloseTo(quantile(0.95), 9)
      expect(found.p99).toBeCloseTo(quantile(0.99), 9)
      expect([found.min, found.max]).toEqual([sorted[0], sorted[n - 1]])
    }
  })

  test('say null where there is too little to say something', () => {
    const nothing = { mean: null, sd: null, median: null, p95: null, min: null, max: null }
    expect(statisticsOf([])).toMatchObject({ n: 0, ...nothing, meanCi95: null, medianCi95: null })
    expect(statisticsOf([[], []])).toMatchObject({ n: 0, ...nothing })
    expect(statisticsOf([[7]])).toEqual({
      n: 1,
      mean: 7,
      sd: null,
      median: 7,
      p95: 7,
      p99: 7,
      min: 7,
      max: 7,
      meanCi95: null,
      medianCi95: null,
    })
  })

  test('change their unit as a whole', () => {
    expect(scaled(statisticsOf([[2], [4]]), 10)).toMatchObject({ n: 2, mean: 30, min: 20, max: 40 })
    expect(scaled(statisticsOf([]), 10)).toEqual(statisticsOf([]))
  })
})

describe('the bootstrap', () => {
  test('gives the same numbers again', () => {
    const clusters = alone(sampleOf(50))
    expect(confidenceInterval(clusters, median)).toEqual(confidenceInterval(clusters, median))
  })

  test('agrees with the normal approximation where that holds', () => {
    const values = sampleOf(400)
    const found = statisticsOf(alone(values))
    const [low, high] = found.meanCi95!
    const half = (1.96 * found.sd!) / Math.sqrt(400)
    expect(Math.abs((high - low) / (2 * half) - 1)).toBeLessThan(0.1)
    expect(Math.abs((low + high) / 2 - found.mean!)).toBeLessThan(half / 5)
  })

  test('covers the true mean in most of many samples', () => {
    const covered = sampleOf(100, () => {
      const [low, high] = confidenceInterval(alone(sampleOf(20)), mean)!
      return Number(low <= 0.5 && 0.5 <= high)
    })
    expect(mean(covered)).toBeGreaterThan(0.86)
    expect(mean(covered)).toBeLessThan(1)
  })

  test('learns nothing from peers that all say the same', () => {
    const values = sampleOf(60)
    const width = (clusters: number[][]): number => {
      const [low, high] = confidenceInterval(clusters, mean)!
      return high - low
    }
    const single = width(alone(values))
    expect(width(values.map((value) => [value, value, value]))).toBeCloseTo(single, 9)
    // what one gets who takes the peers for independent
    const flat = values.flatMap((value) => [value, value, value])
    expect(width(alone(flat)) / single).toBeLessThan(0.7)
  })

  test('knows how sure a ratio is', () => {
    expect(ratioTest([alone([6, 6, 6])], [alone([3, 3])], median)!.interval).toEqual([2, 2])
    const [low, high] = ratioTest([alone(sampleOf(300))], [alone(sampleOf(300))], mean)!.interval
    expect(low).toBeLessThan(1)
    expect(high).toBeGreaterThan(1)
    expect(high - low).toBeLessThan(0.3)
  })

  test('is silent about a single iteration, and where a ratio has no bounds', () => {
    expect(confidenceInterval([[1, 2, 3]], mean)).toBeNull()
    expect(confidenceInterval([[1, 2, 3], []], mean)).toBeNull()
    expect(ratioTest([[[1]]], [alone([1, 2])], median)).toBeNull()
    expect(ratioTest([alone([1, 2])], [alone([0, 0])], median)).toBeNull()
  })
})

describe('the test of a ratio', () => {
  test('has a p-value below 0.05 about where the interval excludes 1', () => {
    const disagree = sampleOf(40, () => {
      const [one, other] = [sampleOf(15), sampleOf(15, () => 0.25 + uniform())]
      const { interval, p } = ratioTest([alone(one)], [alone(other)], mean)!
      const excludesOne = interval[0] > 1 || interval[1] < 1
      return Number(excludesOne !== p < 0.05)
    })
    // the p-value counts one resample more than there are
    expect(mean(disagree)).toBeLessThan(0.05)
  })

  test('rejects a true hypothesis about as often as it should', () => {
    const rejected = sampleOf(80, () => {
      const { p } = ratioTest([alone(sampleOf(25))], [alone(sampleOf(25))], mean)!
      return Number(p < 0.05)
    })
    expect(mean(rejected)).toBeLessThan(0.15)
  })

  test('has a p-value of 1 for equal constants, and never 0', () => {
    expect(ratioTest([alone([3, 3])], [alone([3, 3])], median)!.p).toBe(1)
    expect(ratioTest([alone([6, 6])], [alone([3, 3])], median)!.p).toBe(2 / 2001)
  })

  test('draws so many resamples that each of many comparisons can be significant', () => {
    const { p } = ratioTest([alone([6, 6])], [alone([3, 3])], median, 1000)!
    expect(1000 * p).toBeLessThan(0.05)
  })
})

describe("Holm's correction", () => {
  test('gives the values of a worked example', () => {
    // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02])
  })

  test('leaves one value as it is, counts no missing ones, and never exceeds 1', () => {
    expect(holm([0.04])).toEqual([0.04])
    expect(holm([null, 0.04, null])).toEqual([null, 0.04, null])
    expect(holm([0.9, 0.8])).toEqual([1, 1])
    expect(holm([])).toEqual([])
  })

  test('holds the rate of false findings of a family at 5 %', () => {
    const families = sampleOf(400, () => Number(holm(sampleOf(20)).some((p) => p! < 0.05)))
    expect(mean(families)).toBeLessThan(0.09)
    const uncorrected = sampleOf(400, () => Number(sampleOf(20).some((p) => p < 0.05)))
    expect(mean(uncorrected)).toBeGreaterThan(0.5)
  })
})
