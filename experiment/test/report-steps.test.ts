import { parse } from 'csv-parse/sync'
import { failedIteration, type IterationResult } from '../src/results/iteration-result'
import { compareRuns, markOf, multiplicityOf } from '../src/report/compare'
import { iterationsCsv } from '../src/report/csv'
import { partNames } from '../src/report/measures'
import { labelsOf, summarizeSteps } from '../src/report/steps'
import { formatRun } from '../src/report/terminal'
import { makeCounters } from './helpers/counters'
import { makePlan, makeRun } from './helpers/runs'

const nothing = makeCounters()

const plan = makePlan({
  name: 'by hand',
  conditions: ['default'],
  peers: 2,
  steps: [{ size: 1000, iterations: 4, warmUps: 1 }],
})

function scheduled(iteration: number, warmUp = false) {
  return { iteration, step: 0, repetition: iteration, warmUp, size: 1000 }
}

/** 1000 bytes at two peers after 10 and 20 ms; the second one got 400 of them from the first. */
function good(iteration: number, changes: Partial<IterationResult> = {}): IterationResult {
  return {
    ...scheduled(iteration),
    ok: true,
    reason: null,
    infoHashes: null,
    torrentSize: null,
    startedAt: '',
    lastFinish: 25,
    leastTime: null,
    controlRoundTrip: 1,
    settled: true,
    peers: [
      {
        peer: 1,
        ok: true,
        times: { connect: 1, firstBlock: 2, finish: 10 },
        pieces: null,
        received: [[0, 1000]],
      },
      {
        peer: 2,
        ok: true,
        times: { connect: null, firstBlock: 4, finish: 20 },
        pieces: null,
        received: [
          [0, 600],
          [1, 400],
        ],
      },
    ],
    counters: [
      {
        ...nothing,
        sent: 1700,
        sentPayload: 1600,
        sentIpOverhead: 100,
        sentTracker: 30,
        received: 60,
      },
      {
        ...nothing,
        sent: 450,
        sentPayload: 400,
        sentIpOverhead: 60,
        sentTracker: 30,
        received: 1060,
      },
      { ...nothing, sent: 50, sentIpOverhead: 40, sentTracker: 30, received: 1080 },
    ],
    ...changes,
  }
}

describe('the summary of a step', () => {
  const results = [
    good(1, { warmUp: true, lastFinish: 9999 }),
    good(2),
    failedIteration(scheduled(3), '', 'no'),
    good(4, { settled: false }),
  ]
  const [summary] = summarizeSteps({ plan, results })

  test('counts what was planned, went well, failed, and is missing', () => {
    expect(summary).toMatchObject({ iterations: 4, ok: 2, failed: 1, notRun: 1, warmUps: 1 })
  })

  test('has the measures that one computes by hand', () => {
    const { measures } = summary!
    expect(measures.transferTime).toMatchObject({ n: 4, mean: 15, median: 15, min: 10, max: 20 })
    expect(measures.connectTime).toMatchObject({ n: 2, mean: 1 })
    expect(measures.firstBlockTime).toMatchObject({ n: 4, mean: 3 })
    expect(measures.swarmTime).toMatchObject({ n: 2, mean: 25, sd: 0 })
    // 8000 bits in 10 ms and in 20 ms; 16000 bits in 25 ms
    expect(measures.throughput).toMatchObject({ n: 4, mean: 600, min: 400, max: 800 })
    expect(measures.aggregateThroughput).toMatchObject({ n: 2, mean: 640 })
    expect(measures.sourceShare).toMatchObject({ n: 1, mean: 0.8 })
    expect(summary!.megabytesPerSecond.throughput.mean).toBeCloseTo(0.075, 12)
    expect(summary!.megabytesPerSecond.aggregate.mean).toBeCloseTo(0.08, 12)
  })

  test('takes bytes only from counters that had settled', () => {
    expect(summary!.measures.overhead).toMatchObject({ n: 1, mean: 2200 / 2000, sd: null })
    expect(summary!.measures.overheadReceived).toMatchObject({ n: 1, mean: 2200 / 2000 })
    expect(summary!.measures.wireOverhead).toMatchObject({ n: 1, mean: 2490 / 2000 })
  })

  test('marks iterations in which not every byte is accounted for', () => {
    const results = [good(1), good(2, { settled: false })]
    const [summary] = summarizeSteps({ plan, results })
    expect(summary!.unsettled).toBe(1)
    expect(formatRun([summary!], { columns: 200, colour: false })).toContain(' (1 off) ')
    const rows = parse<Record<string, string>>(iterationsCsv({ plan, results }), { columns: true })
    expect(rows.map((row) => row.counters_settled)).toEqual(['1', '1', '0', '0'])
  })

  test('splits the overhead into parts that add up to it', () => {
    const [source = nothing, ...peers] = good(1).counters!
    const messages = { sentBlocks: 2, sentRequests: 1, sentHaves: 1, sentStates: 3 }
    const results = [good(1, { counters: [{ ...source, ...messages }, ...peers] })]
    const { measures } = summarizeSteps({ plan, results })[0]!
    // 2200 bytes were sent, 2000 of them content; headers 2 x 13, requests 17, others 9 + 3 x 5
    const parts = partNames.map((name) => 2000 * measures[name].mean!)
    expect(parts).toEqual([0, 26, 17, 24, 133, 200, 90].map((bytes) => expect.closeTo(bytes, 9)))
    const inOverhead = parts.slice(0, 5).reduce((sum, bytes) => sum + bytes)
    expect(2000 * measures.overhead.mean!).toBeCloseTo(2000 + inOverhead, 9)
  })

  test('is empty, and nowhere NaN, when everything failed', () => {
    const failed = summarizeSteps({ plan, results: [failedIteration(scheduled(1), '', 'no')] })
    expect(failed[0]).toMatchObject({ ok: 0, failed: 1, notRun: 3 })
    const text = JSON.stringify(failed[0])
    expect(JSON.parse(text)).toEqual(failed[0])
    expect(failed[0]!.measures.throughput).toMatchObject({ n: 0, mean: null, meanCi95: null })
  })

  test('counts the bytes from a peer that the seeder fetches from', () => {
    const fromPeer = makeRun({
      name: 'B',
      conditions: ['default'],
      peers: 3,
      steps: [{ size: 100_000, iterations: 3, source: 2 }],
    })
    const [step] = summarizeSteps(fromPeer)
    expect(step).toMatchObject({ label: '100 kB, from peer 2', ok: 3, source: 2 })
    expect(step!.measures.transferTime.n).toBe(9)
    expect(step!.measures.sourceShare).toMatchObject({ n: 3, mean: 1 / 4 })
  })
})

describe('labels', () => {
  const step = { size: 1024, iterations: 1 }

  test('name what distinguishes steps', () => {
    const shape = { name: '', peers: 1, steps: [step, { ...step, condition: 1 }] }
    expect(labelsOf(makePlan({ ...shape, conditions: ['tcp', 'utp'] }))).toEqual([
      '1 KiB, tcp',
      '1 KiB, utp',
    ])
  })

  test('number steps that nothing distinguishes', () => {
    const same = makePlan({ name: '', peers: 1, conditions: ['default'], steps: [step, step] })
    expect(labelsOf(same)).toEqual(['1 KiB (step 1)', '1 KiB (step 2)'])
  })
})

describe('a comparison', () => {
  const one = { plan, format: 2 as const, startedAt: '', options: {}, nodes: [], settings: null }
  const slower = good(2, { lastFinish: 50 })
  const doubled: IterationResult = {
    ...slower,
    peers: slower.peers.map((peer) =>
      peer.ok ? { ...peer, times: { ...peer.times, finish: 2 * peer.times.finish } } : peer,
    ),
  }

  test('relates the medians to those of the first run', () => {
    const first = { ...one, directory: '/results/first', results: [good(1), good(2)] }
    const second = { ...one, directory: '/results/second', results: [doubled, doubled] }
    const [a, b] = compareRuns([first, second])
    expect(a).toMatchObject({ step: '1.00 kB', run: 'first' })
    expect(a!.measures.transferTime).toMatchObject({ median: 15, ratio: null, ratioCi95: null })
    expect(b!.measures.transferTime).toMatchObject({ median: 30, ratio: 2, ratioCi95: [2, 2] })
    expect(b!.measures.throughput).toMatchObject({ ratio: 0.5 })
    expect(b!.measures.overhead).toMatchObject({ ratio: 1 })
  })

  const many = (name: string, of: (iteration: number) => IterationResult) => {
    return { ...one, directory: name, results: Array.from({ length: 12 }, (_, i) => of(i + 1)) }
  }

  test('marks intervals that exclude 1, after a correction for all comparisons of the family', () => {
    const [, b] = compareRuns([many('a', good), many('b', () => doubled)])
    const { transferTime, throughput, overhead } = b!.measures
    expect(transferTime).toMatchObject({ excludesOne: true, p: 2 / 2001, pHolm: 4 / 2001 })
    expect(overhead).toMatchObject({ excludesOne: false, p: 1, pHolm: 1 })
    // size / time: the same comparison once more
    expect(throughput).toMatchObject({ excludesOne: true, pHolm: transferTime.pHolm })
    expect([transferTime, throughput, overhead].map(markOf)).toEqual(['**', '**', ''])
  })

  test('marks otherwise what the correction leaves', () => {
    const runs = [many('a', good), many('b', () => doubled)]
    const [, b] = compareRuns(runs)
    const { transferTime } = b!.measures
    expect(markOf({ ...transferTime, pHolm: 0.06 })).toBe('*')
    expect(markOf({ ...transferTime, excludesOne: false })).toBe('')
    expect(markOf({ ...transferTime, excludesOne: null, pHolm: null })).toBe('')
  })

  test('counts comparisons, and what chance alone would make of them', () => {
    const runs = [many('a', good), many('b', () => doubled), many('c', good)]
    expect(multiplicityOf(compareRuns(runs))).toEqual({
      comparisons: 4,
      expectedByChance: 0.2,
      excludingOne: 1,
      afterHolm: 1,
    })
  })

  test('names runs by their paths when their directories have one name', () => {
    const runs = ['/a/run', '/b/run'].map((directory) => ({ ...one, directory, results: [] }))
    expect(compareRuns(runs).map(({ run }) => run)).toEqual(['/a/run', '/b/run'])
  })

  test('distinguishes two runs of one directory name', () => {
    const run = { ...one, directory: '/a/run', results: [] }
    expect(compareRuns([run, run]).map(({ run }) => run)).toEqual(['/a/run', '/a/run (2)'])
  })

  test('has no ratio where a run has nothing', () => {
    const first = { ...one, directory: 'first', results: [] }
    const second = { ...one, directory: 'second', results: [good(1)] }
    expect(compareRuns([first, second])[1]!.measures.transferTime.ratio).toBeNull()
  })
})
