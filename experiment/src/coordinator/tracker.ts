import type { Announce, Announcing, Peer, Server } from '@peertube/bittorrent-tracker-server'
import { once } from 'node:events'
import { type AddressInfo, isIP } from 'node:net'
import { reachableAddress } from '../host/addresses'
import { bracketed, parseTrackerUrl } from '../util/endpoint'
import { toUserError } from '../util/errors'

export type TrackerProtocol = 'http' | 'udp'

/** Packs `address:port` of peers as BEP 15 specifies. */
type Compact = (addresses: readonly string[]) => Buffer

export interface TrackerOptions {
  /** IP address to listen at; a wildcard listens at all of them. */
  readonly host: string
  /** 0 (default) for any free one. */
  readonly port?: number
  /** Default: http. */
  readonly protocol?: TrackerProtocol
  readonly signal?: AbortSignal
  /** Called when a client announces a completed download; `peerId` in hex. */
  readonly onCompleted?: (infoHash: string, peerId: string) => void
}

/** A BitTorrent tracker inside this process. */
export interface EmbeddedTracker extends AsyncDisposable {
  /** Announce URL for a torrent, which other machines can reach too. */
  readonly url: string
  close(): Promise<void>
}

/** More than the nodes of any run. */
const mostClients = 10_000
/**
 * Bytes of packets that wait to be read. The kernel counts about 800 for a small one, and its default holds 270: when a
 * thousand clients announce at once others are dropped, and libtorrent repeats them after ten seconds.
 */
const udpBuffer = 4 * 1024 * 1024

/** Starts a tracker and waits until it listens. */
export async function startTracker(options: TrackerOptions): Promise<EmbeddedTracker> {
  const { protocol = 'http', host } = options
  // imported when it is needed, because it is an ES module and this is CommonJS
  const { Server: TrackerServer } = await import('@peertube/bittorrent-tracker-server')
  const { default: compact } = await import('string2compact')
  const server = new TrackerServer({
    http: protocol === 'http',
    // with reuseAddr, its default, a second tracker could take the same UDP port unnoticed
    udp: protocol === 'udp' && { reuseAddr: false, recvBufferSize: udpBuffer },
    // its default is 1000 clients, and the 1001st takes the place of the source
    peersCacheLength: mostClients,
    ws: false,
    stats: false,
  })
  wrapSwarms(server, compact)
  ignoreNamedAddresses(server)
  // errors at start are awaited per socket below; later ones concern single requests
  server.on('error', () => {})
  server.on('warning', () => {})
  server.on('complete', (_, announce) =>
    options.onCompleted?.(announce.info_hash, announce.peer_id),
  )
  const port = await listen(server, options).catch((error: unknown) => {
    close(server)
    throw toUserError(error, `the tracker cannot listen at ${bracketed(host)}:${options.port ?? 0}`)
  })
  const closing = () => Promise.resolve(close(server))
  return {
    url: `${protocol}://${bracketed(reachableAddress(host))}:${port}/announce`,
    close: closing,
    [Symbol.asyncDispose]: closing,
  }
}

/** Makes every swarm of the server answer as `answerOf()` does. */
function wrapSwarms(server: Server, compact: Compact): void {
  const createSwarm = server.createSwarm.bind(server)
  server.createSwarm = (infoHash, callback) =>
    createSwarm(infoHash, (error, swarm) => {
      swarm.announce = answerOf(swarm.announce.bind(swarm), compact)
      callback(error, swarm)
    })
}

/**
 * Returns a swarm's `announce()` with two differences from the package's.
 *
 * 1. The answer leaves the client that announces out. Otherwise libtorrent would connect to itself, which costs time
 *    and bytes that do not belong to a transfer.
 * 2. Over UDP, the answer is packed here as BEP 15 specifies: 18 bytes per peer for a client that has an IPv6 address. The
 *    package puts only IPv4 peers, of 6 bytes each, into a UDP packet.
 */
function answerOf(
  announce: Announcing<readonly Peer[]>,
  compact: Compact,
): Announcing<readonly Peer[] | Buffer> {
  return (asker, answer) => {
    const overUdp = asker.type === 'udp'
    if (overUdp) prepareForUdp(asker)
    announce(asker, (error, response) => {
      if (!response) return answer(error)
      const others = response.peers.filter(({ peerId }) => peerId !== asker.peer_id)
      const peers = overUdp ? packed(others, isIP(asker.ip), compact) : others
      answer(error, { ...response, peers })
    })
  }
}

/** Peers in a packet to an IPv6 client. Every IPv6 link takes 1280 bytes: 48 are headers, 20 precede the peers. */
const mostIPv6Peers = Math.floor((1280 - 48 - 20) / 18)

function prepareForUdp(asker: Announce): void {
  // a socket at the IPv6 wildcard address gives IPv4 clients a mapped address
  asker.ip = asker.ip.replace(/^::ffff:(?=\d+\.)/, '')
  if (isIP(asker.ip) === 6) asker.numwant = Math.min(asker.numwant, mostIPv6Peers)
  // the package leaves the peers of such a request as they are, and copies them into the packet
  asker.compact = -1
}

/** Returns the addresses of one IP version in network byte order, each followed by its port. */
function packed(peers: readonly Peer[], ipVersion: number, compact: Compact): Buffer {
  const usable = peers.filter(({ ip }) => isIP(ip) === ipVersion)
  return compact(usable.map(({ ip, port }) => `${bracketed(ip)}:${port}`))
}

/** Offsets into a packet of BEP 15, and the action of an announce. */
const packet = { action: 8, address: 84, announce: 1 } as const

/** Takes every client at the address that its packets come from. The package misreads the one that a packet names. */
function ignoreNamedAddresses(server: Server): void {
  const onUdpRequest = server.onUdpRequest.bind(server)
  server.onUdpRequest = (message, sender) => {
    const isLong = message.length >= packet.address + 4
    if (isLong && message.readUInt32BE(packet.action) === packet.announce)
      message.writeUInt32BE(0, packet.address)
    onUdpRequest(message, sender)
  }
}

/** @returns the port that it listens at */
async function listen(server: Server, { host, port = 0, signal }: TrackerOptions): Promise<number> {
  const v6 = isIP(host) === 6
  const socket = server.http ?? (v6 ? server.udp6 : server.udp4)
  if (!socket) throw new Error('neither http nor udp')
  const listening = once(socket, 'listening', { signal })
  // for udp the package always opens a socket per IP version: the other one stays on loopback, or fails unnoticed
  server.listen(
    { http: port, udp: port },
    { http: host, udp: v6 ? '127.0.0.1' : host, udp6: v6 ? host : '::1' },
  )
  await listening
  return (socket.address() as AddressInfo).port
}

/** Ends kept-alive connections at once: the caller has awaited the announces that matter. */
function close(server: Server): void {
  server.close()
  server.http?.closeAllConnections()
}

export interface Tracker extends AsyncDisposable {
  readonly url: string
  /** Whether it runs in this process, and so knows which clients have completed a download. */
  readonly isEmbedded: boolean
}

/** Opens a tracker by its name: `http` and `udp` run in this process, an URL belongs to another one. */
export async function openTracker(
  name: string,
  options: Omit<TrackerOptions, 'protocol'>,
): Promise<Tracker> {
  if (name === 'http' || name === 'udp')
    return { ...(await startTracker({ ...options, protocol: name })), isEmbedded: true }
  return { url: parseTrackerUrl(name), isEmbedded: false, [Symbol.asyncDispose]: async () => {} }
}

/** All trackers of a run, by name. */
export interface Trackers extends AsyncDisposable {
  urlsOf(name: string): string[]
}

export async function openTrackers(
  names: Iterable<string>,
  options: Omit<TrackerOptions, 'protocol'>,
): Promise<Trackers> {
  const all = new Map<string, Tracker>()
  const close = async () => {
    for (const tracker of all.values()) await tracker[Symbol.asyncDispose]()
  }
  try {
    for (const name of new Set(names)) all.set(name, await openTracker(name, options))
  } catch (error) {
    await close()
    throw error
  }
  return { urlsOf: (name) => [all.get(name)?.url ?? []].flat(), [Symbol.asyncDispose]: close }
}
