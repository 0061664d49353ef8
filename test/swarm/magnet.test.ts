import { join } from 'node:path'
import * as lt from '../../lib'
import { waitLimit, thrownBy } from '../helpers/deadline'
import { sha256, tempDir } from '../helpers/files'
import { endpointOf, finished, openSession, ownFlags, seed } from '../helpers/sessions'
import { MiB, kiB, oneFile, versions } from '../helpers/torrents'

test.each(versions)('a magnet link of a %s torrent is all that a peer needs', async (version) => {
  const content = await oneFile(MiB + 1, { version, pieceSize: 64 * kiB })
  const seeder = openSession()
  const peer = openSession()
  await seed(seeder, content)
  const savePath = await tempDir()
  const states: string[] = []
  peer.on('state_changed', ({ state }) => states.push(state))

  const received = peer.waitFor('metadata_received', { timeout: waitLimit })
  const torrent = await peer.addTorrent({
    ...lt.parseMagnetUri(lt.makeMagnetUri(content.info)),
    savePath,
    flags: ownFlags | lt.torrentFlags.paused,
    peers: [await endpointOf(seeder)],
  })
  expect(await torrent.torrentFile()).toBeNull()
  torrent.resume()
  expect((await received).handle).toBe(torrent)
  await finished(torrent)

  expect(await sha256(join(savePath, 'content.bin'))).toBe(await sha256(content.path))
  const info = await torrent.torrentFile()
  expect(info?.infoSection()).toStrictEqual(content.info.infoSection())
  expect(torrent.infoHashes()).toStrictEqual(content.info.infoHashes())
  expect(states).toContain('downloading')
})

test.each(['v1', 'v2'] as const)(
  'a magnet link with the %s hash of a hybrid torrent gains the other hash with the metadata',
  async (known) => {
    const content = await oneFile(200_000, { pieceSize: 16 * kiB })
    const both = content.info.infoHashes()
    const infoHashes = { v1: null, v2: null, [known]: both[known] }
    const [seeder, peer] = [openSession(), openSession()]
    await seed(seeder, content)
    const savePath = await tempDir()
    const torrent = await peer.addTorrent({ infoHashes, savePath, flags: ownFlags })
    expect(torrent.infoHashes()).toStrictEqual(infoHashes)
    torrent.connectPeer(await endpointOf(seeder))
    await torrent.metadata({ timeout: waitLimit })
    await finished(torrent)
    expect(torrent.infoHashes()).toStrictEqual(both)
    expect(torrent.infoHash()).toBe(both.v2?.slice(0, 40))
  },
)

test('metadata of a magnet link can be saved, and seeded from', async () => {
  const content = await oneFile(200_000, { pieceSize: 16 * kiB })
  const seeder = openSession()
  await seed(seeder, content)
  const first = openSession()
  const savePath = await tempDir()
  const received = first.waitFor('metadata_received', { timeout: waitLimit })
  const torrent = await first.addTorrent({
    ...lt.parseMagnetUri(lt.makeMagnetUri(content.info)),
    savePath,
    flags: ownFlags,
    peers: [await endpointOf(seeder)],
  })
  await received
  await finished(torrent)
  const saved = lt.writeResumeDataBuf(
    await torrent.saveResumeData({ flags: lt.resumeDataFlags.saveInfoDict }),
  )
  await first.close()
  await seeder.close()

  const again = openSession()
  const checked = again.waitFor('torrent_checked', { timeout: waitLimit })
  const kept = await again.addTorrent({ savePath: await tempDir(), ...lt.readResumeData(saved) })
  await checked
  expect((await kept.status()).isSeeding).toBe(true)
  const third = openSession()
  const receivedAgain = third.waitFor('metadata_received', { timeout: waitLimit })
  const last = await third.addTorrent({
    ...lt.parseMagnetUri(lt.makeMagnetUri(content.info)),
    savePath: await tempDir(),
    flags: ownFlags,
    peers: [await endpointOf(again)],
  })
  await receivedAgain
  await finished(last)
})

test.each(['v2', 'hybrid'] as const)(
  'a .torrent file of a %s magnet link can be written before the hashes of pieces came, and after',
  async (version) => {
    const content = await oneFile(300_000, { version, pieceSize: 16 * kiB })
    const layersIn = (bytes: Buffer): unknown =>
      (lt.bdecode(bytes) as Record<string, unknown>)['piece layers']
    const { saveInfoDict } = lt.resumeDataFlags
    const link = lt.parseMagnetUri(lt.makeMagnetUri(content.info))
    const savePath = await tempDir()
    const torrent = await openSession().addTorrent({ ...link, savePath, flags: ownFlags })
    expect(await torrent.setMetadata(content.info.infoSection())).toBe(true)

    const early = await torrent.saveResumeData({ flags: saveInfoDict })
    expect(thrownBy(() => lt.writeTorrentFileBuf(early))).toMatchObject({
      code: 'torrent_missing_piece_layer',
    })
    const bytes = lt.writeTorrentFileBuf(early, lt.writeFlags.allowMissingPieceLayer)
    const ti = new lt.TorrentInfo(bytes)
    expect(ti.infoSection()).toStrictEqual(content.info.infoSection())
    expect(layersIn(bytes)).toBeUndefined()
    const entry = lt.writeTorrentFile(early, lt.writeFlags.allowMissingPieceLayer)
    expect(lt.bencode(entry)).toStrictEqual(bytes)

    const [seeder, peer] = [openSession(), openSession()]
    await seed(seeder, content)
    const peers = [await endpointOf(seeder)]
    const other = await peer.addTorrent({ ti, savePath: await tempDir(), flags: ownFlags, peers })
    await finished(other)
    const late = await other.saveResumeData({ flags: saveInfoDict })
    for (const flags of [0, lt.writeFlags.allowMissingPieceLayer]) {
      const layers = layersIn(lt.writeTorrentFileBuf(late, flags))
      expect(layers).toStrictEqual(layersIn(content.buffer))
    }
  },
)
