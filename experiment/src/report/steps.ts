import type { IterationResult } from '../results/iteration-result'
import type { Run } from '../results/run-directory'
import { conditionOf, type Plan, type Step } from '../plan/plan'
import { tallyOf } from '../plan/tally'
import { formatSize } from '../util/units'
import { kbitPerMegabyte, type MeasureName, measureNames, measures } from './measures'
import { describe, scaled, type Statistics } from './statistics'

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
  /** The same as `throughput` and `aggregateThroughput`, in MB/s. */
  readonly megabytesPerSecond: { readonly throughput: Statistics; readonly aggregate: Statistics }
}

/** One summary per step of the plan. */
export function summarizeSteps({ plan, results }: Pick<Run, 'plan' | 'results'>): StepSummary[] {
  const labels = labelsOf(plan)
  return plan.steps.map((step, index) => {
    const ofStep = results.filter((result) => result.step === index)
    const { iterations, warmUps } = tallyOf([step], ofStep)
    const good = ofStep.filter(({ ok, warmUp }) => ok && !warmUp)
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
      ...statisticsOf(step, good),
    }
  })
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
