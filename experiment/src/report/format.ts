import { tallyOf } from '../plan/plan'
import type { Run } from '../results/run-directory'
import { formatMbit, formatTime } from '../util/units'
import type { Interval } from './statistics'
import { type MeasureName, measures } from './measures'

type Unit = (typeof measures)[MeasureName]['unit']

const formats: Readonly<Record<Unit, (value: number) => string>> = {
  ms: formatTime,
  'kbit/s': formatMbit,
  bytes: (value) => `${value.toFixed(1)} B`,
  '1': (value) => value.toFixed(4),
}

/** How values of a measure are shown in a table; rates are in Mbit/s there, without their unit. */
export function formatOf(name: MeasureName): (value: number) => string {
  return formats[measures[name].unit]
}

/** The heading of a table about a measure. */
export function headingOf(name: MeasureName): string {
  const { title, unit } = measures[name]
  return unit === 'kbit/s' ? `${title}, in Mbit/s` : title
}

/** Of a ratio, and of a probability. */
export function formatRatio(value: number): string {
  return value.toFixed(3)
}

/** An ISO time for readers. */
export function moment(iso: string): string {
  return iso.replace(/^(.{10})T(.{8})\.\d+Z$/, '$1 $2 UTC')
}

/** `57 of 57`: the iterations of a run that went well, of those that were planned. */
export function wentWell({ plan, results }: Pick<Run, 'plan' | 'results'>): string {
  const { ok, planned } = tallyOf(plan.steps, results).iterations
  return `${ok} of ${planned}`
}

export function shown(value: number | null, format: (value: number) => string): string {
  return value === null ? '-' : format(value)
}

/** The unit stands once when it is that of both ends. */
export function shownInterval(
  interval: Interval | null,
  format: (value: number) => string,
): string {
  if (interval === null) return '-'
  const [low = '', high = ''] = interval.map(format)
  const [, unit] = / (\S+)$/.exec(high) ?? []
  const isShared = unit !== undefined && low.endsWith(` ${unit}`)
  return `${isShared ? low.slice(0, -unit.length - 1) : low} to ${high}`
}

/** `seeder, peers 1, 3 to 50`, of numbers in ascending order. */
export function nodeNames(nodes: readonly number[]): string {
  const peers = nodes.filter((node) => node > 0)
  const ranges: { first: number; last: number }[] = []
  for (const peer of peers) {
    const range = ranges.at(-1)
    if (range?.last === peer - 1) range.last = peer
    else ranges.push({ first: peer, last: peer })
  }
  const names = ranges.map(({ first, last }) =>
    first === last ? `${first}` : `${first} to ${last}`,
  )
  const seeder = nodes.includes(0) ? ['seeder'] : []
  const others =
    peers.length > 0 ? [`${peers.length > 1 ? 'peers' : 'peer'} ${names.join(', ')}`] : []
  return [...seeder, ...others].join(', ')
}
