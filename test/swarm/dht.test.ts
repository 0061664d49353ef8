// A DHT of sessions on this machine only.
import { join } from 'node:path'
import * as lt from '../../lib'
import { armed } from '../alerts/helpers/armed'
import { waitLimit, rejectionOf, until, within } from '../helpers/deadline'
import { sha256, tempDir } from '../helpers/files'
import { finished, leech, openSession, seed } from '../helpers/sessions'
import { kiB, oneFile } from '../helpers/torrents'

const settings: lt.SettingsInit = {
  enable_dht: true,
  dht_bootstrap_nodes: '',
  // nodes of one address are taken for one node otherwise
  dht_restrict_routing_ips: false,
  dht_restrict_search_ips: false,
  dht_ignore_dark_internet: false,
  dht_prefer_verified_node_ids: false,
}

/** Resolves when the session knows a node that answers. */
async function knowsSomebody(session: lt.Session): Promise<void> {
  const isFilled = ({ routingTable }: lt.DhtStatsAlert): boolean =>
    routingTable.some(({ numNodes }) => numNodes > 0)
  await until(() => session.dhtStats(), isFilled)
}

/** Sessions whose DHT nodes know the first one's, and are known to it. */
async function nodes(count: number): Promise<lt.Session[]> {
  const sessions = Array.from({ length: count }, () => openSession(settings))
  const ports = await Promise.all(sessions.map((session) => session.listenPort()))
  for (const [i, session] of sessions.slice(1).entries()) {
    session.addDhtNode(['127.0.0.1', ports[0]!])
    sessions[0]!.addDhtNode(['127.0.0.1', ports[i + 1]!])
  }
  await within(Promise.all(sessions.map(knowsSomebody)), 'acquaintance')
  return sessions
}

test('a session has a DHT node only if it is told to', async () => {
  const [first] = await nodes(2)
  expect(await first!.isDhtRunning()).toBe(true)
  expect(await openSession().isDhtRunning()).toBe(false)
})

test('other sessions get an item that one session put', async () => {
  const [first, second] = await nodes(3)
  const { target, numSuccess } = await within(first!.dhtPutItem({ text: 'hello' }), 'dht_put')
  expect(target).toMatch(/^[0-9a-f]{40}$/)
  expect(numSuccess).toBeGreaterThan(0)
  const alert = second!.waitFor('dht_immutable_item', { timeout: waitLimit })
  const item = await within(second!.dhtGetItem(target), 'the item')
  expect(item).toEqual({ text: Buffer.from('hello') })
  expect((await alert).item).toBe(item)
})

test('other sessions get the newest version of an item that one session signed', async () => {
  const [first, second] = await nodes(3)
  const { publicKey, secretKey } = lt.ed25519CreateKeypair(lt.ed25519CreateSeed())
  const salt = 'salt'
  for (const data of ['one', 'two']) {
    const put = first!.dhtPutMutableItem({ data, publicKey, secretKey, salt })
    expect((await within(put, 'dht_put')).numSuccess).toBeGreaterThan(0)
  }
  const alert = await within(second!.dhtGetMutableItem(publicKey, { salt }), 'the item')
  expect(alert.item).toStrictEqual(Buffer.from('two'))
  expect(alert.key).toStrictEqual(publicKey)
  expect(alert.seq).toBe(2n)
})

test('nodes are known to each other', async () => {
  const [first, second] = await nodes(2)
  const { nid } = await within(second!.dhtStats(), 'dht_stats')
  const live = await within(second!.dhtLiveNodes(nid), 'the nodes')
  const port = await first!.listenPort()
  expect(live.map(([, endpoint]) => endpoint)).toContainEqual({ address: '127.0.0.1', port })
})

test('a request rejects where there is no DHT, and when its signal aborts', async () => {
  const code = 'dht_not_running'
  const without = openSession()
  expect(await rejectionOf(without.dhtPutItem('x'))).toMatchObject({ code })
  expect(await rejectionOf(without.dhtGetItem('00'.repeat(20)))).toMatchObject({ code })
  const [first] = await nodes(2)
  const signal = AbortSignal.abort('no')
  expect(await rejectionOf(first!.dhtGetItem('00'.repeat(20), { signal }))).toBe('no')
  expect(await rejectionOf(first!.dhtGetItem('nonsense'))).toBeInstanceOf(RangeError)
})

test('peers find each other', async () => {
  const [keeper, first, second] = await nodes(4)
  // not hybrid: libtorrent hangs up for a minute when it hears of the other info-hash in a handshake
  const content = await oneFile(100_000, { version: 'v1', pieceSize: 16 * kiB })
  const shared = await seed(first!, content)
  const wanted = content.info.infoHash()
  const told = await armed(keeper!, 'dht_announce', ({ infoHash }) => infoHash === wanted)
  shared.forceDhtAnnounce()
  await told.alert // a request before that finds no peer, and the next one follows a quarter of an hour later
  const found = second!.waitFor('dht_reply', { timeout: waitLimit })
  const savePath = await tempDir()
  const torrent = await leech(second!, { ti: content.info, savePath })
  torrent.forceDhtAnnounce()
  const { handle } = await within(found, 'dht_reply')
  expect(handle).toBe(torrent)
  await finished(torrent)
  expect(await sha256(join(savePath, 'content.bin'))).toBe(await sha256(content.path))
})

test('a node answers a request that is made by hand', async () => {
  const [first, second] = await nodes(2)
  const endpoint = { address: '127.0.0.1', port: await second!.listenPort() }
  const answer = await within(first!.dhtDirectRequest(endpoint, { q: 'ping', a: {} }), 'the answer')
  expect(answer).toMatchObject({ y: Buffer.from('r') })
})
