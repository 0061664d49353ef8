// A peer of bare TCP, which speaks BitTorrent as badly as a test tells it to.
import { once } from 'node:events'
import { createServer, connect } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import type * as lt from '../../../lib'
import { afterThisTest } from '../../helpers/cleanup'
import { within } from '../../helpers/deadline'

/** Numbers of BitTorrent's messages (BEP 3, 6 and 10). */
export const message = {
  choke: 0,
  unchoke: 1,
  interested: 2,
  notInterested: 3,
  have: 4,
  bitfield: 5,
  request: 6,
  piece: 7,
  cancel: 8,
  haveAll: 14,
  haveNone: 15,
  reject: 16,
  extended: 20,
} as const

const protocol = Buffer.concat([Buffer.from([19]), Buffer.from('BitTorrent protocol')])
const handshakeLength = 68

/** What this peer says that it can: the fast extension (haveAll, reject ...). */
const fast = Buffer.from([0, 0, 0, 0, 0, 0, 0, 4])

export interface RawPeerOptions {
  readonly peerId?: string
  readonly reserved?: Uint8Array
}

interface Waiting {
  readonly id: number
  readonly resolve: (payload: Buffer) => void
}

function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length)
  values.forEach((value, i) => bytes.writeUInt32BE(value >>> 0, 4 * i))
  return bytes
}

export class RawPeer {
  readonly socket: Socket
  /** Its own; a socket forgets it when it is closed, and a session may hang up at any time. */
  readonly port: number
  #unread = Buffer.alloc(0)
  #greeted = false
  #messages: { id: number; payload: Buffer }[] = []
  #waiting: Waiting | undefined

  /** @param socket that is connected */
  constructor(socket: Socket) {
    this.socket = socket
    this.port = socket.localPort ?? 0
    socket.on('data', (bytes) => this.#receive(bytes))
    // the other side may hang up at any time: that is what some tests are about
    socket.on('error', () => {})
  }

  /** Resolves when the connection is over, however it ends. */
  ended(): Promise<void> {
    const end = new Promise<void>((resolve) => {
      if (this.socket.closed) resolve()
      else this.socket.once('close', () => resolve())
    })
    return within(end, 'the end of a connection')
  }

  greet(infoHash: string, { peerId, reserved = fast }: RawPeerOptions = {}): void {
    const id = Buffer.from((peerId ?? '-XX0001-').padEnd(20, '0'), 'latin1')
    this.socket.write(Buffer.concat([protocol, reserved, Buffer.from(infoHash, 'hex'), id]))
  }

  send(id: number, payload: Uint8Array = Buffer.alloc(0)): void {
    this.socket.write(Buffer.concat([numbers(payload.length + 1), Buffer.from([id]), payload]))
  }

  request(piece: number, start: number, length: number): void {
    this.send(message.request, numbers(piece, start, length))
  }

  piece(piece: number, start: number, bytes: Uint8Array): void {
    this.send(message.piece, Buffer.concat([numbers(piece, start), bytes]))
  }

  /** The payload of the next message of that number that has come or comes; others are skipped. */
  receive(id: number): Promise<Buffer> {
    const next = new Promise<Buffer>((resolve) => (this.#waiting = { id, resolve }))
    this.#deliver()
    return within(next, `message ${id} of the other peer`)
  }

  /** The next request: which piece, from where, how long. */
  async receiveRequest(): Promise<readonly [piece: number, start: number, length: number]> {
    const payload = await this.receive(message.request)
    return [payload.readUInt32BE(0), payload.readUInt32BE(4), payload.readUInt32BE(8)]
  }

  #receive(bytes: Buffer): void {
    this.#unread = Buffer.concat([this.#unread, bytes])
    if (!this.#greeted && this.#unread.length >= handshakeLength) {
      this.#greeted = true
      this.#unread = this.#unread.subarray(handshakeLength)
    }
    if (this.#greeted) this.#split()
    this.#deliver()
  }

  #split(): void {
    while (this.#unread.length >= 4) {
      const end = 4 + this.#unread.readUInt32BE(0)
      if (this.#unread.length < end) return
      const [id] = this.#unread.subarray(4, end)
      if (id !== undefined) this.#messages.push({ id, payload: this.#unread.subarray(5, end) })
      this.#unread = this.#unread.subarray(end)
    }
  }

  #deliver(): void {
    const waiting = this.#waiting
    const at = this.#messages.findIndex(({ id }) => id === waiting?.id)
    const found = this.#messages[at]
    if (!waiting || !found) return
    this.#messages = this.#messages.slice(at + 1)
    this.#waiting = undefined
    waiting.resolve(found.payload)
  }
}

/** Connects to a session, and introduces itself where it is given an info-hash. */
export async function connectTo(
  { address, port }: lt.Endpoint,
  infoHash?: string | null,
  options?: RawPeerOptions,
): Promise<RawPeer> {
  const socket = connect(port, address)
  afterThisTest(() => socket.destroy())
  await within(once(socket, 'connect'), 'a connection')
  const peer = new RawPeer(socket)
  if (infoHash) peer.greet(infoHash, options)
  return peer
}

/** Waits for a session to connect. */
export async function awaitPeers(
  host = '127.0.0.1',
): Promise<{ endpoint: lt.Endpoint; accepted: Promise<RawPeer> }> {
  const server = createServer()
  server.listen(0, host)
  await once(server, 'listening')
  afterThisTest(() => server.close())
  const { port } = server.address() as AddressInfo
  const accepted = once(server, 'connection').then(([connection]) => {
    const socket = connection as Socket
    afterThisTest(() => socket.destroy())
    return new RawPeer(socket)
  })
  return { endpoint: { address: host, port }, accepted: within(accepted, 'a connection') }
}
