// What an addon that was built against another libtorrent than lib/generated needs: other factories and constants.
import { alertTypes } from '../generated/alerts'
import * as enums from '../generated/enums'
import { settingsMetadata } from '../generated/settings'

/** Makes a record of `width` values of a record buffer, from `at` on. */
export interface Factory {
  readonly width: number
  readonly make: (buffer: readonly unknown[], at: number) => object
}
export type Factories = Readonly<Record<string, Factory>>

interface Field {
  readonly name: string
  readonly type: string
  readonly isRecord?: boolean
  /** Left out of the record where its value is undefined. */
  readonly isOptional?: boolean
}

interface Constant {
  readonly name: string
  readonly value: number
}

interface Schema {
  readonly alerts: Readonly<
    Record<
      string,
      { cpp: string; id: number; category: number; priority: string; fields: readonly Field[] }
    >
  >
  readonly flags: Readonly<Record<string, readonly Constant[]>>
  readonly records: Readonly<Record<string, { fields: readonly Field[] }>>
  readonly settings: Readonly<Record<string, unknown>>
  readonly metrics: readonly string[]
}

export function parseSchema(text: string): Schema {
  return JSON.parse(text) as Schema
}

/** Gives the generated constants the names of this libtorrent, and no others, and its defaults of settings. */
export function matchConstants({ alerts, flags, settings }: Schema): void {
  const types = Object.entries(alerts).map(
    ([type, { id, category, priority }]) => [type, { id, category, priority }] as const,
  )
  replaceMembers(alertTypes, Object.fromEntries(types))
  replaceMembers(settingsMetadata, settings)
  const groups = enums as Readonly<Record<string, object>>
  for (const [group, constants] of Object.entries(flags)) {
    const named = constants.map(({ name, value }) => [name, value] as const)
    replaceMembers(groups[group] ?? {}, Object.fromEntries(named))
  }
}

function replaceMembers(object: object, members: Readonly<Record<string, unknown>>): void {
  for (const name of Object.keys(object)) {
    if (!Object.hasOwn(members, name)) Reflect.deleteProperty(object, name)
  }
  Object.assign(object, members)
}

export function factoriesFromSchema({ alerts, records, settings, metrics }: Schema): Factories {
  const result: Record<string, Factory> = {}
  const addRecord = (name: string): Factory =>
    (result[name] ??= factory(records[name]?.fields ?? [], addRecord))
  for (const name of Object.keys(records)) addRecord(name)
  for (const [type, { cpp, category, fields }] of Object.entries(alerts)) {
    result[cpp] = factory([...plain(['message']), ...fields], addRecord, { type, category })
  }
  result.Settings = factory(plain(Object.keys(settings)), addRecord)
  result.SessionStats = factory(plain(metrics), addRecord)
  return result
}

const plain = (names: readonly string[]): Field[] =>
  names.map((name) => ({ name, type: 'unknown' }))

function factory(
  fields: readonly Field[],
  recordNamed: (name: string) => Factory,
  head: object = {},
): Factory {
  const value: Factory = { width: 1, make: (buffer, at) => buffer[at] as object }
  let width = 0
  const members = fields.map(({ name, type, isRecord, isOptional = false }) => {
    const member = { name, isOptional, offset: width, made: isRecord ? recordNamed(type) : value }
    width += member.made.width
    return member
  })
  // Optional members come last, as in the generated factories.
  members.sort((a, b) => Number(a.isOptional) - Number(b.isOptional))
  const make = (buffer: readonly unknown[], at: number): object => {
    const record: Record<string, unknown> = { ...head }
    for (const { name, isOptional, offset, made } of members) {
      const value: unknown = made.make(buffer, at + offset)
      if (!isOptional || value !== undefined) record[name] = value
    }
    return record
  }
  return { width, make }
}
