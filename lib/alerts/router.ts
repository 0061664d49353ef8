// The way of the alerts of one session: from native code to pending promises, listeners and iterators.
import { AlertQueue } from './iterator'
import { AlertEmitter } from './emitter'
import { sessionClosed } from '../support/errors'
import { AlertMask } from './mask'
import { checkWait } from '../support/options'
import { PendingPromises } from './pending'
import { readRecords } from '../native/records'
import type { AlertIterator } from './iterator'
import type { EventName, Listener, ListenerMap } from './emitter'
import type { MaskPort } from './mask'
import type { Alert } from '../generated/alerts'

/** How `alerts()` iterates. */
export interface AlertsOptions {
  /** Aborting makes the loop throw the signal's reason. */
  signal?: AbortSignal | undefined
}

export class AlertRouter {
  readonly mask: AlertMask
  readonly pending: PendingPromises
  readonly #emitter: AlertEmitter
  readonly #queues = new Set<{ end(): void }>()
  readonly #undelivered: Alert[] = []
  #delivered = 0
  #closed = false

  /** @param userMask the alert_mask that the session is made with, if any */
  constructor(userMask: unknown) {
    this.mask = new AlertMask(userMask)
    this.pending = new PendingPromises(this.mask)
    this.#emitter = new AlertEmitter({
      subscribe: (types) => this.mask.subscribe(types, 'listener'),
      unsubscribe: (types) => this.mask.unsubscribe(types, 'listener'),
    })
  }

  /** Begins to work on a session that is open. */
  open(port: MaskPort): void {
    this.mask.attach(port)
  }

  close(): void {
    this.#closed = true
    this.mask.detach()
    this.pending.close()
    for (const queue of this.#queues) queue.end()
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
    if (this.mask.reaches(alert)) this.#emitter.emit(alert)
  }

  add<K extends EventName>(names: readonly K[], listener: Listener<K>, once: boolean): void {
    if (this.#closed) throw sessionClosed()
    this.#emitter.add(names, listener, once)
  }

  remove<K extends EventName>(names: readonly K[], listener: Listener<K>): void {
    this.#emitter.remove(names, listener)
  }

  /** Returns an iterator over the alerts of these types from now on. */
  alerts<K extends EventName>(
    types: K | readonly K[],
    options: AlertsOptions,
  ): AlertIterator<ListenerMap[K]> {
    checkWait(options)
    const names = typeof types === 'string' ? [types] : types
    const push: Listener<K> = (alert) => queue.push(alert)
    this.add(names, push, false)
    const queue = new AlertQueue<ListenerMap[K]>(() => {
      this.remove(names, push)
      this.#queues.delete(queue)
    })
    this.#queues.add(queue)
    queue.endOn(options.signal)
    return queue
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
