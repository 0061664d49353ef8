// The parts of packages without types that are used here.
declare module '@peertube/bittorrent-tracker-server' {
  import type { RemoteInfo, Socket as DatagramSocket, SocketOptions } from 'node:dgram'
  import type { EventEmitter } from 'node:events'
  import type { Server as HttpServer } from 'node:http'

  interface ServerOptions {
    /** Milliseconds between two announces, as sent to clients. */
    interval?: number
    http?: boolean
    udp?: boolean | Partial<SocketOptions>
    ws?: boolean
    stats?: boolean
    /** Clients of a torrent that the tracker remembers. */
    peersCacheLength?: number
  }

  /** What a client announced; ids as hex. */
  interface Announce {
    readonly type: 'http' | 'udp'
    readonly peer_id: string
    readonly info_hash: string
    /** Where its announce came from. */
    ip: string
    /** Peers that the answer may have. */
    numwant: number
    /** 1: the answer has addresses of 6 bytes; 0: a dictionary per peer; -1: the peers as the swarm gave them. */
    compact: number
  }

  interface Peer {
    readonly peerId: string
    readonly ip: string
    readonly port: number
  }

  interface Swarm {
    get announce(): Announcing<readonly Peer[]>
    /** One that replaces the package's may pack the peers, for a request whose `compact` is -1. */
    set announce(announce: Announcing<readonly Peer[] | Buffer>)
  }

  type Announcing<Peers> = (
    announce: Announce,
    callback: (error: Error | null, response?: { readonly peers: Peers }) => void,
  ) => void

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
    onUdpRequest(message: Buffer, sender: RemoteInfo): void
    createSwarm(infoHash: string, callback: (error: Error | null, swarm: Swarm) => void): void
    close(callback?: () => void): void
    on(event: 'complete', listener: (address: string, announce: Announce) => void): this
    on(event: 'warning' | 'error', listener: (error: Error) => void): this
  }
}

declare module 'string2compact' {
  /** Returns addresses and ports in network byte order, from `1.2.3.4:80` (6 bytes) or `[::1]:80` (18 bytes). */
  export default function compact(addresses: readonly string[]): Buffer
}

declare module 'wrap-ansi' {
  interface Options {
    /** Break words that are longer than a line, too. */
    hard?: boolean
    /** Break lines between words; otherwise wherever they are full. Default: true. */
    wordWrap?: boolean
  }

  function wrapAnsi(text: string, columns: number, options?: Options): string
  export = wrapAnsi
}
