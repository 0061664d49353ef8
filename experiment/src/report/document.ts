import type { Run } from '../results/run-directory'
import { visible } from '../util/text'
import { comparedMeasures, compareRuns, effectsOf, namesOf, tested } from './compare'
import { comparisonCsv } from './csv'
import { headingOf } from './format'
import {
  type Interaction,
  interactionColumns,
  interactionRows,
  interactionsOf,
  legendOfInteractions,
} from './interactions'
import { columnsOf, legendOf, summarizeSteps } from './steps'
import type { TableColumn } from './table'
import { comparisonColumns, comparisonRows, legendOfRatios } from './terminal'

/** Forms of a report that another document includes. */
export const documentFormats = ['markdown', 'latex', 'csv'] as const
export type DocumentFormat = (typeof documentFormats)[number]

interface Section {
  readonly title: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly string[])[]
  readonly notes: readonly string[]
}

/**
 * Returns the effects of conditions, or of runs if there are several, then the steps of each run. CSV is one table: a row
 * per condition or run, step and measure, with statistics and ratio.
 */
export function documentOf(runs: readonly Run[], format: DocumentFormat): string {
  const [run] = runs
  const single = run && runs.length === 1 ? run : null
  const effects = single ? effectsOf(single) : compareRuns(runs)
  if (format === 'csv' && single) {
    const names = single.plan.conditions.map(({ name }) => name)
    return comparisonCsv(effects.length > 0 ? effects : compareRuns(runs, names), 'condition')
  }
  if (format === 'csv') return comparisonCsv(effects)
  const head = single ? 'condition' : 'run'
  const interactions = single ? interactionSections(interactionsOf(single)) : []
  const sections = [...effectSections(effects, head), ...interactions, ...stepSections(runs)]
  return sections.map(format === 'latex' ? latexTable : markdownTable).join('\n')
}

function effectSections(effects: ReturnType<typeof compareRuns>, head: string): Section[] {
  if (effects.length === 0) return []
  const [first, , ...others] = comparisonColumns
  const columns = [{ head: 'step', rank: 0, text: true }, { ...first, head, rank: 0 }, ...others]
  return comparedMeasures.map((name, index, { length }) => ({
    title: `Effects: ${headingOf(name)}`,
    columns,
    rows: comparisonRows(effects, name),
    notes: index < length - 1 ? [] : legendOfRatios(effects, head),
  }))
}

function interactionSections(interactions: readonly Interaction[]): Section[] {
  if (interactions.length === 0) return []
  return tested.map((name, index, { length }) => ({
    title: `Interactions: ${headingOf(name)}`,
    columns: interactionColumns,
    rows: interactionRows(interactions, name),
    notes: index < length - 1 ? [] : legendOfInteractions(interactions),
  }))
}

function stepSections(runs: readonly Run[]): Section[] {
  const names = namesOf(runs)
  return runs.map((run, index) => {
    const summaries = summarizeSteps(run)
    const columns = columnsOf(summaries)
    return {
      title: runs.length > 1 ? `Steps of ${names[index] ?? ''}` : 'Steps',
      columns,
      rows: summaries.map((summary) => columns.map(({ of }) => of(summary))),
      notes: index < runs.length - 1 ? [] : legendOf(summaries),
    }
  })
}

function headsOf({ columns }: Section): string[] {
  return columns.map(({ head, name = head }) => name)
}

/** Of CommonMark, with the tables of GitHub. */
function markdownTable(section: Section): string {
  const row = (cells: readonly string[]) => `| ${cells.map(markdown).join(' | ')} |`
  return [
    `**${markdown(section.title)}**`,
    '',
    row(headsOf(section)),
    `| ${section.columns.map(({ text = false }) => (text ? ':--' : '--:')).join(' | ')} |`,
    ...section.rows.map(row),
    '',
    ...section.notes.map((note) => `- ${markdown(note)}`),
    ...(section.notes.length > 0 ? [''] : []),
  ].join('\n')
}

function markdown(text: string): string {
  return visible(text).replace(/[\\`*_[\]<>|~$&#]/g, '\\$&')
}

/** A float that needs no package. Ten columns fit a page of the class `article`, centred over its margins. */
function latexTable(section: Section): string {
  const row = (cells: readonly string[]) => `  ${cells.map(latex).join(' & ')} \\\\`
  const align = section.columns.map(({ text = false }) => (text ? 'l' : 'r')).join('')
  return [
    '\\begin{table}',
    '\\centering',
    `\\caption{${latex(section.title)}}`,
    '\\scriptsize\\setlength{\\tabcolsep}{3pt}',
    `\\makebox[\\linewidth]{\\begin{tabular}{${align}}`,
    '  \\hline',
    row(headsOf(section)),
    '  \\hline',
    ...section.rows.map(row),
    '  \\hline',
    '\\end{tabular}}',
    ...section.notes.map((note) => `\\par ${latex(note)}`),
    '\\end{table}',
    '',
  ].join('\n')
}

const latexNames: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '{\\char34}',
}

/** A star or a bracket at the beginning of a row would be an argument of the end of the row before. */
function latex(text: string): string {
  return visible(text)
    .replace(/[\\^~<>|"{}$&#%_]/g, (character) => latexNames[character] ?? `\\${character}`)
    .replace(/^[*[]/, '{$&}')
}
