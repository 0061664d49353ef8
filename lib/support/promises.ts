// Abort and timeout options, and the unhandled-rejection policy shared by all methods that return promises.
import { checkWait } from './options'
import type { OptionChecks, WaitOptions } from './options'

/**
 * Returns `promise`, marked as handled for what may end it at any time: the session is closed, the torrent
 * removed, the signal aborted. These make no unhandledRejection when the caller does not await it; a wrong
 * argument does.
 */
export function markHandled<T>(promise: Promise<T>): Promise<T> {
  const result = promise.catch((error: unknown) => {
    markHandledFor(result, error)
    throw error
  })
  return result
}

/** Marks `promise`, which is about to be rejected, as handled unless `error` is a wrong argument's. */
export function markHandledFor(promise: Promise<unknown>, error: unknown): void {
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
 * @param promise to mark as handled, see {@link markHandledFor}: after the capture, because V8 follows a
 *   promise with one reaction only
 */
export function rejectedLater(error: unknown, promise?: Promise<unknown>): Promise<never> {
  const rejected = Promise.resolve()
    .then(nothing)
    .then(function rethrow(): never {
      if (typeof error === 'object' && error !== null) Error.captureStackTrace(error, rethrow)
      try {
        if (promise) markHandledFor(promise, error)
        rejected.catch(nothing) // a promise that was settled before does not follow this one
      } catch (failure) {
        throwLater(failure) // Promise.prototype.catch was replaced
      }
      throw error
    })
  return rejected
}

/** A promise that is rejected for `reason`, which need not be handled here. */
export function rejectedFor(reason: unknown): Promise<never> {
  const rejected = Promise.reject(reason)
  rejected.catch(nothing)
  return rejected
}

const longestTimer = 2 ** 31 - 1

/**
 * Calls `giveUp` with a rejected promise when the signal aborts or the timeout passes. Returns a function
 * that prevents it.
 *
 * @param what noun phrase: what did not come
 */
export function startDeadline(
  { signal, timeout = Infinity }: WaitOptions,
  what: () => string,
  giveUp: (rejected: Promise<never>) => void,
): () => void {
  // The reason is the caller's, and keeps its stack.
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

/**
 * Returns what `send` promises, or rejects when the signal aborts or the timeout passes. What was requested
 * goes on then.
 *
 * @param what noun phrase: what did not come
 * @param others checks of `options` besides those of WaitOptions
 */
export function withDeadline<T>(
  options: WaitOptions,
  what: string,
  send: () => Promise<T>,
  others?: OptionChecks,
): Promise<T> {
  return markHandled(
    new Promise<T>((resolve, reject) => {
      checkWait(options, others)
      options.signal?.throwIfAborted()
      const stop = startDeadline(options, () => what, resolve)
      send().finally(stop).then(resolve, reject)
    }),
  )
}

/**
 * Returns what `start` promises. When the signal aborts, or `start` calls `stop`, the work is cancelled and
 * the promise rejects with the reason. Native code calls `receiveCancel` with the function that cancels.
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

/** Calls `react` when the signal aborts. Returns a function that stops listening. */
export function onAbort(signal: AbortSignal | undefined, react: () => void): () => void {
  if (!signal) return () => {}
  signal.addEventListener('abort', react, { once: true })
  return () => {
    signal.removeEventListener('abort', react)
  }
}

/** Throws in the next tick, as an ordinary uncaughtException, so that the caller goes on. */
export function throwLater(error: unknown): void {
  process.nextTick(() => {
    throw error
  })
}
