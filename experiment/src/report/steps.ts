import type { IterationResult } from '../results/iteration-result'
import type { Run } from '../results/run-directory'
import { conditionOf, type Plan, type Step, tallyOf } from '../plan/plan'
import { formatSize, formatKbit } from '../util/units'
import { kbitPerMegabyte, type MeasureName, measureNames, measures } from './measures'
import { type Drift, driftOf } from './drift'
import { describe, holm, scaled, type Statistics } from './statistics'
import { formatOf, shown } from './format'
import type { TableColumn } from './table'

/** Summary of one step of a plan: a size under a condition. */
export interface StepSummary {
  /** Index into the plan's steps. */
  readonly step: number
  /** Names it within the run. */
  readonly label: string
  /** Bytes. */
  readonly size: number
  readonly condition: string
  /** The node that had the file: 0 the seeder, n peer n. */
  readonly source: number
  /** Iterations that were planned, warm-ups left out; of those what went well, failed, and was not run. */
  readonly iterations: number
  readonly ok: number
  readonly failed: number
  readonly notRun: number
  readonly warmUps: number
  /** Of the iterations that went well. */
  readonly measures: Readonly<Record<MeasureName, Statistics>>
  /** Iterations whose bytes are not all accounted for; the overhead leaves them out. */
  readonly unsettled: number
  /** Whether the transfer times depend on the order of the iterations; null where these are too few. */
  readonly drift: Drift | null
  /** The same as `throughput` and `aggregateThroughput`, in MB/s. */
  readonly megabytesPerSecond: { readonly throughput: Statistics; readonly aggregate: Statistics }
}

/** One summary per step of the plan. */
export function summarizeSteps({ plan, results }: Pick<Run, 'plan' | 'results'>): StepSummary[] {
  const labels = labelsOf(plan)
  const drifts = plan.steps.map(({ source }, index) => driftOf(goodOf({ results }, index), source))
  const corrected = holm(drifts.map((drift) => drift?.p ?? null))
  return plan.steps.map((step, index) => {
    const drift = drifts[index] ?? null
    const ofStep = results.filter((result) => result.step === index)
    const { iterations, warmUps } = tallyOf([step], ofStep)
    return {
      step: index,
      label: labels[index] ?? '',
      size: step.size,
      condition: conditionOf(plan, step).name,
      source: step.source,
      iterations: iterations.planned,
      ok: iterations.ok,
      failed: iterations.failed,
      notRun: iterations.notRun,
      warmUps: warmUps.planned,
      drift: drift && { ...drift, pHolm: corrected[index] ?? 1 },
      ...statisticsOf(step, goodOf({ results }, index)),
    }
  })
}

/** The iterations of a step that went well, warm-ups left out, in the order of execution. */
export function goodOf({ results }: Pick<Run, 'results'>, step: number): IterationResult[] {
  return results.filter((result) => result.step === step && result.ok && !result.warmUp)
}

function statisticsOf(
  { source }: Step,
  good: readonly IterationResult[],
): Pick<StepSummary, 'measures' | 'unsettled' | 'megabytesPerSecond'> {
  const entries = measureNames.map(
    (name) => [name, describe(good.map((result) => measures[name].of(result, source)))] as const,
  )
  const all = Object.fromEntries(entries) as Record<MeasureName, Statistics>
  return {
    measures: all,
    unsettled: good.filter(({ settled }) => !settled).length,
    megabytesPerSecond: {
      throughput: scaled(all.throughput, 1 / kbitPerMegabyte),
      aggregate: scaled(all.aggregateThroughput, 1 / kbitPerMegabyte),
    },
  }
}

/** Names the steps of a plan by what distinguishes them. */
export function labelsOf(plan: Plan): string[] {
  const labels = plan.steps.map((step) => {
    const parts = [formatSize(step.size)]
    if (plan.conditions.length > 1) parts.push(conditionOf(plan, step).name)
    if (step.source !== 0) parts.push(`from peer ${step.source}`)
    return parts.join(', ')
  })
  return labels.map((label, index) =>
    labels.indexOf(label) === labels.lastIndexOf(label) ? label : `${label} (step ${index + 1})`,
  )
}

/** A column of the table that the experiment is about. */
interface Column extends TableColumn {
  readonly of: (summary: StepSummary) => string
  /** A column that is not measured in any step is left out; default: always. */
  readonly isMeasured?: (summary: StepSummary) => boolean
}

/** The columns that have something to show. */
export function columnsOf(summaries: readonly StepSummary[]): readonly Column[] {
  return assignment.filter(({ isMeasured }) => !isMeasured || summaries.some(isMeasured))
}

/** A figure of a measure, as cell of a column. */
function cell(
  name: MeasureName,
  figure: 'mean' | 'sd' | 'median',
  format: (value: number) => string = formatOf(name),
): Column['of'] {
  return ({ measures }) => shown(measures[name][figure], format)
}

/** File size, iterations, transfer time, throughput, overhead: for a terminal and for a page. */
const assignment: readonly Column[] = [
  { head: 'file size', rank: 0, text: true, of: ({ label }) => label },
  { head: 'iterations', rank: 1, of: iterationsOf },
  { head: 'transfers', rank: 9, of: ({ measures }) => String(measures.transferTime.n) },
  { head: 'mean time', rank: 2, of: cell('transferTime', 'mean') },
  { head: 'sd', name: 'sd of time', rank: 5, of: cell('transferTime', 'sd') },
  { head: 'median', name: 'median time', rank: 6, of: cell('transferTime', 'median') },
  { head: 'mean kbit/s', rank: 3, of: cell('throughput', 'mean', formatKbit) },
  { head: 'sd', name: 'sd of kbit/s', rank: 8, of: cell('throughput', 'sd', formatKbit) },
  { head: 'overhead', rank: 4, of: overheadOf },
  {
    head: 'x least',
    name: 'time / least time',
    rank: 2.5,
    of: cell('timeRatio', 'mean', (ratio) => ratio.toFixed(2)),
    isMeasured: ({ measures }) => measures.timeRatio.n > 0,
  },
  { head: 'failed', rank: 7, of: failedOf },
]

function failedOf({ failed, notRun }: StepSummary): string {
  return notRun === 0 ? `${failed}` : `${failed} (${notRun} not run)`
}

/** The planned ones; unless all of them went well, after those that did. */
function iterationsOf({ iterations, ok }: StepSummary): string {
  return ok === iterations ? `${iterations}` : `${ok} of ${iterations}`
}

function overheadOf({ measures, unsettled }: StepSummary): string {
  const mean = shown(measures.overhead.mean, formatOf('overhead'))
  return unsettled === 0 ? mean : `${mean} (${unsettled} off)`
}

/** What the columns mean, in lines that fit a terminal. */
export function legendOf(summaries: readonly StepSummary[]): string[] {
  const isBounded = summaries.some(({ measures }) => measures.timeRatio.n > 0)
  const isOff = summaries.some(({ unsettled }) => unsettled > 0)
  return [
    'iterations: warm-ups left out; transfers: one for each peer and iteration',
    'time: from the start signal to the last verified piece, of each transfer',
    'sd: standard deviation (n - 1); kbit/s: throughput of a transfer, size / time',
    'overhead: bytes uploaded by all nodes / (peers x size)',
    ...(isBounded ? ['x least: slowest transfer / least time by the rates of all links'] : []),
    ...(isOff ? ['off: iterations whose bytes are not all accounted for: no overhead'] : []),
  ]
}
