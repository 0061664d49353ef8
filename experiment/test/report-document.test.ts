// Tables for other documents.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { documentOf } from '../src/report/document'
import { tempDir } from '../../test/helpers/files'
import { run as runCommand } from './helpers/command'
import { makeRun, type Shape, writeRun } from './helpers/runs'
import { hostile, single } from './helpers/shapes'

const awkward = '*[a_b|c&d%$#{}^~\\"<i>`'
const two: Shape = {
  name: 'two',
  peers: 1,
  conditions: ['fast', awkward],
  steps: [0, 1].map((condition) => ({ size: 10_000, iterations: 3, condition })),
}

/** Cells of the rows of each table, as CommonMark reads them: a backslash takes the meaning of the next character. */
function tablesOf(document: string): string[][][] {
  return [...document.matchAll(/(?:^\|.*\n)+/gm)].map(([table]) =>
    table.trimEnd().split('\n').map(cellsOf),
  )
}

function cellsOf(row: string): string[] {
  const cells = [...row.slice(1).matchAll(/((?:[^|\\]|\\.)*)\|/g)]
  return cells.map(([, cell = '']) => cell.trim().replace(/\\(.)/g, '$1'))
}

describe('a report as Markdown', () => {
  test('has the effects first, then the steps, with names unchanged', () => {
    const page = documentOf([makeRun(two)], 'markdown')
    const titles = [...page.matchAll(/^\*\*(.*)\*\*$/gm)].map(([, title]) => title)
    expect(titles.at(0)).toMatch(/^Effects: /)
    expect(titles.at(-1)).toBe('Steps')
    const [times = [], ...others] = tablesOf(page)
    expect(times[0]).toEqual(expect.arrayContaining(['step', 'condition', '95 % CI of the ratio']))
    expect(times.map((row) => row[1])).toEqual(['condition', ':--', 'fast', awkward])
    expect(others.at(-1)!.map((row) => row[0])).toContain(`10.0 kB, ${awkward}`)
    expect(page).toContain('Holm')
  })

  test('has rows as long as the head, with the name of an attacker, too', () => {
    const document = documentOf([makeRun({ ...two, conditions: ['a', hostile] })], 'markdown')
    for (const [head, ...rows] of tablesOf(document))
      for (const row of rows) expect(row).toHaveLength(head!.length)
    expect(document).not.toContain('<script>')
    expect(document).toContain('\\<script')
  })

  test('has no effects of a run with one condition', () => {
    expect(documentOf([makeRun(single)], 'markdown')).toMatch(/^\*\*Steps\*\*\n/)
  })
})

describe('a report for LaTeX', () => {
  test('begins no row with a star or a bracket, and leaves no character with a meaning', () => {
    const document = documentOf([makeRun(two)], 'latex')
    const names = String.raw`{*}[a\_b\textbar{}c\&d\%\$\#\{\}\textasciicircum{}\textasciitilde{}`
    expect(document).toContain(names)
    for (const [row] of document.matchAll(/^ {2}(?!\\hline).*$/gm)) {
      expect(row).toMatch(/^ {2}[^*[].* \\\\$/)
      expect(row.match(/ & /g)!.length).toBeGreaterThan(5)
    }
    const begun = document.match(/\\begin\{tabular\}/g)!.length
    expect(document.match(/\\end\{table\}/g)).toHaveLength(begun)
  })
})

describe('a report as CSV', () => {
  test.each([
    { run: two, names: new Set(two.conditions) },
    { run: single, names: new Set(['default']) },
  ])('is one table with a row per condition, step and measure: $run.name', ({ run, names }) => {
    const rows = parse<Record<string, string>>(documentOf([makeRun(run)], 'csv'), {
      columns: true,
    })
    expect(new Set(rows.map(({ condition }) => condition))).toEqual(names)
    expect(rows).toHaveLength(3 * run.conditions.length)
  })

  test('has the names of runs where several are compared', () => {
    const runs = ['a', 'b'].map((name) => makeRun({ ...single, name }))
    const rows = parse<Record<string, string>>(documentOf(runs, 'csv'), { columns: true })
    expect(new Set(rows.map(({ run }) => run))).toEqual(new Set(['a', 'b']))
  })
})

describe('node seed.js report', () => {
  test('prints a document alone, or writes it to a file, and takes one form at a time', async () => {
    const parent = await tempDir()
    const { directory } = await writeRun(parent, two)
    const file = join(parent, 'new', 'tables.tex')
    const printed = await runCommand('seed.js', 'report', directory, '--latex')
    expect(printed).toMatchObject({ code: 0, stderr: '' })
    expect(printed.stdout).toMatch(/^\\begin\{table\}/)
    const written = await runCommand('seed.js', 'report', directory, '--latex', '--output', file)
    expect(written).toEqual({ code: 0, stdout: '', stderr: '' })
    expect((await readFile(file, 'utf8')).trimEnd()).toBe(printed.stdout.trimEnd())
    const both = await runCommand('seed.js', 'report', directory, '--csv', '--markdown')
    expect(both.code).toBe(2)
    await writeFile(join(parent, 'file'), '')
    const wrong = join(parent, 'file', 'x.csv')
    const failed = await runCommand('seed.js', 'report', directory, '--csv', '--output', wrong)
    expect(failed).toMatchObject({ code: 1, stdout: '' })
    expect(failed.stderr).toContain(`cannot write ${wrong}`)
  }, 60_000)
})
