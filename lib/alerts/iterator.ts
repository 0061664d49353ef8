// `for await (const alert of session.alerts(...))`
import { alertsUnread } from '../support/errors'
import { check, checkOptions, checkThat } from '../support/options'
import { onAbort } from '../support/promises'
import type { ChecksOf } from '../support/options'
import type { Alert } from '../generated/alerts'

/** How `alerts()` iterates. */
export interface AlertsOptions {
  /** Aborting makes the loop throw the signal's reason. */
  signal?: AbortSignal | undefined
  /** The most alerts that are kept until they are read. Default: no limit. */
  limit?: number | undefined
  /**
   * What becomes of an alert beyond `limit`. `'throw'` ends the iteration: behind the alerts that are kept, the loop
   * throws a LibtorrentError of code `'alerts_dropped'`. `'drop-oldest'` and `'drop-newest'` go on. Default:
   * `'throw'`.
   */
  onOverflow?: Overflow | undefined
}

/** What becomes of an alert beyond `limit`, see {@link AlertsOptions}. */
export type Overflow = 'throw' | 'drop-oldest' | 'drop-newest'

const overflows: readonly unknown[] = ['throw', 'drop-oldest', 'drop-newest'] satisfies Overflow[]

const alertsOptions: ChecksOf<AlertsOptions> = {
  signal: check.signal,
  limit: checkThat(
    (limit) => limit === Infinity || (Number.isInteger(limit) && Number(limit) > 0),
    'an integer from 1',
    RangeError,
  ),
  onOverflow: checkThat(
    (onOverflow) => overflows.includes(onOverflow),
    `one of ${overflows.join(', ')}`,
  ),
}

export function checkAlertsOptions(options: AlertsOptions): void {
  checkOptions(options, alertsOptions)
}

/** Alerts in the order in which libtorrent posted them; ends when the session is closed or the torrent is removed. */
export interface AlertIterator<A extends Alert> extends AsyncIterableIterator<A, undefined> {
  next(): Promise<IteratorResult<A, undefined>>
  /** Ends the iteration and drops alerts that were not read. */
  return(): Promise<IteratorResult<A, undefined>>
  [Symbol.asyncIterator](): this
  [Symbol.asyncDispose](): Promise<void>
}

interface Reader<A> {
  resolve(result: IteratorResult<A, undefined>): void
  reject(error: unknown): void
}

/** Alerts that were not read yet, or readers that wait for an alert. */
export class AlertQueue<A extends Alert> implements AlertIterator<A> {
  #unread: A[] = []
  #position = 0 // in #unread, of the next
  #readers: Reader<A>[] = []
  #failure: { readonly reason: unknown } | undefined
  #release: (() => void) | undefined

  readonly #limit: number
  readonly #onOverflow: Overflow

  /** @param release called once, when the queue takes no more alerts */
  constructor(release: () => void, { limit = Infinity, onOverflow = 'throw' }: AlertsOptions) {
    this.#release = release
    this.#limit = limit
    this.#onOverflow = onOverflow
  }

  /** Makes `next()` reject with the reason of the signal when it aborts. */
  endOn(signal: AbortSignal | undefined): void {
    const release = this.#release
    const fail = (): void => {
      this.#fail(signal?.reason)
    }
    const ignoreSignal = onAbort(signal, fail)
    this.#release = () => {
      ignoreSignal()
      release?.()
    }
    if (signal?.aborted) fail()
  }

  push(alert: A): void {
    if (!this.#release) return
    const reader = this.#readers.shift()
    if (reader) reader.resolve({ done: false, value: alert })
    else if (this.#unread.length - this.#position < this.#limit) this.#unread.push(alert)
    else this.#overflow(alert)
  }

  #overflow(alert: A): void {
    if (this.#onOverflow === 'drop-newest') return
    if (this.#onOverflow === 'drop-oldest') {
      this.#take()
      this.#unread.push(alert)
      return
    }
    this.#failure = { reason: alertsUnread(this.#limit) }
    this.end()
  }

  /** Takes no more alerts. Those in the queue can still be read. */
  end(): void {
    this.#release?.()
    this.#release = undefined
    for (const reader of this.#readers.splice(0)) reader.resolve({ done: true, value: undefined })
  }

  next(): Promise<IteratorResult<A, undefined>> {
    const alert = this.#take()
    if (alert) return Promise.resolve({ done: false, value: alert })
    const failure = this.#failure
    this.#failure = undefined
    if (failure) return Promise.reject(failure.reason)
    if (!this.#release) return Promise.resolve({ done: true, value: undefined })
    return new Promise((resolve, reject) => this.#readers.push({ resolve, reject }))
  }

  return(): Promise<IteratorResult<A, undefined>> {
    this.#forget()
    this.end()
    return Promise.resolve({ done: true, value: undefined })
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return()
  }

  #take(): A | undefined {
    const alert = this.#unread[this.#position++]
    // Taking one from the front of a long array would copy it each time.
    if (2 * this.#position >= this.#unread.length) {
      this.#unread.splice(0, this.#position)
      this.#position = 0
    }
    return alert
  }

  #forget(): void {
    this.#unread = []
    this.#position = 0
  }

  #fail(reason: unknown): void {
    this.#forget()
    const reader = this.#readers.shift()
    if (reader) reader.reject(reason)
    else this.#failure = { reason }
    this.end()
  }
}
