import { usageError } from './errors'

const units: readonly (readonly [name: string, bytes: number])[] = [
  ['GiB', 2 ** 30],
  ['MiB', 2 ** 20],
  ['KiB', 2 ** 10],
  ['GB', 1e9],
  ['MB', 1e6],
  ['kB', 1e3],
  ['B', 1],
]

/** In kilobits. */
const bitUnits = [
  ['Gbit', 1e6],
  ['Mbit', 1e3],
] as const

/** No experiment transfers more, and a mistyped size must not fill a disk. */
const largestSize = 2 ** 40

/** Relative: 8.3 MB are 8300000.000000001 bytes in floating point. */
const roundingError = 1e-9

/** Reads `10240`, `10kB` (10,000), `1.5 MiB` (1,572,864) ... as a number of bytes. */
export function parseSize(text: string): number {
  const bytes = bytesOf(text)
  if (Number.isNaN(bytes)) {
    throw usageError(
      `bad size '${text}': expected bytes or a unit, such as 10240, 10kB, 1MiB or 2GB`,
    )
  }
  if (bytes < 1 || bytes > largestSize)
    throw usageError(`bad size '${text}': expected 1 byte to 1024 GiB`)
  return bytes
}

/** NaN for a text that is not a whole number of bytes. */
function bytesOf(text: string): number {
  const [, digits, unit] = /^\s*(\d+(?:\.\d+)?)\s*([a-zA-Z]*)\s*$/.exec(text) ?? []
  const factor =
    unit === '' ? 1 : units.find(([name]) => name.toLowerCase() === unit?.toLowerCase())?.[1]
  const product = Number(digits) * (factor ?? NaN)
  const bytes = Math.round(product)
  return Math.abs(product - bytes) <= roundingError * product ? bytes : NaN
}

/** `10 KiB` for round binary sizes, `12.3 kB` otherwise. */
export function formatSize(bytes: number): string {
  const [name, size] = sizeUnitOf(bytes)
  return `${inUnit(bytes, size)} ${name}`
}

/** The same where it is exact, otherwise all bytes: two sizes never have the same text. */
export function formatExactSize(bytes: number): string {
  const text = formatSize(bytes)
  return bytesOf(text) === bytes ? text : `${bytes} B`
}

/** `23.7 of 60 MiB`: both in the unit of the whole. */
export function formatAmount(done: number, total: number): string {
  const [name, size] = sizeUnitOf(total)
  return `${inUnit(Math.min(done, total), size)} of ${inUnit(total, size)} ${name}`
}

function inUnit(bytes: number, size: number): string {
  return bytes % size === 0 && (size === 1 || size % 1024 === 0)
    ? `${bytes / size}`
    : significant(bytes / size)
}

/** A binary unit of which a size is a multiple; otherwise a decimal one. */
function sizeUnitOf(bytes: number): readonly [name: string, bytes: number] {
  const round = units.find(
    ([name, size]) =>
      name.endsWith('iB') && bytes % size === 0 && bytes >= size && bytes < 1024 * size,
  )
  return round ?? unitOf(bytes)
}

/** The largest decimal unit of which there is a whole one. */
function unitOf(bytes: number): readonly [name: string, bytes: number] {
  return units.find(([name, size]) => !name.endsWith('iB') && bytes >= size) ?? ['B', 1]
}

/** @param bytesPerSecond shown in decimal units, as network rates are */
export function formatRate(bytesPerSecond: number): string {
  const [name, size] = unitOf(bytesPerSecond)
  return `${significant(bytesPerSecond / size)} ${name}/s`
}

/** @param kbit kilobits (1000 bits) per second */
export function formatBitRate(kbit: number): string {
  const [name, size] = bitUnits.find(([, size]) => kbit >= size) ?? (['kbit', 1] as const)
  return `${significant(kbit / size)} ${name}/s`
}

/** A number of kbit/s, for a column with that unit. */
export function formatKbit(kbit: number): string {
  return kbit >= 100 ? Math.round(kbit).toLocaleString('en') : significant(kbit)
}

/** A number of Mbit/s, for a column with that unit. */
export function formatMbit(kbit: number): string {
  return formatKbit(kbit / 1000)
}

/** @param milliseconds shown as `0.85 ms`, `12.3 ms`, `1.53 s` */
export function formatTime(milliseconds: number): string {
  return milliseconds < 1000
    ? `${significant(milliseconds)} ms`
    : `${significant(milliseconds / 1000)} s`
}

/** Approximate duration, for a display: `12 s`, `3 min 20 s`, `2 h 5 min`. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000))
  if (seconds < 100) return `${seconds} s`
  // seconds are left out beyond an hour
  const rounded = seconds < 3600 ? seconds : 60 * Math.round(seconds / 60)
  const parts = [
    [Math.floor(rounded / 3600), 'h'],
    [Math.floor((rounded % 3600) / 60), 'min'],
    [rounded % 60, 's'],
  ] as const
  return parts.flatMap(([count, unit]) => (count > 0 ? [`${count} ${unit}`] : [])).join(' ')
}

/** `1 iteration`, `57 iterations`. */
export function formatCount(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

/** Three significant digits, without an exponent for anything that is met here. */
function significant(value: number): string {
  if (value === 0) return '0'
  const decimals = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))))
  return value.toFixed(Math.min(decimals, 4))
}

/** Reads a whole number within bounds; `name` is the option, for the message. */
export function parseInteger(text: string, name: string, min: number, max: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : NaN
  if (!(value >= min && value <= max)) {
    throw usageError(`bad ${name} '${text}': expected a whole number from ${min} to ${max}`)
  }
  return value
}

/** Reads a positive number of seconds and gives milliseconds. */
export function parseSeconds(text: string, name: string): number {
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN
  if (!(seconds > 0 && seconds <= 2_000_000)) {
    throw usageError(`bad ${name} '${text}': expected a number of seconds above 0`)
  }
  return seconds * 1000
}
