import { setMaxListeners } from 'node:events'
import { availableParallelism } from 'node:os'
import { makeController, within } from '../util/cancel'
import { UserError } from '../util/errors'
import { type Endpoint, formatEndpoint } from '../util/endpoint'
import { type Child, type ChildStarter, childStarter, killed, scriptPath } from './child'

/** Milliseconds from the end of the run to the end of the peers. */
const shutdownDeadline = 5000
/** Milliseconds longer for each process: they share the processors. */
const timePerProcess = 1000
/** How often a process may be killed before it is not started again. */
const mostRestarts = 10
/** So many peers may have a process each: then one's trouble is not another's. */
const mostSeparate = 8
/** Peers of one process, which has about 70 open files for each: systems allow a process 4096 or more. */
const mostShared = 50

/** A process that runs peer.js. */
export interface PeerProcess {
  /** What messages call it, such as `peer process 2`. */
  readonly name: string
  /** The command that runs peer.js with arguments. */
  readonly commandOf: (args: readonly string[]) => readonly string[]
  /** Those besides where the seeder is. */
  readonly args: readonly string[]
  /** Whether an engine runs it, maybe elsewhere. Its standard input ends it then. */
  readonly isLaunched: boolean
  /** Whether what it prints on stderr is shown at once. In any case its last line is when it ends. */
  readonly showsErrors: boolean
  /** Whether the exit code says that it was killed, and another one takes its place. */
  readonly wasKilled: (code: number) => boolean
}

/** What a peer has to know to reach its seeder. */
export interface SeederAccess {
  readonly seeder: Endpoint
  readonly token: string | null
  /** Of the seeder's certificate; null: without TLS. */
  readonly fingerprint: string | null
}

export interface PeerProcessesOptions extends SeederAccess {
  readonly processes: Iterable<PeerProcess> | AsyncIterable<PeerProcess>
  readonly onMessage: (message: string) => void
}

/**
 * Processes of this machine for so many peers. Those of many peers are shared, so that each peer costs a tenth. Each process
 * has a loopback address of its own then, because every connection takes a port of its address, of about 28,000.
 * @param host where the peers listen; undefined: at the address at which they reach the seeder
 */
export function* localProcesses(peers: number, host: string | undefined): Iterable<PeerProcess> {
  const shared = Math.min(mostShared, Math.ceil(peers / availableParallelism()))
  const most = peers <= mostSeparate ? 1 : shared
  const isSpread = (host === undefined || host === '127.0.0.1') && peers > mostShared
  const place = (number: number) => {
    if (isSpread && process.platform === 'linux') return ['--listen', `127.0.1.${number}`]
    return host === undefined ? [] : ['--listen', host]
  }
  for (let number = 1, left = peers; left > 0; number++, left -= most)
    yield {
      ...localProcess(number, ['--sessions', `${Math.min(left, most)}`, ...place(number)]),
      showsErrors: most > 1,
    }
}

/** @param through a command that runs what follows, as in a namespace */
export function localProcess(
  number: number,
  args: readonly string[],
  through: readonly string[] = [],
): PeerProcess {
  return {
    name: `peer process ${number}`,
    commandOf: (args) => [...through, process.execPath, scriptPath('peer'), ...args],
    args,
    isLaunched: false,
    showsErrors: false,
    wasKilled: (code) => code === killed,
  }
}

/** What a seeder does with its peers. */
export interface PeerStarter {
  readonly start: (options: PeerProcessesOptions) => void
  /** Called when all peers have joined: one that ends after that doesn't end the run. */
  readonly allJoined: () => void
}

/**
 * Runs a seeder that has its peers started.
 * @param run gets what starts them, and a signal that is also aborted when they can't be started; they end with what
 *   it returns
 */
export async function withPeerProcesses<T>(
  outer: AbortSignal,
  run: (starter: PeerStarter, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const failed = makeController()
  const signal = AbortSignal.any([outer, failed.signal])
  // as many waits as there are peers share it
  setMaxListeners(0, signal)
  const peers = new PeerProcesses(signal, (error) => failed.abort(error))
  try {
    const result = await run(peers, signal)
    await peers.ended()
    return result
  } finally {
    await peers.stop()
  }
}

/** What a peer of this machine sends to the process that started it when it has joined the seeder. */
export const joinedMessage = 'joined'

class PeerProcesses implements PeerStarter {
  readonly #children = new Set<Child>()
  #haveAllJoined = false
  #ending = false

  /** @param signal aborted when the run is stopped: peers that end after that do what they have to */
  constructor(
    readonly signal: AbortSignal,
    readonly fail: (error: unknown) => void,
  ) {}

  readonly start = (options: PeerProcessesOptions) => void this.#startAll(options).catch(this.fail)

  readonly allJoined = () => {
    this.#haveAllJoined = true
  }

  async #startAll(options: PeerProcessesOptions): Promise<void> {
    const start = await childStarter()
    for await (const process of options.processes)
      this.#run({ ...options, start, process, restarts: 0 })
  }

  /** Waits for them to end by themselves, after the end of the run. */
  async ended(): Promise<void> {
    this.#ending = true
    const all = Promise.all([...this.#children].map((child) => child.exited))
    const deadline = shutdownDeadline + timePerProcess * this.#children.size
    await within(deadline, 'the end of the peers', undefined, () => all).catch(() => {})
  }

  async stop(): Promise<void> {
    this.#ending = true
    await Promise.all([...this.#children].map((child) => child.stop()))
  }

  get #isOver(): boolean {
    return this.#ending || this.signal.aborted
  }

  /** Keeps a process running: one that is killed is replaced. */
  #run(options: Running): void {
    if (this.#isOver) return
    const { process, onMessage, restarts } = options
    const { name, isLaunched, showsErrors, wasKilled } = process
    let hasJoined = false
    let lastLine = ''
    const child = options.start({
      ...commandOf(options),
      onLine: (line, from) => {
        lastLine = line
        if (showsErrors && from === 'stderr' && !this.#isOver) onMessage(`${name}: ${line}`)
      },
    })
    child.onMessage((message) => (hasJoined ||= message === joinedMessage))
    this.#children.add(child)
    const settle = (code: number) => {
      this.#children.delete(child)
      if (this.#isOver || code === 0) return
      // an engine that can't start it would fail again
      const mayRestart = !isLaunched || this.#haveAllJoined
      const again = wasKilled(code) && mayRestart && restarts < mostRestarts
      const what = again ? 'was killed, and is started again' : `ended with exit code ${code}`
      const message = `${name} ${what}${lastLine && ` (${lastLine})`}`
      if (!again && !hasJoined && !this.#haveAllJoined) return this.fail(new UserError(message))
      onMessage(message)
      if (again) this.#run({ ...options, restarts: restarts + 1 })
    }
    child.exited.then(settle, this.fail)
  }
}

interface Running extends PeerProcessesOptions {
  readonly start: ChildStarter
  readonly process: PeerProcess
  readonly restarts: number
}

/** A token does not stand in the command line of another machine, where its users see that. */
function commandOf(options: Running) {
  const { token, process } = options
  const { commandOf, args, isLaunched } = process
  const shared = [...accessOptions({ ...options, token: null }), '--quiet', ...args]
  if (isLaunched) return { command: commandOf([...shared, '--attached']), firstLine: token ?? '' }
  return { command: commandOf([...accessOptions(options), '--quiet', ...args]) }
}

/** The options of peer.js for a seeder. */
export function accessOptions({ seeder, token, fingerprint }: SeederAccess): string[] {
  return [
    ...['--seeder', formatEndpoint(seeder)],
    ...(token === null ? [] : ['--token', token]),
    ...(fingerprint === null ? [] : ['--tls', fingerprint]),
  ]
}
