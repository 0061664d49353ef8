import { unsafeUniformIntDistribution, xoroshiro128plus } from 'pure-rand'
import { shuffle } from 'simple-statistics'
import type { Plan, ScheduledIteration, Step } from './plan'

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
