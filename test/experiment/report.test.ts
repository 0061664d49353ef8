import { planOf } from '../../experiment/src/cli/plan'
import { totalIterations, turnsOf } from '../../experiment/src/directed/plan'
import {
  failedIteration,
  type IterationResult,
  type Turn,
} from '../../experiment/src/measure/results'
import { summarize } from '../../experiment/src/report/summary'
import { formatTable } from '../../experiment/src/report/table'

const nothing = {
  sentPayload: 0,
  received: 0,
  receivedPayload: 0,
  receivedIpOverhead: 0,
  receivedTracker: 0,
  redundant: 0,
  failed: 0,
  connections: 0,
}

function turn(iteration: number): Turn {
  return { iteration, step: 0, repetition: iteration, warmUp: false, size: 1000 }
}

/** A seeder that sent everything to two peers, and what else was sent. */
function good(iteration: number, finish: [number, number], settled = true): IterationResult {
  const times = finish.map((finish) => ({ connect: 1, firstBlock: 2, finish }))
  return {
    ...turn(iteration),
    startedAt: '',
    lastFinish: null,
    controlRoundTrip: null,
    ok: true,
    reason: null,
    peers: times.map((times, index) => ({
      peer: index + 1,
      ok: true,
      times,
      pieces: null,
      received: null,
    })),
    counters: [
      { ...nothing, sent: 2100, sentIpOverhead: 200, sentTracker: 50 },
      { ...nothing, sent: 50, sentIpOverhead: 10, sentTracker: 20 },
      { ...nothing, sent: 50, sentIpOverhead: 10, sentTracker: 10 },
    ],
    settled,
  }
}

describe('a plan', () => {
  it('pairs sizes with iterations', () => {
    const plan = planOf([10, 20], [3, 1])
    expect(plan && turnsOf(plan).map(({ size }) => size)).toEqual([10, 10, 10, 20])
    expect(plan && totalIterations(plan)).toBe(4)
    expect(planOf([10, 20], [2])).toEqual(planOf([10, 20], [2, 2]))
    expect(planOf([10], undefined)).toEqual([{ size: 10, iterations: 1 }])
    expect(planOf(undefined, [2])).toBeNull()
  })

  it('refuses numbers that do not match', () => {
    expect(() => planOf([10, 20, 30], [1, 2])).toThrow('give one each')
  })
})

describe('a summary', () => {
  const plan = [{ size: 1000, iterations: 4 }]

  it('counts what went well, and says what did not', () => {
    const results = [good(1, [10, 20]), failedIteration(turn(2), '', 'no'), good(3, [30, 60])]
    expect(summarize(plan, results)).toEqual([
      {
        size: 1000,
        iterations: 4,
        failed: 1,
        notRun: 1,
        transfers: 4,
        median: 25,
        mean: 30,
        connect: 1,
        throughput: 40_000,
        overhead: 1.1,
        wireOverhead: 1.25,
      },
    ])
  })

  it('has no figures where there are none', () => {
    expect(summarize(plan, [failedIteration(turn(1), '', 'no')])[0]).toMatchObject({
      transfers: 0,
      median: null,
      throughput: null,
      overhead: null,
    })
    expect(summarize(plan, [good(1, [1, 1], false)])[0]).toMatchObject({
      transfers: 2,
      overhead: null,
    })
  })

  it('keeps the steps of a plan apart, also those of one size', () => {
    const twice = [
      { size: 1000, iterations: 1 },
      { size: 1000, iterations: 1 },
    ]
    const summaries = summarize(twice, [good(1, [1, 1]), good(2, [9, 9])])
    expect(summaries.map(({ median }) => median)).toEqual([1, 9])
  })

  it('becomes a table', () => {
    const table = formatTable(summarize(plan, [good(1, [10, 20])]), false)
    expect(table).toMatch(/│ 1\.00 kB │ +4 │ +2 │ 15\.0 ms │.* 1\.100 │ 1\.250 │ 0 \(3 not run\) │/)
  })
})
