// Work of several steps that ends together.
import { startDeadline } from './promises'
import type { WaitOptions } from './options'

/**
 * Calls `work` with a signal that aborts when the caller's does, when the timeout passes, or when the work
 * is over. So whatever waits with that signal ends with the work.
 *
 * @param wait options that the caller has checked
 * @param what noun phrase for the message of a timeout: what did not come
 */
export async function runWithDeadline<T>(
  wait: WaitOptions,
  what: string,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  wait.signal?.throwIfAborted()
  const controller = new AbortController()
  const stop = startDeadline(
    wait,
    () => what,
    (rejected) => {
      rejected.catch((reason: unknown) => controller.abort(reason))
    },
  )
  try {
    return await work(controller.signal)
  } catch (error) {
    // The timer had no caller on its stack; V8 adds the async functions that await this one. The reason of the
    // caller's signal keeps its stack.
    const reason: unknown = controller.signal.reason
    if (error === reason && error !== wait.signal?.reason) Error.captureStackTrace(error as object)
    throw error
  } finally {
    stop()
    controller.abort()
  }
}
