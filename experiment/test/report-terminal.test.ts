// Tables as a terminal or a file gets them.
import stringWidth from 'string-width'
import type { Run } from '../src/results/run-directory'
import { compareRuns } from '../src/report/compare'
import { summarizeSteps, type StepSummary } from '../src/report/steps'
import { fitTable } from '../src/report/table'
import { formatComparison, formatRun } from '../src/report/terminal'
import { columnsOf } from '../src/util/text'
import { makeRun, type Shape } from './helpers/runs'
import { classroom, matrix, shapes, single } from './helpers/shapes'

const on = (columns: number) => ({ columns, colour: false })

function widest(text: string): number {
  return Math.max(...text.split('\n').map((line) => stringWidth(line)))
}

/** Statistics are of thousands of resamples: once for each shape. */
const summaries = new Map<Shape, readonly StepSummary[]>()

function summarized(shape: Shape): readonly StepSummary[] {
  const found = summaries.get(shape) ?? summarizeSteps(makeRun(shape))
  summaries.set(shape, found)
  return found
}

describe('the table of a run', () => {
  test.each(shapes)('fits terminals of 60, 80 and 160 columns: $name', (shape) => {
    const summaries = summarized(shape)
    for (const columns of [80, 160])
      expect(widest(formatRun(summaries, on(columns)))).toBeLessThanOrEqual(columns)
    const [table = ''] = formatRun(summaries, on(60)).split('\nmore in')
    expect(widest(table)).toBeLessThanOrEqual(60)
  })

  test('has the most important columns on 80 columns, and names the page with the others', () => {
    const text = formatRun(summarized(classroom), on(80))
    const [head, , ...rows] = text.split('\n')
    expect(head).toMatch(/^file size +iterations +mean time +sd +median +mean kbit\/s +overhead/)
    expect(rows[0]).toMatch(/^10 KiB +60 /)
    expect(text).toContain('\nmore in report.html: transfers, sd of kbit/s')
  })

  test('has all columns where there is room, and no line about others', () => {
    const text = formatRun(summarized(classroom), on(160))
    expect(text.split('\n')[0]).toMatch(/transfers .* overhead +failed$/)
    expect(text).not.toContain('more in')
  })

  test('says in two sentences what it shows', () => {
    const text = formatRun(summarized(single), on(200))
    const [sentences = ''] = /^Each row shows .*$/m.exec(text) ?? []
    expect(sentences.match(/[a-z]\.( |$)/g)).toHaveLength(2)
  })

  test('keeps labels whole that are longer than their column', () => {
    const labels = summarized(matrix).map(({ label }) => label)
    const text = formatRun(summarized(matrix), on(80))
    const words = labels.flatMap((label) => label.split(/\s+/)).filter((word) => word.length < 20)
    for (const word of words) expect(text).toContain(word)
  })

  test('shows how many of the planned iterations went well, unless all did', () => {
    const failing = { ...single, fails: () => 'no' }
    expect(formatRun(summarized(failing), on(80))).toMatch(/^10 KiB +0 of 1 /m)
    expect(formatRun(summarized(single), on(80))).toMatch(/^10 KiB +1 /m)
  })
})

describe('a fitted table', () => {
  const columns = [
    { head: 'name', rank: 0, text: true },
    { head: 'less', rank: 2 },
    { head: 'more', rank: 1 },
  ]

  test('leaves out the column with the highest number first', () => {
    const { text, leftOut } = fitTable(columns, [['a', '1111111111', '2222222222']], on(24))
    expect(leftOut).toEqual(['less'])
    expect(text.split('\n')).toEqual(['name        more', '────  ──────────', 'a     2222222222'])
  })

  test('counts the columns that wide characters take', () => {
    const { text } = fitTable(columns, [['漢字', '1', '2']], on(80))
    expect(new Set(text.split('\n').map((line) => stringWidth(line)))).toEqual(new Set([16]))
  })
})

describe('the columns of an output', () => {
  test('are those of the terminal', () => {
    expect(columnsOf({ isTTY: true, columns: 132 }, { COLUMNS: '60' })).toBe(132)
  })

  test('are 80 elsewhere, unless the variable COLUMNS is set', () => {
    const pipe = { isTTY: false, columns: 0 }
    expect(columnsOf(pipe, {})).toBe(80)
    expect(columnsOf(pipe, { COLUMNS: '200' })).toBe(200)
    expect(columnsOf(pipe, { COLUMNS: 'many' })).toBe(80)
    expect(columnsOf({ isTTY: true, columns: 0 }, {})).toBe(80)
  })
})

describe('the tables of a comparison', () => {
  const named = (directory: string, run: Run): Run => ({ ...run, directory })
  const long = '/results/2026-11-28-173900-demonstration-with-a-long-name'
  const runs = [named(long, makeRun(single)), named(`${long}-2`, makeRun(classroom))]
  const comparisons = compareRuns(runs)

  test.each([80, 120])('fit %i columns, with letters for runs of long names', (columns) => {
    const text = formatComparison(runs, comparisons, on(columns))
    expect(widest(text)).toBeLessThanOrEqual(columns)
    expect(text).toMatch(/^10 KiB +A +/m)
    expect(text).toMatch(/^10 KiB +B +/m)
  })

  test('stand behind the runs and what these differ in', () => {
    const text = formatComparison(runs, comparisons, on(80))
    const order = ['2026-11-28-173900', 'differ in', 'transfer time, per peer', 'ratio: of the']
    const places = order.map((part) => text.indexOf(part))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
  })
})
