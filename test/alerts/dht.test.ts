import * as lt from '../../lib'
import { waitLimit } from '../helpers/deadline'
import { tempDir } from '../helpers/files'
import { endpointOf, openSession, ownFlags } from '../helpers/sessions'
import { bareTorrent } from '../helpers/torrents'
import { armed } from './helpers/armed'
import { loopbackDht, nodeIdOf, openNode, openPair } from './helpers/dht'
import { describeFamily } from './helpers/family'

const timeout = waitLimit
const soon = { timeout }
const infoHash = 'ab'.repeat(20)

/** Announces as a peer of `infoHash`, and waits until `keeper` knows. */
async function announce(
  peer: lt.Session,
  keeper: lt.Session,
  port: number,
): Promise<lt.DhtAnnounceAlert> {
  const announced = await armed(keeper, 'dht_announce', (a) => a.port === port)
  void peer.dhtAnnounce(infoHash, { port })
  return announced.alert
}

describeFamily('dht', {
  async dht_announce() {
    const [keeper, peer] = await openPair()
    const alert = await announce(peer, keeper, 1234)
    expect(alert).toMatchObject({ ip: '127.0.0.1', port: 1234, infoHash })
    return alert
  },

  async dht_bootstrap() {
    const first = await openNode()
    const router = `127.0.0.1:${await first.listenPort()}`
    const session = openSession({ ...loopbackDht, dht_bootstrap_nodes: router })
    return session.waitFor('dht_bootstrap', soon)
  },

  async dht_direct_response() {
    const [responder, asker] = await openPair()
    const answered = asker.waitFor('dht_direct_response', soon)
    const endpoint = await endpointOf(responder)
    const response = await asker.dhtDirectRequest(endpoint, { y: 'q', q: 'ping', a: {} })
    const alert = await answered
    expect(alert.endpoint).toStrictEqual(endpoint)
    expect(alert.response).toBe(response)
    const { y, r } = alert.response as { y: Buffer; r: { id: Buffer } }
    expect(y.toString()).toBe('r')
    expect(r.id.toString('hex')).toBe(await nodeIdOf(responder))
    return alert
  },

  async dht_error() {
    const session = openSession({ ...loopbackDht })
    const failed = session.waitFor('dht_error', soon)
    // two dots in a row are in no name, so no resolver is asked
    session.addDhtNode(['no..name', 6881])
    const alert = await failed
    expect(alert.op).toBe('hostname_lookup')
    expect(alert.error).not.toBeNull()
    return alert
  },

  async dht_get_peers() {
    const [keeper, asker] = await openPair()
    const asked = await armed(keeper, 'dht_get_peers', (a) => a.infoHash === infoHash)
    void asker.dhtGetPeers(infoHash)
    return asked.alert
  },

  async dht_get_peers_reply() {
    const [keeper, peer] = await openPair()
    await announce(peer, keeper, 2345)
    const replied = peer.waitFor('dht_get_peers_reply', {
      timeout,
      filter: ({ numPeers }) => numPeers > 0,
    })
    void peer.dhtGetPeers(infoHash)
    const alert = await replied
    expect(alert).toMatchObject({
      infoHash,
      numPeers: 1,
      peers: [{ address: '127.0.0.1', port: 2345 }],
    })
    return alert
  },

  async dht_immutable_item() {
    const [, writer] = await openPair()
    const { target } = await writer.dhtPutItem({ key: 'value' }, soon)
    const found = writer.waitFor('dht_immutable_item', soon)
    await writer.dhtGetItem(target, soon)
    const alert = await found
    expect(alert.target).toBe(target)
    expect(alert.item).toEqual({ key: Buffer.from('value') })
    return alert
  },

  async dht_live_nodes() {
    const [first, second] = await openPair()
    const nodeId = await nodeIdOf(second)
    const listed = second.waitFor('dht_live_nodes', soon)
    await second.dhtLiveNodes(nodeId, soon)
    const alert = await listed
    const node = [await nodeIdOf(first), await endpointOf(first)]
    expect(alert).toMatchObject({ nodeId, numNodes: 1, nodes: [node] })
    return alert
  },

  async dht_log() {
    const session = await openNode()
    const logged = session.waitFor('dht_log', { timeout, filter: (a) => a.module === 'traversal' })
    void session.dhtGetPeers(infoHash)
    return logged
  },

  async dht_mutable_item() {
    const [, writer] = await openPair()
    const keys = lt.ed25519CreateKeypair(lt.ed25519CreateSeed())
    const salt = 'the salt'
    const put = await writer.dhtPutMutableItem({ ...keys, data: ['a', 1], salt }, soon)
    const found = writer.waitFor('dht_mutable_item', { timeout, filter: (a) => a.authoritative })
    await writer.dhtGetMutableItem(keys.publicKey, { ...soon, salt })
    const alert = await found
    expect(alert).toMatchObject({ key: keys.publicKey, salt, seq: put.seq })
    expect(alert.signature).toStrictEqual(put.signature)
    expect(alert.item).toEqual([Buffer.from('a'), 1])
    return alert
  },

  async dht_outgoing_get_peers() {
    const [keeper, asker] = await openPair()
    const asked = asker.waitFor('dht_outgoing_get_peers', soon)
    void asker.dhtGetPeers(infoHash)
    const alert = await asked
    expect(alert).toMatchObject({ infoHash, endpoint: await endpointOf(keeper) })
    return alert
  },

  async dht_pkt() {
    const [first, second] = await openPair()
    const received = await armed(first, 'dht_pkt', (a) => a.direction === 'incoming')
    void second.dhtGetPeers(infoHash)
    const alert = await received.alert
    expect(alert.node).toStrictEqual(await endpointOf(second))
    expect(Object.keys(lt.bdecode(alert.pktBuf) as object)).toContain('y')
    return alert
  },

  async dht_put() {
    const [, writer] = await openPair()
    const put = writer.waitFor('dht_put', soon)
    const answer = await writer.dhtPutItem('text', soon)
    const alert = await put
    expect(alert).toBe(answer)
    expect(alert.numSuccess).toBeGreaterThan(0)
    return alert
  },

  async dht_reply() {
    const [keeper, peer] = await openPair()
    const ti = new lt.TorrentInfo(bareTorrent())
    const announced = await armed(keeper, 'dht_announce', (a) => a.port === 3456)
    void peer.dhtAnnounce(ti.infoHash(), { port: 3456 })
    await announced.alert
    const torrent = await peer.addTorrent({ ti, savePath: await tempDir(), flags: ownFlags })
    const replied = torrent.waitFor('dht_reply', soon)
    torrent.forceDhtAnnounce()
    const alert = await replied
    expect(alert.handle).toBe(torrent)
    expect(alert.numPeers).toBeGreaterThan(0)
    return alert
  },

  async dht_sample_infohashes() {
    const [keeper, peer] = await openPair()
    await announce(peer, keeper, 4567)
    const sampled = peer.waitFor('dht_sample_infohashes', soon)
    const endpoint = await endpointOf(keeper)
    void peer.dhtSampleInfohashes(endpoint, '00'.repeat(20))
    const alert = await sampled
    expect(alert).toMatchObject({
      nodeId: await nodeIdOf(keeper),
      endpoint,
      numInfohashes: 1,
      numSamples: 1,
      samples: [infoHash],
    })
    expect(alert.nodes).toHaveLength(alert.numNodes)
    return alert
  },

  async dht_stats() {
    const [, session] = await openPair()
    const told = session.waitFor('dht_stats', soon)
    await session.dhtStats(soon)
    const alert = await told
    expect(alert.localEndpoint).toStrictEqual(await endpointOf(session))
    expect(alert.routingTable.reduce((sum, { numNodes }) => sum + numNodes, 0)).toBe(1)
    expect(alert.nid).toMatch(/^[0-9a-f]{40}$/)
    return alert
  },
})
