// Interactions: whether the effect of one factor depends on the level of another one.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { type Parameters, resolveParameters } from '../src/plan/condition'
import { markOf } from '../src/report/compare'
import { documentOf } from '../src/report/document'
import { interactionsOf } from '../src/report/interactions'
import { writeReports } from '../src/report/write'
import type { Run } from '../src/results/run-directory'
import { tempDir } from '../../test/helpers/files'
import { makeRun } from './helpers/runs'

const iterations = 20
const square: readonly Parameters[] = [
  { transport: 'tcp', encryption: 'off' },
  { transport: 'utp', encryption: 'off' },
  { transport: 'tcp', encryption: 'forced' },
  { transport: 'utp', encryption: 'forced' },
]

/** A run of one step under these conditions, with transfers of so many milliseconds and noise of 10 %. */
function runOf(conditions: readonly Parameters[], times: readonly number[]): Run {
  const names = conditions.map((_, index) => `condition ${index}`)
  const steps = conditions.map((_, condition) => ({ size: 1000, iterations, condition }))
  const run = makeRun({ name: 'factors', peers: 1, conditions: names, steps })
  const resolved = conditions.map((own, index) => resolveParameters(names[index]!, own))
  const results = run.results.map((result) => ({
    ...result,
    peers: result.peers.map((peer) => {
      const noise =
        1 + (((result.repetition * 7) % iterations) - iterations / 2) / (10 * iterations)
      const finish = times[result.step]! * noise
      return peer.ok ? { ...peer, times: { ...peer.times, finish } } : peer
    }),
  }))
  return { ...run, plan: { ...run.plan, conditions: resolved }, results }
}

describe('interactions', () => {
  test('are found where two changes together do more than the product of each alone', () => {
    const [found, ...others] = interactionsOf(runOf(square, [10, 20, 30, 180]))
    expect(others).toEqual([])
    expect(found!.step).toBe('1.00 kB')
    expect(found!.factors).toEqual(['transport tcp to utp', 'encryption off to forced'])
    const { effects, ratio, ratioCi95, pHolm } = found!.measures.transferTime
    expect(effects).toEqual([expect.closeTo(2), expect.closeTo(6)])
    expect(ratio).toBeCloseTo(3)
    expect(ratioCi95![0]).toBeGreaterThan(2.5)
    expect(ratioCi95![1]).toBeLessThan(3.5)
    expect(pHolm).toBeLessThan(0.01)
    expect(markOf(found!.measures.transferTime)).toBe('**')
  })

  test('are not found where the effects multiply', () => {
    const [found] = interactionsOf(runOf(square, [10, 20, 30, 60]))
    const { effects, ratio, excludesOne, pHolm } = found!.measures.transferTime
    expect(effects).toEqual([expect.closeTo(2), expect.closeTo(2)])
    expect(ratio).toBeCloseTo(1)
    expect(excludesOne).toBe(false)
    expect(pHolm).toBeGreaterThan(0.5)
  })

  test('are those of each pair of levels with the first condition, and of each pair of factors', () => {
    const cube = [false, true].flatMap((dht) =>
      square.map((own) => ({ ...own, dht })),
    ) satisfies Parameters[]
    const times = cube.map((_, index) => 10 + index)
    expect(interactionsOf(runOf(cube, times)).map(({ factors }) => factors)).toEqual([
      ['transport tcp to utp', 'encryption off to forced'],
      ['transport tcp to utp', 'dht off to on'],
      ['encryption off to forced', 'dht off to on'],
    ])
    const three = [...square, { transport: 'both', encryption: 'off' } as const]
    const whole = [...three, { transport: 'both', encryption: 'forced' } as const]
    const levels = (run: Run) => interactionsOf(run).map(({ factors }) => factors[0])
    const expected = ['transport tcp to utp', 'transport tcp to both']
    expect(levels(runOf(whole, [1, 2, 3, 4, 5, 6]))).toEqual(expected)
    // a corner is missing
    expect(levels(runOf(three, [1, 2, 3, 4, 5]))).toEqual(expected.slice(0, 1))
  })

  test('have parameters that change together as one factor, and none of a single factor', () => {
    const preset = { preset: 'swarm' } as const
    const both = [{}, preset, { dht: true }, { ...preset, dht: true }]
    const [found, ...others] = interactionsOf(runOf(both, [1, 2, 3, 4]))
    expect(others).toEqual([])
    expect(found!.factors[1]).toBe('dht off to on')
    expect(found!.factors[0]).toMatch(/^pieceSize .* \(and 3 more\)$/)
    expect(interactionsOf(runOf([{}, preset], [1, 2]))).toEqual([])
  })

  test('are in the report, in tables for documents, and in interactions.csv', async () => {
    const run = { ...runOf(square, [10, 20, 30, 180]), directory: await tempDir() }
    await writeReports(run)
    const page = await readFile(join(run.directory, 'report.html'), 'utf8')
    expect(page).toContain('<td>transport tcp to utp</td>')
    const csv = await readFile(join(run.directory, 'interactions.csv'), 'utf8')
    const [time, bytes] = parse<Record<string, string>>(csv, { columns: true })
    expect(time).toMatchObject({
      measure: 'transferTime',
      second_factor: 'encryption off to forced',
    })
    expect(Number(time!.ratio_of_effects)).toBeCloseTo(3)
    expect(bytes!.measure).toBe('overhead')
    expect(documentOf([run], 'markdown')).toMatch(/Interactions: transfer time.*\n[^]*\| 3\.000 \|/)
  })
})
