// What a peer does with a seeder that is not what it should be.
import { mkdir, readdir } from 'node:fs/promises'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { once } from 'node:events'
import { join } from 'node:path'
import * as lt from 'libtorrent-napi'
import { Channel } from '../src/protocol/channel'
import {
  longestLine,
  peerMessage,
  protocolVersion,
  type PeerMessage,
  type SeederMessage,
} from '../src/protocol/orders'
import { joinRun } from '../src/node/peer'
import { resolveParameters } from '../src/plan/condition'
import { makeTorrent, seedFile } from '../src'
import { afterThisTest } from '../../test/helpers/cleanup'
import { rejectionOf, within } from '../../test/helpers/deadline'
import { randomFile, sha256, tempDir } from '../../test/helpers/files'

const condition = resolveParameters('default', { discovery: 'direct', peers: 1 })

type Seeder = Channel<PeerMessage, SeederMessage>

interface Run {
  readonly directory: string
  readonly savePath: string
  readonly ended: Promise<string | null>
  readonly server: Server
  /** The next connection of the peer, welcomed. */
  seeder(): Promise<Seeder>
}

/** A peer that takes part in the run of a seeder that the test plays. */
async function startedRun(): Promise<Run> {
  const directory = await tempDir()
  const savePath = join(await tempDir(), 'peer')
  await mkdir(savePath)
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const controller = new AbortController()
  const ended = joinRun(
    { host: '127.0.0.1', port },
    {
      savePath,
      keep: false,
      fileName: undefined,
      token: 'secret',
      fingerprint: null,
      name: 'host',
      listen: null,
      networkInterface: null,
      timeout: undefined,
      onJoined: () => {},
      checkPlan: () => {},
      onProgress: () => {},
      onTransfer: () => {},
      onMessage: () => {},
    },
    controller.signal,
  )
  ended.catch(() => {})
  afterThisTest(async () => {
    server.close()
    controller.abort(new Error('the test is over'))
    await ended.catch(() => {})
  })
  return { directory, savePath, ended, server, seeder: () => welcomed(server) }
}

async function welcomed(server: Server): Promise<Seeder> {
  const [socket] = (await within(once(server, 'connection'), 'a peer')) as [Socket]
  const seeder: Seeder = new Channel(socket, peerMessage, longestLine)
  afterThisTest(() => seeder.destroy())
  expect(await received(seeder)).toMatchObject({ type: 'hello', token: 'secret' })
  seeder.send({ type: 'welcome', version: protocolVersion, id: 1, peers: 1, steps: [] })
  expect(await received(seeder)).toMatchObject({ type: 'joined' })
  seeder.send({ type: 'openSession', iteration: 1, condition })
  expect(await received(seeder)).toMatchObject({ type: 'openSession', iteration: 1 })
  return seeder
}

function received(seeder: Seeder): Promise<PeerMessage> {
  return within(seeder.receive(), 'a message of the peer')
}

type Prepare = Extract<SeederMessage, { type: 'prepare' }>

/** The order to prepare content that is really shared. */
async function shared({ directory }: Run, size = 20_000): Promise<Prepare> {
  const file = await randomFile(join(directory, 'content'), size)
  const torrent = await makeTorrent(file, {})
  const seeding = await seedFile(file, torrent.path)
  afterThisTest(() => seeding.close())
  return {
    type: 'prepare',
    iteration: 1,
    size,
    sha256: await sha256(file),
    torrent: torrent.bytes.toString('base64'),
    peers: [{ host: seeding.address, port: seeding.port }],
    timeline: true,
  }
}

/** The same torrent with another name in it. */
function renamed(torrent: string, name: string): string {
  const { info, ...rest } = lt.bdecode(Buffer.from(torrent, 'base64')) as Record<string, lt.Entry>
  const data = lt.bencode({ ...rest, info: { ...(info as object), name: Buffer.from(name) } })
  return data.toString('base64')
}

describe('a peer that is directed', () => {
  test('fetches, reports, counts and clears', async () => {
    const run = await startedRun()
    const seeder = await run.seeder()
    const prepare = await shared(run)
    seeder.send(prepare)
    expect(await received(seeder)).toEqual({ type: 'prepare', iteration: 1 })
    seeder.send({ type: 'start', iteration: 1 })
    expect(await received(seeder)).toEqual({ type: 'arrived', iteration: 1 })
    expect(await received(seeder)).toMatchObject({ type: 'start', iteration: 1 })
    seeder.send({ type: 'readCounters', iteration: 1 })
    expect(await received(seeder)).toMatchObject({
      type: 'readCounters',
      counters: { receivedPayload: 20_000 },
    })
    seeder.send({ type: 'clear', iteration: 1 })
    expect(await received(seeder)).toEqual({ type: 'clear', iteration: 1 })
    expect(await readdir(run.savePath)).toEqual([])
    seeder.send({ type: 'runEnded', reason: null })
    expect(await within(run.ended, 'the end')).toBeNull()
  })

  test('reports content that is not what was announced', async () => {
    const run = await startedRun()
    const seeder = await run.seeder()
    seeder.send({ ...(await shared(run)), sha256: '0'.repeat(64) })
    expect(await received(seeder)).toMatchObject({ type: 'prepare' })
    seeder.send({ type: 'start', iteration: 1 })
    expect(await received(seeder)).toMatchObject({ type: 'arrived' })
    expect(await received(seeder)).toMatchObject({
      type: 'failed',
      reason: expect.stringContaining('instead of 000') as string,
    })
  })

  test('ends a transfer when the iteration is cleared', async () => {
    const run = await startedRun()
    const seeder = await run.seeder()
    seeder.send({ ...(await shared(run)), peers: [] })
    expect(await received(seeder)).toMatchObject({ type: 'prepare' })
    seeder.send({ type: 'start', iteration: 1 })
    seeder.send({ type: 'clear', iteration: 1 })
    expect(await received(seeder)).toEqual({ type: 'clear', iteration: 1 })
  })

  test('ends an order at hand when the iteration is cleared', async () => {
    const run = await startedRun()
    const seeder = await run.seeder()
    const inDht = resolveParameters('default', { discovery: 'dht', peers: 1 })
    seeder.send({ type: 'openSession', iteration: 1, condition: inDht })
    expect(await received(seeder)).toMatchObject({ type: 'openSession' })
    const { port } = run.server.address() as AddressInfo
    seeder.send({ type: 'joinDht', iteration: 1, others: [{ host: '127.0.0.1', port }] })
    seeder.send({ type: 'clear', iteration: 1 })
    expect(await received(seeder)).toEqual({ type: 'clear', iteration: 1 })
    seeder.send({ ...(await shared(run)), iteration: 2 })
    expect(await received(seeder)).toEqual({ type: 'prepare', iteration: 2 })
  })

  test('connects again when the connection breaks', async () => {
    const run = await startedRun()
    const seeder = await run.seeder()
    seeder.close()
    const again = await run.seeder()
    again.send({ type: 'runEnded', reason: 'enough' })
    expect(await within(run.ended, 'the end')).toBe('enough')
  })
})

test('a peer connects again, with its key, when no welcome comes', async () => {
  const { server } = await startedRun()
  const nextKey = async (): Promise<string> => {
    const [socket] = (await within(once(server, 'connection'), 'a peer')) as [Socket]
    const seeder: Seeder = new Channel(socket, peerMessage, longestLine)
    afterThisTest(() => seeder.destroy())
    const hello = await received(seeder)
    return hello.type === 'hello' ? hello.key : ''
  }
  const first = await nextKey()
  expect(first).toMatch(/^[0-9a-f]{32}$/)
  expect(await nextKey()).toBe(first)
}, 60_000)

describe('a peer of a seeder that means harm', () => {
  test.each(['../evil', '/evil', '../../../../../../tmp/evil', 'a/../../evil'])(
    'stores %s inside its directory or not at all',
    async (name) => {
      const run = await startedRun()
      const seeder = await run.seeder()
      const prepare = await shared(run)
      const before = await readdir(join(run.savePath, '..'))
      seeder.send({ ...prepare, torrent: renamed(prepare.torrent, name) })
      const answer = await received(seeder)
      expect(['prepare', 'failed']).toContain(answer.type)
      expect((await readdir(join(run.savePath, '..'))).sort()).toEqual(before.sort())
      expect(await readdir(join(run.savePath))).toHaveLength(answer.type === 'prepare' ? 1 : 0)
    },
  )

  test('fails an order with something that is no torrent', async () => {
    const run = await startedRun()
    const seeder = await run.seeder()
    const prepare = await shared(run)
    seeder.send({ ...prepare, torrent: Buffer.from('garbage').toString('base64') })
    expect(await received(seeder)).toMatchObject({ type: 'failed', iteration: 1 })
    expect(await readdir(run.savePath)).toEqual([])
  })

  test('fails an order with a torrent of another size', async () => {
    const run = await startedRun()
    const seeder = await run.seeder()
    seeder.send({ ...(await shared(run)), size: 10 })
    expect(await received(seeder)).toMatchObject({
      type: 'failed',
      reason: 'the torrent is not the single file that the seeder announced',
    })
  })

  test('fails a start signal without a prepared file', async () => {
    const run = await startedRun()
    const seeder = await run.seeder()
    seeder.send({ type: 'start', iteration: 4 })
    expect(await received(seeder)).toEqual({
      type: 'failed',
      iteration: 4,
      reason: 'the seeder started a transfer that it had not prepared',
    })
  })

  test('ends with an error when what it connected to is no seeder', async () => {
    const run = await startedRun()
    const [socket] = (await within(once(run.server, 'connection'), 'a peer')) as [Socket]
    socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')
    expect(await rejectionOf(run.ended)).toMatchObject({
      message: expect.stringContaining('is no seeder of this release') as string,
    })
  })
})
