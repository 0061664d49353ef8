// libtorrent's plugins: which a session has, and what it lacks without them.
import * as lt from '../../lib'
import { connectTo, message } from '../alerts/helpers/raw-peer'
import { waitLimit, thrownBy } from '../helpers/deadline'
import { tempDir } from '../helpers/files'
import { addChecked, endpointOf, openSession, ownFlags, seed } from '../helpers/sessions'
import { bareTorrent, kiB, oneFile } from '../helpers/torrents'

const soon = { timeout: waitLimit }

// the bit of the handshake that says that a peer speaks the extension protocol (BEP 10)
const extended = Buffer.from([0, 0, 0, 0, 0, 0x10, 0, 4])

/** The extensions that a session tells other peers of. */
async function offered(extensions?: readonly lt.Extension[]): Promise<string[]> {
  const session = openSession({}, extensions ? { extensions } : {})
  const ti = new lt.TorrentInfo(bareTorrent())
  await addChecked(session, { ti, savePath: await tempDir() })
  const peer = await connectTo(await endpointOf(session), ti.infoHash(), { reserved: extended })
  const payload = await peer.receive(message.extended)
  const { m } = lt.bdecode(payload.subarray(1)) as { m: Record<string, number> }
  return Object.keys(m).sort()
}

const builtIn = ['lt_donthave', 'share_mode', 'upload_only', 'ut_holepunch']

describe('a session tells peers of', () => {
  test.each<[string, readonly lt.Extension[] | undefined, string[]]>([
    ['all extensions unless it is told otherwise', undefined, ['ut_metadata', 'ut_pex']],
    ['none', [], []],
    ['those that it is told', ['ut_pex'], ['ut_pex']],
    ['what needs no word of it', ['smart_ban', 'ut_metadata'], ['ut_metadata']],
  ])('%s', async (_, extensions, names) => {
    expect(await offered(extensions)).toStrictEqual([...builtIn, ...names].sort())
  })
})

describe('the metadata of a magnet link', () => {
  // Paused, so that nothing comes before it is waited for: newer libtorrents dial at once.
  async function magnet(extensions: readonly lt.Extension[]): Promise<lt.TorrentHandle> {
    const content = await oneFile(100 * kiB)
    const seeder = openSession()
    await seed(seeder, content)
    const session = openSession({}, { extensions })
    const torrent = await session.addTorrent({
      infoHashes: content.info.infoHashes(),
      savePath: await tempDir(),
      flags: ownFlags | lt.torrentFlags.paused,
      peers: [await endpointOf(seeder)],
    })
    return torrent
  }

  test('comes with ut_metadata', async () => {
    const torrent = await magnet(['ut_metadata'])
    const received = torrent.waitFor('metadata_received', soon)
    torrent.resume()
    await received
    expect(await torrent.torrentFile()).not.toBeNull()
  })

  test('does not come without', async () => {
    const torrent = await magnet([])
    const connected = connectedPeers(torrent)
    torrent.resume()
    const [info] = await connected
    expect(info!.flags & lt.peerFlags.supportsExtensions).not.toBe(0)
    expect(await torrent.torrentFile()).toBeNull()
  })
})

/** The peers of a torrent, when one has said hello. */
async function connectedPeers(torrent: lt.TorrentHandle): Promise<readonly lt.PeerInfo[]> {
  await torrent.waitFor('peer_log', {
    ...soon,
    filter: ({ eventType }) => eventType === 'HAVE_ALL' || eventType === 'BITFIELD',
  })
  return torrent.getPeerInfo()
}

test('extensions that there are not are a TypeError', () => {
  const error = thrownBy(() => new lt.Session({ extensions: ['ut_nothing' as never] }))
  expect(error).toMatchObject({ message: expect.stringMatching(/extensions\[0\] must be one of/) })
})
