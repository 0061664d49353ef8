import type { Plan } from './plan'

/** How many a plan has, and what has become of them. */
export interface Tally {
  readonly planned: number
  readonly ok: number
  readonly failed: number
  readonly notRun: number
}

/** The only count of a run: a warm-up precedes the iterations of its step and never counts as one. */
export interface Tallies {
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
