// Peers as programs and people write them.
import { ipVersion } from '../support/ip-version'
import { shown } from '../support/options'
import type { Endpoint } from '../generated/records'

/** Throws a TypeError that names a peer that isn't one. */
export function endpointsOf(peers: readonly (Endpoint | string)[]): readonly Endpoint[] {
  if (!Array.isArray(peers)) throw new TypeError('options.peers must be an array of endpoints')
  return peers.map((peer: unknown, i) => {
    const endpoint =
      typeof peer === 'string' ? parsedEndpoint(peer) : (peer as Partial<Endpoint> | null)
    const { address, port } = endpoint ?? {}
    const isPort = Number.isInteger(port) && Number(port) >= 1 && Number(port) <= 65535
    if (typeof address === 'string' && ipVersion(address) !== 0 && isPort)
      return { address, port: Number(port) }
    throw new TypeError(
      `options.peers[${i}] must be { address, port } or 'address:port' with an IP address, got ${shown(peer)}`,
    )
  })
}

function parsedEndpoint(text: string): Partial<Endpoint> {
  const [, v6, v4, port] = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(text) ?? []
  const address = v6 ?? v4
  return address === undefined ? {} : { address, port: Number(port) }
}
