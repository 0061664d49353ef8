import { max, median, min } from 'simple-statistics'
import type { Runs } from './measure'
import type { Figures, Target } from './trial'

export interface Summary {
  readonly unit: string
  readonly median: number
  readonly min: number
  readonly max: number
}

export interface Verdict {
  /** Text that names what was compared. */
  readonly of: string
  readonly wanted: string
  /** Null when a competitor was absent. */
  readonly found: Summary | null
  readonly holds: boolean | null
}

function summaryOf(values: number[], unit: string): Summary {
  return { unit, median: median(values), min: min(values), max: max(values) }
}

/** Competitor -> metric -> summary. */
export function summarize(
  runs: Runs,
  units: Readonly<Record<string, string>>,
): Record<string, Record<string, Summary>> {
  const table: Record<string, Record<string, Summary>> = {}
  for (const [competitor, figures] of runs) {
    const row: Record<string, Summary> = {}
    for (const [metric, unit] of Object.entries(units)) {
      const values = figures.map((run) => run[metric]).filter((value) => value !== undefined)
      if (values.length > 0) row[metric] = summaryOf(values, unit)
    }
    table[competitor] = row
  }
  return table
}

function figure(run: Figures | undefined, metric: string): number {
  const value = run?.[metric]
  if (value === undefined || !Number.isFinite(value)) throw new Error(`no figure for ${metric}`)
  return value
}

/** The compared value of each repetition. */
function compare(target: Target, mine: readonly Figures[], others: readonly Figures[]): number[] {
  return mine.map((run, repetition) => {
    const value = figure(run, target.metric)
    if (target.to === undefined) return value
    const other = figure(others[repetition], target.metric)
    return target.by === 'difference' ? value - other : value / other
  })
}

function rounded(bound: number): string {
  return String(Number(bound.toFixed(3)))
}

function describe({ metric, of, to, by = 'ratio' }: Target): string {
  if (to === undefined) return `${metric} of ${of}`
  return by === 'ratio' ? `${metric}: ${of} / ${to}` : `${metric}: ${of} - ${to}`
}

function unitOf({ metric, to, by = 'ratio' }: Target, units: Record<string, string>): string {
  return to !== undefined && by === 'ratio' ? 'x' : (units[metric] ?? '')
}

/** Whether the median of the compared values is within the target's bound; null where it has none. */
export function judge(target: Target, units: Record<string, string>, runs: Runs): Verdict {
  const { atMost, atLeast } = target
  const unit = unitOf(target, units)
  const bounds = [
    atMost !== undefined && `<= ${rounded(atMost)}`,
    atLeast !== undefined && `>= ${rounded(atLeast)}`,
  ]
  const given = bounds.filter(Boolean)
  const wanted = given.length > 0 ? `${given.join(' and ')} ${unit}` : ''
  const mine = runs.get(target.of)
  const others = target.to === undefined ? [] : runs.get(target.to)
  if (!mine || !others) return { of: describe(target), wanted, found: null, holds: null }
  const found = summaryOf(compare(target, mine, others), unit)
  if (given.length === 0) return { of: describe(target), wanted, found, holds: null }
  const holds = found.median <= (atMost ?? Infinity) && found.median >= (atLeast ?? -Infinity)
  return { of: describe(target), wanted, found, holds }
}
