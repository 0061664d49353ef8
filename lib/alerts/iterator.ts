// `for await (const alert of session.alerts(...))`
import { onAbort } from '../support/promises'
import type { Alert } from '../generated/alerts'

/** Alerts in the order in which libtorrent posted them; ends when the session is closed. */
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
  #position = 0 // in #unread; taking from the front of a long array would copy it each time
  #readers: Reader<A>[] = []
  #failure: { readonly reason: unknown } | undefined
  #release: (() => void) | undefined

  /** @param release called once, when the queue takes no more alerts */
  constructor(release: () => void) {
    this.#release = release
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
    else this.#unread.push(alert)
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
    if (this.#position >= this.#unread.length) this.#forget()
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
