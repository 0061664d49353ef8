// Factories for an addon that was built against another libtorrent than lib/generated.

/** Make a record from the values of its fields, in the order of the tables. */
export type Factories = Readonly<Record<string, (...values: never[]) => object>>

interface Field {
  readonly name: string
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
  const result: Record<string, (...values: unknown[]) => object> = {}
  for (const [type, { cpp, category, fields }] of Object.entries(alerts)) {
    const make = maker(['message', ...fields.map(({ name }) => name)])
    result[cpp] = (...values) => ({ type, category, ...make(values) })
  }
  const named = Object.entries(records).map(
    ([name, { fields }]) => [name, fields.map((field) => field.name)] as const,
  )
  const maps = [...named, ['Settings', Object.keys(settings)], ['SessionStats', metrics]] as const
  for (const [name, keys] of maps) {
    const make = maker(keys)
    result[name] = (...values) => make(values)
  }
  return result
}

function maker(names: readonly string[]): (values: readonly unknown[]) => object {
  return (values) => Object.fromEntries(names.map((name, i) => [name, values[i]]))
}
