import { availableParallelism } from 'node:os'
import type { DiskBackend, SettingsInit } from 'libtorrent-napi'

export const transports = ['tcp', 'utp', 'both'] as const
export type Transport = (typeof transports)[number]

export interface NetworkOptions {
  /** `address:port`; port 0 (default: `127.0.0.1:0`) is any free one. */
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
  readonly disk?: DiskBackend
  /** Libtorrent's defaults wherever the other options don't say anything. Default: false. */
  readonly stock?: boolean
  /** Whether libtorrent exempts peers at local addresses from limits and choking. Default: true, as libtorrent. */
  readonly exemptLocal?: boolean
  /** Any setting of libtorrent, over those that the other options stand for. */
  readonly settings?: SettingsInit
}

/**
 * A node that talks only to whom it is told about (tracker, given peers): no DHT, no local discovery, no port
 * mapping. Several nodes may share one address.
 */
export function nodeSettings(options: NetworkOptions = {}): SettingsInit {
  const { transport = 'tcp', stock = false } = options
  return {
    listen_interfaces: options.listen ?? '127.0.0.1:0',
    ...(options.outgoing !== undefined && { outgoing_interfaces: options.outgoing }),
    // a port that was asked for is taken or refused, not replaced by another one
    max_retry_port_bind: 0,
    listen_system_port_fallback: false,
    enable_dht: false,
    enable_lsd: false,
    enable_upnp: false,
    enable_natpmp: false,
    enable_incoming_tcp: transport !== 'utp',
    enable_outgoing_tcp: transport !== 'utp',
    enable_incoming_utp: transport !== 'tcp',
    enable_outgoing_utp: transport !== 'tcp',
    allow_multiple_connections_per_ip: true,
    // seconds that a tracker may take to hear that this node leaves
    stop_tracker_timeout: 1,
    ...(!stock && tuned()),
    ...options.settings,
  }
}

/** What makes transfers faster than libtorrent's defaults. */
function tuned(): SettingsInit {
  const cores = availableParallelism()
  return {
    aio_threads: cores,
    hashing_threads: cores,
    // seconds instead of 60: a handshake of a hybrid torrent fails when its other info-hash becomes known meanwhile
    min_reconnect_time: 1,
  }
}
