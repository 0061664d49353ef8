import Table from 'cli-table3'
import { assignment, legendOfAssignment } from './assignment'
import { type ComparedMeasure, comparedMeasures, type Comparison } from './compare'
import { visible } from '../text'
import { formatOf, headingOf, shown, shownInterval } from './format'
import type { StepSummary } from './steps'

/** The table that a run ends with. Colours only on a terminal. */
export function formatRun(summaries: readonly StepSummary[], colour: boolean): string {
  const heads = assignment.map(({ head }) => head)
  const rows = summaries.map((summary) => assignment.map(({ of }) => of(summary)))
  return [formatTable(heads, rows, colour), ...legendOfAssignment].join('\n')
}

const comparisonHeads = ['', 'run', 'n', 'median', '95 % CI', 'ratio', '95 % CI']

/** Runs side by side, a table for each measure. */
export function formatComparison(comparisons: readonly Comparison[], colour: boolean): string {
  const tables = comparedMeasures.map((name) => {
    const rows = comparisons.map((comparison) => comparisonRow(comparison, name))
    return `${headingOf(name)}\n${formatTable(comparisonHeads, rows, colour)}`
  })
  const explanation = 'ratio: of the medians, each run to the first one that has the step'
  return [...tables, explanation].join('\n')
}

function comparisonRow({ step, run, measures }: Comparison, name: ComparedMeasure): string[] {
  const { n, median, medianCi95, ratio, ratioCi95 } = measures[name]
  const format = formatOf(name)
  const plain = (value: number) => value.toFixed(3)
  return [
    ...[step, run, String(n), shown(median, format), shownInterval(medianCi95, format)],
    ...[shown(ratio, plain), shownInterval(ratioCi95, plain)],
  ]
}

function formatTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  colour: boolean,
): string {
  const table = new Table({
    head: [...heads],
    // no line between rows
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
    colAligns: heads.map((_, column) => (column === 0 ? 'left' : 'right')),
    style: colour ? { head: ['bold'], border: ['gray'] } : { head: [], border: [] },
  })
  for (const row of rows) table.push(row.map(visible))
  return table.toString()
}
