import { assignment, legendOfAssignment } from './assignment'
import { type ComparedMeasure, comparedMeasures, type Comparison } from './compare'
import { formatOf, formatRatio, headingOf, shown, shownInterval } from './format'
import type { StepSummary } from './steps'
import { fitTable, type Layout, type TableColumn, wrapped } from './table'

/** The table that a run ends with. */
export function formatRun(summaries: readonly StepSummary[], layout: Layout): string {
  const rows = summaries.map((summary) => assignment.map(({ of }) => of(summary)))
  const { text, leftOut } = fitTable(assignment, rows, layout)
  const isOff = summaries.some(({ overheadCheck }) => overheadCheck.disagreeing > 0)
  const legend = legendOfAssignment.filter((line) => isOff || !line.startsWith('off:'))
  return [text, ...moreIn('report.html', leftOut), ...legend].join('\n')
}

function moreIn(where: string, leftOut: readonly string[]): string[] {
  return leftOut.length > 0 ? [`more in ${where}: ${leftOut.join(', ')}`] : []
}

/** Runs side by side, a table for each measure. */
export function formatComparison(comparisons: readonly Comparison[], layout: Layout): string {
  const tables = comparedMeasures.map((name) => {
    const rows = comparisons.map((comparison) => comparisonRow(comparison, name))
    const { text, leftOut } = fitTable(comparisonColumns, rows, layout)
    return [wrapped(headingOf(name), layout), text, ...moreIn('--json', leftOut)].join('\n')
  })
  const explanation = 'ratio: of the medians, each run to the first one that has the step'
  return [...tables, explanation].join('\n')
}

const comparisonColumns: readonly TableColumn[] = [
  { head: '', rank: 0, text: true },
  { head: 'run', rank: 1, text: true },
  { head: 'n', rank: 6 },
  { head: 'median', rank: 4 },
  { head: '95 % CI', name: '95 % CI of the median', rank: 5 },
  { head: 'ratio', rank: 2 },
  { head: '95 % CI', name: '95 % CI of the ratio', rank: 3 },
]

function comparisonRow({ step, run, measures }: Comparison, name: ComparedMeasure): string[] {
  const { n, median, medianCi95, ratio, ratioCi95 } = measures[name]
  const format = formatOf(name)
  return [
    ...[step, run, String(n), shown(median, format), shownInterval(medianCi95, format)],
    ...[shown(ratio, formatRatio), shownInterval(ratioCi95, formatRatio)],
  ]
}
