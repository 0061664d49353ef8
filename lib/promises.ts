// Small habits that every promise of this package keeps.

/** Nobody has to await `promise`: its rejection is not an unhandled one. */
export function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {})
  return promise
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
