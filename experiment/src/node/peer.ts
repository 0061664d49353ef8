import { randomBytes } from 'node:crypto'
import { pause, within } from '../util/cancel'
import {
  Channel,
  ConnectionLost,
  ProtocolError,
  dial,
  silentIntervalsOf,
} from '../protocol/channel'
import { longestLine, protocolVersion, seederMessage } from '../protocol/orders'
import type { PeerMessage, SeederMessage } from '../protocol/orders'
import { explain, UserError } from '../util/errors'
import { thisMachine } from '../results/environment'
import { formatEndpoint, type Endpoint } from '../util/endpoint'
import { quoted } from '../util/text'
import { OrderExecutor, reasonOf, type TransferListener } from './execute-orders'
import { Worker, type WorkerOptions } from './worker'

/** Milliseconds without an answer of the seeder after which the connection counts as lost. */
const welcomeTimeout = 10_000
/** Milliseconds from the loss of a connection to the next attempt. */
const rejoinPause = 500

/** What the peers are going to fetch, in short. */
export type ShortPlan = Extract<SeederMessage, { type: 'welcome' }>['steps']

interface JoinOptions extends Omit<WorkerOptions, 'listen'> {
  /** What the seeder calls this machine. */
  readonly name: string
  readonly onTransfer: TransferListener
  readonly token: string | null
  /** Of the seeder's certificate; null: the connection is not encrypted. */
  readonly fingerprint: string | null
  /** Where the BitTorrent session listens, as `address:port`; null: at the address that the seeder is reached from. */
  readonly listen: string | null
  /** Milliseconds to wait for the seeder, at the start and after a lost connection; default: no limit. */
  readonly timeout: number | undefined
  /** Called when it has joined a run, also after a lost connection. */
  readonly onJoined: () => void
  /** Refuses a plan that is not what was expected, by throwing. */
  readonly checkPlan: (steps: ShortPlan) => void
}

type SeederChannel = Channel<SeederMessage, PeerMessage>

/**
 * Takes part in a seeder's run, from the wait for the seeder to the end of the run. Connects again after a lost connection.
 * @returns why the run ended early; null when it was carried out
 */
export async function joinRun(
  seeder: Endpoint,
  given: JoinOptions,
  signal: AbortSignal,
): Promise<string | null> {
  const { timeout = Infinity } = given
  /** Since when it is in no run; Infinity while it is in one. */
  let waiting = performance.now()
  const options = {
    ...given,
    onMessage: unrepeated(given.onMessage),
    onJoined() {
      waiting = Infinity
      given.onJoined()
    },
  }
  const key = randomBytes(16).toString('hex')
  const where = formatEndpoint(seeder)
  for (;;) {
    const socket = await dial(seeder, { ...given, signal })
    const channel: SeederChannel = new Channel(socket, seederMessage, longestLine)
    try {
      const localAddress = socket.localAddress ?? '127.0.0.1'
      return await takePart(channel, { ...options, seeder, key, localAddress }, signal)
    } catch (error) {
      if (error instanceof ProtocolError)
        throw new UserError(`${where} is no seeder of this release: ${error.message}`)
      if (!(error instanceof ConnectionLost)) throw error
      const now = performance.now()
      if (now - waiting > timeout) throw error
      waiting = Math.min(waiting, now)
      options.onMessage(`lost the seeder at ${where} (${explain(error)})`)
    } finally {
      channel.close()
    }
    await pause(rejoinPause, signal)
  }
}

/** Leaves out a message that was the last one, too. */
function unrepeated(onMessage: (message: string) => void): (message: string) => void {
  let last: string | undefined
  return (message) => {
    if (message !== last) onMessage(message)
    last = message
  }
}

async function takePart(
  channel: SeederChannel,
  options: JoinOptions & {
    readonly seeder: Endpoint
    /** By which the seeder knows it again. */
    readonly key: string
    /** Where the connection to the seeder begins. */
    readonly localAddress: string
  },
  signal: AbortSignal,
): Promise<string | null> {
  const { seeder, token, key, name, localAddress } = options
  const machine = { ...thisMachine(), host: name }
  channel.send({ type: 'hello', version: protocolVersion, token, key, machine })
  const welcome = await within(welcomeTimeout, formatEndpoint(seeder), signal, (signal) =>
    channel.receive(signal),
  ).catch((error: unknown) => {
    signal.throwIfAborted()
    if (error instanceof ProtocolError) throw error
    if (!(error instanceof ConnectionLost)) throw new ConnectionLost(explain(error))
    if (options.fingerprint !== null) throw error
    throw new ConnectionLost(`${error.message} without an answer: does it need --tls?`)
  })
  if (welcome.type === 'refused')
    throw new UserError(`the seeder refused: ${quoted(welcome.reason)}`)
  if (welcome.type === 'runEnded') return reasonOf(welcome)
  if (welcome.type !== 'welcome') throw new UserError(`the seeder began with '${welcome.type}'`)
  channel.mostSilentIntervals = silentIntervalsOf(welcome.peers)
  options.checkPlan(welcome.steps)
  channel.send({ type: 'joined' })
  const listen = options.listen ?? formatEndpoint({ host: localAddress, port: 0 })
  await using worker = new Worker({
    ...options,
    listen,
    onProgress(progress) {
      executor.progress(progress)
      options.onProgress(progress)
    },
  })
  const executor = new OrderExecutor({ ...options, channel, worker, id: welcome.id })
  options.onJoined()
  options.onMessage(`joined the seeder at ${formatEndpoint(seeder)} as peer ${welcome.id}`)
  return await executor.run(signal)
}
