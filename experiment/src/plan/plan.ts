import { z } from 'zod'
import { condition, type Condition } from './condition'

/**
 * Iterations in which peers report when each piece came, and from which node. That costs them a few per cent of a large
 * transfer on a busy machine: so a sample is the last warm-up of each step, which does not count.
 */
export const timelines = ['sample', 'all', 'none'] as const

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
  /** An existing file to share in every iteration; null for random content, new each time. */
  file: z.string().nullable(),
  /** What it is called in the torrent. */
  fileName: z.string(),
})

/** What a run carries out, with everything resolved: two runs of one plan differ only in what they measure. */
export const plan = z.strictObject({
  name: z.string().min(1).max(100),
  conditions: z.array(condition).min(1),
  steps: z.array(step).min(1),
  /** The seed that the order of all measured iterations was drawn with; null: step by step. */
  shuffle: z.int().min(0).nullable(),
  /** The seed that random content is made of, the same in every run that has it; null: new content each time. */
  contentSeed: z.int().min(0).nullable().default(null),
  /** Milliseconds that a transfer may take; null: a minute, and a second more per MB. */
  timeout: z.number().nullable(),
  timeline: z.enum(timelines),
})

/** One iteration as the plan has it. */
export const scheduledIteration = z.strictObject({
  /** From 1 over the whole run, in the order of execution. */
  iteration: z.int().min(1),
  /** Index into the steps of the plan. */
  step: z.int().min(0),
  /** From 1 within the step; warm-ups are counted separately. */
  repetition: z.int().min(1),
  /** Left out of the statistics. */
  warmUp: z.boolean(),
  /** Bytes of the file. */
  size: z.int().min(1),
})

export type ScheduledIteration = z.infer<typeof scheduledIteration>
export type Step = z.infer<typeof step>
export type Plan = z.infer<typeof plan>

export function totalIterations({ steps }: Plan): number {
  return steps.reduce((total, { iterations, warmUps }) => total + iterations + warmUps, 0)
}

/** Places for peers that a run needs: conditions may take fewer. */
export function peersNeeded({ conditions }: Plan): number {
  return Math.max(...conditions.map(({ peers }) => peers))
}

/** Whether peers report when each piece came in an iteration. */
export function isTraced(plan: Plan, scheduled: ScheduledIteration): boolean {
  const isSample = scheduled.warmUp && scheduled.repetition === stepOf(plan, scheduled).warmUps
  return plan.timeline === 'all' || (plan.timeline === 'sample' && isSample)
}

export function stepOf(plan: Plan, { step }: ScheduledIteration): Step {
  return found(plan.steps[step], `step ${step}`)
}

export function conditionOf(plan: Plan, { condition }: Step): Condition {
  return found(plan.conditions[condition], `condition ${condition}`)
}

/** Plans come from files too. */
function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new RangeError(`the plan has no ${what}`)
  return value
}
