// A proxy between the peers of a run and the seeder: its tracker names it instead of the seeder, and it may change or
// hold back what passes through it.
import { createServer as createHttpServer } from 'node:http'
import { connect, createServer, type Socket } from 'node:net'
import * as lt from 'libtorrent-napi'
import { afterThisTest } from '../../../test/helpers/cleanup'
import { listen } from '../../../test/helpers/servers'

const handshakeLength = 68
const haveMessage = 4

export interface Interference {
  /** A byte of what the first connection brings from the seeder is changed: its offset from the start. */
  readonly flipAt?: number
  /** After so many bytes from the seeder a connection brings no more, until `release()`. */
  readonly holdAt?: number
}

export class TamperingProxy {
  /** The URL of its tracker. */
  tracker = ''
  readonly #trackerServer = createHttpServer((request, response) => {
    response.end(this.#answer(request.url ?? ''))
  })
  /** Resolves with the index of the first piece that a peer says to have, verified by its hash, on the first connection. */
  readonly firstPiece: Promise<number>
  /** Resolves when a connection brings no more. */
  readonly held: Promise<void>
  #onHeld = (): void => {}
  /** What the connections have not brought yet. Null: they are not held back. */
  #waiting: (() => void)[] | null = []
  #onFirstPiece: (index: number) => void = () => {}
  #seederPort = 0
  #port = 0
  #connections = 0
  /** Ports of those who announced that they want something, by info-hash. */
  readonly #downloaders = new Map<string, Set<number>>()

  readonly #interference: Interference

  private constructor(interference: Interference) {
    this.#interference = interference
    this.held = new Promise((resolve) => (this.#onHeld = resolve))
    this.firstPiece = new Promise((resolve) => (this.#onFirstPiece = resolve))
  }

  static async start(interference: Interference): Promise<TamperingProxy> {
    const proxy = new TamperingProxy(interference)
    const server = createServer((socket) => proxy.#forward(socket))
    afterThisTest(() => void server.close())
    afterThisTest(() => proxy.closeTracker())
    proxy.#port = await listen(server)
    proxy.tracker = `http://127.0.0.1:${await listen(proxy.#trackerServer)}/announce`
    return proxy
  }

  /** Lets the connections bring what they held back, and everything from now on. */
  release(): void {
    for (const bring of this.#waiting ?? []) bring()
    this.#waiting = null
  }

  /** Closes the port of its tracker. */
  closeTracker(): void {
    this.#trackerServer.close()
    this.#trackerServer.closeAllConnections()
  }

  async reopenTracker(): Promise<void> {
    await listen(this.#trackerServer, Number(new URL(this.tracker).port))
  }

  /** What its tracker says: to those who want something, its own address and those of the others. */
  #answer(url: string): Buffer {
    const value = (name: string) => new RegExp(`[?&]${name}=([^&]*)`).exec(url)?.[1] ?? ''
    const own = Number(value('port'))
    const others = this.#downloaders.get(value('info_hash')) ?? new Set()
    this.#downloaders.set(value('info_hash'), others)
    const isSeeder = value('left') === '0' && !others.has(own)
    if (isSeeder) this.#seederPort = own
    const ports = isSeeder ? [] : [this.#port, ...others].filter((port) => port !== own)
    if (!isSeeder) others.add(own)
    const peers = Buffer.concat(
      ports.map((port) => Buffer.from([127, 0, 0, 1, port >> 8, port & 255])),
    )
    return lt.bencode({ interval: 1800, peers })
  }

  #forward(peer: Socket): void {
    const seeder = connect(this.#seederPort, '127.0.0.1')
    const isFirst = this.#connections++ === 0
    for (const socket of [peer, seeder]) {
      socket.setNoDelay(true)
      // one end goes with the other
      socket.on('error', () => {}).on('close', () => (peer.destroy(), seeder.destroy()))
      afterThisTest(() => socket.destroy())
    }
    peer.on('data', (data) => seeder.write(data))
    if (isFirst) this.#watchFirst(peer)
    const { flipAt = -1, holdAt = Infinity } = this.#interference
    this.#meddle(seeder, peer, { flipAt: isFirst ? flipAt : -1, holdAt })
  }

  #meddle(seeder: Socket, peer: Socket, { flipAt, holdAt }: Required<Interference>): void {
    let offset = 0
    seeder.on('data', (data) => {
      const at = flipAt - offset
      if (at >= 0 && at < data.length) data.writeUInt8(data.readUInt8(at) ^ 1, at)
      offset += data.length
      if (!this.#waiting || offset <= holdAt) return void peer.write(data)
      this.#waiting.push(() => peer.write(data))
      this.#onHeld()
    })
  }

  /** Reads what a peer says, up to the first piece that it has. */
  #watchFirst(peer: Socket): void {
    let rest = Buffer.alloc(0)
    let toSkip = handshakeLength
    peer.on('data', (data) => {
      rest = Buffer.concat([rest, data])
      for (;;) {
        if (toSkip > rest.length) return
        rest = rest.subarray(toSkip)
        toSkip = 0
        if (rest.length < 4 || rest.length < 4 + rest.readUInt32BE()) return
        toSkip = 4 + rest.readUInt32BE()
        if (toSkip === 9 && rest[4] === haveMessage) this.#onFirstPiece(rest.readUInt32BE(5))
      }
    })
  }
}
