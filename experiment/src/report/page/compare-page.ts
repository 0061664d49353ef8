import type { Run } from '../../results/run-directory'
import {
  comparedMeasures,
  legendOfMarks,
  markOf,
  multiplicityOf,
  namesOf,
  noDifference,
} from '../compare'
import type { Compared, ComparedMeasure, Comparison } from '../compare'
import { differenceRows, unknownOf } from '../differences'
import type { Figure } from '../figures/figure'
import { formatOf, formatRatio, headingOf, moment, shown, shownInterval, wentWell } from '../format'
import { type Content, html, type Markup } from './html'
import { figuresSection, page, table } from './parts'

/** Several runs side by side, in a page that needs nothing else. */
export function comparePage(
  runs: readonly Run[],
  comparisons: readonly Comparison[],
  figures: readonly Figure[],
): string {
  const names = namesOf(runs)
  const title = `Comparison of ${names.join(', ')}`
  const rows = runs.map((run, index) => [
    names[index] ?? '',
    run.plan.name,
    moment(run.startedAt),
    wentWell(run),
    run.plan.conditions.map(({ name }) => name).join(', '),
  ])
  return page(
    title,
    html`<h1>${title}</h1>
      ${table('The runs', ['run', 'plan', 'begun', 'went well', 'conditions'], rows, 'text')}
      ${differencesSection(runs, names)}
      <h2>What was measured</h2>
      <p>
        Ratios are of medians, each run to ${names[0] ?? ''}, or to the first run that has the step.
        Their confidence intervals (95 %) are percentiles of a bootstrap that draws whole iterations
        of both runs; p-values are of the same resamples, two-sided.
      </p>
      <ul>
        ${legendOfMarks(multiplicityOf(comparisons)).map((line) => html`<li>${line}</li>`)}
      </ul>
      ${comparedMeasures.map((name) => measureTable(name, comparisons))} ${figuresSection(figures)}`,
  )
}

function differencesSection(runs: readonly Run[], names: readonly string[]): Markup {
  const rows = differenceRows(runs, names)
  const unknown = unknownOf(runs, names)
  return html`<h2>In what the runs differ</h2>
    ${
      rows.length === 0
        ? html`<p>${noDifference}</p>`
        : table(
            'Everything else that was recorded is the same',
            ['what', 'run', 'value'],
            rows,
            'text',
          )
    }
    ${unknown.map((line) => html`<p class="alarm">${line}</p>`)}`
}

// what is compared stands first: a telephone shows no more without scrolling
const head = ['ratio', '95 % CI', 'p (Holm)', 'n', 'median', '95 % CI']

function measureTable(name: ComparedMeasure, comparisons: readonly Comparison[]): Markup {
  const format = formatOf(name)
  const rows = comparisons.map(({ step, run, measures }) => {
    const { mean, sd } = measures[name]
    return [step, run, ...ratioCells(name, measures[name]), shown(mean, format), shown(sd, format)]
  })
  return table(headingOf(name), ['', 'run', ...head, 'mean', 'sd'], rows)
}

/** The same of conditions, whose names need more room. */
export function effectsTable(name: ComparedMeasure, effects: readonly Comparison[]): Markup {
  const rows = effects.map(({ step, run, measures }) => [
    `${step}, ${run}`,
    ...ratioCells(name, measures[name]),
  ])
  return table(headingOf(name), ['', ...head], rows)
}

function ratioCells(name: ComparedMeasure, compared: Compared): Content[] {
  const format = formatOf(name)
  const { n, median, medianCi95, ratio, ratioCi95, pHolm } = compared
  const mark = markOf(compared)
  const interval = shownInterval(ratioCi95, formatRatio)
  return [
    shown(ratio, formatRatio),
    mark === '' ? interval : html`<strong>${interval} ${mark}</strong>`,
    shown(pHolm, formatRatio),
    n,
    shown(median, format),
    shownInterval(medianCi95, format),
  ]
}
