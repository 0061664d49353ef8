import { Channel } from '../src/protocol/channel'
import {
  longestLine,
  protocolVersion,
  seederMessage,
  type PeerMessage,
  type SeederMessage,
} from '../src/protocol/messages'
import { Roster } from '../src/coordinator/roster'
import { thisMachine } from '../src/results/machine'
import { afterThisTest } from '../../test/helpers/cleanup'
import { rejectionOf, within } from '../../test/helpers/deadline'
import { dialled } from './helpers/sockets'

type Peer = Channel<SeederMessage, PeerMessage>

async function roster(seats: number, token: string | null = null): Promise<[Roster, string[]]> {
  const said: string[] = []
  const opened = await Roster.open({
    listen: { host: '127.0.0.1', port: 0 },
    seats,
    token,
    steps: [{ size: 10, iterations: 1 }],
    onMessage: (message) => said.push(message),
    onProgress: () => {},
  })
  afterThisTest(() => opened[Symbol.asyncDispose]())
  return [opened, said]
}

function peerOf({ endpoint }: Roster): Peer {
  return new Channel(dialled(endpoint.port), seederMessage, longestLine)
}

function answer(peer: Peer): Promise<SeederMessage> {
  return within(peer.receive(), 'an answer of the seeder')
}

const hello = {
  type: 'hello',
  version: protocolVersion,
  token: null,
  machine: thisMachine(),
} as const satisfies PeerMessage

async function join(roster: Roster): Promise<Peer> {
  const peer = peerOf(roster)
  peer.send(hello)
  expect(await answer(peer)).toMatchObject({ type: 'welcome' })
  peer.send({ type: 'joined' })
  return peer
}

function full(roster: Roster): Promise<readonly { id: number }[]> {
  return within(roster.full(new AbortController().signal), 'all peers')
}

describe('the peers of a run', () => {
  it('are numbered, and can leave and come back', async () => {
    const [seeder] = await roster(2)
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

  it('answer one iteration after the other', async () => {
    const [seeder] = await roster(1)
    const peer = await join(seeder)
    await full(seeder)
    const [remote] = seeder.peers
    const { signal } = new AbortController()
    peer.send({ type: 'pong', iteration: 1 })
    peer.send({ type: 'pong', iteration: 2 })
    await within(remote!.ping(2, signal), 'a pong')
    peer.send({ type: 'failed', iteration: 2, reason: 'no disk' })
    expect(await rejectionOf(remote!.ping(2, signal))).toMatchObject({ message: 'no disk' })
  })

  it('hear that the run is over, and why', async () => {
    const [seeder] = await roster(1)
    const peer = await join(seeder)
    await full(seeder)
    const closed = seeder.close('enough')
    expect(await answer(peer)).toEqual({ type: 'bye', reason: 'enough' })
    peer.close()
    await within(closed, 'the end of the roster')
  })

  it('are ended when they stay after the goodbye', async () => {
    const [seeder] = await roster(1)
    await join(seeder)
    await full(seeder)
    await within(seeder.close(null), 'the end of the roster', 3000)
  })
})

describe('whoever does not belong to a run', () => {
  it('learns that there is no place', async () => {
    const [seeder] = await roster(1)
    await join(seeder)
    await full(seeder)
    const late = peerOf(seeder)
    late.send(hello)
    expect(await answer(late)).toEqual({ type: 'refused', reason: 'all 1 places are taken' })
  })

  it('learns that its release is another one', async () => {
    const [seeder] = await roster(1)
    const peer = peerOf(seeder)
    peer.send({ ...hello, version: 99 })
    expect(await answer(peer)).toMatchObject({
      type: 'refused',
      reason: expect.stringContaining('protocol version 99') as string,
    })
  })

  it.each([null, '', 'wrong'])('needs the token, not %j', async (token) => {
    const [seeder] = await roster(1, 'right')
    const peer = peerOf(seeder)
    peer.send({ ...hello, token })
    expect(await answer(peer)).toMatchObject({ type: 'refused' })
    const friend = peerOf(seeder)
    friend.send({ ...hello, token: 'right' })
    expect(await answer(friend)).toMatchObject({ type: 'welcome' })
  })

  it('takes no seat by saying nothing', async () => {
    const [seeder] = await roster(1)
    const silent = dialled(seeder.endpoint.port)
    await within(new Promise((resolve) => silent.once('connect', resolve)), 'a connection')
    await join(seeder)
    expect(await full(seeder)).toHaveLength(1)
  })

  it('does not keep its seat', async () => {
    const [seeder, said] = await roster(1)
    const stranger = dialled(seeder.endpoint.port)
    stranger.write('GET / HTTP/1.0\r\n\r\n')
    await within(new Promise((resolve) => stranger.once('close', resolve)), 'the end of it')
    await join(seeder)
    await full(seeder)
    expect(said[0]).toContain('refused 127.0.0.1: it sent something that is not JSON')
  })
})

it('says when its port is taken', async () => {
  const [{ endpoint }] = await roster(1)
  const second = Roster.open({
    listen: endpoint,
    seats: 1,
    token: null,
    steps: [],
    onMessage: () => {},
    onProgress: () => {},
  })
  expect(await rejectionOf(second)).toMatchObject({
    message: `cannot wait for peers at 127.0.0.1:${endpoint.port}: address already in use`,
  })
})
