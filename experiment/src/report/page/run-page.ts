import { machineWarning, type Machine } from '../../results/environment'
import type { Run } from '../../results/run-directory'
import { tallyOf } from '../../plan/plan'
import { formatCount } from '../../util/units'
import type { Interval } from '../statistics'
import { driftSentence } from '../drift'
import { columnsOf, legendOf, labelsOf, type StepSummary } from '../steps'
import { type Comparison, legendOfMarks, multiplicityOf, tested } from '../compare'
import {
  type Interaction,
  interactionColumns,
  interactionRows,
  legendOfInteractions,
} from '../interactions'
import type { Figure } from '../figures/figure'
import { formatOf, headingOf, moment, shown, shownInterval } from '../format'
import { type MeasureName, measureNames, measures, partNames } from '../measures'
import { effectsTable } from './compare-page'
import { environmentSection, failuresSection } from './sections'
import { html, type Markup } from './html'
import { figuresSection, page, table } from './parts'

/** What is derived from the results of a run. */
export interface RunContent {
  readonly summaries: readonly StepSummary[]
  readonly figures: readonly Figure[]
  readonly effects: readonly Comparison[]
  readonly interactions: readonly Interaction[]
}

/** Everything about one run, in a page that needs nothing else. */
export function runPage(
  run: Run,
  { summaries, figures, effects, interactions }: RunContent,
): string {
  const { plan, startedAt } = run
  const { iterations, warmUps } = tallyOf(plan.steps, run.results)
  const wrong = [
    ...(iterations.failed > 0 ? [`${iterations.failed} failed`] : []),
    ...(iterations.notRun > 0 ? [`${iterations.notRun} not run`] : []),
    ...(warmUps.failed > 0 ? [`${formatCount(warmUps.failed, 'warm-up')} failed`] : []),
  ]
  return page(
    `${plan.name}: transfers over BitTorrent`,
    html`<h1>${plan.name}: transfers over BitTorrent</h1>
      <p class="faint">
        Begun ${moment(startedAt)}. ${iterations.ok} of ${iterations.planned} iterations went
        well${wrong.length > 0 ? html`; <span class="alarm">${wrong.join(', ')}</span>` : ''}.
      </p>
      ${effectsSection(effects)} ${interactionsSection(interactions)}
      ${effects.length > 0 ? html`<h2>Steps</h2>` : null} ${assignmentSection(summaries)}
      <p>${driftSentence(summaries)}</p>
      ${methodSection(run, summaries)} ${partsSection(summaries)} ${figuresSection(figures)}
      ${failuresSection(run, labelsOf(plan))} ${statisticsSection(summaries)}
      ${environmentSection(run)}`,
  )
}

function assignmentSection(summaries: readonly StepSummary[]): Markup {
  const columns = columnsOf(summaries)
  const rows = summaries.map((summary) => columns.map(({ of }) => of(summary)))
  return table(
    legendOf(summaries).join('. ') + '.',
    columns.map(({ head }) => head),
    rows,
  )
}

/** What each condition changes. */
function effectsSection(effects: readonly Comparison[]): Markup | null {
  const [first] = effects
  if (!first) return null
  return html`<h2>Effects of the conditions</h2>
    <p>
      Ratios are of medians, each condition to ${first.run}, or to the first one that has the step.
    </p>
    <ul>
      ${legendOfMarks(multiplicityOf(effects)).map((line) => html`<li>${line}</li>`)}
    </ul>
    ${effectsTable('transferTime', effects)} ${effectsTable('overhead', effects)}`
}

function interactionsSection(interactions: readonly Interaction[]): Markup | null {
  if (interactions.length === 0) return null
  const heads = interactionColumns.map(({ head }) => head)
  return html`<h3>Interactions: does the effect of one factor depend on another one?</h3>
    <ul>
      ${legendOfInteractions(interactions).map((line) => html`<li>${line}</li>`)}
    </ul>
    ${tested.map((name) => table(headingOf(name), heads, interactionRows(interactions, name)))}`
}

function methodSection({ plan, nodes }: Run, summaries: readonly StepSummary[]): Markup {
  const hosts = new Set(nodes.map(({ host }) => host)).size
  const where = hosts > 1 ? `on ${hosts} machines` : 'on one machine'
  const files = new Set(plan.steps.flatMap(({ file, fileName }) => (file === null ? [] : fileName)))
  const content = files.size === 0 ? 'random bytes, new each time' : [...files].join(', ')
  const order = plan.shuffle === null ? 'step by step' : `shuffled, with the seed ${plan.shuffle}`
  return html`<h2>How it was measured</h2>
    ${machineNote(nodes)}
    <ul>
      <li>
        The ${nodes.length === 0 ? 'nodes' : `${nodes.length} nodes`} ran libtorrent ${where}.
        Iterations were carried out ${order}; what was transferred: ${content}.
      </li>
      <li>
        An iteration begins when every peer has the torrent and none of the content, and nothing is
        left of the one before. The time of a transfer is that between two events on one peer's
        monotonic clock, the start signal and the verification of its last piece, by the timestamps
        of libtorrent's alerts; clocks of two nodes are never compared. What arrived was also
        checked by its SHA-256.
      </li>
      <li>
        Bytes are libtorrent's own counts on all nodes, read again and again after the transfers
        until they no longer change. TCP/IP headers are libtorrent's estimate.
        ${overheadNote(summaries)}
      </li>
      <li>
        Iterations that failed are listed below and left out of every figure and statistic; so are
        warm-ups. Percentiles interpolate linearly. Confidence intervals are 95 % percentile
        intervals of a bootstrap that draws whole iterations, because the peers of one swarm are not
        independent; of few iterations they are too narrow.
      </li>
    </ul>`
}

function machineNote(nodes: readonly Machine[]): Markup | null {
  const warning = machineWarning(nodes)
  return warning === null ? null : html`<p class="alarm">${warning}</p>`
}

function overheadNote(summaries: readonly StepSummary[]): Markup {
  const unsettled = summaries.reduce((total, summary) => total + summary.unsettled, 0)
  if (unsettled === 0)
    return html`Every byte that a node sent was received by another one, or was under way when its
    connection ended.`
  return html`<span class="alarm"
      >In ${formatCount(unsettled, 'iteration')} not every byte is accounted for</span
    >: the overhead leaves them out.`
}

/** The parts of the overhead of each step, as means. */
function partsSection(summaries: readonly StepSummary[]): Markup | null {
  if (summaries.every(({ measures }) => measures.overhead.n === 0)) return null
  const names = [...partNames, 'lost', 'lostContent'] as const
  const format = formatOf('overhead')
  const rows = summaries.map(({ label, measures }) => [
    label,
    ...names.map((name) => shown(measures[name].mean, format)),
  ])
  return html`<h2>Where the bytes went</h2>
    ${table(
      'Means, per byte that had to arrive. The first five columns and 1 add up to the overhead; the last two are part of them. What was under way and is no content are parts of handshakes and messages.',
      ['', ...names.map((name) => measures[name].title.replace(/ \/ .*/, ''))],
      rows,
    )}`
}

function statisticsSection(summaries: readonly StepSummary[]): Markup {
  const parts: readonly string[] = partNames
  const seen = measureNames.filter(
    (name) => !parts.includes(name) && summaries.some(({ measures }) => measures[name].n > 0),
  )
  return html`<h2>Statistics</h2>
    ${
      seen.length > 0
        ? seen.map((name) => statisticsTable(name, summaries))
        : html`<p>Nothing was measured.</p>`
    }`
}

const heads = ['', 'n', 'mean', '95 % CI', 'sd', 'median', '95 % CI', 'p95', 'p99', 'min', 'max']

function statisticsTable(name: MeasureName, summaries: readonly StepSummary[]): Markup {
  const format = formatOf(name)
  const one = (value: number | null) => shown(value, format)
  const both = (interval: Interval | null) => shownInterval(interval, format)
  const rows = summaries.map(({ label, measures }) => {
    const { n, mean, meanCi95, sd, median, medianCi95, p95, p99, min, max } = measures[name]
    const middle = [one(mean), both(meanCi95), one(sd), one(median), both(medianCi95)]
    return [label, n, ...middle, ...[p95, p99, min, max].map(one)]
  })
  return table(headingOf(name), heads, rows)
}
