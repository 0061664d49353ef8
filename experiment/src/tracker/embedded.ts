import type { Server } from '@peertube/bittorrent-tracker-server'
import { once } from 'node:events'
import { isIP } from 'node:net'
import { explain, UserError } from '../errors'
import { bracketed } from '../net/endpoint'
import { reachableAddress } from '../net/local'

export type TrackerProtocol = 'http' | 'udp'

export interface TrackerOptions {
  /** IP address to listen at; a wildcard listens at all of them. */
  readonly host: string
  /** 0 (default) for any free one. */
  readonly port?: number
  /** Default: http. */
  readonly protocol?: TrackerProtocol
  readonly signal?: AbortSignal
  /** A client said that it has completed a download; `peerId` in hex. */
  readonly onCompleted?: (infoHash: string, peerId: string) => void
}

/** A BitTorrent tracker inside this process. */
export interface EmbeddedTracker extends AsyncDisposable {
  /** What goes into a torrent: an URL that the other machines can reach too. */
  readonly url: string
  close(): Promise<void>
}

/** Starts a tracker and waits until it listens. */
export async function startTracker(options: TrackerOptions): Promise<EmbeddedTracker> {
  const { protocol = 'http', host } = options
  // imported when it is needed, because it is an ES module and this is CommonJS
  const { Server: TrackerServer } = await import('@peertube/bittorrent-tracker-server')
  const server = new TrackerServer({
    http: protocol === 'http',
    // with reuseAddr, its default, a second tracker could take the same UDP port unnoticed
    udp: protocol === 'udp' && { reuseAddr: false },
    ws: false,
    stats: false,
  })
  leaveOutAsker(server)
  // errors at start are awaited per socket below; later ones concern single requests
  server.on('error', () => {})
  server.on('warning', () => {})
  server.on('complete', (_, announce) =>
    options.onCompleted?.(announce.info_hash, announce.peer_id),
  )
  const port = await listen(server, options).catch((error: unknown) => {
    close(server)
    throw new UserError(
      `the tracker cannot listen at ${bracketed(host)}:${options.port ?? 0}: ${explain(error)}`,
    )
  })
  const closing = () => Promise.resolve(close(server))
  return {
    url: `${protocol}://${bracketed(reachableAddress(host))}:${port}/announce`,
    close: closing,
    [Symbol.asyncDispose]: closing,
  }
}

/**
 * Like any tracker it would tell a client its own address too, and libtorrent would connect to itself: that costs time
 * and bytes that have nothing to do with a transfer.
 */
function leaveOutAsker(server: Server): void {
  const createSwarm = server.createSwarm.bind(server)
  server.createSwarm = (infoHash, callback) =>
    createSwarm(infoHash, (error, swarm) => {
      const announce = swarm.announce.bind(swarm)
      swarm.announce = (asker, answer) =>
        announce(asker, (error, response) => {
          const others = response?.peers.filter(({ peerId }) => peerId !== asker.peer_id) ?? []
          answer(error, response && { ...response, peers: others })
        })
      callback(error, swarm)
    })
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
  const address = socket.address()
  return address !== null && typeof address === 'object' ? address.port : 0
}

/** Without a grace for kept-alive connections: whoever closes the tracker has waited for what matters. */
function close(server: Server): void {
  server.close()
  server.http?.closeAllConnections()
}
