// Listeners of alerts, by type. A listener that throws costs neither the other listeners nor the rest
// of the batch: what it threw becomes an ordinary uncaughtException.
import { addon } from '../native/binding'
import { throwLater } from '../support/promises'
import { alertTypes } from '../generated/alerts'
import type { Alert, AlertMap, AlertType } from '../generated/alerts'

/** What each event name hands to its listeners; `'alert'` is every alert. */
export interface ListenerMap extends AlertMap {
  alert: Alert
}

export type EventName = keyof ListenerMap
export type Listener<K extends EventName> = (alert: ListenerMap[K]) => void

interface Entry {
  readonly call: (alert: never) => void
  readonly once: boolean
}

/** Called when a listener of these types was added or removed. */
export interface Subscriptions {
  subscribe(types: readonly AlertType[]): void
  unsubscribe(types: readonly AlertType[]): void
}

export class AlertEmitter {
  // The arrays are replaced, never changed: emit() goes on with what it started with.
  readonly #entries = new Map<EventName, readonly Entry[]>()
  /** Those of `'alert'`, which every alert asks for. */
  #every: readonly Entry[] | undefined
  readonly #subscriptions: Subscriptions

  constructor(subscriptions: Subscriptions) {
    this.#subscriptions = subscriptions
  }

  add<K extends EventName>(names: readonly K[], call: Listener<K>, once: boolean): void {
    const types = [...names].flatMap(typesOf) // flatMap() alone skips holes
    if (typeof call !== 'function') throw new TypeError('the listener must be a function')
    for (const name of names) {
      this.#set(name, [...(this.#entries.get(name) ?? []), { call, once }])
    }
    this.#subscriptions.subscribe(types)
  }

  /** Removes a listener; where it was added more than once, the last time it was. */
  remove<K extends EventName>(names: readonly K[], call: Listener<K>): void {
    for (const name of names) {
      const entries = this.#entries.get(name) ?? []
      const entry = entries.findLast((candidate) => candidate.call === call)
      if (entry) this.#remove(name, entry)
    }
  }

  emit(alert: Alert): void {
    const entries = this.#entries.get(alert.type)
    if (entries) this.#emit(alert.type, entries, alert)
    if (this.#every) this.#emit('alert', this.#every, alert)
  }

  #emit(name: EventName, entries: readonly Entry[], alert: Alert): void {
    for (const entry of entries) {
      if (entry.once) this.#remove(name, entry)
      try {
        entry.call(alert as never)
      } catch (error) {
        throwLater(error)
      }
    }
  }

  #remove(name: EventName, entry: Entry): void {
    const entries = this.#entries.get(name) ?? []
    const rest = entries.filter((other) => other !== entry)
    if (rest.length === entries.length) return
    this.#set(name, rest)
    this.#subscriptions.unsubscribe(typesOf(name))
  }

  #set(name: EventName, entries: readonly Entry[]): void {
    if (entries.length > 0) this.#entries.set(name, entries)
    else this.#entries.delete(name)
    this.#every = this.#entries.get('alert')
  }
}

/** The alerts that come under a name. Throws when there are none. */
export function typesOf(name: EventName): readonly AlertType[] {
  if (name === 'alert') return Object.keys(alertTypes) as AlertType[]
  if (Object.hasOwn(alertTypes, name)) return [name]
  throw new TypeError(`libtorrent ${addon.version()} has no alert "${name}"`)
}
