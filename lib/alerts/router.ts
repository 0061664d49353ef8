// Everything about the alerts of one session: where native code delivers them, and who gets them.
import { AlertQueue } from './iterator'
import { Dispatch } from './emitter'
import { sessionClosed } from '../support/errors'
import { AlertMask } from './mask'
import { checkPatience } from '../support/promises'
import { Requests } from './pending'
import { readTape } from '../native/records'
import type { AlertIterator } from './iterator'
import type { EventName, Listener, ListenerMap } from './emitter'
import type { MaskPort } from './mask'
import type { Patience } from '../support/promises'
import type { Alert } from '../generated/alerts'

export class Hub {
  readonly mask: AlertMask
  readonly requests: Requests
  readonly #dispatch: Dispatch
  readonly #queues = new Set<{ end(): void }>()
  readonly #undelivered: Alert[] = []
  #delivered = 0
  #closed = false

  /** @param userMask the alert_mask that the session is made with, if any */
  constructor(userMask: unknown) {
    this.mask = new AlertMask(userMask)
    this.requests = new Requests(this.mask)
    this.#dispatch = new Dispatch({
      heard: (types) => this.mask.want(types, 'listener'),
      unheard: (types) => this.mask.unwant(types, 'listener'),
    })
  }

  /** The session is there. */
  open(port: MaskPort): void {
    this.mask.attach(port)
  }

  close(): void {
    this.#closed = true
    this.mask.detach()
    this.requests.close()
    for (const queue of this.#queues) queue.end()
  }

  /** Alerts from libtorrent, in its order, on a tape. */
  deliver(tape: readonly unknown[]): void {
    const alerts = this.#undelivered
    readTape(tape, alerts)
    // A listener may cause the next delivery, by closing the session: it goes on with this one first.
    for (;;) {
      const alert = alerts[this.#delivered++]
      if (!alert) break
      this.#emit(alert)
    }
    this.#delivered = 0
    alerts.length = 0
  }

  /** Delivers an alert of this package's own as one of libtorrent's: after the turn that caused it. */
  post(alert: Alert): void {
    setImmediate(() => {
      if (!this.#closed) this.#emit(alert)
    })
  }

  #emit(alert: Alert): void {
    this.requests.deliver(alert)
    if (this.mask.reaches(alert)) this.#dispatch.emit(alert)
  }

  add<K extends EventName>(names: readonly K[], listener: Listener<K>, once: boolean): void {
    if (this.#closed) throw sessionClosed()
    this.#dispatch.add(names, listener, once)
  }

  remove<K extends EventName>(names: readonly K[], listener: Listener<K>): void {
    this.#dispatch.remove(names, listener)
  }

  alerts<K extends EventName>(
    names: readonly K[],
    patience: Patience,
  ): AlertIterator<ListenerMap[K]> {
    checkPatience(patience)
    const push: Listener<K> = (alert) => queue.push(alert)
    this.add(names, push, false)
    const queue = new AlertQueue<ListenerMap[K]>(() => {
      this.remove(names, push)
      this.#queues.delete(queue)
    })
    this.#queues.add(queue)
    queue.obey(patience.signal)
    return queue
  }
}

const hubs = new WeakMap<object, Hub>()

export function setHub(session: object, hub: Hub): void {
  hubs.set(session, hub)
}

/** The hub of an open or closed session. */
export function hubOf(session: object): Hub {
  const hub = hubs.get(session)
  if (!hub) throw new TypeError('not a session of this evaluation of libtorrent-napi')
  return hub
}
