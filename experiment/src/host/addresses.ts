import { createSocket } from 'node:dgram'
import { lookup } from 'node:dns/promises'
import { once } from 'node:events'
import { networkInterfaces } from 'node:os'
import { type Endpoint, formatEndpoint, isWildcard } from '../util/endpoint'

/**
 * An address that others can dial for one that is listened at: a wildcard becomes the first address of this machine
 * that is not loopback (loopback if there is no other).
 */
export function reachableAddress(host: string): string {
  if (!isWildcard(host)) return host
  const family = host === '::' ? 'IPv6' : 'IPv4'
  const usable = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find((a) => a.family === family && !a.internal && !a.address.startsWith('fe80:'))
  return usable?.address ?? (family === 'IPv6' ? '::1' : '127.0.0.1')
}

/** The addresses of this machine that a BitTorrent session uses. */
export interface Binding {
  /** Where it listens, as `address:port`; port 0: any free one. */
  readonly listen: string
  /** IP address that its connections to peers come from; undefined: the system chooses. */
  readonly outgoing?: string | undefined
}

/** Returns the binding for what --listen says. A session never listens at a wildcard, which peers can't dial. */
export function bindingOf({ host, port }: Endpoint): Binding {
  const listen = formatEndpoint({ host: reachableAddress(host), port })
  return isWildcard(host) ? { listen } : { listen, outgoing: host }
}

/**
 * The address with which this machine reaches a host, by the routing table, without a packet sent. The
 * wildcard address when the host is unknown.
 */
export async function localAddressTowards(host: string): Promise<string> {
  const found = await lookup(host).catch(() => null)
  const isV6 = found?.family === 6
  const unknown = isV6 ? '::' : '0.0.0.0'
  if (!found) return unknown
  const socket = createSocket(isV6 ? 'udp6' : 'udp4')
  try {
    socket.connect(9, found.address)
    await once(socket, 'connect')
    return socket.address().address
  } catch {
    return unknown
  } finally {
    socket.close()
  }
}
