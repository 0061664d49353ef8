import type { Turn } from '../measure/results'

/** How often a file of one size is transferred. */
export interface PlanStep {
  /** Bytes. */
  readonly size: number
  readonly iterations: number
}

export type Plan = readonly PlanStep[]

export function totalIterations(plan: Plan): number {
  return plan.reduce((total, { iterations }) => total + iterations, 0)
}

/** Every iteration, in order. */
export function turnsOf(plan: Plan): Turn[] {
  const turns = plan.flatMap(({ size, iterations }, step) =>
    Array.from({ length: iterations }, (_, index) => ({
      step,
      repetition: index + 1,
      warmUp: false,
      size,
    })),
  )
  return turns.map((turn, index) => ({ ...turn, iteration: index + 1 }))
}
