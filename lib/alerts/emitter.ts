// Listeners of alerts, by type. A listener that throws costs neither the other listeners nor the rest
// of the batch: what it threw becomes an ordinary uncaughtException.
import { addon } from '../native/binding'
import { throwLater } from '../support/promises'
import { checkThat, shown } from '../support/options'
import { alertTypes, torrentAlertTypes } from '../generated/alerts'
import type { Alert, AlertMap, AlertType, TorrentAlertType } from '../generated/alerts'

/** What each event hands to its listeners: an alert, by its type, or every alert. */
export interface ListenerMap extends AlertMap {
  readonly alert: Alert
  /** What an async listener rejected with, where `captureRejections` is set. No alert comes under this name. */
  readonly error: unknown
}

/** The same for the alerts about one torrent. */
export interface TorrentListenerMap extends Pick<AlertMap, TorrentAlertType> {
  readonly alert: AlertMap[TorrentAlertType]
  readonly error: unknown
}

/** A type of alert, `'alert'` or `'error'`. */
export type EventName = keyof ListenerMap
export type Listener<K extends EventName> = (value: ListenerMap[K]) => unknown
/** A listener of any event. */
export type AnyListener = (value: never) => unknown

interface Entry {
  readonly call: AnyListener
  readonly once: boolean
}

/** How a listener is added. */
export interface Addition {
  readonly once?: boolean
  /** Before the listeners that are there. */
  readonly first?: boolean
}

/** Called when listeners were added or removed: for one of `'alert'`, with all types. */
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
  readonly #capturesRejections: boolean

  constructor(subscriptions: Subscriptions, capturesRejections: boolean) {
    this.#subscriptions = subscriptions
    this.#capturesRejections = capturesRejections
  }

  get isEmpty(): boolean {
    return this.#entries.size === 0
  }

  names(): EventName[] {
    return [...this.#entries.keys()]
  }

  listeners(name: EventName): AnyListener[] {
    return (this.#entries.get(name) ?? []).map(({ call }) => call)
  }

  add(names: readonly EventName[], call: AnyListener, addition: Addition = {}): void {
    const types = [...names].flatMap(typesOf) // flatMap() alone skips holes
    if (typeof call !== 'function') throw new TypeError('the listener must be a function')
    const { once = false, first = false } = addition
    for (const name of names) {
      const entries = this.#entries.get(name) ?? []
      const entry = { call, once }
      this.#set(name, first ? [entry, ...entries] : [...entries, entry])
    }
    this.#subscriptions.subscribe(types)
  }

  /** Removes a listener; where it was added more than once, the last time it was. */
  remove(names: readonly EventName[], call: AnyListener): void {
    for (const name of names) {
      const entries = this.#entries.get(name) ?? []
      const entry = entries.findLast((candidate) => candidate.call === call)
      if (entry) this.#remove(name, entry)
    }
  }

  removeAll(names: readonly EventName[] = this.names()): void {
    for (const name of names) {
      for (const entry of this.#entries.get(name) ?? []) this.#remove(name, entry)
    }
  }

  emit(alert: Alert): void {
    const entries = this.#entries.get(alert.type)
    if (entries) this.#emit(alert.type, entries, alert)
    if (this.#every) this.#emit('alert', this.#every, alert)
  }

  /** Calls the listeners of one name, and returns whether there was one. */
  emitTo(name: EventName, value: unknown): boolean {
    const entries = this.#entries.get(name) ?? []
    this.#emit(name, entries, value)
    return entries.length > 0
  }

  #emit(name: EventName, entries: readonly Entry[], value: unknown): void {
    for (const entry of entries) {
      if (entry.once) this.#remove(name, entry)
      try {
        const result = entry.call(value as never)
        // What a listener of 'error' rejects with is an unhandledRejection: it would come to that listener again.
        if (this.#capturesRejections && name !== 'error') this.#capture(result)
      } catch (error) {
        throwLater(error)
      }
    }
  }

  /** Hands what an async listener rejects with to the listeners of 'error', as an EventEmitter does. */
  #capture(result: unknown): void {
    if (result === undefined) return
    Promise.resolve(result).catch((error: unknown) => {
      const entries = this.#entries.get('error')
      if (entries) this.#emit('error', entries, error)
      else throwLater(error)
    })
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

const checkNames = checkThat(
  (names) => Array.isArray(names) && names.length > 0,
  'the name of an alert, or an array of them with one at least',
)

/** Throws a TypeError for what names no alert. */
export function requireNames(names: readonly EventName[]): void {
  checkNames(names, 'type')
}

const ofTorrents: ReadonlySet<string> = new Set(torrentAlertTypes)

/** Throws a TypeError for an alert that is about no torrent. */
export function requireTorrentAlerts(names: readonly EventName[]): void {
  for (const name of names) {
    if (name === 'alert' || name === 'error' || ofTorrents.has(name)) continue
    typesOf(name)
    throw new TypeError(`${shown(name)} is not about a torrent: listen to it on the session`)
  }
}

/** The alerts that come under a name. Throws when there are none. */
export function typesOf(name: EventName): readonly AlertType[] {
  if (name === 'alert') return Object.keys(alertTypes) as AlertType[]
  if (name === 'error') return []
  if (Object.hasOwn(alertTypes, name)) return [name]
  throw new TypeError(`libtorrent ${addon.version()} has no alert ${shown(name)}`)
}
