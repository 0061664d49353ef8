// Nothing is waited for without end.

/** How many times slower the addon is than usual: scripts/test-sanitizer.mjs sets it. */
export const timeFactor = Number(process.env.TEST_TIME_FACTOR ?? '1')

/** Milliseconds that a thing may take on a machine that is busy with other tests. */
export const waitLimit = 20_000 * timeFactor

/** What `promise` resolves with; rejects, saying `what` did not come, when it takes too long. */
export async function within<T>(promise: Promise<T>, what: string, ms = waitLimit): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not come within ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

/** What a promise that has to be rejected is rejected with. */
export async function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  const [result] = await within(Promise.allSettled([promise]), 'a rejection')
  if (result.status === 'rejected') return result.reason
  throw new Error(`resolved with ${String(result.value)} instead of rejecting`)
}

/** What a function that has to throw throws. */
export function thrownBy(call: () => unknown): unknown {
  try {
    call()
  } catch (error) {
    return error
  }
  throw new Error('did not throw')
}

/**
 * Asks again until the answer is good, where libtorrent posts no alert. Each question waits for
 * libtorrent's thread, so this is not a spin.
 */
export async function until<T>(ask: () => Promise<T>, isGood: (answer: T) => boolean): Promise<T> {
  const deadline = performance.now() + waitLimit
  for (;;) {
    const answer = await ask()
    if (isGood(answer)) return answer
    if (performance.now() > deadline) throw new Error(`still ${String(answer)}`)
  }
}
