import { unsafeUniformIntDistribution, xoroshiro128plus } from 'pure-rand'
import { shuffle } from 'simple-statistics'
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

type Draft = Omit<ScheduledIteration, 'iteration'>

/**
 * Every iteration of a plan, in the order of carrying out: step by step, warm-ups first; or, shuffled, all warm-ups and
 * then all others in an order that depends on nothing but the plan and its seed.
 */
export function scheduleOf({ steps, shuffle: seed }: Plan): ScheduledIteration[] {
  const schedule =
    seed === null
      ? steps.flatMap((step, index) => [...warmUps(step, index), ...measured(step, index)])
      : [...steps.flatMap(warmUps), ...shuffle(steps.flatMap(measured), random(seed))]
  return schedule.map((scheduled, index) => ({ iteration: index + 1, ...scheduled }))
}

/** `iteration 3` or `warm-up 1`: its number within its step. */
export function nameOfIteration({ repetition, warmUp }: ScheduledIteration): string {
  return `${warmUp ? 'warm-up' : 'iteration'} ${repetition}`
}

function warmUps(step: Step, index: number): Draft[] {
  return repeated(step, index, step.warmUps, true)
}

function measured(step: Step, index: number): Draft[] {
  return repeated(step, index, step.iterations, false)
}

function repeated({ size }: Step, step: number, times: number, warmUp: boolean): Draft[] {
  return Array.from({ length: times }, (_, index) => ({
    step,
    repetition: index + 1,
    warmUp,
    size,
  }))
}

/** Numbers from 0 up to 1, the same ones for the same seed on every machine. */
function random(seed: number): () => number {
  const generator = xoroshiro128plus(seed)
  return () => unsafeUniformIntDistribution(0, 2 ** 31 - 1, generator) / 2 ** 31
}

/** How many a plan has, and what has become of them. */
export interface Tally {
  readonly planned: number
  readonly ok: number
  readonly failed: number
  readonly notRun: number
}

/** The only count of a run: a warm-up precedes the iterations of its step and never counts as one. */
interface Tallies {
  readonly iterations: Tally
  readonly warmUps: Tally
}

/** @param results of these steps */
export function tallyOf(
  steps: Plan['steps'],
  results: readonly { readonly warmUp: boolean; readonly ok: boolean }[],
): Tallies {
  const of = (warmUp: boolean, name: 'iterations' | 'warmUps'): Tally => {
    const planned = steps.reduce((total, step) => total + step[name], 0)
    const run = results.filter((result) => result.warmUp === warmUp)
    const ok = run.filter((result) => result.ok).length
    return { planned, ok, failed: run.length - ok, notRun: planned - run.length }
  }
  return { iterations: of(false, 'iterations'), warmUps: of(true, 'warmUps') }
}

/** `3 of 57 iterations failed`, and the same of warm-ups; empty when none did. */
export function failuresOf({ iterations, warmUps }: Tallies): string[] {
  const described = ({ planned, failed }: Tally, what: string) =>
    failed > 0 ? [`${failed} of ${planned} ${what} failed`] : []
  return [...described(iterations, 'iterations'), ...described(warmUps, 'warm-ups')]
}
