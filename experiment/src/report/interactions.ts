import type { Condition } from '../plan/condition'
import type { Run } from '../results/run-directory'
import {
  corrected,
  keysOf,
  markOf,
  medianOf,
  multiplicityOf,
  ratioOf,
  resultsOf,
  sampleOf,
  tested,
  underCondition,
} from './compare'
import type { Ratio, TestedMeasure } from './compare'
import { parameterValues } from './differences'
import { formatRatio, shown, shownInterval } from './format'
import type { TableColumn } from './table'

/** What a factor changes at two levels of another factor. */
export interface Interaction {
  /** Names what was transferred. */
  readonly step: string
  /** The two factors, each with its levels: `transport tcp to utp`. */
  readonly factors: readonly [string, string]
  readonly measures: Readonly<Record<TestedMeasure, RatioOfRatios>>
}

/** The ratio is that of the two effects, the second one above; 1: the factors do not depend on each other. */
interface RatioOfRatios extends Ratio {
  /** Ratios of medians: the effect of the first factor at the first and at the second level of the other one. */
  readonly effects: readonly [number | null, number | null]
}

/** Parameters that differ between conditions by the same pattern. */
interface Factor {
  readonly names: readonly string[]
  /** By condition: the value of each parameter. */
  readonly levels: readonly (readonly string[])[]
}

/** Indexes of four conditions: neither factor changed, each of them alone, and both. */
interface Square {
  readonly factors: Interaction['factors']
  readonly conditions: readonly number[]
}

/**
 * Compares the effects of each factor at two levels of every other one. Factors are parameters in which conditions differ,
 * whatever the conditions are called. First levels are those of the first condition that has the step.
 */
export function interactionsOf(run: Run): Interaction[] {
  const factors = factorsOf(run.plan.conditions)
  if (factors.length < 2) return []
  const runs = run.plan.conditions.map((_, index) => underCondition(run, index))
  const squares = keysOf(runs).flatMap((step) => {
    const results = runs.map((run) => resultsOf(run, step, runs))
    const present = [...results.keys()].filter((index) => results[index] !== null)
    return squaresOf(present, factors).map((square) => ({ step, results, ...square }))
  })
  const interactions = squares.map(({ step, factors, conditions, results }): Interaction => {
    const of = (name: TestedMeasure): RatioOfRatios => {
      const samples = conditions.map((index) => sampleOf(results[index] ?? [], name))
      const [neither = [], first = [], second = [], both = []] = samples
      const effects = [medianOf([first], [neither]), medianOf([both], [second])] as const
      const comparisons = squares.length * tested.length
      return { effects, ...ratioOf([both, neither], [first, second], comparisons) }
    }
    return {
      step,
      factors,
      measures: { transferTime: of('transferTime'), overhead: of('overhead') },
    }
  })
  return corrected(interactions)
}

function factorsOf(conditions: readonly Condition[]): Factor[] {
  const values = conditions.map(parameterValues)
  const names = [...new Set(values.flatMap((some) => [...some.keys()]))]
  const byPattern = new Map<string, string[]>()
  for (const name of names) {
    const levels = values.map((some) => some.get(name))
    const pattern = levels.map((level) => levels.indexOf(level)).join()
    if (new Set(levels).size > 1) byPattern.set(pattern, [...(byPattern.get(pattern) ?? []), name])
  }
  return [...byPattern.values()].map((names) => ({
    names,
    levels: values.map((some) => names.map((name) => some.get(name) ?? 'not set')),
  }))
}

/** @param present indexes of the conditions that have a step */
function squaresOf(
  [neither = 0, ...others]: readonly number[],
  factors: readonly Factor[],
): Square[] {
  const isSame = (factor: Factor, a: number, b: number) =>
    JSON.stringify(factor.levels[a]) === JSON.stringify(factor.levels[b])
  const changedIn = (condition: number) =>
    factors.filter((factor) => !isSame(factor, condition, neither))
  return others.flatMap((both) => {
    const [one, other, ...more] = changedIn(both)
    if (!one || !other || more.length > 0) return []
    const alone = (factor: Factor) =>
      others.find(
        (index) => changedIn(index).every((some) => some === factor) && isSame(factor, index, both),
      )
    const [first, second] = [alone(one), alone(other)]
    if (first === undefined || second === undefined) return []
    return [
      {
        factors: [described(one, neither, both), described(other, neither, both)],
        conditions: [neither, first, second, both],
      },
    ]
  })
}

/** `pieceSize 0 to 16384 (and 3 more)`: parameters that are varied together are counted. */
function described({ names, levels }: Factor, from: number, to: number): string {
  const more = names.length > 1 ? ` (and ${names.length - 1} more)` : ''
  return `${names[0] ?? ''} ${levels[from]?.[0] ?? ''} to ${levels[to]?.[0] ?? ''}${more}`
}

export const interactionColumns: readonly TableColumn[] = [
  { head: 'step', rank: 0, text: true },
  { head: 'first factor', rank: 0, text: true },
  { head: 'second factor', rank: 0, text: true },
  { head: 'effect of the first', rank: 0 },
  { head: 'after the second', rank: 0 },
  { head: 'ratio', rank: 0 },
  { head: '95 % CI', rank: 0 },
  { head: '', name: 'mark', rank: 0, text: true },
  { head: 'p (Holm)', rank: 0 },
]

export function interactionRows(
  interactions: readonly Interaction[],
  name: TestedMeasure,
): string[][] {
  return interactions.map(({ step, factors, measures }) => {
    const { effects, ratio, ratioCi95, pHolm } = measures[name]
    const ratios = [...effects, ratio].map((value) => shown(value, formatRatio))
    const test = [shownInterval(ratioCi95, formatRatio), markOf(measures[name])]
    return [step, ...factors, ...ratios, ...test, shown(pHolm, formatRatio)]
  })
}

export function legendOfInteractions(interactions: readonly Interaction[]): string[] {
  const { comparisons, excludingOne, afterHolm } = multiplicityOf(interactions)
  return [
    'effect of the first: ratio of medians, before and after the change of the second factor',
    'ratio: the effect after that change / the effect before it; an interval that contains 1 shows no interaction',
    `* the interval excludes 1: ${excludingOne} of ${comparisons}; ** also after Holm's correction for these: ${afterHolm}`,
  ]
}
