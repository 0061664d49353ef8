// Settings for a purpose, besides libtorrent's own `minMemoryUsage()` and `highPerformanceSeed()`.
import { availableParallelism } from 'node:os'
import { proxyType } from '../generated/enums'
import { checkOptions } from '../support/options'
import { sessionOptions } from './options'
import type { SettingsInit } from '../generated/settings'
import type { SessionOptions } from './options'

/**
 * Options for transfers between machines that are close, or within one, merged with those of the caller. uTP is off,
 * because it yields to other traffic. TCP_NODELAY is on. As many threads as there are cores write and hash. A seeder
 * reads up to 4 MiB ahead for each peer, where libtorrent's default is 0.5 MiB. A transfer to one leecher over loopback then
 * takes 0.65 to 0.8 of the time that it takes with libtorrent's defaults over TCP (`docs/performance.md`).
 *
 * @param options any options of a session. They replace those of the preset, and each of their `settings` replaces
 *   the one of that name
 * @returns options for `new Session()`. Throws a TypeError when an option is unknown.
 * @see https://libtorrent.org/reference-Settings.html
 */
export function fastLocalTransfer<Options extends SessionOptions>(
  options: Options = {} as Options,
): Options & Required<Pick<SessionOptions, 'settings' | 'tcpNoDelay'>> {
  checkOptions(options, sessionOptions)
  const cores = availableParallelism()
  return {
    ...options,
    tcpNoDelay: options.tcpNoDelay ?? true,
    settings: {
      aio_threads: cores,
      hashing_threads: cores,
      enable_incoming_utp: false,
      enable_outgoing_utp: false,
      send_buffer_low_watermark: 1 << 20,
      send_buffer_watermark: 4 << 20,
      ...options.settings,
    },
  }
}

/**
 * Options for a session whose traffic goes through a proxy: peers, trackers, web seeds and host names. Ways to find peers that
 * go past the proxy are off (LSD, UPnP, NAT-PMP). uTP and the DHT need UDP, which only SOCKS5 carries: they are
 * off with other proxies.
 *
 * @param proxy `socks5://USER:PASSWORD@HOST:PORT`, or such a URL with `socks4:` or `http:`. Name and password
 *   are percent-encoded. The port is 1080 for SOCKS, and 80 for HTTP, unless the URL has one
 * @param options any options of a session. They replace those of the preset, and each of their `settings` replaces
 *   the one of that name
 * @returns options for `new Session()`. Throws a TypeError when the URL is not of such a proxy, or an option is unknown.
 * @see https://libtorrent.org/reference-Settings.html#proxy_type
 * @example
 * const session = new Session(throughProxy('socks5://me:secret@127.0.0.1:1080'))
 */
export function throughProxy<Options extends SessionOptions>(
  proxy: string | URL,
  options: Options = {} as Options,
): Options & Required<Pick<SessionOptions, 'settings'>> {
  checkOptions(options, sessionOptions)
  const url = new URL(proxy)
  const hasUdp = url.protocol === 'socks5:'
  return {
    ...options,
    settings: {
      ...proxySettings(url),
      proxy_peer_connections: true,
      proxy_tracker_connections: true,
      proxy_hostnames: true,
      enable_outgoing_utp: hasUdp,
      enable_incoming_utp: hasUdp,
      enable_dht: hasUdp,
      enable_lsd: false,
      enable_upnp: false,
      enable_natpmp: false,
      ...options.settings,
    },
  }
}

function proxySettings({ protocol, hostname, port, username, password }: URL): SettingsInit {
  const { socks4, socks5, socks5Pw, http, httpPw } = proxyType
  const types = new Map<string, number>([
    ['socks4:', socks4],
    ['socks5:', username ? socks5Pw : socks5],
    ['http:', username ? httpPw : http],
  ])
  const type = types.get(protocol)
  if (type === undefined || hostname === '') {
    // The URL may have a password, so the message does not quote it.
    throw new TypeError(
      `proxy must be a URL with ${[...types.keys()].join(', ')} and a host, got one with ${protocol}`,
    )
  }
  return {
    proxy_type: type,
    proxy_hostname: hostname.replace(/^\[(.*)\]$/, '$1'),
    proxy_port: Number(port || (protocol === 'http:' ? 80 : 1080)),
    proxy_username: decodeURIComponent(username),
    proxy_password: decodeURIComponent(password),
  }
}

/**
 * Options for a node of a DHT of your own, apart from the public one: in a test, or in a private network. Its
 * nodes may have addresses of one network, or one address, which nodes of the public DHT refuse. Ports are not mapped
 * at routers (UPnP, NAT-PMP).
 *
 * @param nodes `HOST:PORT` of nodes that are running, separated by commas; `''` for the first node
 * @param options any options of a session. They replace those of the preset, and each of their `settings` replaces
 *   the one of that name
 * @returns options for `new Session()`. Throws a TypeError when an option is unknown.
 * @see https://libtorrent.org/reference-Settings.html#dht_bootstrap_nodes
 * @example
 * const first = new Session(privateDht(''))
 * const second = new Session(privateDht(`127.0.0.1:${await first.listenPort()}`))
 */
export function privateDht<Options extends SessionOptions>(
  nodes: string,
  options: Options = {} as Options,
): Options & Required<Pick<SessionOptions, 'settings'>> {
  checkOptions(options, sessionOptions)
  return {
    ...options,
    settings: {
      enable_dht: true,
      dht_bootstrap_nodes: nodes,
      dht_restrict_routing_ips: false,
      dht_restrict_search_ips: false,
      dht_prefer_verified_node_ids: false,
      dht_ignore_dark_internet: false,
      enable_upnp: false,
      enable_natpmp: false,
      ...options.settings,
    },
  }
}
