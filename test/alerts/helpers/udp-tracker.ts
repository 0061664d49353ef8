// A tracker that speaks UDP (BEP 15), as much of it as tests need.
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { afterThisTest } from '../../helpers/cleanup'

const action = { connect: 0, announce: 1, scrape: 2 } as const

/** What the tracker says about every torrent. */
export interface Swarm {
  readonly complete: number
  readonly incomplete: number
  readonly downloaded: number
  /** The port of each peer, all of them on this machine. */
  readonly peers: readonly number[]
}

function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length)
  values.forEach((value, i) => bytes.writeUInt32BE(value, 4 * i))
  return bytes
}

function compact(ports: readonly number[]): Buffer {
  return Buffer.concat(ports.map((port) => Buffer.from([127, 0, 0, 1, port >> 8, port & 0xff])))
}

/** The answer to a packet of a client, or nothing to what makes no sense. */
function answer(packet: Buffer, { complete, incomplete, downloaded, peers }: Swarm): Buffer[] {
  if (packet.length < 16) return []
  const [kind, transaction] = [packet.readUInt32BE(8), packet.readUInt32BE(12)]
  const interval = 1800
  switch (kind) {
    case action.connect:
      return [numbers(kind, transaction, 1, 2)]
    case action.announce:
      return [numbers(kind, transaction, interval, incomplete, complete), compact(peers)]
    case action.scrape:
      return [numbers(kind, transaction, complete, downloaded, incomplete)]
    default:
      return []
  }
}

/** @returns the URL to announce at */
export async function serveUdpTracker(swarm: Swarm): Promise<string> {
  const socket = createSocket('udp4')
  socket.on('message', (packet, { address, port }) => {
    const parts = answer(packet, swarm)
    if (parts.length > 0) socket.send(parts, port, address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  afterThisTest(() => socket.close())
  return `udp://127.0.0.1:${socket.address().port}/announce`
}
