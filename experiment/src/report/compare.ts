import { basename } from 'node:path'
import { median } from 'simple-statistics'
import type { IterationResult } from '../results/iteration-result'
import type { Run } from '../results/run-directory'
import { conditionOf, type Plan, type Step } from '../plan/plan'
import { formatCount, formatExactSize } from '../util/units'
import { describe, holm, ratioTest, significance } from './statistics'
import type { Interval, Sample, Statistics } from './statistics'
import { measures } from './measures'

/** What runs are compared by. */
export const comparedMeasures = ['transferTime', 'throughput', 'overhead'] as const
export type ComparedMeasure = (typeof comparedMeasures)[number]

/** What one thing is to another one. */
export interface Ratio {
  /** Of the medians; null where one of them is not known. */
  readonly ratio: number | null
  /** 95 % confidence interval of the ratio, by bootstrap. */
  readonly ratioCi95: Interval | null
  /** Whether that interval does not contain 1; null where there is none. */
  readonly excludesOne: boolean | null
  /** Of the hypothesis that the ratio is 1, by the same resamples; null where there is no interval. */
  readonly p: number | null
  /** The same, corrected for all comparisons by Holm's method. */
  readonly pHolm: number | null
}

/** Statistics of one run, and its ratio to the first run that has the same step; the first run has no ratio. */
export interface Compared extends Statistics, Ratio {}

export interface Comparison {
  /** Names what was transferred, in all runs. */
  readonly step: string
  /** Names the run. */
  readonly run: string
  readonly measures: Readonly<Record<ComparedMeasure, Compared>>
}

/** What is tested. The throughput is size / transfer time: its comparison is that of the transfer time. */
export const tested = ['transferTime', 'overhead'] as const satisfies readonly ComparedMeasure[]
export type TestedMeasure = (typeof tested)[number]

/** Of all comparisons together. */
interface Multiplicity {
  /** Ratios that have an interval; that of the throughput is not counted besides that of the transfer time. */
  readonly comparisons: number
  /** Intervals that would exclude 1 by chance, on average, if runs differed in nothing. */
  readonly expectedByChance: number
  readonly excludingOne: number
  /** Those that still do after Holm's correction. */
  readonly afterHolm: number
}

export function multiplicityOf(
  comparisons: readonly { readonly measures: Ratios }[],
): Multiplicity {
  const all = comparisons.flatMap(({ measures }) => tested.map((name) => measures[name]))
  const count = all.filter(({ excludesOne }) => excludesOne !== null).length
  return {
    comparisons: count,
    expectedByChance: significance * count,
    excludingOne: all.filter(({ excludesOne }) => excludesOne === true).length,
    afterHolm: all.filter(isSignificant).length,
  }
}

/** Whether a ratio differs from 1 with all comparisons in mind. */
function isSignificant({ excludesOne, pHolm }: Ratio): boolean {
  return excludesOne === true && pHolm !== null && pHolm < significance
}

/** `*` where the interval does not contain 1, `**` where that holds after the correction as well. */
export function markOf(compared: Ratio): string {
  if (isSignificant(compared)) return '**'
  return compared.excludesOne === true ? '*' : ''
}

/** What the marks mean, and how much of that chance does. */
export function legendOfMarks(multiplicity: Multiplicity): string[] {
  const { comparisons, expectedByChance, excludingOne, afterHolm } = multiplicity
  if (comparisons === 0) return ['no ratio has an interval: that takes two iterations of each run']
  return [
    `* the interval excludes 1: ${excludingOne} of ${formatCount(comparisons, 'comparison')}`,
    `if the runs differed in nothing, ${Number(expectedByChance.toFixed(2))} of these would by chance (5 %)`,
    `** also after Holm's correction for all ${comparisons}, p (Holm) < ${significance}: ${afterHolm}`,
    'throughput is size / time: it is not counted besides the transfer time',
  ]
}

export const noDifference = 'The runs differ in nothing that was recorded.'

export function sampleOf(results: readonly IterationResult[], name: ComparedMeasure): Sample {
  return results.map((result) => measures[name].of(result, 0))
}

/**
 * Compares what had the same size, source and condition; conditions go by their names, and don't count when every run
 * has one only, for then it is they that are compared.
 */
export function compareRuns(
  runs: readonly Run[],
  names: readonly string[] = namesOf(runs),
): Comparison[] {
  const keys = keysOf(runs)
  const most = keys.length * (runs.length - 1) * tested.length
  const comparisons = keys.flatMap((step) => {
    const first: Partial<Record<ComparedMeasure, Sample>> = {}
    return runs.flatMap((run, index) => {
      const results = resultsOf(run, step, runs)
      if (results === null) return []
      const compared = comparedMeasures.map((name) => {
        const sample = sampleOf(results, name)
        const baseline = first[name]
        first[name] ??= sample
        return [name, compare(sample, baseline, most)] as const
      })
      const all = Object.fromEntries(compared) as Comparison['measures']
      return [{ step, run: names[index] ?? '', measures: all }]
    })
  })
  return corrected(comparisons)
}

function compare(sample: Sample, baseline: Sample | undefined, comparisons: number): Compared {
  return { ...describe(sample), ...ratioOf([sample], baseline ? [baseline] : [[]], comparisons) }
}

/** The product of some medians / that of others; null where one of them is not known. */
export function medianOf(above: readonly Sample[], below: readonly Sample[]): number | null {
  const all = [...above, ...below].map((sample) => sample.flat())
  if (all.some(({ length }) => length === 0)) return null
  const product = (samples: readonly Sample[]) =>
    samples.reduce((total, sample) => total * median(sample.flat()), 1)
  return product(above) / product(below)
}

/** The same, tested. @param comparisons how many such tests are made */
export function ratioOf(
  above: readonly Sample[],
  below: readonly Sample[],
  comparisons: number,
): Ratio {
  const ratio = medianOf(above, below)
  const test = ratio === null ? null : ratioTest(above, below, median, comparisons)
  const { interval: ratioCi95 = null, p = null } = test ?? {}
  const excludesOne = ratioCi95 && (ratioCi95[0] > 1 || ratioCi95[1] < 1)
  return { ratio, ratioCi95, excludesOne, p, pHolm: null }
}

type Ratios = Readonly<Record<TestedMeasure, Ratio>>

/** All that are tested are one family. */
export function corrected<T extends { readonly measures: Ratios }>(all: readonly T[]): T[] {
  const ps = all.flatMap(({ measures }) => tested.map((name) => measures[name].p))
  const adjusted = holm(ps)
  return all.map((one, index) => {
    const [time = null, bytes = null] = adjusted.slice(index * tested.length)
    const entries = Object.entries(one.measures).map(([name, measure]) => {
      return [name, { ...measure, pHolm: name === 'overhead' ? bytes : time }]
    })
    return { ...one, measures: Object.fromEntries(entries) as T['measures'] }
  })
}

/** Everything that any of the runs transferred, each thing once. */
export function keysOf(runs: readonly Run[]): string[] {
  return [...new Set(runs.flatMap(({ plan }) => plan.steps.map((step) => keyOf(plan, step, runs))))]
}

/** Whether conditions go by their names. */
export function haveConditions(runs: readonly Run[]): boolean {
  return runs.some(({ plan }) => plan.conditions.length > 1)
}

/** Names what a step transferred, in all runs: no two sizes have the same name. */
export function keyOf(plan: Plan, step: Step, runs: readonly Run[]): string {
  const parts = [formatExactSize(step.size)]
  if (haveConditions(runs)) parts.push(conditionOf(plan, step).name)
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

/** The names of the runs' directories; their paths if there are several of one name. No two are the same. */
export function namesOf(runs: readonly Run[]): string[] {
  const names = runs.map(({ directory }) => basename(directory))
  const paths = runs.map(({ directory }, index) => {
    const name = names[index] ?? ''
    return names.indexOf(name) === names.lastIndexOf(name) ? name : directory
  })
  return paths.map((path, index) => {
    const before = paths.slice(0, index).filter((other) => other === path).length
    return before === 0 ? path : `${path} (${before + 1})`
  })
}

/**
 * Compares the conditions of one run as runs are compared: each with the first one that has the step, and all ratios as one
 * family of Holm's correction.
 * @returns nothing for a run of one condition
 */
export function effectsOf(run: Run): Comparison[] {
  const { conditions } = run.plan
  if (conditions.length < 2) return []
  const runs = conditions.map((_, index) => underCondition(run, index))
  return compareRuns(
    runs,
    conditions.map(({ name }) => name),
  )
}

/** The part of a run under one of its conditions, as a run of its own. */
export function underCondition(run: Run, index: number): Run {
  const { plan, results } = run
  const kept = [...plan.steps.keys()].filter((step) => plan.steps[step]?.condition === index)
  const conditions = plan.conditions.slice(index, index + 1)
  const steps = kept.flatMap((step) => plan.steps.slice(step, step + 1))
  return {
    ...run,
    plan: { ...plan, conditions, steps: steps.map((step) => ({ ...step, condition: 0 })) },
    results: results.flatMap((result) =>
      kept.includes(result.step) ? [{ ...result, step: kept.indexOf(result.step) }] : [],
    ),
  }
}
