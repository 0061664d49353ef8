// Requests to the DHT: when they are sent, what they resolve with, and what ends them.
import * as lt from '../../lib'
import { loopbackDht, nodeIdOf, openNode, openPair } from '../alerts/helpers/dht'
import { waitLimit, rejectionOf, within } from '../helpers/deadline'
import { endpointOf, openSession } from '../helpers/sessions'

const soon = { timeout: waitLimit }
const infoHash = 'ab'.repeat(20)
const peer = (port: number): lt.Endpoint => ({ address: '127.0.0.1', port })

describe('dhtGetPeers()', () => {
  test('resolves with the peers that were announced', async () => {
    const [, first] = await openPair()
    await first.dhtAnnounce(infoHash, { ...soon, port: 1234 })
    const replied = first.waitFor('dht_get_peers_reply', soon)
    expect(await first.dhtGetPeers(infoHash.toUpperCase(), soon)).toStrictEqual([peer(1234)])
    expect(await replied).toMatchObject({ infoHash, peers: [peer(1234)] })
  })

  test('resolves with each peer once, when all nodes have answered', async () => {
    const keepers = [await openNode()]
    keepers.push(await openNode(keepers))
    const announcer = await openNode(keepers)
    const asker = await openNode(keepers)
    const replies: number[] = []
    asker.on('dht_get_peers_reply', ({ numPeers }) => replies.push(numPeers))
    await announcer.dhtAnnounce(infoHash, { ...soon, port: 1234 })
    expect(await asker.dhtGetPeers(infoHash, soon)).toStrictEqual([peer(1234)])
    expect(replies.length).toBeGreaterThan(1)
  })

  test('resolves with nothing when no peer is known', async () => {
    const [, session] = await openPair()
    expect(await session.dhtGetPeers(infoHash, soon)).toStrictEqual([])
  })

  test('resolves with nothing when no node is known', async () => {
    expect(await (await openNode()).dhtGetPeers(infoHash, soon)).toStrictEqual([])
  })

  test('tells several torrents apart', async () => {
    const [, session] = await openPair()
    const hashes = ['01', '02', '03'].map((byte) => byte.repeat(20))
    await Promise.all(
      hashes.map((hash, i) => session.dhtAnnounce(hash, { ...soon, port: 2000 + i })),
    )
    const found = await Promise.all(hashes.map((hash) => session.dhtGetPeers(hash, soon)))
    expect(found).toStrictEqual([[peer(2000)], [peer(2001)], [peer(2002)]])
  })

  test('works with obfuscated lookups', async () => {
    const first = await openNode()
    const session = await openNode([first], { dht_privacy_lookups: true })
    await session.dhtAnnounce(infoHash, { ...soon, port: 1234 })
    expect(await session.dhtGetPeers(infoHash, soon)).toStrictEqual([peer(1234)])
  })
})

describe('dhtAnnounce()', () => {
  test('resolves with the other peers, when the nodes were sent the announcement', async () => {
    const [keeper, session] = await openPair()
    const received = keeper.waitFor('dht_announce', { ...soon, filter: ({ port }) => port === 2 })
    expect(await session.dhtAnnounce(infoHash, { ...soon, port: 1 })).toStrictEqual([])
    expect(await session.dhtAnnounce(infoHash, { ...soon, port: 2 })).toStrictEqual([peer(1)])
    expect(await received).toMatchObject({ infoHash, ip: '127.0.0.1' })
  })

  test('names the listen port unless it is given one', async () => {
    const [, session] = await openPair()
    await session.dhtAnnounce(infoHash, soon)
    expect(await session.dhtGetPeers(infoHash, soon)).toStrictEqual([await endpointOf(session)])
  })

  test('takes flags', async () => {
    const [, session] = await openPair()
    const flags = lt.announceFlags.impliedPort
    await session.dhtAnnounce(infoHash, { ...soon, port: 1, flags })
    expect(await session.dhtGetPeers(infoHash, soon)).toStrictEqual([await endpointOf(session)])
  })
})

describe('dhtSampleInfohashes()', () => {
  test('resolves with what the node stores', async () => {
    const [keeper, session] = await openPair()
    await session.dhtAnnounce(infoHash, { ...soon, port: 1234 })
    const endpoint = await endpointOf(keeper)
    const sampled = session.waitFor('dht_sample_infohashes', soon)
    const answer = await session.dhtSampleInfohashes(endpoint, '00'.repeat(20), soon)
    expect(answer).toMatchObject({ nodeId: await nodeIdOf(keeper), endpoint, samples: [infoHash] })
    expect(await sampled).toBe(answer)
  })

  test('gives each of several requests to one node an answer of its own', async () => {
    const [keeper, session] = await openPair()
    const endpoint = await endpointOf(keeper)
    const answers = await Promise.all(
      ['00', 'ff'].map((byte) => session.dhtSampleInfohashes(endpoint, byte.repeat(20), soon)),
    )
    expect(new Set(answers).size).toBe(2)
  })

  test('rejects at its deadline when the node does not answer', async () => {
    const session = await openNode()
    const request = session.dhtSampleInfohashes(peer(1), '00'.repeat(20), { timeout: 50 })
    expect(await rejectionOf(request)).toMatchObject({
      name: 'TimeoutError',
      message: 'no dht_sample_infohashes alert within 50 ms',
    })
  })
})

const requests: readonly [string, (session: lt.Session, options?: lt.WaitOptions) => unknown][] = [
  ['dhtGetPeers', (s, options) => s.dhtGetPeers(infoHash, options)],
  ['dhtAnnounce', (s, options) => s.dhtAnnounce(infoHash, options)],
  ['dhtSampleInfohashes', (s, options) => s.dhtSampleInfohashes(peer(1), infoHash, options)],
  ['dhtPutItem', (s, options) => s.dhtPutItem('x', options)],
  ['dhtGetItem', (s, options) => s.dhtGetItem(infoHash, options)],
  ['dhtDirectRequest', (s, options) => s.dhtDirectRequest(peer(1), { q: 'ping', a: {} }, options)],
  ['dhtLiveNodes', (s, options) => s.dhtLiveNodes(infoHash, options)],
]

describe.each(requests)('%s()', (_, request) => {
  const send = async (session: lt.Session, options?: lt.WaitOptions): Promise<unknown> =>
    request(session, options)

  test('rejects while enable_dht is off', async () => {
    expect(await rejectionOf(send(openSession()))).toMatchObject({
      code: 'dht_not_running',
      message: 'dht_not_running: the DHT is off: enable_dht is false',
    })
  })

  test('rejects when its signal aborts, and when the session is closed', async () => {
    const session = openSession()
    const signal = AbortSignal.abort('enough')
    expect(await rejectionOf(send(session, { signal }))).toBe('enough')
    const closed = rejectionOf(send(session))
    await session.close()
    expect(await closed).toMatchObject({ code: 'session_closed' })
  })

  test('rejects options that are none', async () => {
    expect(await rejectionOf(send(openSession(), 5 as never))).toStrictEqual(
      new TypeError('options must be an object, got 5'),
    )
  })
})

describe('the start of the DHT', () => {
  test('is waited for by a request in the turn that opens the session', async () => {
    const router = await openNode()
    const session = openSession({
      ...loopbackDht,
      dht_bootstrap_nodes: `localhost:${await router.listenPort()}`,
    })
    const { numSuccess } = await within(session.dhtPutItem('early'), 'dht_put')
    expect(numSuccess).toBeGreaterThan(0)
  })

  test('is waited for by a request in the turn that turns it on', async () => {
    const router = await openNode()
    const session = openSession()
    await session.listenPort()
    const dht_bootstrap_nodes = `localhost:${await router.listenPort()}`
    session.applySettings({ ...loopbackDht, dht_bootstrap_nodes })
    expect(await within(session.dhtGetItem(infoHash), 'dht_immutable_item')).toBeNull()
  })
})

describe('postDhtStats()', () => {
  test('resolves with an empty alert where no DHT runs', async () => {
    const session = openSession()
    const posted = session.waitFor('dht_stats', soon)
    const stats = await session.dhtStats()
    expect(stats).toMatchObject({ activeRequests: [], routingTable: [], nid: '00'.repeat(20) })
    expect(await posted).toBe(stats)
  })
})
