/**
 * Corrects p-values for being several, by Holm's step-down method (S. Holm, 1979): with the corrected ones below 0.05
 * taken for differences, the probability of any false one among them is at most 0.05, however they depend on each other.
 * @param ps of a family of tests; null where there was none, which is not counted
 */
export function holm(ps: readonly (number | null)[]): (number | null)[] {
  const ascending = ps
    .flatMap((p, index) => (p === null ? [] : [{ p, index }]))
    .sort((a, b) => a.p - b.p)
  const corrected: (number | null)[] = ps.map(() => null)
  let largest = 0
  ascending.forEach(({ p, index }, rank) => {
    largest = Math.max(largest, Math.min(1, (ascending.length - rank) * p))
    corrected[index] = largest
  })
  return corrected
}
