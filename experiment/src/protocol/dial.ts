import { connect, type Socket } from 'node:net'
import { pause, within } from '../util/cancel'
import { explain, UserError } from '../util/errors'
import { formatEndpoint, type Endpoint } from '../util/endpoint'

/** Milliseconds between two attempts: short at first, for a seeder that is about to start. */
const firstPause = 100
const longestPause = 2000
/** One attempt; a host that drops packets answers nothing. */
const attemptDeadline = 5000
/** Milliseconds between two messages that it still waits. */
const reminder = 30_000

export interface DialOptions {
  readonly signal: AbortSignal
  /** Milliseconds; default: no limit. */
  readonly timeout?: number | undefined
  /** Called with what it waits for. */
  readonly onMessage: (message: string) => void
}

/** Connects to the seeder, again and again while it is not up. */
export async function dial(seeder: Endpoint, options: DialOptions): Promise<Socket> {
  const { signal, timeout = Infinity, onMessage } = options
  const where = formatEndpoint(seeder)
  const begin = performance.now()
  let reported = -Infinity
  for (let wait = firstPause; ; wait = Math.min(wait * 1.5, longestPause)) {
    try {
      return await within(attemptDeadline, 'connecting', signal, (signal) =>
        connected(seeder, signal),
      )
    } catch (error) {
      signal.throwIfAborted()
      const now = performance.now()
      if (now - begin > timeout) {
        throw new UserError(`no seeder at ${where} within ${timeout / 1000} s (${explain(error)})`)
      }
      if (now - reported > reminder) {
        onMessage(`waiting for the seeder at ${where} (${explain(error)})`)
        reported = now
      }
    }
    await pause(wait, signal)
  }
}

function connected({ host, port }: Endpoint, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true })
    const stop = () => socket.destroy(new Error('stopped'))
    const settle = () => signal.removeEventListener('abort', stop)
    signal.addEventListener('abort', stop, { once: true })
    socket.once('error', (error) => (settle(), reject(error)))
    socket.once('connect', () => {
      settle()
      socket.removeAllListeners('error')
      resolve(socket)
    })
  })
}
