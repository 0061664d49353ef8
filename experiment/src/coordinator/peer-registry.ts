import { createHash, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { orAborted, within } from '../util/cancel'
import { Channel } from '../protocol/channel'
import {
  longestGreeting,
  longestLine,
  type MessageOf,
  type PeerMessage,
  peerMessage,
  protocolVersion,
  type SeederMessage,
} from '../protocol/orders'
import { explain, UserError } from '../util/errors'
import type { Machine } from '../results/machine'
import { formatEndpoint, type Endpoint } from '../util/endpoint'
import type { TransferProgress } from '../node/monitor'
import { quoted } from '../util/text'
import { RemotePeer } from './remote-peer'

/** From the connection to the word that it takes part. */
const handshakeDeadline = 15_000
/** A peer that is told to go away gets this long to do it. */
const shutdownDeadline = 1000

export interface PeerRegistryOptions {
  /** Where the peers are awaited. */
  readonly listen: Endpoint
  /** How many peers take part. */
  readonly places: number
  /** What a peer has to show; null: nothing. */
  readonly token: string | null
  /** What the peers will be asked to fetch. */
  readonly steps: Extract<SeederMessage, { type: 'welcome' }>['steps']
  readonly onMessage: (message: string) => void
  readonly onProgress: (peer: number, progress: TransferProgress) => void
}

/** The peers of a run: who takes part, comes and goes. */
export class PeerRegistry implements AsyncDisposable {
  private readonly places: (RemotePeer | 'reserved' | null)[]
  private readonly connections = new Set<Channel<PeerMessage, SeederMessage>>()
  private changed = () => {}
  private closing = false

  private constructor(
    private readonly server: Server,
    private readonly options: PeerRegistryOptions,
  ) {
    this.places = Array<null>(options.places).fill(null)
    server.on('connection', (socket) => void this.admit(socket))
  }

  static async open(options: PeerRegistryOptions): Promise<PeerRegistry> {
    const { host, port } = options.listen
    const server = createServer()
    server.maxConnections = 2 * options.places + 16
    try {
      server.listen({ host, port, exclusive: true })
      await once(server, 'listening')
    } catch (error) {
      throw new UserError(
        `cannot wait for peers at ${formatEndpoint(options.listen)}: ${explain(error)}`,
      )
    }
    return new PeerRegistry(server, options)
  }

  /** Where it listens. */
  get endpoint(): Endpoint {
    const address = this.server.address()
    return {
      host: this.options.listen.host,
      port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    }
  }

  /** Those who are here, in the order of their numbers. */
  get peers(): RemotePeer[] {
    return this.places.filter((place) => place instanceof RemotePeer)
  }

  /** Numbers of those who are not. */
  get missing(): number[] {
    return this.places.flatMap((place, index) => (place instanceof RemotePeer ? [] : [index + 1]))
  }

  /** Waits until every place is taken. */
  async full(signal: AbortSignal): Promise<readonly RemotePeer[]> {
    while (this.peers.length < this.places.length) {
      await orAborted(new Promise<void>((resolve) => (this.changed = resolve)), signal)
    }
    return this.peers
  }

  /** Tells everybody that the run is over, and why if it did not end as planned. */
  async close(reason: string | null): Promise<void> {
    this.closing = true
    const closed = once(this.server, 'close')
    this.server.close()
    for (const channel of this.connections) channel.send({ type: 'runEnded', reason })
    const gone = Promise.all([...this.connections].map((channel) => channel.closed))
    await within(shutdownDeadline, 'saying goodbye', undefined, () => gone).catch(() => {})
    for (const channel of this.connections) channel.destroy()
    await closed
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.closing) await this.close('the seeder ended the run early')
  }

  /** Everything about one connection, from its first byte to its end. */
  private async admit(socket: Socket): Promise<void> {
    const from = socket.remoteAddress ?? 'somebody'
    const channel = new Channel<PeerMessage, SeederMessage>(socket, peerMessage, longestGreeting)
    this.connections.add(channel)
    let place = -1
    const take = () => {
      place = this.places.indexOf(null)
      if (place >= 0) this.places[place] = 'reserved'
      return place
    }
    try {
      const peer = await within(handshakeDeadline, 'joining', undefined, (signal) =>
        this.greet(channel, take, signal),
      )
      this.places[place] = peer
      this.say(
        `peer ${peer.id} is here (${quoted(described(peer.machine))}): ${this.peers.length} of ${this.places.length}`,
      )
      this.changed()
      this.say(`peer ${peer.id} has left: ${explain(await channel.closed)}`)
    } catch (error) {
      this.say(`refused ${from}: ${explain(error)}`)
    } finally {
      channel.close()
      this.connections.delete(channel)
      if (place >= 0) this.places[place] = null
    }
  }

  private say(message: string): void {
    if (!this.closing) this.options.onMessage(message)
  }

  /**
   * The handshake with somebody who has just connected.
   * @param takeSeat gives a number from 0, or -1 when there is none; only those who may take part get to it
   */
  private async greet(
    channel: Channel<PeerMessage, SeederMessage>,
    takeSeat: () => number,
    signal: AbortSignal,
  ): Promise<RemotePeer> {
    const hello = await channel.receive(signal)
    const refuse = (reason: string) => {
      channel.send({ type: 'refused', reason })
      return new UserError(reason)
    }
    if (hello.type === 'otherRelease') throw refuse(mismatch(hello.version))
    if (hello.type !== 'hello') throw refuse(`'${hello.type}' instead of 'hello'`)
    const objection = this.objectionTo(hello)
    if (objection !== null) throw refuse(objection)
    const id = takeSeat() + 1
    if (id === 0) throw refuse(`all ${this.places.length} places are taken`)
    const { steps, onProgress } = this.options
    channel.send({ type: 'welcome', version: protocolVersion, id, steps })
    const joined = await channel.receive(signal)
    if (joined.type !== 'joined') throw new UserError(`'${joined.type}' instead of 'joined'`)
    channel.longestLine = longestLine
    return new RemotePeer(id, hello.machine, channel, onProgress)
  }

  private objectionTo({ token }: MessageOf<PeerMessage, 'hello'>): string | null {
    const { token: expected } = this.options
    const isRight = expected === null || sameText(token ?? '', expected)
    return isRight ? null : 'the token is wrong or missing (--token)'
  }
}

function mismatch(version: number): string {
  return `protocol version ${version} instead of ${protocolVersion}: use one release everywhere`
}

function described({ host, process, libtorrent }: Machine): string {
  return `${host}, process ${process}, libtorrent ${libtorrent}`
}

/** Compares without telling by the time it takes how much is right. */
function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
