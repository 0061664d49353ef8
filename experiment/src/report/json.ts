import type { Run } from '../results/run-directory'
import { visibleJson } from '../util/text'
import { type Comparison, multiplicityOf, namesOf } from './compare'
import { differencesOf } from './differences'
import type { StepSummary } from './steps'

/** What a program reads of a run: summary.json, and what --json prints. */
export function summaryOf(
  { plan, startedAt, results, directory }: Run,
  steps: readonly StepSummary[],
): object {
  const failures = results.flatMap(({ iteration, step, warmUp, ok, reason }) =>
    ok ? [] : [{ iteration, step, warmUp, reason }],
  )
  return { format: 1, name: plan.name, startedAt, directory, steps, failures }
}

/** What a program reads of a comparison. */
export function comparisonOf(runs: readonly Run[], comparisons: readonly Comparison[]): object {
  const names = namesOf(runs)
  const described = runs.map(({ plan, startedAt, directory }, index) => {
    return { run: names[index], plan: plan.name, startedAt, directory }
  })
  return {
    format: 1,
    runs: described,
    differences: differencesOf(runs),
    multiplicity: multiplicityOf(comparisons),
    comparisons,
  }
}

export function toJson(value: object): string {
  return visibleJson(JSON.stringify(value, null, 2))
}

/** Where it was measured and under which circumstances: nothing but what was written while it was. */
export function environmentOf({ plan, startedAt, options, nodes, settings }: Run): object {
  return { format: 2, startedAt, seed: plan.shuffle, nodes, settings, options, plan }
}
