// The methods of a session and of a torrent that listen to alerts, named as those of an EventEmitter. So the
// functions of node:events (`once()`, `on()`, `getEventListeners()`) work on both, and take both by their types.
//
// The function is a class with its base open, so its length and its type are those of a class:
/* eslint-disable max-lines-per-function, @typescript-eslint/explicit-module-boundary-types */
import type { AlertIterator, AlertsOptions } from './iterator'
import type { AlertSource } from './source'
import type { AnyListener, EventName, ListenerMap } from './emitter'
import type { Alert } from '../generated/alerts'

type Name<Events> = keyof Events & EventName
/** What `alerts()` iterates over. */
export type AlertName<Events> = Exclude<keyof Events & EventName, 'error'>

/**
 * Returns a class that adds these methods to `Base`.
 *
 * @param sourceOf the alerts of an object
 */
export function emitting<Events extends Partial<ListenerMap>>() {
  // TypeScript requires any[] of a class that is extended so.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  return <Base extends new (...args: any[]) => object>(
    base: Base,
    sourceOf: (self: object) => AlertSource,
  ) =>
    class Emitting extends base {
      /**
       * Calls `listener` with every alert of a type, in libtorrent's order, `'alert'` with every alert of
       * any type (without an `alert_mask` that makes libtorrent post everything, logs included). One that
       * throws causes an uncaughtException and keeps no other listener from its alert.
       *
       * @param name a type of alert as libtorrent spells it, or `'alert'`; a TypeError when there is none.
       *   `'error'` is what async listeners reject with, where the session has `captureRejections`
       * @see https://libtorrent.org/reference-Alerts.html
       */
      on<K extends Name<Events>>(name: K, listener: (value: Events[K]) => unknown): this {
        sourceOf(this).add([name], listener)
        return this
      }

      /** As `on()`, for one alert only. */
      once<K extends Name<Events>>(name: K, listener: (value: Events[K]) => unknown): this {
        sourceOf(this).add([name], listener, { once: true })
        return this
      }

      /** Removes a listener; if it was added more than once, the last. */
      off<K extends Name<Events>>(name: K, listener: (value: Events[K]) => unknown): this {
        sourceOf(this).emitter.remove([name], listener)
        return this
      }

      /** The same as `on()`. */
      addListener<K extends Name<Events>>(name: K, listener: (value: Events[K]) => unknown): this {
        return this.on(name, listener)
      }

      /** The same as `off()`. */
      removeListener<K extends Name<Events>>(
        name: K,
        listener: (value: Events[K]) => unknown,
      ): this {
        return this.off(name, listener)
      }

      /** As `on()`, before the listeners that are there. */
      prependListener<K extends Name<Events>>(
        name: K,
        listener: (value: Events[K]) => unknown,
      ): this {
        sourceOf(this).add([name], listener, { first: true })
        return this
      }

      /** As `once()`, before the listeners that are there. */
      prependOnceListener<K extends Name<Events>>(
        name: K,
        listener: (value: Events[K]) => unknown,
      ): this {
        sourceOf(this).add([name], listener, { once: true, first: true })
        return this
      }

      /** Removes all listeners, or those of a name. Iterators of `alerts()` go on. */
      removeAllListeners(name?: Name<Events>): this {
        sourceOf(this).emitter.removeAll(name === undefined ? undefined : [name])
        return this
      }

      /**
       * How many listeners there are for a name.
       *
       * @param listener counts only this one
       */
      listenerCount(name: Name<Events>, listener?: AnyListener): number {
        const all = sourceOf(this).emitter.listeners(name)
        return listener ? all.filter((one) => one === listener).length : all.length
      }

      /** The listeners for a name, in the order in which they are called. */
      listeners(name: Name<Events>): AnyListener[] {
        return sourceOf(this).emitter.listeners(name)
      }

      /** The same as `listeners()`. */
      rawListeners(name: Name<Events>): AnyListener[] {
        return this.listeners(name)
      }

      /**
       * Calls the listeners of a name with a value of the program's own, as a test does. Nothing else comes of it.
       *
       * @returns whether there was a listener
       */
      emit<K extends Name<Events>>(name: K, value: Events[K]): boolean {
        return sourceOf(this).emitter.emitTo(name, value)
      }

      /** Has no effect: the number of listeners is not limited, and no warning is printed. */
      // eslint-disable-next-line @typescript-eslint/no-unused-vars
      setMaxListeners(count: number): this {
        sourceOf(this) // refuses other objects
        return this
      }

      /** Infinity. */
      getMaxListeners(): number {
        sourceOf(this)
        return Infinity
      }

      /** The names that have listeners. */
      eventNames(): EventName[] {
        return sourceOf(this).emitter.names()
      }

      /**
       * The alerts from now on, for `for await`. They are kept until they are read: leave the loop, or call
       * `return()`, when no more are wanted. It ends when the session is closed, and that of a torrent when the
       * torrent is removed.
       *
       * @param types one alert type or several. Default: `'alert'`, all
       * @param options when the signal aborts, the loop throws its reason; `limit` bounds what is kept
       */
      alerts<K extends AlertName<Events> = AlertName<Events> & 'alert'>(
        types?: K | readonly K[],
        options: AlertsOptions = {},
      ): AlertIterator<Extract<Events[K], Alert>> {
        const names: readonly EventName[] =
          types === undefined ? ['alert'] : typeof types === 'string' ? [types] : types
        return sourceOf(this).alerts<Extract<Events[K], Alert>>(names, options)
      }
    }
}
