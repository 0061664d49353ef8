import { usageError } from '../errors'
import type { Plan } from '../directed/plan'

/** What is transferred when nothing else is asked for: some seconds on one machine. */
export const demonstration: Plan = [
  { size: 10 * 1024, iterations: 20 },
  { size: 100 * 1024, iterations: 20 },
  { size: 1024 * 1024, iterations: 10 },
  { size: 10 * 1024 * 1024, iterations: 5 },
  { size: 100 * 1024 * 1024, iterations: 2 },
]

/**
 * Pairs the sizes with the iterations. One number of iterations counts for every size.
 * @returns null when no size is given
 */
export function planOf(
  sizes: readonly number[] | undefined,
  iterations: readonly number[] | undefined,
): Plan | null {
  if (!sizes) return null
  const counts = iterations ?? [1]
  if (counts.length !== 1 && counts.length !== sizes.length) {
    throw usageError(
      `${sizes.length} times --file-size and ${counts.length} times --iterations: give one each`,
    )
  }
  return sizes.map((size, index) => ({ size, iterations: counts[index] ?? counts[0] ?? 1 }))
}
