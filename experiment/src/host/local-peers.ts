import type { execa } from 'execa' with { 'resolution-mode': 'import' }
import { setMaxListeners } from 'node:events'
import { availableParallelism } from 'node:os'
import { makeController, within } from '../util/cancel'
import { UserError } from '../util/errors'
import { type Endpoint, formatEndpoint } from '../util/endpoint'
import type { ChildProcess } from 'node:child_process'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'

/** Milliseconds from the end of the run to the end of the peers. */
const shutdownDeadline = 5000
/** How often a process may be killed before it is not started again. */
const mostRestarts = 10
/** So many peers may have a process each: then one's trouble is not another's. */
const mostSeparate = 8

/** Peers that share a process: of many peers as many as make one process per core, where each costs a tenth. */
export function sessionsPerProcess(peers: number): number {
  return peers <= mostSeparate ? 1 : Math.ceil(peers / availableParallelism())
}

/** Where a process runs, and the arguments that follow from that. */
export interface Place {
  readonly through: readonly string[]
  readonly args: readonly string[]
}

export interface LocalPeersOptions {
  /** Where they report. */
  readonly seeder: Endpoint
  readonly token: string | null
  readonly peers: number
  /** How many of them are in one process. */
  readonly sessions: number
  /** By the number of the process, from 1. */
  readonly placeOf: (number: number) => Promise<Place>
  readonly onMessage: (message: string) => void
}

/**
 * Runs a seeder that has its peers started on this machine.
 * @param run gets the function that starts them, and a signal that is also aborted when they can't be started; they
 *   end with what it returns
 */
export async function withLocalPeers<T>(
  outer: AbortSignal,
  run: (start: (options: LocalPeersOptions) => void, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const failed = makeController()
  const signal = AbortSignal.any([outer, failed.signal])
  // as many waits as there are peers share it
  setMaxListeners(0, signal)
  const peers = new LocalPeers(signal, (error) => failed.abort(error))
  try {
    const result = await run(peers.start, signal)
    await peers.ended()
    return result
  } finally {
    await peers.stop()
  }
}

/** What a peer sends to the process that started it when it has joined the seeder. */
export const joinedMessage = 'joined'

/** Peers on this machine, as processes of their own. */
class LocalPeers {
  readonly #children = new Set<Child>()
  #ending = false

  readonly #signal: AbortSignal
  readonly #fail: (error: unknown) => void

  /** @param signal aborted when the run is stopped: peers that end after that do what they have to */
  constructor(signal: AbortSignal, fail: (error: unknown) => void) {
    this.#signal = signal
    this.#fail = fail
  }

  readonly start = (options: LocalPeersOptions) => void this.#startAll(options).catch(this.#fail)

  async #startAll(options: LocalPeersOptions): Promise<void> {
    const { peers, sessions, placeOf } = options
    const start = await childStarter()
    for (let number = 1, left = peers; left > 0; number++, left -= sessions) {
      const place = await placeOf(number)
      const process = { number, sessions: Math.min(left, sessions), place, restarts: 0, start }
      this.#run({ ...options, ...process })
    }
  }

  /** Waits for them to end by themselves, after the end of the run. */
  async ended(): Promise<void> {
    this.#ending = true
    const all = Promise.all([...this.#children].map((child) => child.exited))
    await within(shutdownDeadline, 'the end of the peers', undefined, () => all).catch(() => {})
  }

  async stop(): Promise<void> {
    this.#ending = true
    await Promise.all([...this.#children].map((child) => child.stop()))
  }

  get #isOver(): boolean {
    return this.#ending || this.#signal.aborted
  }

  /** Keeps a process running: one that is killed is replaced. */
  #run(options: ProcessOptions): void {
    if (this.#isOver) return
    const { number, onMessage, restarts, place } = options
    let hasJoined = false
    let lastLine = ''
    const child = options.start({
      script: 'peer',
      args: argsOf(options),
      through: place.through,
      onLine(line) {
        lastLine = line
      },
    })
    child.onMessage((message) => (hasJoined ||= message === joinedMessage))
    this.#children.add(child)
    const settle = (code: number) => {
      this.#children.delete(child)
      if (this.#isOver || code === 0) return
      const again = code === killed && restarts < mostRestarts
      const what = again ? 'was killed, and is started again' : `ended with exit code ${code}`
      const message = `peer process ${number} ${what}${lastLine && ` (${lastLine})`}`
      if (!again && !hasJoined) return this.#fail(new UserError(message))
      onMessage(message)
      if (again) this.#run({ ...options, restarts: restarts + 1 })
    }
    child.exited.then(settle, this.#fail)
  }
}

interface ProcessOptions extends LocalPeersOptions {
  readonly number: number
  readonly place: Place
  readonly restarts: number
  readonly start: ChildStarter
}

function argsOf({ seeder, token, sessions, place }: ProcessOptions): string[] {
  const shared = token === null ? [] : ['--token', token]
  const where = ['--seeder', formatEndpoint(seeder), ...place.args]
  return [...where, '--sessions', `${sessions}`, '--quiet', ...shared]
}

/** Milliseconds after which a child that was asked to end is killed. */
const endDeadline = 2500

/** Stands for the exit code of a process that a signal ended. */
export const killed = 128

export interface ChildOptions {
  /** One of our commands: `seed` or `peer`. */
  readonly script: string
  readonly args: readonly string[]
  /** A command that runs what follows, as in a namespace. Default: none. */
  readonly through?: readonly string[]
  /** Called with each line that it prints; null lets it print to this process's terminal. */
  readonly onLine: ((line: string) => void) | null
}

/** Starts a child. */
type ChildStarter = (options: ChildOptions) => Child

/** Loads execa, which is an ES module while this is CommonJS; then children start without a wait. */
export async function childStarter(): Promise<ChildStarter> {
  const module = await import('execa')
  return (options) => new Child(module.execa, options)
}

/** One of our commands as a process of its own, which ends when this process does. */
export class Child {
  /** Resolves with its exit code. */
  readonly exited: Promise<number>
  readonly #process: Pick<ChildProcess, 'on' | 'kill'>

  constructor(start: typeof execa, { script, args, through = [], onLine }: ChildOptions) {
    const output = onLine ? 'pipe' : 'inherit'
    const path = resolve(__dirname, '../../..', `${script}.js`)
    const [command = '', ...rest] = [...through, process.execPath, path, ...args]
    const subprocess = start(command, rest, {
      stdin: 'ignore',
      stdout: output,
      stderr: output,
      all: true,
      buffer: false,
      reject: false,
      // The child ends when this channel does: that also covers a SIGKILL of this process.
      ipc: true,
      cleanup: false,
      // Ctrl-C reaches every process of the terminal's group. This process ends a child outside of it, in order.
      detached: onLine !== null,
      forceKillAfterDelay: endDeadline,
      windowsHide: true,
    })
    this.#process = subprocess
    this.exited = subprocess.then(({ exitCode, signal, cause }) => {
      if (exitCode === undefined && signal === undefined) throw cause
      return exitCode ?? killed
    })
    this.exited.catch(() => {})
    if (onLine) createInterface(subprocess.all).on('line', onLine)
  }

  /** Calls back with each message that it sends over the channel. */
  onMessage(listener: (message: unknown) => void): void {
    this.#process.on('message', listener)
  }

  /** Ends it as SIGTERM does, and kills it when that takes too long. */
  async stop(): Promise<void> {
    this.#process.kill()
    await this.exited.catch(() => {})
  }
}
