import type { Run } from '../results/run-directory'
import { type Comparison, compareRuns } from './compare'

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
function underCondition(run: Run, index: number): Run {
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
