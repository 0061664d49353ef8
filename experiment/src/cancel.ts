import { UserError } from './errors'

/** Timers of Node are 32-bit: longer waits fire at once. */
const longestTimer = 2 ** 31 - 1

/**
 * Runs something that must end within a time. It gets a signal that is aborted when the time is over or when
 * the outer signal is; its error is then the reason of that signal, whatever it threw.
 * @param what named in the error, as in `what: nothing within 5 s`
 */
export async function within<T>(
  milliseconds: number,
  what: string,
  outer: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  outer?.throwIfAborted()
  const controller = new AbortController()
  const late = () =>
    controller.abort(new UserError(`${what}: nothing within ${milliseconds / 1000} s`))
  const stop = () => controller.abort(outer?.reason)
  const timer = setTimeout(late, Math.min(milliseconds, longestTimer))
  outer?.addEventListener('abort', stop, { once: true })
  try {
    return await run(controller.signal)
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

/** Rejects with the signal's reason once it is aborted; never resolves. */
export function untilAborted(signal: AbortSignal): { promise: Promise<never>; dispose(): void } {
  let stop = () => {}
  const promise = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
  promise.catch(() => {})
  return { promise, dispose: () => signal.removeEventListener('abort', stop) }
}

/** The promise, or the signal's reason if that comes first. */
export async function orAborted<T>(
  promise: Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  if (!signal) return promise
  const aborted = untilAborted(signal)
  try {
    return await Promise.race([promise, aborted.promise])
  } finally {
    aborted.dispose()
  }
}

export interface Scope {
  readonly signal: AbortSignal
  readonly end: () => void
}

/** A signal that is aborted with the outer one, or by `end()` when what it was made for is over. */
export function scope(outer: AbortSignal | undefined): Scope {
  const controller = new AbortController()
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
