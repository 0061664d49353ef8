// Numbers of peer classes and port mappings: a session takes those that it gave, each until it is deleted.
import * as lt from '../../lib'
import { rejectionOf, thrownBy } from '../helpers/deadline'
import { tempDir } from '../helpers/files'
import { openSession, ownFlags } from '../helpers/sessions'
import { bareTorrent } from '../helpers/torrents'

/** A session with a torrent that has a peer class of its own, and the number of that class. */
async function withTorrentClass(): Promise<{ session: lt.Session; torrent: lt.TorrentHandle }> {
  const session = openSession()
  const ti = new lt.TorrentInfo(bareTorrent())
  const torrent = await session.addTorrent({ ti, savePath: '/tmp' })
  torrent.setUploadLimit(5000)
  expect(await torrent.uploadLimit()).toBe(5000)
  return { session, torrent }
}

describe('a peer class', () => {
  test('that a torrent uses is not deleted, read or changed by its number', async () => {
    const { session, torrent } = await withTorrentClass()
    for (let id = 3; id < 10; id++) {
      expect(thrownBy(() => session.deletePeerClass(id))).toBeInstanceOf(RangeError)
      expect(await rejectionOf(session.getPeerClass(id))).toBeInstanceOf(RangeError)
      expect(thrownBy(() => session.setPeerClass(id, { label: 'x' }))).toBeInstanceOf(RangeError)
    }
    expect(await torrent.uploadLimit()).toBe(5000)
  })

  test("that is one of libtorrent's own can be read and changed, and not deleted", async () => {
    const session = openSession()
    for (const id of Object.values(lt.peerClass)) {
      expect(thrownBy(() => session.deletePeerClass(id))).toStrictEqual(
        new RangeError(
          `peerClass must be a peer class that createPeerClass() returned and that was not deleted, got ${id}`,
        ),
      )
      expect(await session.getPeerClass(id)).toHaveProperty('label')
    }
  })

  test('is deleted once', async () => {
    const session = openSession()
    const id = await session.createPeerClass('own')
    session.setPeerClass(id, { label: 'own', uploadLimit: 1000 })
    expect(await session.getPeerClass(id)).toMatchObject({ label: 'own', uploadLimit: 1000 })
    session.deletePeerClass(id)
    expect(thrownBy(() => session.deletePeerClass(id))).toBeInstanceOf(RangeError)
    expect(await rejectionOf(session.getPeerClass(id))).toBeInstanceOf(RangeError)
  })

  test('of another session is refused', async () => {
    const [one, other] = [openSession(), openSession()]
    const id = await one.createPeerClass('own')
    expect(thrownBy(() => other.deletePeerClass(id))).toBeInstanceOf(RangeError)
  })

  test('is refused in filters unless the session has it', async () => {
    const session = openSession()
    const byAddress = new lt.IpFilter()
    byAddress.addRule('10.0.0.0', '10.0.0.255', 1 << 9)
    expect(thrownBy(() => session.setPeerClassFilter(byAddress))).toStrictEqual(
      new RangeError('filter must name peer classes of this session, got class 9'),
    )
    const byType = new lt.PeerClassTypeFilter()
    byType.add('tcp_socket', 9)
    expect(thrownBy(() => session.setPeerClassTypeFilter(byType))).toBeInstanceOf(RangeError)

    const id = await session.createPeerClass('own')
    byAddress.addRule('10.0.0.0', '10.0.0.255', 1 << id)
    session.setPeerClassFilter(byAddress)
    byType.remove('tcp_socket', 9)
    byType.add('tcp_socket', id)
    session.setPeerClassTypeFilter(byType)
    expect((await session.getPeerClassTypeFilter()).apply('tcp_socket', 0)).toBe(1 << id)
  })
})

test('a port mapping that the session did not give is refused', async () => {
  const session = openSession()
  expect(await session.addPortMapping('tcp', 6881, 6881)).toStrictEqual([]) // UPnP and NAT-PMP are off
  for (const id of [-1, -(2 ** 31), 0, 1, 2 ** 31 - 1]) {
    expect(thrownBy(() => session.deletePortMapping(id))).toStrictEqual(
      new RangeError(
        `mapping must be a port mapping that addPortMapping() returned and that was not deleted, got ${id}`,
      ),
    )
  }
})

test('a torrent without a place in the queue stays there when it is moved up', async () => {
  const session = openSession()
  const seedMode = ownFlags | lt.torrentFlags.seedMode
  const missing = new lt.TorrentInfo(bareTorrent({ name: 'missing' }))
  const savePath = await tempDir()
  const torrent = await session.addTorrent({ ti: missing, savePath, flags: seedMode })
  const others = await Promise.all(
    ['1', '2', '3'].map((digit) =>
      session.addTorrent({ infoHashes: { v1: digit.repeat(40) }, savePath, flags: ownFlags }),
    ),
  )
  const leavesSeedMode = await torrent.readPiece(0).catch(() => torrent.queuePosition())
  expect(leavesSeedMode).toBe(-1)
  for (let i = 0; i < 3; i++) torrent.queuePositionUp()
  others[2]!.queuePositionUp()
  const positions = [torrent, ...others].map((one) => one.queuePosition())
  expect(await Promise.all(positions)).toStrictEqual([-1, 0, 2, 1])
})

test('a place in the queue beyond what libtorrent counts is a RangeError', async () => {
  const { torrent } = await withTorrentClass()
  expect(thrownBy(() => torrent.queuePositionSet(2 ** 31))).toBeInstanceOf(RangeError)
  torrent.queuePositionSet(2 ** 31 - 1)
  expect(await torrent.queuePosition()).toBe(0)
})
