// Records cross from native code in a record buffer: the number of a factory, the values of its fields, and so on.
import { addon, matchingFactories } from './binding'
import type { Factory } from './version-compat'

const byName = matchingFactories()
const factories: readonly Factory[] = addon.factoryNames.map((name) => {
  const factory = byName[name]
  if (!factory) throw new Error(`lib lacks the factory ${name}`)
  return factory
})

function factoryAt(buffer: readonly unknown[], at: number): Factory {
  const factory = factories[buffer[at] as number]
  if (!factory) throw new Error(`no factory has the number ${String(buffer[at])}`)
  return factory
}

/** Appends the records of a record buffer, in order, to `records`, whose type the caller knows. */
export function readRecords(buffer: readonly unknown[], records: object[]): void {
  for (let at = 0; at < buffer.length;) {
    const { width, make } = factoryAt(buffer, at)
    records.push(make(buffer, at + 1))
    at += 1 + width
  }
}

/** Returns the first record of a record buffer. */
export function recordOf(buffer: readonly unknown[]): object {
  return factoryAt(buffer, 0).make(buffer, 1)
}
