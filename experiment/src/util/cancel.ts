import { setMaxListeners } from 'node:events'
import { UserError } from './errors'

/** Timers of Node are 32-bit: longer waits fire at once. */
const longestTimer = 2 ** 31 - 1

/**
 * Milliseconds that deadlines of a run with so many peers are longer: hundreds of sessions on one machine want its
 * processors at the same time.
 */
export function allowanceFor(peers: number): number {
  return 100 * peers
}

/** Makes a controller whose signal any number of waits may share, without Node's warning about a leak. */
export function makeController(): AbortController {
  const controller = new AbortController()
  setMaxListeners(0, controller.signal)
  return controller
}

/**
 * Waits until a deadline or until the outer signal is aborted. The work gets a signal that is aborted then. The wait ends
 * even if the work ignores it; the error is the reason of the signal.
 * @param what named in the error, as in `what: nothing within 5 s`; a function gives the whole message
 */
export async function within<T>(
  milliseconds: number,
  what: string | (() => string),
  outer: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  outer?.throwIfAborted()
  const deadline = makeController()
  const message = () =>
    typeof what === 'string' ? `${what}: nothing within ${milliseconds / 1000} s` : what()
  // AbortSignal.timeout() would not keep the process alive, and could not be cleared.
  const late = () => deadline.abort(new UserError(message()))
  const timer = setTimeout(late, Math.min(milliseconds, longestTimer))
  const signal = either(outer, deadline.signal)
  try {
    return await orAborted(run(signal), signal)
  } catch (error) {
    throw signal.aborted ? signal.reason : error
  } finally {
    clearTimeout(timer)
  }
}

/** A signal that is aborted with the first of two. Any number of waits may share it. */
function either(outer: AbortSignal | undefined, own: AbortSignal): AbortSignal {
  if (!outer) return own
  const signal = AbortSignal.any([outer, own])
  setMaxListeners(0, signal)
  return signal
}

/** Resolves after a time, for a retry or a display; rejects with the signal's reason when that is aborted first. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const elapsed = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)))
  await orAborted(elapsed, signal).finally(() => clearTimeout(timer))
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

interface Scope {
  readonly signal: AbortSignal
  readonly end: () => void
}

/** Makes a signal that is aborted with the outer one, or by `end()`. */
export function scope(outer: AbortSignal | undefined): Scope {
  const controller = makeController()
  return { signal: either(outer, controller.signal), end: () => controller.abort() }
}

/** Calls `run` with a signal that is aborted with the outer one, but only until the work is done. */
export async function abortable<T>(
  outer: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = makeController()
  const stop = () => controller.abort(outer?.reason)
  outer?.throwIfAborted()
  outer?.addEventListener('abort', stop)
  try {
    return await run(controller.signal)
  } finally {
    outer?.removeEventListener('abort', stop)
  }
}
