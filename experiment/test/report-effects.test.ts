// Conditions of one run, compared with each other.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { compareRuns, effectsOf } from '../src/report/compare'
import { writeReports } from '../src/report/write'
import { tempDir } from '../../test/helpers/files'
import { makeRun, type Shape, writeRun } from './helpers/runs'
import { single } from './helpers/shapes'

/** The second condition is twice as slow as the first. */
const two: Shape = {
  name: 'two',
  peers: 2,
  conditions: ['fast', 'slow/er'],
  steps: [
    { size: 10_000, iterations: 12, condition: 0 },
    { size: 10_000, iterations: 12, condition: 1 },
    { size: 20_000, iterations: 4, condition: 1 },
  ],
}

describe('the effects of conditions', () => {
  test('are ratios to the first condition that has the step', () => {
    const effects = effectsOf(makeRun(two))
    expect(effects.map(({ step, run }) => [step, run])).toEqual([
      ['10.0 kB', 'fast'],
      ['10.0 kB', 'slow/er'],
      ['20.0 kB', 'slow/er'],
    ])
    const [first, second, alone] = effects.map(({ measures }) => measures.transferTime)
    expect([first!.ratio, alone!.ratio]).toEqual([null, null])
    expect(second!.ratio).toBeGreaterThan(1.5)
    expect(second!.excludesOne).toBe(true)
    expect(second!.pHolm).toBeGreaterThanOrEqual(second!.p!)
  })

  test('keep sizes apart that look the same with three digits', () => {
    const sizes = [1_000_000, 1_004_000]
    const steps = sizes.flatMap((size) =>
      [0, 1].map((condition) => ({ size, iterations: 3, condition })),
    )
    expect(effectsOf(makeRun({ ...two, steps })).map(({ step }) => step)).toEqual([
      '1.00 MB',
      '1.00 MB',
      '1004000 B',
      '1004000 B',
    ])
  })

  test('are those that runs of one condition each have', () => {
    const run = makeRun(two)
    const [fast, slow] = [0, 1].map((condition) => ({
      ...run,
      plan: {
        ...run.plan,
        conditions: [run.plan.conditions[condition]!],
        steps: [{ ...run.plan.steps[condition]!, condition: 0 }],
      },
      results: run.results
        .filter(({ step }) => step === condition)
        .map((result) => ({ ...result, step: 0 })),
    }))
    const [, compared] = compareRuns([fast!, slow!], ['fast', 'slow/er'])
    expect(effectsOf(run)[1]!.measures.transferTime.ratio).toBe(
      compared!.measures.transferTime.ratio,
    )
  })

  test('are in the report and in effects.csv, of several conditions only', async () => {
    const directory = await tempDir()
    const run = await writeRun(directory, two)
    await writeReports(run)
    const page = await readFile(join(run.directory, 'report.html'), 'utf8')
    expect(page.match(/<h2>.*?<\/h2>/g)!.slice(0, 2)).toEqual([
      '<h2>Effects of the conditions</h2>',
      '<h2>Steps</h2>',
    ])
    const csv = await readFile(join(run.directory, 'effects.csv'), 'utf8')
    const rows = parse<Record<string, string>>(csv, { columns: true })
    expect(new Set(rows.map(({ condition }) => condition))).toEqual(new Set(two.conditions))
    expect(Object.keys(rows[0]!).filter((name) => /[A-Z]/.test(name))).toEqual([])
    expect(effectsOf(makeRun(single))).toEqual([])
  })
})
