// What filters and peer classes do to peers.
import * as lt from '../../lib'
import { awaitPeers, connectTo, message } from '../alerts/helpers/raw-peer'
import { waitLimit } from '../helpers/deadline'
import { tempDir } from '../helpers/files'
import { addChecked, endpointOf, finished, leech, openSession, seed } from '../helpers/sessions'
import { kiB, oneFile } from '../helpers/torrents'

const soon = { timeout: waitLimit }
const loopback = ['127.0.0.0', '127.255.255.255'] as const

function blockingLoopback(): lt.IpFilter {
  const filter = new lt.IpFilter()
  filter.addRule(...loopback, lt.ipFilterFlags.blocked)
  return filter
}

/** A torrent that is complete, and one of it that has nothing. */
async function pair(
  settings: lt.SettingsInit = {},
): Promise<{ seeder: lt.TorrentHandle; leecher: lt.TorrentHandle }> {
  const content = await oneFile(100 * kiB, { pieceSize: 16 * kiB, version: 'v1' })
  const seeder = await seed(openSession(), content)
  const savePath = await tempDir()
  const leecher = await addChecked(openSession(settings), { ti: content.info, savePath })
  return { seeder, leecher }
}

describe('a blocked address', () => {
  test('is not connected to', async () => {
    const { seeder, leecher } = await pair()
    leecher.session.setIpFilter(blockingLoopback())
    const blocked = leecher.waitFor('peer_blocked', soon)
    const endpoint = await endpointOf(seeder.session)
    leecher.connectPeer(endpoint)
    const alert = await blocked
    expect(alert).toMatchObject({ reason: 'ip_filter', handle: leecher, endpoint })
  })

  test('is connected to by a torrent that the filter does not apply to', async () => {
    const { seeder, leecher } = await pair()
    leecher.session.setIpFilter(blockingLoopback())
    leecher.unsetFlags(lt.torrentFlags.applyIpFilter)
    leecher.connectPeer(await endpointOf(seeder.session))
    await finished(leecher)
  })

  test('is connected to when the filter is lifted', async () => {
    const { seeder, leecher } = await pair()
    leecher.session.setIpFilter(blockingLoopback())
    const blocked = leecher.waitFor('peer_blocked', soon)
    leecher.connectPeer(await endpointOf(seeder.session))
    await blocked
    leecher.session.setIpFilter(new lt.IpFilter())
    leecher.connectPeer(await endpointOf(seeder.session))
    await finished(leecher)
  })

  test('a peer that is blocked while it is connected is disconnected', async () => {
    const { seeder } = await pair()
    const peer = await connectTo(await endpointOf(seeder.session), seeder.infoHashes().v1)
    peer.send(message.interested)
    await peer.receive(message.unchoke)
    const hungUp = peer.ended()
    seeder.session.setIpFilter(blockingLoopback())
    await hungUp
    const { errc } = await seeder.status()
    expect(errc).toBeNull()
  })
})

test('a blocked port is not connected to', async () => {
  const { seeder, leecher } = await pair()
  const endpoint = await endpointOf(seeder.session)
  const filter = new lt.PortFilter()
  filter.addRule(endpoint.port, endpoint.port, lt.portFilterFlags.blocked)
  leecher.session.setPortFilter(filter)
  const blocked = leecher.waitFor('peer_blocked', soon)
  leecher.connectPeer(endpoint)
  expect(await blocked).toMatchObject({ reason: 'port_filter', endpoint })
  leecher.session.setPortFilter(new lt.PortFilter())
  leecher.connectPeer(endpoint)
  await finished(leecher)
})

describe('peer classes', () => {
  test('limit the peers of the addresses that they are for', async () => {
    const session = openSession()
    const size = 140 * kiB
    const rate = 100 * kiB
    const slow = await session.createPeerClass('slow')
    const info = await session.getPeerClass(slow)
    session.setPeerClass(slow, { ...info, uploadLimit: rate })
    const filter = new lt.IpFilter()
    filter.addRule(...loopback, 1 << slow)
    session.setPeerClassFilter(filter)
    expect((await session.getPeerClassFilter()).access('127.0.0.1')).toBe(1 << slow)

    const content = await oneFile(size, { pieceSize: 16 * kiB })
    await seed(session, content)
    const begin = performance.now()
    const peer = await leech(openSession(), { ti: content.info, savePath: await tempDir() }, [
      await endpointOf(session),
    ])
    await finished(peer)
    // a second's worth of quota is there at once
    expect(performance.now() - begin).toBeGreaterThan(((size - rate) / rate) * 1000 * 0.8)
  })

  test('are given to connections by their type', async () => {
    const session = openSession()
    const own = await session.createPeerClass('tcp only')
    const types = new lt.PeerClassTypeFilter()
    types.add('tcp_socket', own)
    types.disallow('utp_socket', lt.peerClass.globalPeerClassId)
    session.setPeerClassTypeFilter(types)
    const kept = await session.getPeerClassTypeFilter()
    expect(kept.apply('tcp_socket', 0)).toBe(1 << own)
    expect(kept.apply('utp_socket', 0b11)).toBe(0b10)
    expect(kept.apply('ssl_tcp_socket', 0b11)).toBe(0b11)
  })

  test('keep every field that they are given', async () => {
    const session = openSession()
    const peerClass = await session.createPeerClass('all fields')
    const info: lt.PeerClassInfo = {
      ignoreUnchokeSlots: true,
      connectionLimitFactor: 250,
      label: 'another label',
      uploadLimit: 1000,
      downloadLimit: 2000,
      uploadPriority: 3,
      downloadPriority: 4,
    }
    session.setPeerClass(peerClass, info)
    expect(await session.getPeerClass(peerClass)).toStrictEqual(info)
    session.deletePeerClass(peerClass)
    expect(await session.createPeerClass('the next')).toBe(peerClass)
  })
})

test('a peer that is waited for is connected to with the source that it is given', async () => {
  const plainTcp = { out_enc_policy: lt.encPolicy.peDisabled, enable_outgoing_utp: false }
  const { leecher } = await pair(plainTcp)
  const { endpoint, accepted } = await awaitPeers()
  const { tracker, pex } = lt.peerSourceFlags
  leecher.connectPeer(endpoint, { source: tracker | pex, flags: 0 })
  const peer = await accepted
  peer.greet(leecher.infoHashes().v1!)
  peer.send(message.haveNone)
  await peer.receive(message.haveNone)
  const [info] = await leecher.getPeerInfo()
  expect(info!.ip).toStrictEqual(endpoint)
  expect(info!.source & (tracker | pex)).toBe(tracker | pex)
  expect(info!.flags & lt.peerFlags.outgoingConnection).not.toBe(0)
})
