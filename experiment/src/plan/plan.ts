import { z } from 'zod'
import { condition, type Condition } from './condition'

/** How often a file of one size is transferred under one condition. */
const step = z.strictObject({
  /** Bytes. */
  size: z.int().min(1),
  iterations: z.int().min(1).max(1e6),
  /** Before those, recorded as warm-ups and left out of the statistics. */
  warmUps: z.int().min(0).max(1e6),
  /** The node that has the file: 0 the seeder (A files), n peer n (B files). All others fetch it. */
  source: z.int().min(0),
  /** Index into the plan's conditions. */
  condition: z.int().min(0),
})

/** What a run carries out, with everything resolved: two runs of one plan differ only in what they measure. */
export const plan = z.strictObject({
  name: z.string().min(1).max(100),
  conditions: z.array(condition).min(1),
  steps: z.array(step).min(1),
  /** The seed that the order of all measured iterations was drawn with; null: step by step. */
  shuffle: z.int().min(0).nullable(),
  /** An existing file that is shared in every iteration; null for random content, new each time. */
  file: z.string().nullable(),
  /** Name of what is transferred. */
  fileName: z.string(),
  /** Milliseconds that a transfer may take; null: a minute, and a second more per MB. */
  timeout: z.number().nullable(),
  /** Whether peers report when each piece came, and from whom. */
  timeline: z.boolean(),
})

export type Step = z.infer<typeof step>
export type Plan = z.infer<typeof plan>

export function totalIterations({ steps }: Plan): number {
  return steps.reduce((total, { iterations, warmUps }) => total + iterations + warmUps, 0)
}

/** Places for peers that a run needs: conditions may take fewer. */
export function seatsOf({ conditions }: Plan): number {
  return Math.max(...conditions.map(({ peers }) => peers))
}

export function conditionOf(plan: Plan, step: Step): Condition {
  const found = plan.conditions[step.condition]
  if (!found) throw new RangeError(`no condition ${step.condition} in the plan '${plan.name}'`)
  return found
}
