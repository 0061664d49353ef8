import { randomInt } from 'node:crypto'

/** Picks numbers below a bound at random, each at most once; all of them when there are no more than are wanted. */
export function picks(bound: number, wanted: number): number[] {
  if (bound <= wanted) return Array.from({ length: bound }, (_, index) => index)
  const picked = new Set<number>()
  while (picked.size < wanted) picked.add(randomInt(bound))
  return [...picked]
}
