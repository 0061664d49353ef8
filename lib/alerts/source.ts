// The listeners and iterators of one session, or of one torrent.
import { AlertEmitter, requireNames } from './emitter'
import { AlertQueue, checkAlertsOptions } from './iterator'
import type { Addition, AnyListener, EventName, Subscriptions } from './emitter'
import type { AlertIterator, AlertsOptions } from './iterator'
import type { Alert } from '../generated/alerts'

/** What a source needs of the session. */
export interface SourcePort extends Subscriptions {
  readonly capturesRejections: boolean
  /** Throws when no alerts of these names will come. */
  requireOpen(names: readonly EventName[]): void
}

export class AlertSource {
  readonly emitter: AlertEmitter
  /** Apart from listeners, so that `removeAllListeners()` leaves iterators alone. */
  readonly #iterated: AlertEmitter
  readonly #queues = new Set<{ end(): void }>()
  readonly #port: SourcePort

  constructor(port: SourcePort) {
    this.#port = port
    this.emitter = new AlertEmitter(port, port.capturesRejections)
    this.#iterated = new AlertEmitter(port, false)
  }

  add(names: readonly EventName[], listener: AnyListener, addition?: Addition): void {
    this.#port.requireOpen(names)
    this.emitter.add(names, listener, addition)
  }

  /** Returns an iterator over the alerts of these names from now on. */
  alerts<A extends Alert>(names: readonly EventName[], options: AlertsOptions): AlertIterator<A> {
    checkAlertsOptions(options)
    requireNames(names)
    this.#port.requireOpen(names)
    const push = (alert: A): void => queue.push(alert)
    this.#iterated.add(names, push)
    const queue = new AlertQueue<A>(() => {
      this.#iterated.remove(names, push)
      this.#queues.delete(queue)
    }, options)
    this.#queues.add(queue)
    queue.endOn(options.signal)
    return queue
  }

  emit(alert: Alert): void {
    this.emitter.emit(alert)
    if (!this.#iterated.isEmpty) this.#iterated.emit(alert)
  }

  /** Ends iterators: what they have can still be read. */
  end(): void {
    for (const queue of this.#queues) queue.end()
  }
}
