import { randomBytes } from 'node:crypto'
import { Channel } from '../src/protocol/channel'
import {
  longestLine,
  seederMessage,
  type PeerMessage,
  type SeederMessage,
} from '../src/protocol/orders'
import { PeerRegistry } from '../src/coordinator/peer-registry'
import { thisMachine } from '../src/results/environment'
import { afterThisTest } from '../../test/helpers/cleanup'
import { rejectionOf, within } from '../../test/helpers/deadline'
import { hello } from './helpers/hello'
import { dialled } from './helpers/sockets'

type Peer = Channel<SeederMessage, PeerMessage>

async function registry(
  places: number,
  token: string | null = null,
  hosts: readonly string[] = [],
): Promise<[PeerRegistry, string[]]> {
  const said: string[] = []
  const opened = await PeerRegistry.open({
    listen: { host: '127.0.0.1', port: 0 },
    places,
    token,
    identity: null,
    hosts,
    steps: [{ size: 10, iterations: 1 }],
    onMessage: (message) => said.push(message),
    onProgress: () => {},
  })
  afterThisTest(() => opened[Symbol.asyncDispose]())
  return [opened, said]
}

function peerOf({ endpoint }: PeerRegistry): Peer {
  return new Channel(dialled(endpoint.port), seederMessage, longestLine)
}

function answer(peer: Peer): Promise<SeederMessage> {
  return within(peer.receive(), 'an answer of the seeder')
}

function newKey(): string {
  return randomBytes(16).toString('hex')
}

async function join(
  registry: PeerRegistry,
  key = newKey(),
  id?: number,
  host = hello.machine.host,
): Promise<Peer> {
  const peer = peerOf(registry)
  peer.send({ ...hello, key, machine: { ...hello.machine, host } })
  expect(await answer(peer)).toMatchObject({
    type: 'welcome',
    id: id ?? (expect.any(Number) as number),
  })
  peer.send({ type: 'joined' })
  return peer
}

function full(registry: PeerRegistry): Promise<readonly { id: number }[]> {
  return within(registry.full(new AbortController().signal), 'all peers')
}

describe('the peers of a run', () => {
  test('are numbered, and can leave and come back', async () => {
    const [seeder] = await registry(2)
    const first = await join(seeder)
    await join(seeder)
    expect((await full(seeder)).map(({ id }) => id)).toEqual([1, 2])
    const [remote] = seeder.peers
    first.close()
    await within(remote!.closed, 'the end of a peer')
    expect(seeder.peers.map(({ id }) => id)).toEqual([2])
    await join(seeder)
    expect((await full(seeder)).map(({ id }) => id)).toEqual([1, 2])
  })

  test('keep their numbers when they connect again', async () => {
    const [seeder] = await registry(2)
    const [key, otherKey] = [newKey(), newKey()]
    const first = await join(seeder, key, 1)
    const second = await join(seeder, otherKey, 2)
    await full(seeder)
    const closed = Promise.all(seeder.peers.map((peer) => peer.closed))
    first.close()
    second.close()
    await within(closed, 'the end of the peers')
    await join(seeder, otherKey, 2)
    await join(seeder, key, 1)
    expect((await full(seeder)).map(({ id }) => id)).toEqual([1, 2])
  })

  test('keep their numbers in a run that is resumed, by their hosts', async () => {
    const [seeder] = await registry(4, null, ['seeder', 'one', 'two', 'one', 'three'])
    await join(seeder, newKey(), 2, 'two')
    await join(seeder, newKey(), 1, 'one')
    await join(seeder, newKey(), 3, 'one')
    await join(seeder, newKey(), 4, 'four')
    expect((await full(seeder)).map(({ id }) => id)).toEqual([1, 2, 3, 4])
  })

  test('get the number that a peer of their host has left', async () => {
    const [seeder] = await registry(2)
    const first = await join(seeder, newKey(), 1, 'one')
    const second = await join(seeder, newKey(), 2, 'two')
    await full(seeder)
    for (const peer of [first, second]) {
      const [remote] = seeder.peers
      peer.close()
      await within(remote!.closed, 'the end of a peer')
    }
    await join(seeder, newKey(), 2, 'two')
    await join(seeder, newKey(), 1, 'one')
  })

  test('take the place of a connection of theirs that is still held', async () => {
    const [seeder] = await registry(1)
    const key = newKey()
    const dead = await join(seeder, key)
    await full(seeder)
    const again = await join(seeder, key)
    await within(dead.closed, 'the end of the first connection')
    await full(seeder)
    const [remote] = seeder.peers
    again.send({ type: 'ping', iteration: 1 })
    await within(remote!.order('ping', 1, {}, new AbortController().signal), 'a reply')
  })

  test('are named when they do not join soon after the first', async () => {
    const [seeder] = await registry(3)
    const { signal } = new AbortController()
    const joined = rejectionOf(seeder.full(signal, 200))
    await join(seeder)
    expect(await joined).toMatchObject({
      message: `peer 2, 3 did not join within 0.2 s of the first (joined: ${thisMachine().host})`,
    })
  })

  test('answer orders of one iteration, and late answers of earlier ones are skipped', async () => {
    const [seeder] = await registry(1)
    const peer = await join(seeder)
    await full(seeder)
    const [remote] = seeder.peers
    const { signal } = new AbortController()
    peer.send({ type: 'ping', iteration: 1 })
    peer.send({ type: 'ping', iteration: 2 })
    await within(remote!.order('ping', 2, {}, signal), 'a reply')
    peer.send({ type: 'failed', iteration: 2, reason: 'no disk' })
    expect(await rejectionOf(remote!.order('ping', 2, {}, signal))).toMatchObject({
      message: 'no disk',
    })
  })

  test('receive the reason why the run ended', async () => {
    const [seeder] = await registry(1)
    const peer = await join(seeder)
    await full(seeder)
    const closed = seeder.close('enough')
    expect(await answer(peer)).toEqual({ type: 'runEnded', reason: 'enough' })
    peer.close()
    await within(closed, 'the end of the registry')
  })

  test('are disconnected when they stay connected after the end of the run', async () => {
    const [seeder] = await registry(1)
    await join(seeder)
    await full(seeder)
    await within(seeder.close(null), 'the end of the registry', 3000)
  })
})

describe('a connection that does not belong to a run', () => {
  test('is refused when all places are taken', async () => {
    const [seeder] = await registry(1)
    await join(seeder)
    await full(seeder)
    const late = peerOf(seeder)
    late.send(hello)
    expect(await answer(late)).toEqual({ type: 'refused', reason: 'all 1 places are taken' })
  })

  test('is refused when its release is another one', async () => {
    const [seeder] = await registry(1)
    const peer = peerOf(seeder)
    peer.send({ ...hello, version: 99 })
    expect(await answer(peer)).toMatchObject({
      type: 'refused',
      reason: expect.stringContaining('protocol version 99') as string,
    })
  })

  test.each([null, '', 'wrong'])('is refused without the token: %j', async (token) => {
    const [seeder] = await registry(1, 'right')
    const peer = peerOf(seeder)
    peer.send({ ...hello, token })
    expect(await answer(peer)).toMatchObject({ type: 'refused' })
    const friend = peerOf(seeder)
    friend.send({ ...hello, token: 'right' })
    expect(await answer(friend)).toMatchObject({ type: 'welcome' })
  })

  test('is refused without a token, also where that is empty', async () => {
    const [seeder] = await registry(1, '')
    const peer = peerOf(seeder)
    peer.send(hello)
    expect(await answer(peer)).toMatchObject({ type: 'refused' })
  })

  test('takes no place while it sends nothing', async () => {
    const [seeder] = await registry(1)
    const silent = dialled(seeder.endpoint.port)
    await within(new Promise((resolve) => silent.once('connect', resolve)), 'a connection')
    await join(seeder)
    expect(await full(seeder)).toHaveLength(1)
  })

  test('takes no place when it sends something else', async () => {
    const [seeder, messages] = await registry(1)
    const stranger = dialled(seeder.endpoint.port)
    stranger.write('GET / HTTP/1.0\r\n\r\n')
    await within(new Promise((resolve) => stranger.once('close', resolve)), 'the end of it')
    await join(seeder)
    await full(seeder)
    expect(messages[0]).toContain('refused 127.0.0.1: it sent something that is not JSON')
  })
})

test('a registry fails when its port is taken', async () => {
  const [{ endpoint }] = await registry(1)
  const second = PeerRegistry.open({
    listen: endpoint,
    places: 1,
    token: null,
    identity: null,
    hosts: [],
    steps: [],
    onMessage: () => {},
    onProgress: () => {},
  })
  expect(await rejectionOf(second)).toMatchObject({
    message: `cannot wait for peers at 127.0.0.1:${endpoint.port}: address already in use`,
  })
})
