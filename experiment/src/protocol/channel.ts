import type { Socket } from 'node:net'
import type { z } from 'zod'
import { explain, UserError } from '../util/errors'
import { issueOf } from '../util/json'
import { quoted } from '../util/text'
import { allowanceFor, pause, within } from '../util/cancel'
import { formatEndpoint, type Endpoint } from '../util/endpoint'
import { connected, OtherSeeder } from './tls'

const newline = 0x0a
/** Messages that may wait to be read; in the protocol it is one or two. */
const longestQueue = 100
/** Milliseconds between two heartbeats: empty lines that each side sends. */
const heartbeatInterval = 2500
/** Intervals without a byte from the other side after which it counts as lost: 7.5 to 10 s. */
const mostSilentIntervals = 4

/** The same in a run of so many peers: the thread that sends heartbeats waits for a processor as any other. */
export function silentIntervalsOf(peers: number): number {
  return mostSilentIntervals + Math.floor(allowanceFor(peers) / heartbeatInterval)
}

/** The other side sent an invalid message: it is another program, or another release. */
export class ProtocolError extends UserError {}

/** The connection ended without an invalid message. */
export class ConnectionLost extends UserError {}

/**
 * Messages over a TCP connection, one line of JSON each. What arrives is bounded in size and checked against a
 * schema before it is passed on; the first message that does not fit ends the connection. So does silence: TCP would
 * take minutes to notice a machine that is cut off the network.
 */
export class Channel<In, Out> {
  /** Resolves with the reason when the connection has ended, from whichever side. */
  readonly closed: Promise<Error>
  readonly #received: In[] = []
  #parts: Buffer[] = []
  #partsSize = 0
  #ended: Error | null = null
  #wake = () => {}
  /** Intervals since the last byte. Counted, not timed: a process that was stopped for a while reads before it judges. */
  #silentIntervals = 0
  /** So many of them end the connection. */
  mostSilentIntervals = mostSilentIntervals
  readonly #socket: Socket
  readonly #schema: z.ZodType<In>

  constructor(
    socket: Socket,
    schema: z.ZodType<In>,
    /** Bytes that a line may have; more are allowed once a peer is admitted. */
    public longestLine: number,
  ) {
    this.#socket = socket
    this.#schema = schema
    socket.setNoDelay(true)
    const heartbeat = setInterval(() => this.#onHeartbeat(), heartbeatInterval)
    this.closed = new Promise((resolve) => {
      const end = (reason: Error) => resolve(this.#end(reason))
      const closed = () => end(new ConnectionLost('the connection was closed'))
      socket.on('error', (error) => end(new ConnectionLost(explain(error))))
      // what is sent after the end of the other side would be an error
      socket.on('end', closed)
      socket.on('close', () => {
        clearInterval(heartbeat)
        closed()
      })
    })
    socket.on('data', (data) => this.#take(data))
  }

  /** Sends a message. One that can't be sent any more is dropped: the reader learns that the connection ended. */
  send(message: Out): void {
    if (!this.#ended) this.#socket.write(`${JSON.stringify(message)}\n`)
  }

  /** The next message; rejects when the connection has ended. Only one reader at a time. */
  async receive(signal?: AbortSignal): Promise<In> {
    for (;;) {
      signal?.throwIfAborted()
      const message = this.#received.shift()
      if (message !== undefined) return message
      if (this.#ended) throw this.#ended
      await this.#woken(signal)
    }
  }

  /**
   * Sends what is waiting to be sent, then closes. Messages that are sent after this are dropped.
   * @param reason what `closed` resolves with, unless the connection has ended before
   */
  close(reason = 'the connection was closed'): void {
    this.#end(new ConnectionLost(reason))
    this.#socket.destroySoon()
  }

  /** Closes without a look at what is still to be sent. */
  destroy(): void {
    this.#socket.destroy()
  }

  /** @returns why the connection has ended: what ended it first */
  #end(reason: Error): Error {
    this.#ended ??= reason
    this.#wake()
    return this.#ended
  }

  #woken(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = () => {
        signal?.removeEventListener('abort', this.#wake)
        resolve()
      }
      signal?.addEventListener('abort', this.#wake, { once: true })
    })
  }

  #onHeartbeat(): void {
    this.#silentIntervals += 1
    if (this.#silentIntervals < this.mostSilentIntervals) {
      if (this.#socket.writable) this.#socket.write('\n')
      return
    }
    const seconds = (this.mostSilentIntervals * heartbeatInterval) / 1000
    this.#end(new ConnectionLost(`nothing came from it for ${seconds} s`))
    this.#socket.destroy()
  }

  /** Cuts what arrives into lines. */
  #take(data: Buffer): void {
    this.#silentIntervals = 0
    let rest = data
    for (let end = rest.indexOf(newline); end >= 0; end = rest.indexOf(newline)) {
      this.#parts.push(rest.subarray(0, end))
      this.#line(Buffer.concat(this.#parts))
      this.#parts = []
      this.#partsSize = 0
      rest = rest.subarray(end + 1)
    }
    this.#parts.push(rest)
    this.#partsSize += rest.length
    this.#checkLength(this.#partsSize)
  }

  #checkLength(size: number): boolean {
    if (size > this.longestLine) this.#refuse(`more than ${this.longestLine} bytes in one message`)
    return size <= this.longestLine
  }

  #line(line: Buffer): void {
    // An empty line is a heartbeat.
    if (line.length === 0 || this.#ended || !this.#checkLength(line.length)) return
    if (this.#received.length >= longestQueue) return this.#refuse('more messages than expected')
    let value: unknown
    try {
      value = JSON.parse(line.toString('utf8'))
    } catch {
      return this.#refuse('something that is not JSON')
    }
    const result = this.#schema.safeParse(value)
    if (!result.success)
      return this.#refuse(`an unexpected message (${quoted(issueOf(result.error))})`)
    this.#received.push(result.data)
    this.#wake()
  }

  #refuse(what: string): void {
    this.#parts = []
    this.#partsSize = 0
    this.#end(new ProtocolError(`it sent ${what}`))
    this.#socket.destroy()
  }
}

/** Milliseconds between two attempts: short at first, for a seeder that is about to start. */
const firstPause = 100
const longestPause = 2000
/** One attempt; a host that drops packets answers nothing. */
const attemptDeadline = 5000
/** Milliseconds between two messages that it still waits. */
const reminder = 30_000

interface DialOptions {
  /** Of the seeder's certificate; null: the connection is not encrypted. */
  readonly fingerprint: string | null
  readonly signal: AbortSignal
  /** Milliseconds; default: no limit. */
  readonly timeout?: number | undefined
  /** Called with what it waits for. */
  readonly onMessage: (message: string) => void
}

/** Connects to the seeder, again and again while it is not up. Rejects when it is another one than was expected. */
export async function dial(seeder: Endpoint, options: DialOptions): Promise<Socket> {
  const { fingerprint, signal, timeout = Infinity, onMessage } = options
  const where = formatEndpoint(seeder)
  const begin = performance.now()
  let reported = -Infinity
  for (let wait = firstPause; ; wait = Math.min(wait * 1.5, longestPause)) {
    try {
      const attempt = (signal: AbortSignal) => connected(seeder, fingerprint, signal)
      return await within(attemptDeadline, 'connecting', signal, attempt)
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof OtherSeeder) throw error
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
