import { createHash, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { allowanceFor, orAborted, within } from '../util/cancel'
import { Channel, silentIntervalsOf } from '../protocol/channel'
import { longestGreeting, longestLine, peerMessage, protocolVersion } from '../protocol/orders'
import type { PeerMessage, SeederMessage } from '../protocol/orders'
import type { Identity } from '../protocol/tls'
import { explain, toUserError, UserError } from '../util/errors'
import type { Machine } from '../results/environment'
import { formatEndpoint, type Endpoint } from '../util/endpoint'
import type { TransferProgress } from '../node/transfer'
import { quoted } from '../util/text'
import { RemotePeer } from './nodes'
import { nameOf } from './swarm'

/** Milliseconds from the connection to the message that it takes part. */
const handshakeDeadline = 15_000
/** Milliseconds that peers have to disconnect after the end of the run. */
const shutdownDeadline = 1000

interface PeerRegistryOptions {
  /** Where the peers are awaited. */
  readonly listen: Endpoint
  /** How many peers take part. */
  readonly places: number
  /** Token that a peer has to send; null: none. */
  readonly token: string | null
  /** For TLS; null: connections are not encrypted. */
  readonly identity: Identity | null
  /** By the number of the node: where it was in an earlier part of the run. Empty if there is none. */
  readonly hosts: readonly string[]
  /** What the peers are going to fetch. */
  readonly steps: Extract<SeederMessage, { type: 'welcome' }>['steps']
  readonly onMessage: (message: string) => void
  readonly onProgress: (peer: number, progress: TransferProgress) => void
}

/** The place of one peer of the run. */
interface Place {
  /** Number of the peer, from 1. */
  readonly id: number
  /** Of the peer that has it, or had it last; null: none yet. */
  key: string | null
  /** Of that peer, or of the one in an earlier part of the run; null: not known. */
  host: string | null
  /** Null when it is free. */
  channel: Channel<PeerMessage, SeederMessage> | null
  /** Null before it has joined. */
  peer: RemotePeer | null
}

/** Places that can be taken. Each call takes a time that does not depend on how many there are. */
class FreePlaces {
  /** In the order in which they became free. */
  readonly #byHost = new Map<string | null, Set<Place>>()

  add(place: Place): void {
    const ofHost = this.#byHost.get(place.host) ?? new Set()
    this.#byHost.set(place.host, ofHost.add(place))
  }

  delete(place: Place): void {
    const ofHost = this.#byHost.get(place.host)
    ofHost?.delete(place)
    if (ofHost?.size === 0) this.#byHost.delete(place.host)
  }

  /** The first one of a host; if there is none, the first of all. */
  find(host: string): Place | null {
    const [first = []] = this.#byHost.values()
    const [place = null] = this.#byHost.get(host) ?? first
    return place
  }
}

/** The peers of a run: accepts connections, admits peers, and keeps them. */
export class PeerRegistry implements AsyncDisposable {
  readonly #places: readonly Place[]
  readonly #byKey = new Map<string, Place>()
  /** Places that no peer has had yet. */
  readonly #unused = new FreePlaces()
  /** Places of peers that have disconnected. */
  readonly #left = new FreePlaces()
  /** How many peers have joined and are connected. */
  #count = 0
  readonly #connections = new Set<Channel<PeerMessage, SeederMessage>>()
  /** Those of the connections, and of others whose TLS handshake has not ended. */
  readonly #sockets = new Set<Socket>()
  #changed = () => {}
  #closing = false
  readonly #server: Server
  readonly #options: PeerRegistryOptions

  private constructor(server: Server, options: PeerRegistryOptions) {
    this.#server = server
    this.#options = options
    this.#places = Array.from({ length: options.places }, (_, index) => {
      const id = index + 1
      return { id, key: null, host: options.hosts[id] ?? null, channel: null, peer: null }
    })
    this.#places.forEach((place) => this.#unused.add(place))
    server.on('connection', (socket) => {
      this.#sockets.add(socket)
      socket.on('close', () => this.#sockets.delete(socket))
    })
    const connected = options.identity ? 'secureConnection' : 'connection'
    server.on(connected, (socket: Socket) => void this.#admit(socket))
    server.on('tlsClientError', (error: Error, socket: Socket) => {
      this.#report(
        `refused ${addressOf(socket)}: no connection over TLS (--tls): ${explain(error)}`,
      )
    })
  }

  static async open(options: PeerRegistryOptions): Promise<PeerRegistry> {
    const { identity, listen } = options
    const { host, port } = listen
    const server = identity
      ? createTlsServer({ ...identity, handshakeTimeout: handshakeDeadline })
      : createServer()
    server.maxConnections = 2 * options.places + 16
    try {
      server.listen({ host, port, exclusive: true })
      await once(server, 'listening')
    } catch (error) {
      throw toUserError(error, `cannot wait for peers at ${formatEndpoint(options.listen)}`)
    }
    return new PeerRegistry(server, options)
  }

  /** Where it listens. */
  get endpoint(): Endpoint {
    const { port } = this.#server.address() as AddressInfo
    return { host: this.#options.listen.host, port }
  }

  /** The connected peers, in the order of their numbers. */
  get peers(): RemotePeer[] {
    return this.#places.flatMap(({ peer }) => peer ?? [])
  }

  /** Numbers of the peers that are not connected. */
  get missing(): number[] {
    return this.#places.flatMap(({ id, peer }) => (peer ? [] : [id]))
  }

  /**
   * Waits until every place is taken.
   * @param deadline milliseconds from the first peer to the last one; null: none
   */
  async full(signal: AbortSignal, deadline: number | null = null): Promise<readonly RemotePeer[]> {
    const all = (signal: AbortSignal) => this.#haveJoined(this.#places.length, signal)
    if (deadline === null) await all(signal)
    else {
      await this.#haveJoined(1, signal)
      await within(deadline, () => this.#absence(deadline), signal, all)
    }
    return this.peers
  }

  async #haveJoined(count: number, signal: AbortSignal): Promise<void> {
    while (this.#count < count) {
      await orAborted(new Promise<void>((resolve) => (this.#changed = resolve)), signal)
    }
  }

  /** Names the missing peers by their numbers, and the hosts of the others. */
  #absence(deadline: number): string {
    const hosts = new Set(this.peers.map(({ machine }) => machine.host))
    const joined = hosts.size > 0 ? ` (joined: ${quoted([...hosts].join(', '))})` : ''
    const seconds = deadline / 1000
    return `peer ${this.missing.join(', ')} did not join within ${seconds} s of the first${joined}`
  }

  /** Sends the end of the run to all peers, with the reason if it did not end as planned. */
  async close(reason: string | null): Promise<void> {
    this.#closing = true
    const closed = once(this.#server, 'close')
    this.#server.close()
    for (const channel of this.#connections) channel.send({ type: 'runEnded', reason })
    const gone = Promise.all([...this.#connections].map((channel) => channel.closed))
    const deadline = shutdownDeadline + allowanceFor(this.#places.length)
    await within(deadline, 'disconnecting', undefined, () => gone).catch(() => {})
    for (const socket of this.#sockets) socket.destroy()
    await closed
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#closing) await this.close('the seeder ended the run early')
  }

  /** Handles one connection, from its first byte to its end. */
  async #admit(socket: Socket): Promise<void> {
    const from = addressOf(socket)
    const channel = new Channel<PeerMessage, SeederMessage>(socket, peerMessage, longestGreeting)
    this.#connections.add(channel)
    let place = null as Place | null
    const take = (key: string, host: string) => (place = this.#take(key, host, channel))
    try {
      const peer = await within(handshakeDeadline, 'joining', undefined, (signal) =>
        this.#greet(channel, take, signal),
      )
      // It may have connected again during the handshake.
      if (place?.channel !== channel) throw await channel.closed
      place.peer = peer
      this.#count += 1
      const count = `${this.#count} of ${this.#places.length}`
      this.#report(`peer ${peer.id} joined (${quoted(described(peer.machine))}): ${count}`)
      this.#changed()
      const reason = explain(await channel.closed)
      this.#report(`${nameOf(peer.id, peer.machine)} disconnected: ${reason}`)
    } catch (error) {
      this.#report(`refused ${from}: ${explain(error)}`)
    } finally {
      channel.close()
      this.#connections.delete(channel)
      if (place?.channel === channel) {
        this.#vacate(place)
        this.#left.add(place)
      }
    }
  }

  /**
   * Gives a connection the place that its peer had already, or a free one: if there is one, that of no other peer, and of
   * the same host. Null when all are taken.
   */
  #take(key: string, host: string, channel: Channel<PeerMessage, SeederMessage>): Place | null {
    const place = this.#byKey.get(key) ?? this.#unused.find(host) ?? this.#left.find(host)
    if (!place) return null
    this.#unused.delete(place)
    this.#left.delete(place)
    place.channel?.close('the same peer has connected again')
    // nothing is read there any more
    place.channel?.destroy()
    this.#vacate(place)
    if (place.key !== null) this.#byKey.delete(place.key)
    this.#byKey.set(key, place)
    return Object.assign(place, { key, host, channel })
  }

  #vacate(place: Place): void {
    if (place.peer) this.#count -= 1
    Object.assign(place, { channel: null, peer: null })
  }

  #report(message: string): void {
    if (!this.#closing) this.#options.onMessage(message)
  }

  /**
   * The handshake with a new connection.
   * @param take returns the place of a peer, or null when all are taken; called for peers that may take part only
   */
  async #greet(
    channel: Channel<PeerMessage, SeederMessage>,
    take: (key: string, host: string) => Place | null,
    signal: AbortSignal,
  ): Promise<RemotePeer> {
    const hello = await channel.receive(signal)
    const refuse = (reason: string) => {
      channel.send({ type: 'refused', reason })
      return new UserError(reason)
    }
    if (hello.type === 'otherRelease') throw refuse(mismatch(hello.version))
    if (hello.type !== 'hello') throw refuse(`'${hello.type}' instead of 'hello'`)
    const { token, steps, onProgress } = this.#options
    if (token !== null && (hello.token === null || !sameText(hello.token, token)))
      throw refuse('the token is wrong or missing (--token)')
    const id = take(hello.key, hello.machine.host)?.id
    if (id === undefined) throw refuse(`all ${this.#places.length} places are taken`)
    const peers = this.#places.length
    channel.send({ type: 'welcome', version: protocolVersion, id, peers, steps })
    const joined = await channel.receive(signal)
    if (joined.type !== 'joined') throw new UserError(`'${joined.type}' instead of 'joined'`)
    channel.longestLine = longestLine
    channel.mostSilentIntervals = silentIntervalsOf(peers)
    return new RemotePeer(id, hello.machine, channel, onProgress)
  }
}

function addressOf(socket: Socket): string {
  return socket.remoteAddress ?? 'a connection'
}

function mismatch(version: number): string {
  return `protocol version ${version} instead of ${protocolVersion}: use one release everywhere`
}

function described({ host, process, libtorrent }: Machine): string {
  return `${host}, process ${process}, libtorrent ${libtorrent}`
}

/** Compares in a time that does not depend on how much is right. */
function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
