// The tracker inside the seeder, asked over UDP as BEP 15 says.
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { isIP } from 'node:net'
import { startTracker } from '../src/coordinator/tracker'
import { afterThisTest } from '../../test/helpers/cleanup'
import { within } from '../../test/helpers/deadline'

const action = { connect: 0, announce: 1 } as const
const left = 1000

interface Announce {
  readonly event?: number
  /** Another address than the client's, which it claims to have. */
  readonly address?: number
}

/** A client of a UDP tracker; `port` is what it says that it listens at. */
class Client {
  /** How many clients want something, by the latest answer. */
  downloaders = 0
  readonly #socket: Socket
  readonly #port: number

  private constructor(socket: Socket, port: number) {
    this.#socket = socket
    this.#port = port
  }

  static async at(url: string, host: string, port: number): Promise<Client> {
    const socket = createSocket(isIP(host) === 6 ? 'udp6' : 'udp4')
    afterThisTest(() => socket.close())
    socket.connect(Number(new URL(url).port), host)
    await once(socket, 'connect')
    return new Client(socket, port)
  }

  /** Announces itself. @returns the peers of the answer, packed */
  async announce({ event = 2, address = 0 }: Announce = {}): Promise<Buffer> {
    const connectionId = (await this.#ask(connecting)).subarray(8, 16)
    const packet = Buffer.alloc(98)
    connectionId.copy(packet)
    packet.writeUInt32BE(action.announce, 8)
    packet.fill('h', 16, 36)
    packet.write(`peer ${this.#port}`, 36)
    packet.writeUInt32BE(left, 68)
    packet.writeUInt32BE(event, 80)
    packet.writeUInt32BE(address, 84)
    packet.writeInt32BE(-1, 92)
    packet.writeUInt16BE(this.#port, 96)
    const answer = await this.#ask(packet)
    this.downloaders = answer.readUInt32BE(12)
    return answer.subarray(20)
  }

  async #ask(packet: Buffer): Promise<Buffer> {
    const answer = once(this.#socket, 'message') as Promise<[Buffer]>
    this.#socket.send(packet)
    const [message] = await within(answer, 'the answer of the tracker')
    expect(message.readUInt32BE(0)).toBe(packet.readUInt32BE(8))
    return message
  }
}

const connecting = Buffer.from('0000041727101980' + '00000000' + '00000007', 'hex')

async function trackerAt(host: string, onCompleted?: (infoHash: string) => void): Promise<string> {
  const tracker = await startTracker({
    host,
    protocol: 'udp',
    ...(onCompleted && { onCompleted }),
  })
  afterThisTest(() => tracker.close())
  return tracker.url
}

const loopback6 = `${'00'.repeat(15)}01`

describe('the answer of the embedded UDP tracker', () => {
  test('has 18 bytes for each peer of a client that has an IPv6 address', async () => {
    const url = await trackerAt('::1')
    const [first, second] = [await Client.at(url, '::1', 0x1234), await Client.at(url, '::1', 5)]
    expect(await first.announce()).toHaveLength(0)
    expect((await second.announce()).toString('hex')).toBe(`${loopback6}1234`)
    expect((await first.announce()).toString('hex')).toBe(`${loopback6}0005`)
  })

  test('has 6 bytes for each peer of a client that has an IPv4 address', async () => {
    const url = await trackerAt('127.0.0.1')
    const [first, second] = [
      await Client.at(url, '127.0.0.1', 0x1234),
      await Client.at(url, '127.0.0.1', 5),
    ]
    expect(await first.announce()).toHaveLength(0)
    expect((await second.announce()).toString('hex')).toBe('7f0000011234')
  })

  test('has peers of its own IP version for a client of a tracker at every address', async () => {
    const url = await trackerAt('::')
    const clients = await Promise.all([
      ...[1, 2].map((port) => Client.at(url, '127.0.0.1', port)),
      ...[3, 4].map((port) => Client.at(url, '::1', port)),
    ])
    for (const client of clients) await client.announce()
    const answers = await Promise.all(clients.map((client) => client.announce()))
    expect(answers.map((answer) => answer.toString('hex'))).toEqual([
      '7f0000010002',
      '7f0000010001',
      `${loopback6}0004`,
      `${loopback6}0003`,
    ])
  })

  test('fits into a packet that every IPv6 link takes', async () => {
    const url = await trackerAt('::1')
    for (let port = 1; port <= 100; port++) await (await Client.at(url, '::1', port)).announce()
    const peers = await (await Client.at(url, '::1', 101)).announce()
    expect(peers.length % 18).toBe(0)
    expect(peers.length).toBeGreaterThan(1000)
    expect(48 + 20 + peers.length).toBeLessThanOrEqual(1280)
  })

  test('has the address that an announce came from, not one that it names', async () => {
    const url = await trackerAt('127.0.0.1')
    const [first, second] = [
      await Client.at(url, '127.0.0.1', 1),
      await Client.at(url, '127.0.0.1', 2),
    ]
    await first.announce({ address: 0x0a000001 })
    expect((await second.announce()).toString('hex')).toBe('7f0000010001')
  })

  test('counts all of more than a thousand clients', async () => {
    const url = await trackerAt('127.0.0.1')
    let last = await Client.at(url, '127.0.0.1', 1)
    for (let port = 1; port <= 1100; port++) {
      last = await Client.at(url, '127.0.0.1', port)
      await last.announce()
    }
    expect(last.downloaders).toBe(1100)
  })

  test('comes together with the news that a download is complete', async () => {
    const completed: string[] = []
    const url = await trackerAt('::1', (infoHash) => completed.push(infoHash))
    const client = await Client.at(url, '::1', 1)
    await client.announce()
    await client.announce({ event: 1 })
    expect(completed).toEqual([Buffer.alloc(20, 'h').toString('hex')])
  })
})
