// Options objects: members that do not exist are refused, so a typing error is never silent.
import { requireObject } from './promises'

/** Names that are compared letter by letter; the work grows with the square of the length. */
const longestName = 40

/**
 * Throws a TypeError that names a member of `options` which is not in `known`, and the nearest name.
 *
 * @param known an object with a member for each option: `Record<keyof Options, ...>` keeps it complete
 * @param name of the argument, as its caller knows it
 */
export function checkOptions(
  options: unknown,
  known: Readonly<Record<string, unknown>>,
  name = 'options',
): void {
  requireObject(options, name)
  for (const key of Object.keys(options as object)) {
    if (Object.hasOwn(known, key)) continue
    const nearest = nearestName(key, Object.keys(known))
    const hint = nearest === undefined ? '' : `, did you mean "${nearest}"?`
    throw new TypeError(`${name} has the unknown key ${JSON.stringify(key.slice(0, 100))}${hint}`)
  }
}

/** The candidate with the fewest changes of a letter, if these are few. */
function nearestName(name: string, candidates: readonly string[]): string | undefined {
  if (name.length > longestName) return undefined
  const most = Math.max(1, Math.floor(name.length / 3))
  const [nearest] = candidates
    .map((candidate) => ({ candidate, distance: editDistance(name, candidate) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance)
  return nearest?.candidate
}

/** How many letters differ, are missing or too many, without regard to case. */
function editDistance(from: string, to: string): number {
  const [a, b] = [from, to].map((text) => Array.from(text.toLowerCase())) as [string[], string[]]
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, letter] of a.entries()) {
    const next = [i + 1]
    for (const [j, other] of b.entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
