// What an alert has to look like: exactly the generated keys, with values of the generated types.
import { addon } from '../../../lib/native/binding'
import * as lt from '../../../lib'

interface Field {
  readonly name: string
  readonly type: string
  readonly isOptional?: boolean
}

interface Schema {
  readonly alerts: Readonly<Record<string, { category: number; fields: readonly Field[] }>>
  readonly records: Readonly<Record<string, { fields: readonly Field[] }>>
  readonly enums: Readonly<Record<string, { values: readonly string[] }>>
  readonly metrics: readonly string[]
}

const schema = JSON.parse(addon.schema()) as Schema

type Check = (value: unknown) => boolean

const isEntry: Check = (value) =>
  value === null ||
  typeof value === 'number' ||
  typeof value === 'bigint' ||
  Buffer.isBuffer(value) ||
  (Array.isArray(value)
    ? value.every(isEntry)
    : typeof value === 'object' &&
      Object.getPrototypeOf(value) === null &&
      Object.values(value).every(isEntry))

const isStats: Check = (value) =>
  typeof value === 'object' &&
  value !== null &&
  JSON.stringify(Object.keys(value).sort()) === JSON.stringify([...schema.metrics].sort()) &&
  Object.values(value).every(Number.isSafeInteger)

const checks: Readonly<Record<string, Check>> = {
  null: (value) => value === null,
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  string: (value) => typeof value === 'string',
  bigint: (value) => typeof value === 'bigint',
  boolean: (value) => typeof value === 'boolean',
  Buffer: (value) => Buffer.isBuffer(value),
  Date: (value) => value instanceof Date && !Number.isNaN(value.getTime()),
  LibtorrentError: (value) => value instanceof lt.LibtorrentError && value.code !== '',
  TorrentHandle: (value) => value instanceof lt.TorrentHandle,
  TorrentInfo: (value) => value instanceof lt.TorrentInfo,
  Bitfield: (value) => value instanceof lt.Bitfield,
  AlertType: (value) => typeof value === 'string' && Object.hasOwn(lt.alertTypes, value),
  Entry: isEntry,
  SessionStats: isStats,
  Settings: (value) =>
    areSettings(value) && Object.keys(value).length === Object.keys(lt.settingsMetadata).length,
  SettingsInit: areSettings,
  IpFilter: (value) => value instanceof lt.IpFilter,
  PeerClassTypeFilter: (value) => value instanceof lt.PeerClassTypeFilter,
}

function areSettings(value: unknown): value is lt.SettingsInit {
  const metadata: Readonly<Record<string, lt.SettingInfo>> = lt.settingsMetadata
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).every(([name, setting]) => typeof setting === metadata[name]?.type)
  )
}

/** What is wrong with a value of a generated type; empty when nothing is. */
function faults(value: unknown, type: string, path: string): string[] {
  const alternatives = splitOutside(type, ' | ')
  if (alternatives.length > 1) {
    const results = alternatives.map((alternative) => faults(value, alternative, path))
    return results.some((result) => result.length === 0) ? [] : (results[0] ?? [])
  }
  const list = /^ReadonlyArray<(.*)>$/.exec(type)?.[1]
  if (list !== undefined) return eachOf(value, path, (item, at) => faults(item, list, at))
  const tuple = /^readonly \[(.*)\]$/.exec(type)?.[1]
  if (tuple !== undefined) return tupleFaults(value, splitOutside(tuple, ', '), path)
  const map = /^ReadonlyMap<(.*)>$/.exec(type)?.[1]
  if (map !== undefined) {
    if (!(value instanceof Map)) return [`${path} is no Map`]
    return tuplesOf(value).flatMap((pair) => tupleFaults(pair, splitOutside(map, ', '), path))
  }
  const record = schema.records[type]
  if (record) return recordFaults(value, record.fields, path)
  return check(value, type) ? [] : [`${path} should be ${type}, is ${describeValue(value)}`]
}

function check(value: unknown, type: string): boolean {
  const values = schema.enums[type]?.values
  if (values) return typeof value === 'string' && values.includes(value)
  const known = checks[type]
  if (!known) throw new Error(`no check for values of type ${type}`)
  return known(value)
}

function describeValue(value: unknown): string {
  return Object.prototype.toString.call(value)
}

function tuplesOf(map: ReadonlyMap<unknown, unknown>): unknown[] {
  return [...map.entries()]
}

function eachOf(
  value: unknown,
  path: string,
  look: (item: unknown, path: string) => string[],
): string[] {
  if (!Array.isArray(value)) return [`${path} is no array`]
  return value.flatMap((item, i) => look(item, `${path}[${i}]`))
}

function tupleFaults(value: unknown, types: readonly string[], path: string): string[] {
  if (!Array.isArray(value) || value.length !== types.length) return [`${path} is no tuple`]
  return types.flatMap((type, i) => faults(value[i], type, `${path}[${i}]`))
}

function recordFaults(value: unknown, fields: readonly Field[], path: string): string[] {
  if (typeof value !== 'object' || value === null) return [`${path} is no object`]
  const found = Object.keys(value)
  // What may be left out comes behind all else.
  const required = fields.filter(({ isOptional }) => !isOptional)
  const optional = fields.filter(({ name, isOptional }) => isOptional && found.includes(name))
  const present = [...required, ...optional]
  const wanted = present.map(({ name }) => name)
  if (JSON.stringify(found) !== JSON.stringify(wanted)) {
    return [`${path} has the keys ${found.join(', ')} instead of ${wanted.join(', ')}`]
  }
  return present.flatMap(({ name, type }) => {
    const item = (value as Readonly<Record<string, unknown>>)[name]
    return faults(item, type, `${path}.${name}`)
  })
}

/** Splits a type where `separator` is inside of no brackets. */
function splitOutside(type: string, separator: string): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < type.length; i++) {
    if ('<['.includes(type.charAt(i))) depth++
    if ('>]'.includes(type.charAt(i))) depth--
    if (depth > 0 || !type.startsWith(separator, i)) continue
    parts.push(type.slice(start, i))
    start = i + separator.length
  }
  return [...parts, type.slice(start)]
}

/** Expects a value to be what the generated types say of that type, as `TorrentStatus`. */
export function expectTypeOf(type: string, value: unknown): void {
  expect(faults(value, type, type)).toStrictEqual([])
}

/** Expects an alert to be what the generated types say of it. */
export function expectAlertOf(type: lt.AlertType, alert: lt.Alert): void {
  const { category, fields } = schema.alerts[type]!
  const base = [
    { name: 'type', type: 'string' },
    { name: 'category', type: 'number' },
    { name: 'message', type: 'string' },
  ]
  expect(recordFaults(alert, [...base, ...fields], type)).toStrictEqual([])
  expect(alert).toMatchObject({ type, category })
  expect(alert.message).not.toBe('')
  // posted after this process began, and not in the future
  expect(alert.timestamp).toBeGreaterThan(0)
  expect(alert.timestamp).toBeLessThanOrEqual(performance.now() + 1)
}
