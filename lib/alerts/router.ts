// The way of the alerts of one session: from native code to pending promises, listeners and iterators.
import { AlertSource } from './source'
import { requireTorrentAlerts } from './emitter'
import { invalidTorrentHandle, sessionClosed } from '../support/errors'
import { AlertMask } from './mask'
import { PendingPromises } from './pending'
import { afterRemoval } from './wait-for'
import { readRecords } from '../native/records'
import type { EventName, Subscriptions } from './emitter'
import type { MaskPort } from './mask'
import type { SourcePort } from './source'
import type { Alert, AlertType } from '../generated/alerts'
import type { TorrentHandle } from '../types'

export class AlertRouter {
  readonly mask: AlertMask
  readonly pending: PendingPromises
  readonly ofSession: AlertSource
  /** Of torrents that have listeners or iterators. */
  readonly #ofTorrents = new Map<TorrentHandle, AlertSource>()
  /** Torrents that are being removed with files of theirs, before the first of the two alerts. */
  readonly #deleting = new WeakSet<TorrentHandle>()
  readonly #capturesRejections: boolean
  readonly #undelivered: Alert[] = []
  #delivered = 0
  #closed = false

  /**
   * @param userMask the alert_mask that the session is made with, if any
   * @param capturesRejections whether what async listeners reject with goes to listeners of 'error'
   */
  constructor(userMask: unknown, capturesRejections: boolean) {
    this.mask = new AlertMask(userMask)
    this.pending = new PendingPromises(this.mask)
    this.#capturesRejections = capturesRejections
    this.ofSession = new AlertSource(this.#port(() => this.#requireOpen()))
  }

  /** Begins to work on a session that is open. */
  open(port: MaskPort): void {
    this.mask.attach(port)
  }

  close(): void {
    this.#closed = true
    this.mask.detach()
    this.pending.close()
    for (const source of [this.ofSession, ...this.#ofTorrents.values()]) source.end()
  }

  ofTorrent(torrent: TorrentHandle): AlertSource {
    const known = this.#ofTorrents.get(torrent)
    if (known) return known
    const source = new AlertSource(
      this.#port((names) => {
        this.#requireOpen()
        if (!torrent.isValid() && !names.some((name) => afterRemoval.has(name as AlertType))) {
          throw invalidTorrentHandle()
        }
        requireTorrentAlerts(names)
        this.#ofTorrents.set(torrent, source)
      }),
    )
    return source
  }

  /** Says that the removal of a torrent has another alert, about deleted files, before or after it. */
  expectDeletion(torrent: TorrentHandle): void {
    this.#deleting.add(torrent)
  }

  /** Delivers alerts from libtorrent, in its order, which are in a record buffer. */
  deliver(buffer: readonly unknown[]): void {
    const alerts = this.#undelivered
    readRecords(buffer, alerts)
    // A listener that closes the session causes the next delivery: that one continues with the alerts of this.
    for (;;) {
      const alert = alerts[this.#delivered++]
      if (!alert) break
      this.#emit(alert)
    }
    this.#delivered = 0
    alerts.length = 0
  }

  /** Delivers an alert of this package's own as libtorrent's arrive: in a later task. */
  post(alert: Alert): void {
    setImmediate(() => {
      if (!this.#closed) this.#emit(alert)
    })
  }

  #emit(alert: Alert): void {
    this.pending.deliver(alert)
    const reaches = this.mask.reaches(alert)
    if (reaches) this.ofSession.emit(alert)
    if (this.#ofTorrents.size === 0 || !('handle' in alert) || !alert.handle) return
    const source = this.#ofTorrents.get(alert.handle)
    if (reaches) source?.emit(alert)
    if (source && afterRemoval.has(alert.type)) this.#endTorrent(alert.handle, alert.type, source)
  }

  /** One alert says that it is removed, and another one, if that was requested, whether files were deleted. */
  #endTorrent(torrent: TorrentHandle, type: AlertType, source: AlertSource): void {
    source.end()
    const isLast = !this.#deleting.delete(torrent)
    const isRemoval = (name: EventName): boolean => name === 'torrent_removed'
    // An async listener may still reject: those of 'error' stay.
    const isEnded = (name: EventName): boolean =>
      name !== 'error' &&
      (isLast || isRemoval(name) === isRemoval(type) || !afterRemoval.has(name as AlertType))
    source.emitter.removeAll(source.emitter.names().filter(isEnded))
    if (isLast || source.emitter.isEmpty) this.#ofTorrents.delete(torrent)
  }

  #requireOpen(): void {
    if (this.#closed) throw sessionClosed()
  }

  #port(requireOpen: (names: readonly EventName[]) => void): SourcePort {
    const subscriptions: Subscriptions = {
      subscribe: (types) => this.mask.subscribe(types, 'listener'),
      unsubscribe: (types) => this.mask.unsubscribe(types, 'listener'),
    }
    return { ...subscriptions, capturesRejections: this.#capturesRejections, requireOpen }
  }
}

const routers = new WeakMap<object, AlertRouter>()

export function setRouter(session: object, router: AlertRouter): void {
  routers.set(session, router)
}

/** Returns the router of an open or closed session. */
export function routerOf(session: object): AlertRouter {
  const router = routers.get(session)
  if (!router) throw new TypeError('not a session of this evaluation of libtorrent-napi')
  return router
}
