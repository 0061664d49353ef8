// Records cross from native code on a tape: the number of a factory, the values of the fields, and so on.
import { addon, matchingFactories } from './binding'
import type { Factory } from './version-compat'

const byName = matchingFactories()
const factories: readonly Factory[] = addon.factoryNames.map((name) => {
  const factory = byName[name]
  if (!factory) throw new Error(`lib lacks the factory ${name}`)
  return factory
})

function factoryAt(tape: readonly unknown[], at: number): Factory {
  const factory = factories[tape[at] as number]
  if (!factory) throw new Error(`no factory has the number ${String(tape[at])}`)
  return factory
}

/** Appends everything on a tape, in order, to what is known to be records of its type. */
export function readTape(tape: readonly unknown[], records: object[]): void {
  for (let at = 0; at < tape.length;) {
    const { width, make } = factoryAt(tape, at)
    records.push(make(tape, at + 1))
    at += 1 + width
  }
}

/** The first record on a tape. */
export function recordOf(tape: readonly unknown[]): object {
  return factoryAt(tape, 0).make(tape, 1)
}
