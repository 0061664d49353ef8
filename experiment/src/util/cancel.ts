import { setMaxListeners } from 'node:events'
import { UserError } from './errors'

/** Timers of Node are 32-bit: longer waits fire at once. */
const longestTimer = 2 ** 31 - 1

/** One whose signal any number of waits may share, without a warning of Node's about a leak. */
export function makeController(): AbortController {
  const controller = new AbortController()
  setMaxListeners(0, controller.signal)
  return controller
}

/**
 * Waits for something until a time is over or the outer signal is aborted. It gets a signal that tells it so, and is
 * not waited for any longer even if it ignores that; the error is then the reason of the signal.
 * @param what named in the error, as in `what: nothing within 5 s`; a function gives the whole message
 */
export async function within<T>(
  milliseconds: number,
  what: string | (() => string),
  outer: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  outer?.throwIfAborted()
  const controller = makeController()
  const message = () =>
    typeof what === 'string' ? `${what}: nothing within ${milliseconds / 1000} s` : what()
  const late = () => controller.abort(new UserError(message()))
  const stop = () => controller.abort(outer?.reason)
  const timer = setTimeout(late, Math.min(milliseconds, longestTimer))
  outer?.addEventListener('abort', stop, { once: true })
  try {
    return await orAborted(run(controller.signal), controller.signal)
  } catch (error) {
    throw controller.signal.aborted ? controller.signal.reason : error
  } finally {
    clearTimeout(timer)
    outer?.removeEventListener('abort', stop)
  }
}

/** Resolves after a time, for a retry or a display; rejects with the signal's reason when that is aborted first. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const stop = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    signal.addEventListener('abort', stop, { once: true })
  })
}

/** The promise, or the signal's reason if that comes first. */
export async function orAborted<T>(
  promise: Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  if (!signal) return promise
  let stop = () => {}
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([promise, aborted])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

export interface Scope {
  readonly signal: AbortSignal
  readonly end: () => void
}

/** A signal that is aborted with the outer one, or by `end()` when what it was made for is over. */
export function scope(outer: AbortSignal | undefined): Scope {
  const controller = makeController()
  const stop = () => controller.abort(outer?.reason)
  if (outer?.aborted) stop()
  else outer?.addEventListener('abort', stop, { once: true })
  return {
    signal: controller.signal,
    end() {
      outer?.removeEventListener('abort', stop)
      controller.abort()
    },
  }
}
