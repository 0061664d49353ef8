// Promises that alerts settle: answers to requests, and waitFor(). The alert that belongs to a promise
// settles it, or an alert which says that no such alert will come.
import {
  alertsDropped,
  failedSilently,
  invalidTorrentHandle,
  sessionClosed,
  torrentRemoved,
  withCircumstances,
} from '../support/errors'
import { checkWait } from '../support/options'
import { markHandled, rejectedFor, rejectedLater, startDeadline } from '../support/promises'
import type { AlertMask } from './mask'
import type { LibtorrentError } from '../support/errors'
import type { Expectation, RequestOf, Settle } from './expectation'
import type { Alert, AlertMap, AlertType } from '../generated/alerts'
import type { TorrentHandle } from '../types'

/** Both ends of a promise. */
interface Executor<T> {
  readonly resolve: (value: T | Promise<never>) => void
  readonly reject: (error: unknown) => void
}

interface Entered<T> extends Settle<T> {
  /** Rejects with what user code or a call on the stack threw: the error keeps its stack. */
  readonly abandon: (error: unknown) => void
}

interface Waiting {
  readonly kind: 'observation' | 'request' | 'query'
  readonly types: readonly AlertType[]
  readonly outlivesTorrent: boolean
  /** Returns whether the alert is the answer to this request, and so to no other. */
  readonly take: (alert: Alert) => boolean
  /** Its alerts were dropped. */
  readonly drop: (error: LibtorrentError) => void
  readonly reject: (error: unknown) => void
}

type Group = Set<Waiting>

/** The pending promises of a session. */
export class PendingPromises {
  readonly #mask: AlertMask
  // In the order of the requests, which is that of libtorrent's answers. An alert is shown to the promises
  // of its torrent and to those of its type that name no torrent, so its cost does not grow with the rest.
  readonly #ofTorrents = new Map<TorrentHandle, Group>()
  readonly #ofTypes = new Map<AlertType, Group>()
  #closed = false

  constructor(mask: AlertMask) {
    this.#mask = mask
    // These alerts say that another alert will not come.
    mask.subscribe(['alerts_dropped', 'torrent_removed'], 'promise')
  }

  /** A promise for what `expectation` makes of the alerts that `start` causes. */
  expect<K extends AlertType, T>(
    expectation: Expectation<K, T>,
    start: (settle: Settle<T>) => void | Promise<void> = () => {},
  ): Promise<T> {
    return markHandled(
      new Promise<T>((resolve, reject) => {
        const failure = this.#failureOf(expectation)
        if (failure) return resolve(failure)
        const settle = this.#enter(expectation, { resolve, reject })
        try {
          start(settle)?.catch(settle.reject)
        } catch (error) {
          settle.abandon(error)
        }
      }),
    )
  }

  request<S extends AlertType, T, F extends AlertType = S>(
    request: RequestOf<S, F, T>,
  ): Promise<T> {
    const { success, failure, torrent, options, isAnswer = () => true, result } = request
    const { circumstances, otherOptions = {}, send } = request
    return this.expect<S | F, T>(
      {
        kind: 'request',
        types: failure ? [success, failure] : [success],
        torrent,
        options,
        otherOptions,
        answerIn(alert) {
          if (!isAnswer(alert)) return undefined
          if ('error' in alert && alert.error) {
            return { failure: errorOf(alert, alert.error, circumstances) }
          }
          if (alert.type === failure) return { failure: failedSilently(failure) }
          return { result: result(alert as AlertMap[S]) }
        },
      },
      send,
    )
  }

  deliver(alert: Alert): void {
    if (!this.#mask.isAwaited(alert.type)) return
    if ('handle' in alert && alert.handle) show(alert, this.#ofTorrents.get(alert.handle))
    show(alert, this.#ofTypes.get(alert.type))
    if (alert.type === 'torrent_removed') this.#rejectRemoved(alert.handle)
    if (alert.type === 'alerts_dropped') this.#rejectDropped(alert.droppedAlerts)
  }

  /** Rejects everything, and from here on everything at once. */
  close(): void {
    this.#closed = true
    for (const waiting of this.#all()) waiting.reject(sessionClosed())
  }

  /** Returns a rejected promise when there is no point in waiting. */
  #failureOf<K extends AlertType, T>(expectation: Expectation<K, T>): Promise<never> | undefined {
    const { options = {}, otherOptions, torrent } = expectation
    try {
      checkWait(options, otherOptions)
    } catch (error) {
      return rejectedLater(error)
    }
    if (options.signal?.aborted) return rejectedFor(options.signal.reason)
    if (this.#closed) return rejectedLater(sessionClosed())
    const needsTorrent = torrent && !outlivesTorrent(expectation)
    return needsTorrent && !torrent.isValid() ? rejectedLater(invalidTorrentHandle()) : undefined
  }

  #enter<K extends AlertType, T>(expectation: Expectation<K, T>, promise: Executor<T>): Entered<T> {
    const { kind, types, defaultTimeout, options = {} } = expectation
    const { awaited = () => `${types.join(' or ')} alert` } = expectation
    const leave = (): void => {
      if (!this.#remove(expectation.torrent, waiting)) return
      this.#mask.unsubscribe(types, 'promise')
      stopDeadline()
      expectation.ended?.()
    }
    const settle = settling(promise, leave)
    const waiting = waitingFor(expectation, settle)
    const { signal, timeout = defaultTimeout } = options
    const stopDeadline = startDeadline({ signal, timeout }, awaited, (rejected) => {
      if (kind !== 'request') leave()
      promise.resolve(rejected)
    })
    this.#add(expectation.torrent, waiting)
    this.#mask.subscribe(types, 'promise')
    return settle
  }

  #add(torrent: TorrentHandle | undefined, waiting: Waiting): void {
    if (torrent) return addTo(this.#ofTorrents, torrent, waiting)
    for (const type of waiting.types) addTo(this.#ofTypes, type, waiting)
  }

  /** Returns whether it was there. */
  #remove(torrent: TorrentHandle | undefined, waiting: Waiting): boolean {
    if (torrent) return removeFrom(this.#ofTorrents, torrent, waiting)
    const removed = waiting.types.map((type) => removeFrom(this.#ofTypes, type, waiting))
    return removed.includes(true)
  }

  #rejectRemoved(torrent: TorrentHandle): void {
    for (const waiting of this.#ofTorrents.get(torrent) ?? []) {
      if (!waiting.outlivesTorrent) waiting.reject(torrentRemoved())
    }
  }

  // An alert that was dropped is not known, so all promises for its type may wait in vain.
  #rejectDropped(dropped: readonly AlertType[]): void {
    const isRemovalLost = dropped.includes('torrent_removed')
    const isLost = ({ types }: Waiting): boolean => types.some((type) => dropped.includes(type))
    const lost = [...membersOf(this.#ofTorrents)].filter((one) => isRemovalLost || isLost(one))
    lost.push(...[...membersOf(this.#ofTypes)].filter(isLost))
    for (const waiting of lost) waiting.drop(alertsDropped(dropped))
  }

  #all(): Group {
    return new Set([...membersOf(this.#ofTorrents), ...membersOf(this.#ofTypes)])
  }
}

function addTo<Key>(groups: Map<Key, Group>, key: Key, waiting: Waiting): void {
  const group = groups.get(key)
  if (group) group.add(waiting)
  else groups.set(key, new Set([waiting]))
}

function removeFrom<Key>(groups: Map<Key, Group>, key: Key, waiting: Waiting): boolean {
  const group = groups.get(key)
  if (!group?.delete(waiting)) return false
  if (group.size === 0) groups.delete(key)
  return true
}

function membersOf(groups: ReadonlyMap<unknown, Group>): Group {
  return new Set([...groups.values()].flatMap((group) => [...group]))
}

/** Shows an alert to observers, and to requests until it answers one. */
function show(alert: Alert, group: Group | undefined): void {
  if (!group) return
  const { type } = alert
  let isTaken = false
  for (const waiting of group) {
    if (!waiting.types.includes(type)) continue
    if (waiting.kind === 'observation') waiting.take(alert)
    else if (!isTaken) isTaken = waiting.take(alert)
  }
}

function outlivesTorrent<K extends AlertType, T>(expectation: Expectation<K, T>): boolean {
  return expectation.kind === 'observation' && expectation.removal === 'awaited'
}

function waitingFor<K extends AlertType, T>(
  expectation: Expectation<K, T>,
  settle: Entered<T>,
): Waiting {
  const dropped = expectation.kind === 'observation' ? expectation.dropped : undefined
  const take = takerOf(expectation, settle)
  return {
    kind: expectation.kind,
    types: expectation.types,
    outlivesTorrent: outlivesTorrent(expectation),
    take(alert) {
      try {
        return take(alert as AlertMap[K])
      } catch (error) {
        // It may send a request to a session that is being closed. Other promises get their alerts.
        settle.abandon(error)
        return false
      }
    },
    drop: dropped ? () => dropped(settle) : settle.reject,
    reject: settle.reject,
  }
}

function takerOf<K extends AlertType, T>(
  expectation: Expectation<K, T>,
  settle: Settle<T>,
): (alert: AlertMap[K]) => boolean {
  if (expectation.kind === 'observation') {
    return (alert) => {
      expectation.observe(alert, settle)
      return false
    }
  }
  return (alert) => {
    const answer = expectation.answerIn(alert)
    if (answer === undefined) return false
    if ('failure' in answer) settle.reject(answer.failure)
    else settle.resolve(answer.result)
    return true
  }
}

/** Settles `promise`, and removes it from the pending ones. */
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
