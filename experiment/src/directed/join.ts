import { hostname } from 'node:os'
import * as lt from 'libtorrent-napi'
import { within } from '../cancel'
import { Channel, ConnectionLost, ProtocolError } from '../control/channel'
import { dial } from '../control/dial'
import {
  longestSeederLine,
  type PeerMessage,
  protocolVersion,
  type SeederMessage,
  seederMessage,
} from '../control/messages'
import { explain, UserError } from '../errors'
import { formatEndpoint, type Endpoint } from '../net/endpoint'
import { openNode } from '../transfer/session'
import { keepTryingTrackers } from '../transfer/trackerNotes'
import { Follower, type FollowerOptions } from './follower'
import type { Plan } from './plan'
import { rejoinDeadline } from './seeder'

const welcomeDeadline = 10_000

export interface JoinOptions extends FollowerOptions {
  readonly token: string | null
  /** Where the BitTorrent session listens, as `address:port`; null: at the address that the seeder is reached from. */
  readonly listen: string | null
  /** Milliseconds to wait for the seeder to come up; default: as long as it takes. */
  readonly patience: number | undefined
  /** Refuses a plan that is not what was expected, by throwing. */
  readonly checkPlan: (plan: Plan) => void
  readonly onMessage: (message: string) => void
}

type SeederChannel = Channel<SeederMessage, PeerMessage>

/**
 * Takes part in a seeder's run, from the wait for it until its goodbye. When the connection breaks, it comes back.
 * @returns why the run ended early; null when it went through
 */
export async function joinRun(
  seeder: Endpoint,
  options: JoinOptions,
  signal: AbortSignal,
): Promise<string | null> {
  let { patience } = options
  const where = formatEndpoint(seeder)
  for (;;) {
    const socket = await dial(seeder, { signal, patience, onMessage: options.onMessage })
    const channel: SeederChannel = new Channel(socket, seederMessage, longestSeederLine)
    try {
      return await takePart(channel, seeder, socket.localAddress ?? '127.0.0.1', options, signal)
    } catch (error) {
      if (error instanceof ProtocolError)
        throw new UserError(`${where} is no seeder of this release: ${error.message}`)
      if (!(error instanceof ConnectionLost)) throw error
      options.onMessage(`lost the seeder at ${where} (${explain(error)})`)
      patience = rejoinDeadline
    } finally {
      channel.close()
    }
  }
}

async function takePart(
  channel: SeederChannel,
  seeder: Endpoint,
  localAddress: string,
  options: JoinOptions,
  signal: AbortSignal,
): Promise<string | null> {
  const name = `${hostname()}, process ${process.pid}`
  channel.send({ type: 'hello', version: protocolVersion, name, token: options.token })
  const welcome = await within(welcomeDeadline, formatEndpoint(seeder), signal, (signal) =>
    channel.receive(signal),
  )
  if (welcome.type === 'refused') throw new UserError(`the seeder refused: ${welcome.reason}`)
  if (welcome.type === 'bye') return welcome.reason
  if (welcome.type !== 'welcome') throw new UserError(`the seeder began with '${welcome.type}'`)
  options.checkPlan(welcome.plan)
  const listen = options.listen ?? formatEndpoint({ host: localAddress, port: 0 })
  await using node = await openNode({ listen, transport: welcome.transport, signal })
  keepTryingTrackers(node.session, options.onMessage)
  const listens = { host: node.address, port: node.port }
  channel.send({ type: 'joined', listens, libtorrent: lt.version })
  options.onMessage(`joined the seeder at ${formatEndpoint(seeder)} as peer ${welcome.id}`)
  return await new Follower(channel, node.session, options).run(signal)
}
