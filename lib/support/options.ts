// Options objects: members that do not exist, or have a wrong value, are refused. So a mistake is never silent.
import { inspect, types } from 'node:util'
import { printable } from './printable'

/** How long to wait. */
export interface WaitOptions {
  /** Aborting rejects with the signal's reason. libtorrent goes on with what was requested. */
  signal?: AbortSignal | undefined
  /** Milliseconds after which it rejects with a DOMException named TimeoutError. Default: no limit. */
  timeout?: number | undefined
}

/** Throws a TypeError or RangeError unless an option may have a value. `name` is that of the option as its caller knows it. */
export type Check = (value: unknown, name: string) => void

/** A check for each option, for `checkOptions()`. */
export type OptionChecks = Readonly<Record<string, Check>>

/** A check for each member of an interface of options. */
export type ChecksOf<Options> = Readonly<Record<keyof Options, Check>>

/** Returns a check that refuses values with a TypeError, or with another kind of error. */
export function checkThat(
  accepts: (value: unknown) => boolean,
  expected: string,
  kind: new (message: string) => Error = TypeError,
): Check {
  return (value, name) => {
    if (accepts(value)) return
    throw new kind(`${name} must be ${expected}, got ${shown(value)}`)
  }
}

const longestShown = 200

/** Returns a value as errors show it: its start, in one line. It may come from a stranger, and be printed on a terminal. */
export function shown(value: unknown): string {
  const isText = typeof value === 'string'
  const text = isText ? value : inspect(value, { depth: 0, compact: true, breakLength: Infinity })
  const start = text.length > longestShown ? `${text.slice(0, longestShown)}...` : text
  return printable(isText ? JSON.stringify(start) : start)
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
const isString = (value: unknown): boolean => typeof value === 'string'
const isIntegerWithin = (value: unknown, least: number, most: number): boolean =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most

const smallestFlags = -(2 ** 31) // what `|` makes of flags that have bit 31
const largestFlags = 2 ** 32 - 1

/** Checks for the tables of options. */
export const check = {
  /** For an option that is checked where it is used, under its name. */
  later: (): void => {},
  boolean: checkThat((value) => typeof value === 'boolean', 'a boolean'),
  string: checkThat(isString, 'a string'),
  strings: checkThat(
    (value) => Array.isArray(value) && value.every(isString),
    'an array of strings',
  ),
  function: checkThat((value) => typeof value === 'function', 'a function'),
  object: checkThat(isObject, 'an object'),
  dateOrNull: checkThat((value) => value === null || types.isDate(value), 'a Date or null'),
  signal: checkThat((value) => isObject(value) && 'aborted' in value, 'an AbortSignal'),
  flags: checkThat(
    (value) => isIntegerWithin(value, smallestFlags, largestFlags),
    `an integer from ${smallestFlags} to ${largestFlags}`,
  ),
  numberFromZero: checkThat(
    (value) => typeof value === 'number' && value >= 0,
    'a number from 0',
    RangeError,
  ),
  integerFromZero: checkThat(
    (value) => isIntegerWithin(value, 0, Number.MAX_SAFE_INTEGER),
    'an integer from 0',
    RangeError,
  ),
} satisfies OptionChecks

export const waitOptions: ChecksOf<WaitOptions> = {
  signal: check.signal,
  timeout: check.numberFromZero,
}

/**
 * Throws a TypeError or RangeError unless `options` says how long to wait.
 *
 * @param others the checks of further options
 */
export function checkWait(options: WaitOptions, others: OptionChecks = {}): void {
  checkOptions(options, { ...waitOptions, ...others })
}

/** Names that are compared letter by letter; the work grows with the square of the length. */
const longestName = 40

/**
 * Throws a TypeError or RangeError that names a member of `options` which is not in `checks`, with the nearest name, or
 * which has a wrong value. An option that is undefined counts as absent.
 *
 * @param checks with a member for each option: `ChecksOf<Options>` keeps it complete
 * @param name of the argument, as its caller knows it
 */
export function checkOptions(options: unknown, checks: OptionChecks, name = 'options'): void {
  check.object(options, name)
  for (const [key, value] of Object.entries(options as object)) {
    if (!Object.hasOwn(checks, key)) throw unknownKey(key, Object.keys(checks), name)
    if (value !== undefined) checks[key]?.(value, `${name}.${key}`)
  }
}

function unknownKey(key: string, known: readonly string[], name: string): TypeError {
  const nearest = nearestName(key, known)
  const hint = nearest === undefined ? '' : `, did you mean "${nearest}"?`
  return new TypeError(`${name} has the unknown key ${shown(key)}${hint}`)
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
