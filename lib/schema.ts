// Factories for an addon that was built against another libtorrent than lib/generated.

/** Makes a record of `width` values of a tape, from `at` on. */
export interface Factory {
  readonly width: number
  readonly make: (tape: readonly unknown[], at: number) => object
}
export type Factories = Readonly<Record<string, Factory>>

interface Field {
  readonly name: string
  readonly type: string
  readonly isRecord?: boolean
}

interface Schema {
  readonly alerts: Readonly<
    Record<string, { cpp: string; category: number; fields: readonly Field[] }>
  >
  readonly records: Readonly<Record<string, { fields: readonly Field[] }>>
  readonly settings: Readonly<Record<string, unknown>>
  readonly metrics: readonly string[]
}

export function factoriesFromSchema(text: string): Factories {
  const { alerts, records, settings, metrics } = JSON.parse(text) as Schema
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
  const value: Factory = { width: 1, make: (tape, at) => tape[at] as object }
  let width = 0
  const members = fields.map(({ name, type, isRecord }) => {
    const member = { name, offset: width, made: isRecord ? recordNamed(type) : value }
    width += member.made.width
    return member
  })
  const make = (tape: readonly unknown[], at: number): object => ({
    ...head,
    ...Object.fromEntries(
      members.map(({ name, offset, made }) => [name, made.make(tape, at + offset)]),
    ),
  })
  return { width, make }
}
