// Small habits that every promise of this package keeps.

/** How long to wait. */
export interface Patience {
  readonly signal?: AbortSignal | undefined
  /** Milliseconds. */
  readonly timeout?: number | undefined
}

/**
 * `promise`, which nobody has to await: what may befall it at any time (the session is closed, the
 * torrent removed, the signal aborted) makes no unhandledRejection. A wrong argument does.
 */
export function quiet<T>(promise: Promise<T>): Promise<T> {
  const result = promise.catch((error: unknown) => {
    quietFor(result, error)
    throw error
  })
  return result
}

/** Makes `promise`, which is about to be rejected, such a one. */
export function quietFor(promise: Promise<unknown>, error: unknown): void {
  if (!isMistake(error)) promise.catch(nothing)
}

function isMistake(error: unknown): error is Error {
  return error instanceof TypeError || error instanceof RangeError
}

const nothing = (): void => {}

/**
 * A promise that will be rejected for `error`, to resolve another one with. An error that comes from
 * another thread has no caller in its stack. V8 adds the async functions that await a promise, but
 * only to what is captured in a reaction whose outcome they await. So the stack is captured in one: the
 * first microtask lets the promise that is resolved with this one be linked to it.
 *
 * @param error one that this package made: its stack is replaced
 * @param promise to mark as handled, see {@link quietFor}: after the capture, because V8 follows a
 *   promise with one reaction only
 */
export function rejectedLater(error: unknown, promise?: Promise<unknown>): Promise<never> {
  const rejected = Promise.resolve()
    .then(nothing)
    .then(function rethrow(): never {
      if (typeof error === 'object' && error !== null) Error.captureStackTrace(error, rethrow)
      try {
        if (promise) quietFor(promise, error)
        rejected.catch(nothing) // one that was settled before does not follow this one
      } catch (failure) {
        throwLater(failure) // catch() was replaced
      }
      throw error
    })
  return rejected
}

/** A promise that is rejected for `reason`, which need not be handled here. */
function rejectedFor(reason: unknown): Promise<never> {
  const rejected = Promise.reject(reason)
  rejected.catch(nothing)
  return rejected
}

/** Throws when `patience` isn't one. */
export function checkPatience(patience: Patience): void {
  requireObject(patience, 'options')
  const { signal, timeout } = patience
  if (signal !== undefined) requireObject(signal, 'options.signal', 'aborted')
  if (timeout !== undefined && !(typeof timeout === 'number' && timeout >= 0)) {
    throw new RangeError(`options.timeout must be a number from 0, got ${String(timeout)}`)
  }
}

export function requireObject(value: unknown, name: string, member?: string): void {
  const isObject = typeof value === 'object' && value !== null
  if (isObject && (member === undefined || member in value)) return
  const expected = member === undefined ? 'an object' : 'an AbortSignal'
  throw new TypeError(`${name} must be ${expected}, got ${String(value)}`)
}

const longestTimer = 2 ** 31 - 1

/**
 * Calls `giveUp` when patience is over, with a promise that is rejected for that; returns how to prevent
 * it. `what` says what did not come.
 */
export function limit(
  { signal, timeout = Infinity }: Patience,
  what: () => string,
  giveUp: (rejected: Promise<never>) => void,
): () => void {
  // The reason is the user's, and keeps its stack.
  const ignoreSignal = onAbort(signal, () => giveUp(rejectedFor(signal?.reason)))
  if (timeout > longestTimer) return ignoreSignal
  const timer = setTimeout(() => {
    const error = new DOMException(`no ${what()} within ${timeout} ms`, 'TimeoutError')
    giveUp(rejectedLater(error))
  }, timeout)
  return () => {
    clearTimeout(timer)
    ignoreSignal()
  }
}

/** What `ask` promises, for as long as patience lasts: giving up ends the waiting, not what was asked. */
export function patiently<T>(patience: Patience, what: string, ask: () => Promise<T>): Promise<T> {
  return quiet(
    new Promise<T>((resolve, reject) => {
      checkPatience(patience)
      patience.signal?.throwIfAborted()
      const stop = limit(patience, () => what, resolve)
      ask().finally(stop).then(resolve, reject)
    }),
  )
}

/**
 * What `start` promises, until the signal aborts or `start` stops it: that cancels the work, and rejects
 * with the reason. Native code calls `receiveCancel` with the function that cancels.
 */
export async function cancellable<T>(
  signal: AbortSignal | undefined,
  start: (
    receiveCancel: (cancel: () => void) => void,
    stop: (reason: unknown) => void,
  ) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted()
  let cancel = (): void => {}
  let failure: { readonly error: unknown } | undefined
  const stop = (error: unknown): void => {
    failure ??= { error }
    cancel()
  }
  const receiveCancel = (cancelWork: () => void): void => {
    cancel = cancelWork
  }
  const ignoreSignal = onAbort(signal, () => stop(signal?.reason))
  try {
    const result = await start(receiveCancel, stop)
    if (!failure) return result
  } catch (error) {
    failure ??= { error }
  } finally {
    ignoreSignal()
  }
  throw failure.error
}

/** Calls `react` once the signal aborts; returns how to stop listening. */
export function onAbort(signal: AbortSignal | undefined, react: () => void): () => void {
  if (!signal) return () => {}
  signal.addEventListener('abort', react, { once: true })
  return () => {
    signal.removeEventListener('abort', react)
  }
}

/** Throws on the next turn, as an ordinary uncaughtException, so that the caller can go on. */
export function throwLater(error: unknown): void {
  process.nextTick(() => {
    throw error
  })
}
