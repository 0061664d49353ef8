// Tables of the results, as Markdown that reads well in a terminal, too.
import type { Environment } from './environment'
import type { TrialResult } from './measure'
import type { Summary } from './statistics'

export interface Results {
  readonly environment: Environment
  readonly trials: Readonly<Record<string, TrialResult>>
}

export function number(value: number): string {
  if (value === 0 || Math.abs(value) >= 1000) return value.toFixed(0)
  return value.toPrecision(3)
}

function spread({ median, min, max }: Summary): string {
  return min === max ? number(median) : `${number(median)} (${number(min)} to ${number(max)})`
}

export function table(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const lines = rows.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  )
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [lines[0], rule, ...lines.slice(1)].join('\n')
}

function figuresTable({ competitors }: TrialResult): string {
  const rows = Object.values(competitors)
  const metrics = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const unit = (metric: string) => rows.find((row) => row[metric])?.[metric]?.unit ?? ''
  const head = ['competitor', ...metrics.map((metric) => `${metric}, ${unit(metric)}`)]
  const body = Object.entries(competitors).map(([name, row]) => [
    name,
    ...metrics.map((metric) => (row[metric] ? spread(row[metric]) : '')),
  ])
  return table([head, ...body])
}

/** Empty for a comparison without a bound. */
const answers = new Map<boolean | null, string>([
  [true, 'yes'],
  [false, 'NO'],
])

function verdictsTable({ verdicts }: TrialResult): string {
  const head = ['compared', 'median (range)', 'target', 'holds']
  const body = verdicts.map(({ of, wanted, found, holds }) => {
    if (found === null) return [of, 'not measured', wanted, '']
    return [of, `${spread(found)} ${found.unit}`, wanted, answers.get(holds) ?? '']
  })
  return table([head, ...body])
}

export function trialText(name: string, result: TrialResult): string {
  const { measures, parameters, repetitions, remark, skipped } = result
  const how = [`${repetitions} repetitions with ${JSON.stringify(parameters)}`, remark ?? []].flat()
  const parts = [
    `## ${name}`,
    `${measures}\n${how.join('; ')}; median (min to max).`,
    figuresTable(result),
  ]
  if (result.verdicts.length > 0) parts.push(verdictsTable(result))
  if (skipped.length > 0) parts.push(`Not installed: ${skipped.join(', ')}.`)
  return parts.join('\n\n')
}

export function resultsText({ environment, trials }: Results): string {
  const { implementations, ...machine } = environment
  const facts = { ...machine, ...implementations }
  return [
    '# Results',
    'Written by `npm run bench`. A ratio is taken within each repetition; its median decides. What is',
    'measured, and how, is in [README.md](README.md); what follows from it, in',
    '[docs/performance.md](../docs/performance.md).\n',
    Object.entries(facts)
      .map(([name, fact]) => `- ${name}: ${fact}`)
      .join('\n'),
    ...Object.entries(trials).map(([name, result]) => `\n${trialText(name, result)}`),
    '',
  ].join('\n')
}
