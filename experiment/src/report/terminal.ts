import { machineWarning, type Machine } from '../results/environment'
import type { Run } from '../results/run-directory'
import { driftWarning } from './drift'
import { columnsOf, legendOf, type StepSummary } from './steps'
import {
  comparedMeasures,
  legendOfMarks,
  markOf,
  multiplicityOf,
  namesOf,
  noDifference,
} from './compare'
import type { ComparedMeasure, Comparison } from './compare'
import { differenceRows, unknownOf } from './differences'
import { formatOf, formatRatio, headingOf, moment, shown, shownInterval, wentWell } from './format'
import { visible } from '../util/text'
import { fitTable, fitWords, type Layout, type TableColumn, wrapped } from './table'

const introduction =
  'Each row shows how long the transfers of a file to one peer took, and how many bytes they cost. ' +
  'An overhead of 1.05 means that all nodes together sent 5 % more than the peers had to receive.'

/**
 * The table that a run ends with.
 * @param nodes of the run: busy ones are named
 */
export function formatRun(
  summaries: readonly StepSummary[],
  layout: Layout,
  nodes: readonly Machine[] = [],
): string {
  const columns = columnsOf(summaries)
  const rows = summaries.map((summary) => columns.map(({ of }) => of(summary)))
  const { text, leftOut } = fitTable(columns, rows, layout)
  return [
    text,
    ...moreIn('report.html', leftOut),
    wrapped(introduction, layout),
    ...legendOf(summaries),
    // a host may have any name
    ...[driftWarning(summaries), machineWarning(nodes)].flatMap((warning) =>
      warning === null ? [] : [wrapped(visible(warning), layout)],
    ),
  ].join('\n')
}

function moreIn(where: string, leftOut: readonly string[]): string[] {
  return leftOut.length > 0 ? [`more in ${where}: ${leftOut.join(', ')}`] : []
}

/** Runs side by side: in what they differ, then a table for each measure. */
export function formatComparison(
  runs: readonly Run[],
  comparisons: readonly Comparison[],
  layout: Layout,
): string {
  // directories have long names, which would fill the tables
  const names = namesOf(runs)
  const letters = new Map(names.map((name, index) => [name, letterOf(index)]))
  const leftOut = new Set<string>()
  const tables = comparedMeasures.map((name) => {
    const rows = comparisonRows(comparisons, name, (run) => letters.get(run) ?? run)
    const table = fitTable(comparisonColumns, rows, layout)
    table.leftOut.forEach((head) => leftOut.add(head))
    return `${wrapped(headingOf(name), layout)}\n${table.text}`
  })
  return [
    fitWords(['', 'run', 'plan', 'begun', 'iterations'], runRows(runs, letters), layout),
    differencesTable(runs, [...letters.values()], layout),
    ...tables,
    [...moreIn('--json and --output', [...leftOut]), ...legendOfRatios(comparisons)].join('\n'),
  ].join('\n\n')
}

/** A to Z, then numbers. */
function letterOf(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : String(index + 1)
}

function runRows(runs: readonly Run[], letters: ReadonlyMap<string, string>): string[][] {
  return [...letters].map(([name, letter], index) => {
    const run = runs[index]
    if (!run) return [letter, name]
    return [letter, name, run.plan.name, moment(run.startedAt), wentWell(run)]
  })
}

function differencesTable(
  runs: readonly Run[],
  letters: readonly string[],
  layout: Layout,
): string {
  const rows = differenceRows(runs, letters)
  const unknown = unknownOf(runs, letters).map((line) => wrapped(line, layout))
  if (rows.length === 0) return [noDifference, ...unknown].join('\n')
  return [fitWords(['The runs differ in', 'run', 'value'], rows, layout), ...unknown].join('\n')
}

export const comparisonColumns: readonly TableColumn[] = [
  { head: '', rank: 0, text: true },
  { head: 'run', rank: 1 },
  { head: 'n', rank: 7 },
  { head: 'median', rank: 4 },
  { head: '95 % CI', name: '95 % CI of the median', rank: 6 },
  { head: 'ratio', rank: 2 },
  { head: '95 % CI', name: '95 % CI of the ratio', rank: 3 },
  { head: '', name: 'mark', rank: 3, text: true },
  { head: 'p (Holm)', rank: 5 },
]

/** @param shownRun the run's name in the table */
export function comparisonRows(
  comparisons: readonly Comparison[],
  name: ComparedMeasure,
  shownRun = (run: string) => run,
): string[][] {
  const format = formatOf(name)
  return comparisons.map(({ step, run, measures }) => {
    const { n, median, medianCi95, ratio, ratioCi95, pHolm } = measures[name]
    return [
      step,
      shownRun(run),
      String(n),
      shown(median, format),
      shownInterval(medianCi95, format),
      shown(ratio, formatRatio),
      shownInterval(ratioCi95, formatRatio),
      markOf(measures[name]),
      shown(pHolm, formatRatio),
    ]
  })
}

/** @param compared what the table compares: runs or conditions */
export function legendOfRatios(comparisons: readonly Comparison[], compared = 'run'): string[] {
  return [
    `ratio: of the medians, each ${compared} to the first one that has the step`,
    ...legendOfMarks(multiplicityOf(comparisons)),
  ]
}
