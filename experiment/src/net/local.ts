import { createSocket } from 'node:dgram'
import { createServer, isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import { type Endpoint, formatEndpoint, isWildcard } from './endpoint'

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

/** Where a BitTorrent session listens, as its settings say it: never at a wildcard, of which others learn nothing. */
export function listenOf({ host, port }: Endpoint): string {
  return formatEndpoint({ host: reachableAddress(host), port })
}

/**
 * The address with which this machine talks to a host: what the routing table says, without a packet sent. The
 * wildcard address when the host is unknown.
 */
export function localAddressTowards(host: string): Promise<string> {
  const type = isIP(host) === 6 ? 'udp6' : 'udp4'
  const socket = createSocket(type)
  return new Promise((resolve) => {
    const settle = (address: string) => {
      socket.close()
      resolve(address)
    }
    const unknown = () => settle(type === 'udp6' ? '::' : '0.0.0.0')
    socket.once('error', unknown)
    socket.connect(9, host, (error?: Error) =>
      error ? unknown() : settle(socket.address().address),
    )
  })
}

/** A TCP port that was free a moment ago. */
export function freePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, host, () => {
      const address = server.address()
      const port = address !== null && typeof address === 'object' ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
