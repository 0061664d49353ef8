// What waits for alerts: requests for their answers, and waitFor(). Each is settled by the alert that
// belongs to it, or by the news that no such alert will come.
import {
  alertsDropped,
  failedSilently,
  invalidTorrentHandle,
  sessionClosed,
  torrentRemoved,
  withCircumstances,
} from '../support/errors'
import { checkPatience, limit, quiet, rejectedLater } from '../support/promises'
import type { AlertMask } from './mask'
import type { LibtorrentError } from '../support/errors'
import type { Patience } from '../support/promises'
import type { Alert, AlertMap, AlertType } from '../generated/alerts'
import type { TorrentHandle } from '../types'

export interface Settle<T> {
  readonly resolve: (value: T) => void
  readonly reject: (error: unknown) => void
}

/** Asks libtorrent. What it throws or rejects with, the promise of the request rejects with. */
export type Ask = () => void | Promise<void>

export interface Expectation<K extends AlertType, T> {
  /** The alerts that concern it. */
  readonly types: readonly K[]
  /** Only alerts about this torrent. */
  readonly subject?: TorrentHandle | undefined
  /**
   * Looks at an alert of these types and may settle the promise. Returns true when the alert is the
   * answer to this request, and so to no later one.
   */
  offer(alert: AlertMap[K], settle: Settle<T>): boolean
  /** Called instead of a rejection when alerts of these types, or a removal, were dropped. */
  dropped?(settle: Settle<T>): void
  /** It has an answer of its own, which must not go to a later request even after it was aborted. */
  readonly isRequest?: boolean
  /** What it waits for comes after the torrent was removed. */
  readonly outlivesTorrent?: boolean
  readonly patience?: Patience | undefined
  /** What did not come when the timeout passes. Default: the alerts. */
  readonly awaited?: () => string
}

/** A request that libtorrent answers with one alert. */
export interface Question<S extends AlertType, F extends AlertType, T> {
  readonly success: S
  readonly failure?: F
  readonly subject?: TorrentHandle | undefined
  /** Whether an alert about the subject is the answer. Default: it is. */
  readonly isAnswer?: (alert: AlertMap[S | F]) => boolean
  /** What the promise resolves with. It rejects with the error of the alert, if it has one. */
  readonly result: (alert: AlertMap[S]) => T
  /** The operation and file of an error, where the alert has neither. */
  readonly circumstances?: readonly [operation: string, file: string]
  readonly patience?: Patience | undefined
  readonly ask: Ask
}

/** Both ends of the promise of a request. */
interface Executor<T> {
  readonly resolve: (value: T | Promise<never>) => void
  readonly reject: (error: unknown) => void
}

interface Entered<T> extends Settle<T> {
  /** Rejects with what user code or a call on the stack threw: the error keeps its stack. */
  readonly abandon: (error: unknown) => void
}

interface Waiting {
  readonly types: readonly AlertType[]
  readonly outlivesTorrent: boolean
  offer(alert: Alert): boolean
  /** Its alerts were dropped. */
  drop(error: LibtorrentError): void
  reject(error: unknown): void
}

export class Requests {
  readonly #mask: AlertMask
  // By subject, in the order of the requests, which is that of libtorrent's answers.
  readonly #waiting = new Map<TorrentHandle | undefined, Set<Waiting>>()
  #closed = false

  constructor(mask: AlertMask) {
    this.#mask = mask
    // Whatever is waited for, these say that it won't come.
    mask.want(['alerts_dropped', 'torrent_removed'], 'promise')
  }

  /** A promise for what `expectation` makes of the alerts that `start` causes. */
  expect<K extends AlertType, T>(
    expectation: Expectation<K, T>,
    start: (settle: Settle<T>) => void | Promise<void> = () => {},
  ): Promise<T> {
    return quiet(
      new Promise<T>((resolve, reject) => {
        this.#refuse(expectation)
        const settle = this.#enter(expectation, { resolve, reject })
        try {
          start(settle)?.catch(settle.reject)
        } catch (error) {
          settle.abandon(error)
        }
      }),
    )
  }

  ask<S extends AlertType, T, F extends AlertType = S>(question: Question<S, F, T>): Promise<T> {
    const { success, failure, subject, patience, isAnswer = () => true, result } = question
    const { circumstances } = question
    return this.expect<S | F, T>(
      {
        types: failure ? [success, failure] : [success],
        subject,
        patience,
        isRequest: true,
        offer(alert, { resolve, reject }) {
          if (!isAnswer(alert)) return false
          if ('error' in alert && alert.error) reject(errorOf(alert, alert.error, circumstances))
          else if (alert.type === failure) reject(failedSilently(failure))
          else resolve(result(alert as AlertMap[S]))
          return true
        },
      },
      question.ask,
    )
  }

  deliver(alert: Alert): void {
    if (!this.#mask.isAwaited(alert.type)) return
    if ('handle' in alert && alert.handle) this.#offer(alert.handle, alert)
    this.#offer(undefined, alert)
    if (alert.type === 'torrent_removed') {
      this.#rejectRemoved(alert.handle)
    }
    if (alert.type === 'alerts_dropped') this.#rejectDropped(alert.droppedAlerts)
  }

  /** Rejects everything, and from here on everything at once. */
  close(): void {
    this.#closed = true
    for (const waiting of this.#all()) waiting.reject(sessionClosed())
  }

  /** Throws when there is no point in waiting. */
  #refuse<K extends AlertType, T>(expectation: Expectation<K, T>): void {
    const { patience = {}, subject, outlivesTorrent } = expectation
    checkPatience(patience)
    patience.signal?.throwIfAborted()
    if (this.#closed) throw sessionClosed()
    if (subject && !outlivesTorrent && !subject.isValid()) throw invalidTorrentHandle()
  }

  #enter<K extends AlertType, T>(expectation: Expectation<K, T>, promise: Executor<T>): Entered<T> {
    const {
      types,
      subject,
      patience = {},
      isRequest = false,
      awaited = () => `${types.join(' or ')} alert`,
    } = expectation
    const group = this.#waiting.get(subject) ?? new Set()
    const leave = (): void => {
      if (!group.delete(waiting)) return
      if (group.size === 0) this.#waiting.delete(subject)
      this.#mask.unwant(types, 'promise')
      stopTimer()
    }
    const settle = settling(promise, leave)
    const waiting: Waiting = {
      types,
      outlivesTorrent: expectation.outlivesTorrent ?? false,
      offer: offerTo(expectation, settle),
      drop: expectation.dropped?.bind(expectation, settle) ?? settle.reject,
      reject: settle.reject,
    }
    const stopTimer = limit(patience, awaited, (rejected) => {
      if (!isRequest) leave()
      promise.resolve(rejected)
    })
    this.#waiting.set(subject, group.add(waiting))
    this.#mask.want(types, 'promise')
    return settle
  }

  #offer(subject: TorrentHandle | undefined, alert: Alert): void {
    for (const waiting of this.#waiting.get(subject) ?? []) {
      if (waiting.types.includes(alert.type) && waiting.offer(alert)) return
    }
  }

  #rejectRemoved(torrent: TorrentHandle): void {
    for (const waiting of this.#waiting.get(torrent) ?? []) {
      if (!waiting.outlivesTorrent) waiting.reject(torrentRemoved())
    }
  }

  // Nobody knows whose alerts they were: all that wait for one of these types may wait in vain.
  #rejectDropped(dropped: readonly AlertType[]): void {
    const removalLost = dropped.includes('torrent_removed')
    for (const [subject, group] of this.#waiting) {
      for (const waiting of group) {
        const isLost = waiting.types.some((type) => dropped.includes(type))
        if (isLost || (removalLost && subject)) waiting.drop(alertsDropped(dropped))
      }
    }
  }

  #all(): Waiting[] {
    return [...this.#waiting.values()].flatMap((group) => [...group])
  }
}

/** Settles `promise`, and leaves those that wait. */
function settling<T>({ resolve, reject }: Executor<T>, leave: () => void): Entered<T> {
  return {
    resolve(value) {
      leave()
      resolve(value)
    },
    reject(error) {
      leave()
      resolve(rejectedLater(error))
    },
    abandon(error) {
      leave()
      reject(error)
    },
  }
}

function offerTo<K extends AlertType, T>(
  expectation: Expectation<K, T>,
  settle: Entered<T>,
): (alert: Alert) => boolean {
  return (alert) => {
    try {
      return expectation.offer(alert as AlertMap[K], settle)
    } catch (error) {
      // It may ask again, of a session that is being closed: that costs no other its alert.
      settle.abandon(error)
      return false
    }
  }
}

/** An alert's error, with the operation and the file: the alert's own, or `circumstances`. */
export function errorOf(
  alert: Alert,
  error: LibtorrentError,
  circumstances?: readonly [operation: string, file: string],
): LibtorrentError {
  if (!('op' in alert)) return circumstances ? withCircumstances(error, ...circumstances) : error
  const file = 'filePath' in alert ? alert.filePath : 'filename' in alert ? alert.filename : ''
  return withCircumstances(error, alert.op, file || null)
}
