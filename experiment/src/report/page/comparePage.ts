import type { Run } from '../../measure/runDirectory'
import { type ComparedMeasure, comparedMeasures, type Comparison, namesOf } from '../compare'
import type { Figure } from '../figures/figure'
import { formatOf, headingOf, moment, shown, shownInterval, wentWell } from '../format'
import { html, type Markup } from './html'
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
    ...[names[index] ?? '', run.plan.name, moment(run.startedAt)],
    wentWell(run),
    run.plan.conditions.map(({ name }) => name).join(', '),
  ])
  return page(
    title,
    html`<h1>${title}</h1>
      <p>
        Ratios are of medians, each run to ${names[0] ?? ''}, or to the first run that has the step.
        Their confidence intervals (95 %) are percentiles of a bootstrap that draws whole iterations
        of both runs.
      </p>
      ${table('The runs', ['run', 'plan', 'begun', 'went well', 'conditions'], rows, 'text')}
      ${comparedMeasures.map((name) => measureTable(name, comparisons))} ${figuresSection(figures)}`,
  )
}

const head = ['', 'run', 'n', 'median', '95 % CI', 'mean', 'sd', 'ratio', '95 % CI']

function measureTable(name: ComparedMeasure, comparisons: readonly Comparison[]): Markup {
  const format = formatOf(name)
  const ratio = (value: number) => value.toFixed(3)
  const rows = comparisons.map(({ step, run, measures }) => {
    const { n, mean, sd, median, medianCi95, ratio: found, ratioCi95 } = measures[name]
    return [
      ...[step, run, n, shown(median, format), shownInterval(medianCi95, format)],
      ...[shown(mean, format), shown(sd, format)],
      ...[shown(found, ratio), shownInterval(ratioCi95, ratio)],
    ]
  })
  return table(headingOf(name), head, rows)
}
