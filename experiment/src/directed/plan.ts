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

/** The size of every iteration, in order. */
export function sizesOf(plan: Plan): number[] {
  return plan.flatMap(({ size, iterations }) => Array<number>(iterations).fill(size))
}
