// Options objects: members that do not exist are refused, so a typing error is never silent.

/** How long to wait. */
export interface WaitOptions {
  /** Aborting rejects with the signal's reason. libtorrent goes on with what was requested. */
  signal?: AbortSignal | undefined
  /** Milliseconds after which it rejects with a DOMException named TimeoutError. Default: no limit. */
  timeout?: number | undefined
}

/** The names of options, for `checkOptions()`. */
export type OptionNames = Readonly<Record<string, unknown>>

const waitOptions: Readonly<Record<keyof WaitOptions, true>> = { signal: true, timeout: true }

/**
 * Throws a TypeError or RangeError unless `options` says how long to wait.
 *
 * @param others the names of further options
 */
export function checkWait(options: WaitOptions, others: OptionNames = {}): void {
  checkOptions(options, { ...waitOptions, ...others })
  checkLimits(options)
}

/** Throws as `checkWait()` for a wrong signal or timeout. The caller has checked the names of the options. */
export function checkLimits({ signal, timeout }: WaitOptions): void {
  if (signal !== undefined) requireObject(signal, 'options.signal', 'aborted')
  if (timeout !== undefined && !(typeof timeout === 'number' && timeout >= 0)) {
    throw new RangeError(`options.timeout must be a number from 0, got ${String(timeout)}`)
  }
}

export function requireObject(value: unknown, name: string, member?: string): void {
  const isObject = typeof value === 'object' && value !== null
  if (isObject && (member === undefined || member in value)) return
  const expected = member === undefined ? 'an object' : 'an AbortSignal'
  throw new TypeError(`${name} must be ${expected}, got ${String(value)}`)
}

/** Names that are compared letter by letter; the work grows with the square of the length. */
const longestName = 40

/**
 * Throws a TypeError that names a member of `options` which is not in `known`, and the nearest name.
 *
 * @param known an object with a member for each option: `Record<keyof Options, ...>` keeps it complete
 * @param name of the argument, as its caller knows it
 */
export function checkOptions(options: unknown, known: OptionNames, name = 'options'): void {
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
