import { basename } from 'node:path'
import { median } from 'simple-statistics'
import type { IterationResult } from '../measure/results'
import type { Run } from '../measure/runDirectory'
import { conditionOf, type Plan, type Step } from '../plan/plan'
import { formatSize } from '../units'
import { type Cluster, type Interval, ratioInterval } from './bootstrap'
import { measures } from './measures'
import { describe, type Statistics } from './statistics'

/** What runs are compared by. */
export const comparedMeasures = ['transferTime', 'throughput', 'overhead'] as const
export type ComparedMeasure = (typeof comparedMeasures)[number]

/** Statistics of one run, with what they are to those of the first run that has the same step. */
export interface Compared extends Statistics {
  /** Of the medians; null where either run has none, and for the first run itself. */
  readonly ratio: number | null
  /** 95 % confidence interval of the ratio, by bootstrap. */
  readonly ratioCi95: Interval | null
}

export interface Comparison {
  /** Names what was transferred, in all runs. */
  readonly step: string
  /** Names the run. */
  readonly run: string
  readonly measures: Readonly<Record<ComparedMeasure, Compared>>
}

type Sample = readonly Cluster[]

/**
 * Compares what had the same size, source and condition; conditions go by their names, and don't count when every run
 * has one only, for then it is they that are compared.
 */
export function compareRuns(runs: readonly Run[]): Comparison[] {
  const names = namesOf(runs)
  const keys = keysOf(runs)
  return keys.flatMap((step) => {
    const first: Partial<Record<ComparedMeasure, Sample>> = {}
    return runs.flatMap((run, index) => {
      const results = resultsOf(run, step, runs)
      if (results === null) return []
      const compared = comparedMeasures.map((name) => {
        const sample = results.map((result) => measures[name].of(result, 0))
        const baseline = first[name]
        first[name] ??= sample
        return [name, compare(sample, baseline)] as const
      })
      const all = Object.fromEntries(compared) as Comparison['measures']
      return [{ step, run: names[index] ?? '', measures: all }]
    })
  })
}

function compare(sample: Sample, baseline: Sample | undefined): Compared {
  const statistics = describe(sample)
  const before = baseline?.flat() ?? []
  const ratio =
    before.length > 0 && statistics.median !== null ? statistics.median / median(before) : null
  const ratioCi95 = baseline && ratio !== null ? ratioInterval(sample, baseline, median) : null
  return { ...statistics, ratio, ratioCi95 }
}

/** Everything that any of the runs transferred, each thing once. */
export function keysOf(runs: readonly Run[]): string[] {
  return [...new Set(runs.flatMap(({ plan }) => plan.steps.map((step) => keyOf(plan, step, runs))))]
}

function keyOf(plan: Plan, step: Step, runs: readonly Run[]): string {
  const parts = [formatSize(step.size)]
  if (runs.some(({ plan }) => plan.conditions.length > 1)) parts.push(conditionOf(plan, step).name)
  if (step.source !== 0) parts.push(`from peer ${step.source}`)
  return parts.join(', ')
}

/** The iterations with this key that went well; null when the run has none planned. */
export function resultsOf(
  { plan, results }: Run,
  key: string,
  runs: readonly Run[],
): IterationResult[] | null {
  const steps = plan.steps.map((step) => keyOf(plan, step, runs) === key)
  if (!steps.includes(true)) return null
  return results.filter(({ step, ok, warmUp }) => steps[step] === true && ok && !warmUp)
}

/** The names of the runs' directories; their paths if there are several of one name. */
export function namesOf(runs: readonly Run[]): string[] {
  const names = runs.map(({ directory }) => basename(directory))
  return names.map((name, index) =>
    names.indexOf(name) === names.lastIndexOf(name) ? name : (runs[index]?.directory ?? name),
  )
}
