import { availableParallelism } from 'node:os'
import * as lt from 'libtorrent-napi'
import type { Binding } from '../host/addresses'
import { type Condition, neighboursOf, settingsOf } from '../plan/condition'
import { parameters, type Transport } from '../plan/parameters'
import { within } from '../util/cancel'
import { formatEndpoint, parseEndpoint } from '../util/endpoint'
import { codeOf, reasonOf, UserError } from '../util/errors'

export interface NetworkOptions {
  /** `address:port`; port 0 is any free one. Default: `127.0.0.1:0`. */
  readonly listen?: string
  /**
   * IP address that connections to peers come from. Default: the system chooses. Trackers, and peers over uTP, see the
   * address of `listen` in any case.
   */
  readonly outgoing?: string | undefined
  /** Default: tcp. On loopback uTP is ten times slower. */
  readonly transport?: Transport
  /**
   * TCP_NODELAY. Default: true, because without it the end of a small transfer may wait 40 ms for a delayed
   * acknowledgement, and that is then all that is measured.
   */
  readonly tcpNoDelay?: boolean
  /** How files are read and written. Default: what libtorrent takes on this system. */
  readonly disk?: lt.DiskBackend
  /** Libtorrent's defaults where the other options don't set anything. Default: false. */
  readonly libtorrentDefaults?: boolean
  /** Whether libtorrent exempts peers at local addresses from limits and choking. Default: true, as libtorrent. */
  readonly exemptLocal?: boolean
  /** Any setting of libtorrent, overriding those that the other options stand for. */
  readonly settings?: lt.SettingsInit
}

const anyPort = '127.0.0.1:0'

/**
 * Settings of a session that connects only to peers of its trackers and given ones: no DHT, no local discovery, no port
 * mapping. Several nodes may share one address.
 */
export function nodeSettings(options: NetworkOptions = {}): lt.SettingsInit {
  const { transport = 'tcp', libtorrentDefaults = false } = options
  return {
    listen_interfaces: options.listen ?? anyPort,
    ...(options.outgoing !== undefined && { outgoing_interfaces: options.outgoing }),
    // A port that is in use is an error. libtorrent would try others.
    max_retry_port_bind: 0,
    listen_system_port_fallback: false,
    enable_dht: false,
    enable_lsd: false,
    enable_upnp: false,
    enable_natpmp: false,
    ...parameters.transport.settings?.(transport),
    allow_multiple_connections_per_ip: true,
    // seconds until a session that closes no longer waits for its trackers
    stop_tracker_timeout: 1,
    ...(!libtorrentDefaults && optimised),
    ...options.settings,
  }
}

const cores = availableParallelism()

/** Settings that make transfers faster than libtorrent's defaults. */
const optimised: lt.SettingsInit = {
  aio_threads: cores,
  hashing_threads: cores,
  // seconds; a handshake of a hybrid torrent fails when its other info-hash becomes known meanwhile, and one encrypted
  // handshake in 256 fails as well
  min_reconnect_time: 1,
}

/** Alerts that may wait for the JS thread: each piece and each block is one. */
const alertQueue = 200_000

/** Options of a node's session under a condition. @param node its number: 0 the seeder, n peer n */
export function networkOf(
  condition: Condition,
  node: number,
  { listen, outgoing }: Binding,
): NetworkOptions {
  const { libtorrentDefaults, torrentVersion } = condition
  const neighbours = neighboursOf(condition)
  // libtorrent announces the start and the end of a download, of a hybrid torrent by each of its info-hashes
  const perAnnounce = Math.ceil(neighbours / (torrentVersion === 'hybrid' ? 4 : 2))
  return {
    ...condition,
    listen,
    outgoing,
    settings: {
      alert_queue_size: alertQueue,
      peer_fingerprint: fingerprintOf(node),
      // A node that is complete would disconnect others that are, and lose what they have just sent.
      ...(!libtorrentDefaults && { close_redundant_connections: false }),
      ...(!libtorrentDefaults && neighbours < Infinity && { num_want: perAnnounce }),
      ...settingsOf(condition, node === 0 ? 'seeder' : 'peer'),
    },
  }
}

/** Opening a socket takes microseconds; this is for a machine under heavy load. */
const listenDeadline = 10_000

/** An open session that listens. */
export interface Node extends AsyncDisposable {
  readonly session: lt.Session
  readonly address: string
  readonly port: number
  close(): Promise<void>
}

type NodeOptions = NetworkOptions & { signal?: AbortSignal | undefined }

/** Opens a session and waits until it listens; fails when it can't. */
export function openNode(options: NodeOptions): Promise<Node> {
  const open = () => openSession(options)
  const { port } = parseEndpoint(options.listen ?? anyPort, '--listen')
  return port === 0 ? onAnyPort(open) : open()
}

/** Sessions that are opened one after the other until one listens, at most. */
const mostAttempts = 5

/**
 * Opens further sessions while the port of one is in use. libtorrent takes any free port for TCP, and needs the same one for
 * UDP, where another process may have it.
 */
export async function onAnyPort(open: () => Promise<Node>): Promise<Node> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await open()
    } catch (error) {
      const isInUse = error instanceof UserError && codeOf(error.cause) === 'EADDRINUSE'
      if (!isInUse || attempt === mostAttempts) throw error
    }
  }
}

async function openSession(options: NodeOptions): Promise<Node> {
  const {
    libtorrentDefaults = false,
    tcpNoDelay = !libtorrentDefaults,
    disk = 'standard',
    exemptLocal = true,
  } = options
  const settings = nodeSettings(options)
  const session = new lt.Session({
    settings,
    tcpNoDelay,
    diskBackend: disk,
    // The messages are not used, and cost more than all other fields.
    alertMessages: false,
  })
  try {
    // libtorrent puts peers at local addresses into a class of their own, which has no limits.
    if (!exemptLocal) session.setPeerClassFilter(lt.IpFilter.ofAllAddresses(globalClass))
    const { address, port } = await listening(session, options)
    const close = () => session.close()
    return { session, address, port, close, [Symbol.asyncDispose]: close }
  } catch (error) {
    await session.close()
    throw error
  }
}

const globalClass = 1 << lt.peerClass.globalPeerClassId

async function listening(
  session: lt.Session,
  { transport = 'tcp', signal }: NodeOptions,
): Promise<lt.ListenSucceededAlert> {
  // libtorrent opens both sockets, this one first if it is TCP
  const needed = transport === 'tcp' ? 'tcp' : 'utp'
  const alert = await within(listenDeadline, 'opening the listening socket', signal, (signal) =>
    session.waitFor(['listen_succeeded', 'listen_failed'], {
      signal,
      filter: ({ type, socketType }) => type === 'listen_failed' || socketType === needed,
    }),
  )
  if (alert.type === 'listen_succeeded') return alert
  const where = formatEndpoint({ host: alert.address, port: alert.port })
  throw new UserError(`cannot listen at ${where}: ${reasonOf(alert.error)}`, { cause: alert.error })
}

/** Beginning of a node's peer ids: libtorrent's own eight letters, and the number of the node. */
export function fingerprintOf(node: number): string {
  const { peer_fingerprint: own } = lt.settingsMetadata
  return `${own.default}N${String(node).padStart(4, '0')}`
}

/** The node that a peer id belongs to; -1 if it is none of this run's. @param id hex */
export function nodeOf(id: string): number {
  const [, digits] = /^.{8}N(\d{4})/s.exec(Buffer.from(id, 'hex').toString('latin1')) ?? []
  return digits === undefined ? -1 : Number(digits)
}

/** Sources of peers besides trackers and given ones. Default: none. */
export interface PeerSources {
  /** Peer exchange. It finds no peer that the tracker does not name, and makes nodes connect to themselves. */
  readonly pex?: boolean
  /** Whether a node that has all of a torrent names each peer other pieces. */
  readonly superSeeding?: boolean
  /** Libtorrent's own flags: among others, its queue decides when the torrent begins. */
  readonly libtorrentDefaults?: boolean
}

export function flagsOf({ pex = false, libtorrentDefaults = false }: PeerSources): number {
  const base = libtorrentDefaults ? lt.torrentFlags.defaultFlags : 0
  return pex ? base : base | lt.torrentFlags.disablePex
}

/** The flags of a node that has all of a torrent. */
export function seedFlagsOf(sources: PeerSources): number {
  return flagsOf(sources) | (sources.superSeeding ? lt.torrentFlags.superSeeding : 0)
}

/** A filter for alerts about a torrent that may not be in the session yet. */
export function isAbout(info: lt.TorrentInfo): (alert: { handle: lt.TorrentHandle }) => boolean {
  const wanted = JSON.stringify(info.infoHashes())
  return ({ handle }) => {
    try {
      return JSON.stringify(handle.infoHashes()) === wanted
    } catch {
      // The handle belongs to a removed torrent.
      return false
    }
  }
}

/** Rejects when libtorrent gives up on the torrent: the disk is full, a file can't be opened ... */
export async function failure(torrent: lt.TorrentHandle, signal: AbortSignal): Promise<never> {
  const { error, filename } = await torrent.waitFor(['file_error', 'torrent_error'], { signal })
  throw new UserError(`${filename || 'the torrent'}: ${reasonOf(error)}`, { cause: error })
}
