// What a pending promise expects of alerts.
import type { OptionChecks, WaitOptions } from '../support/options'
import type { AlertMap, AlertType } from '../generated/alerts'
import type { TorrentHandle } from '../types'

export interface Settle<T> {
  readonly resolve: (value: T) => void
  readonly reject: (error: unknown) => void
}

/** Sends a request to libtorrent. What it throws or rejects with, the promise of the request rejects with. */
export type Send = () => void | Promise<void>

interface Expected<K extends AlertType> {
  /** The alerts that concern it. */
  readonly types: readonly K[]
  /** Only alerts about this torrent. */
  readonly torrent?: TorrentHandle | undefined
  readonly options?: WaitOptions | undefined
  /** Names of `options` besides those of WaitOptions. */
  readonly otherOptions?: OptionChecks
  /** Milliseconds, where `options` has no timeout. Default: no limit. */
  readonly defaultTimeout?: number | undefined
  /** Noun phrase: what did not come when the timeout passes. Default: the alerts. */
  readonly awaited?: () => string
  /** Called once when the promise is no longer waiting, however it ends. */
  readonly ended?: () => void
}

/** Sees alerts that others may see, too. */
export interface Observation<K extends AlertType, T> extends Expected<K> {
  readonly kind: 'observation'
  /** May settle the promise. */
  readonly observe: (alert: AlertMap[K], settle: Settle<T>) => void
  /** Called instead of a rejection when alerts of these types, or a removal, were dropped. */
  readonly dropped?: (settle: Settle<T>) => void
  /** Whether the removal of the torrent rejects the promise, or is what the promise waits for. */
  readonly removal?: 'rejects' | 'awaited'
}

/** What an alert says about a request: the result, or why it failed. */
export type Answer<T> = { readonly result: T } | { readonly failure: unknown }

/**
 * Takes the alert that answers it, so that no later request of the same kind takes that alert.
 *
 * - libtorrent answers each `'request'`. After an abort it keeps its place until the answer came.
 * - A `'query'` may have no answer. After an abort or a timeout it is forgotten.
 */
export interface Inquiry<K extends AlertType, T> extends Expected<K> {
  readonly kind: 'request' | 'query'
  /** Returns undefined for an alert that answers another request. */
  readonly answerIn: (alert: AlertMap[K]) => Answer<T> | undefined
}

export type Expectation<K extends AlertType, T> = Observation<K, T> | Inquiry<K, T>

/** A request that libtorrent answers with one alert, of success or of failure. */
export interface RequestOf<S extends AlertType, F extends AlertType, T> {
  readonly success: S
  readonly failure?: F
  readonly torrent?: TorrentHandle | undefined
  /** Whether an alert about the torrent is the answer. Default: it is. */
  readonly isAnswer?: (alert: AlertMap[S | F]) => boolean
  /** What the promise resolves with. It rejects with the error of the alert, if it has one. */
  readonly result: (alert: AlertMap[S]) => T
  /** The operation and file of an error, where the alert has neither. */
  readonly circumstances?: readonly [operation: string, file: string]
  readonly options?: WaitOptions | undefined
  readonly otherOptions?: OptionChecks
  readonly send: Send
}
