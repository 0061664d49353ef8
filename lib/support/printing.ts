// What the classes that hold an object of libtorrent's have in common: they print what they stand for,
// and can't be posted to another thread.
import { inspect } from 'node:util'
import type { InspectOptionsStylized } from 'node:util'

// The error that structuredClone() throws for a function quotes it.
const belongsToItsThread = (): void => {}

/**
 * Makes structuredClone() and postMessage() throw a DataCloneError. The algorithm sees own enumerable
 * properties only, and makes `{}` of an object that has none; it refuses functions.
 */
export function keepInThread(object: object): void {
  // An assignment takes a tenth of the time of Object.defineProperty().
  ;(object as { belongsToThread?: unknown }).belongsToThread = belongsToItsThread
}

interface Printed {
  readonly name: string
  readonly prototype: { toJSON(): unknown }
}

/** Makes util.inspect(), and so console.log(), print the name of a class and what toJSON() returns. */
export function printAsJson(...classes: readonly Printed[]): void {
  for (const { name, prototype } of classes) {
    const value = function (
      this: Printed['prototype'],
      depth: number,
      options: InspectOptionsStylized,
      print: typeof inspect,
    ): string {
      return depth < 0 ? `[${name}]` : `${name} ${print(this.toJSON(), options)}`
    }
    Object.defineProperty(prototype, inspect.custom, { value, configurable: true, writable: true })
  }
}
