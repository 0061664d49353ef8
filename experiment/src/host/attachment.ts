import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { makeController } from '../util/cancel'
import { Interrupted } from '../util/errors'

/** What a process that was started from another machine gets over its standard input. */
export interface Attachment extends Disposable {
  readonly token: string | null
  /** Aborted when the standard input ends: whatever started this process has ended, or lost the connection. */
  readonly signal: AbortSignal
}

/** Reads the first line, which is the token, or empty. */
export async function attach(): Promise<Attachment> {
  const controller = makeController()
  const { signal } = controller
  const lines = createInterface({ input: process.stdin })
  // as after the end of a terminal
  lines.on('close', () => controller.abort(new Interrupted('parent', 129)))
  try {
    const [token] = (await once(lines, 'line', { signal })) as [string]
    return { token: token || null, signal, [Symbol.dispose]: () => process.stdin.destroy() }
  } catch {
    throw signal.reason
  }
}
