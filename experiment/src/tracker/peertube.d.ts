/** The part of the package that is used here; it has no types of its own. */
declare module '@peertube/bittorrent-tracker-server' {
  import type { Socket as DatagramSocket, SocketOptions } from 'node:dgram'
  import type { EventEmitter } from 'node:events'
  import type { Server as HttpServer } from 'node:http'

  interface ServerOptions {
    /** Milliseconds between two announces that clients are told. */
    interval?: number
    http?: boolean
    udp?: boolean | Partial<SocketOptions>
    ws?: boolean
    stats?: boolean
  }

  /** What a client announced; ids as hex. */
  interface Announce {
    readonly peer_id: string
    readonly info_hash: string
  }

  interface Swarm {
    announce(announce: Announce, callback: AnnounceCallback): void
  }

  interface AnnounceResponse {
    readonly peers: readonly { readonly peerId: string }[]
  }

  type AnnounceCallback = (error: Error | null, response?: AnnounceResponse) => void

  /** Events: listening, warning, error, and start, complete, stop, update with (address, announce). */
  export class Server extends EventEmitter {
    constructor(options?: ServerOptions)
    readonly http: HttpServer | null
    readonly udp4: DatagramSocket | null
    readonly udp6: DatagramSocket | null
    listen(
      port: { http?: number; udp?: number },
      hostname: { http?: string; udp?: string; udp6?: string },
    ): void
    createSwarm(infoHash: string, callback: (error: Error | null, swarm: Swarm) => void): void
    close(callback?: () => void): void
    on(event: 'complete', listener: (address: string, announce: Announce) => void): this
    on(event: 'warning' | 'error', listener: (error: Error) => void): this
  }
}
