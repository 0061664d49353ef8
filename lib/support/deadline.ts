// Work of several steps that ends together.
import { checkPatience, limit } from './promises'
import type { Patience } from './promises'

/**
 * Calls `work` with a signal that aborts when the caller's does, when the timeout passes, or when the work
 * is over. So whatever waits with that signal ends with the work.
 *
 * @param what noun phrase for the message of a timeout: what did not come
 */
export async function withDeadline<T>(
  patience: Patience,
  what: string,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  checkPatience(patience)
  patience.signal?.throwIfAborted()
  const controller = new AbortController()
  const stop = limit(
    patience,
    () => what,
    (rejected) => {
      rejected.catch((reason: unknown) => controller.abort(reason))
    },
  )
  try {
    return await work(controller.signal)
  } finally {
    stop()
    controller.abort()
  }
}
