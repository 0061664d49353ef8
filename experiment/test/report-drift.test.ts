// Order effects: transfer times that depend on when an iteration was executed.
import { driftSentence, driftWarning } from '../src/report/drift'
import { runPage } from '../src/report/page/run-page'
import { summarizeSteps, type StepSummary } from '../src/report/steps'
import { formatRun } from '../src/report/terminal'
import type { Run } from '../src/results/run-directory'
import { makeRun } from './helpers/runs'

const iterations = 24

/** A run whose steps have these transfer times, in milliseconds by the place in the order. */
function runOf(...steps: ((place: number) => number)[]): Run {
  const run = makeRun({
    name: 'order',
    conditions: ['default'],
    peers: 2,
    steps: steps.map((_, index) => ({ size: 1000 * (index + 1), iterations, warmUps: 2 })),
  })
  const results = run.results.map((result) => ({
    ...result,
    peers: result.peers.map((peer) => {
      if (!peer.ok) return peer
      const time = steps[result.step]!(result.warmUp ? 1000 : result.repetition)
      return { ...peer, times: { ...peer.times, finish: time + peer.peer } }
    }),
  }))
  return { ...run, results }
}

function driftsOf(...steps: ((place: number) => number)[]): StepSummary['drift'][] {
  return summarizeSteps(runOf(...steps)).map(({ drift }) => drift)
}

/** Noise of the width 1 that follows no order. */
const noise = (place: number) => (place * 0.618_034) % 1

describe('the drift of transfer times', () => {
  test('is 1 where each iteration takes longer than the one before, and -1 where less', () => {
    const [longer, shorter] = driftsOf(
      (place) => 10 + place,
      (place) => 100 / place,
    )
    expect(longer).toMatchObject({ correlation: expect.closeTo(1), pHolm: expect.any(Number) })
    expect(shorter!.correlation).toBeCloseTo(-1)
    expect(longer!.lastToFirst).toBeCloseTo((10 + 20.5 + 1.5) / (10 + 4.5 + 1.5))
    for (const drift of [longer, shorter]) expect(drift!.pHolm).toBeLessThan(0.0001)
  })

  test('has the p-value of a standard normal quantile', () => {
    // ranks that correlate by r have the p-value of r * sqrt(n - 1); from tables of the normal distribution
    const [drift] = driftsOf((place) => noise(place) + place / 60)
    const z = Math.abs(drift!.correlation) * Math.sqrt(iterations - 1)
    expect(z).toBeGreaterThan(1.645)
    expect(z).toBeLessThan(2.576)
    expect(drift!.p).toBeLessThan(0.1)
    expect(drift!.p).toBeGreaterThan(0.01)
  })

  test('is not found in noise, nor in equal times, nor in few iterations', () => {
    expect(driftsOf(noise)[0]!.pHolm).toBeGreaterThan(0.3)
    expect(driftsOf(() => 7)).toEqual([null])
    const { plan, results } = runOf((place) => place)
    const few = results.filter(({ repetition }) => repetition < 10)
    expect(summarizeSteps({ plan, results: few })[0]!.drift).toBeNull()
  })

  test('shares ranks among equal times: two values in an alternating order do not drift', () => {
    expect(Math.abs(driftsOf((place) => place % 2)[0]!.correlation)).toBeLessThan(0.1)
  })

  test('is corrected for the number of steps', () => {
    const weak = (place: number) => noise(place) + place / 60
    const [alone] = driftsOf(weak)
    const [among] = driftsOf(weak, noise, noise, noise)
    expect(among!.p).toBe(alone!.p)
    expect(among!.pHolm).toBeCloseTo(4 * alone!.p)
  })

  test('is named with its step on the page and the terminal, and nothing else is', () => {
    const run = runOf(noise, (place) => 10 + place, noise)
    const summaries = summarizeSteps(run)
    const expected =
      'Transfer times drift with the order of the iterations: 2.00 kB (longer: last third / first third 2.000, p (Holm) 0.000).'
    expect(driftWarning(summaries)).toBe(expected)
    const layout = { columns: 80, colour: false }
    for (const text of [
      runPage(run, { summaries, figures: [], effects: [], interactions: [] }),
      formatRun(summaries, layout),
    ])
      expect(text.replace(/\s+/g, ' ')).toContain(expected)
    const calm = summarizeSteps(runOf(noise))
    expect(formatRun(calm, layout)).not.toContain('drift')
    expect(driftSentence(calm)).toMatch(/^No transfer times drift .* 1 step tested\.$/)
  })
})
