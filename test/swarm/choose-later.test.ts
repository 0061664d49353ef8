// Files that are chosen after the torrent was added, or after it was finished.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as lt from '../../lib'
import { waitLimit } from '../helpers/deadline'
import { sha256, tempDir } from '../helpers/files'
import { endpointOf, openSession, seed } from '../helpers/sessions'
import { kiB, manyFiles, versions } from '../helpers/torrents'
import type { Content } from '../helpers/torrents'

// Well below min_reconnect_time, which is 60 s, and above libtorrent's tick, which is 1 s.
const soon = { timeout: Math.min(waitLimit, 40_000) }
const names = ['a', 'b', 'c', 'd'] as const

function prioritiesOf(info: lt.TorrentInfo, wanted: string): number[] {
  const files = info.files()
  return Array.from({ length: files.numFiles() }, (_, file) =>
    wanted.includes(files.fileName(file)) ? 4 : 0,
  )
}

const fourFiles = (version: 'v1' | 'v2' | 'hybrid'): Promise<Content> =>
  manyFiles(
    { a: 64 * kiB, b: 64 * kiB, c: 64 * kiB, d: 64 * kiB },
    { version, pieceSize: 16 * kiB },
  )

test.each(versions)(
  'a finished %s torrent dials the seed that it knows as often as more is chosen',
  async (version) => {
    const content = await fourFiles(version)
    const [seeder, session] = [openSession(), openSession()]
    await seed(seeder, content)
    const savePath = await tempDir()
    const torrent = await session.addTorrent({
      ti: content.info,
      savePath,
      filePriorities: prioritiesOf(content.info, 'a'),
      peers: [await endpointOf(seeder)],
    })
    await torrent.finished(soon)
    let wanted = 'a'
    for (const name of ['b', 'c', 'd'] as const) {
      expect(existsSync(join(savePath, 'content', name))).toBe(false)
      wanted += name
      torrent.prioritizeFiles(prioritiesOf(content.info, wanted))
      await torrent.finished(soon)
      const path = join('content', name)
      expect(await sha256(join(savePath, path))).toBe(await sha256(join(content.savePath, path)))
    }
    await torrent.seeding(soon)
    const { max_failcount: tries } = await session.getSettings()
    expect(tries).toBe(lt.defaultSettings().max_failcount)
    expect((await torrent.flags()) & lt.torrentFlags.uploadMode).toBe(0)
  },
)

test.each(versions)(
  'a magnet link of a %s torrent brings the metadata, then what is chosen, and where',
  async (version) => {
    const content = await fourFiles(version)
    const [seeder, session] = [openSession(), openSession()]
    await seed(seeder, content)
    const [savePath, elsewhere] = [await tempDir(), await tempDir()]
    const torrent = await session.addTorrent({
      ...lt.parseMagnetUri(lt.makeMagnetUri(content.info)),
      savePath,
      flags: lt.torrentFlags.defaultFlags | lt.torrentFlags.defaultDontDownload,
      peers: [await endpointOf(seeder)],
    })
    const info = await torrent.metadata(soon)
    await torrent.checked(soon)
    expect(await torrent.status()).toMatchObject({ totalPayloadDownload: 0, totalWanted: 0 })
    await torrent.moveStorage(elsewhere)
    torrent.prioritizeFiles(prioritiesOf(info, 'c'))
    await torrent.finished(soon)
    const path = join('content', 'c')
    expect(await sha256(join(elsewhere, path))).toBe(await sha256(join(content.savePath, path)))
    for (const name of names.filter((name) => name !== 'c')) {
      expect(existsSync(join(elsewhere, 'content', name))).toBe(false)
    }
    expect(existsSync(join(savePath, 'content'))).toBe(false)
  },
)

test('a finished torrent dials the seed that it knows when its files are checked before it downloads', async () => {
  const content = await fourFiles('v1')
  const seeder = openSession()
  await seed(seeder, content)
  const torrent = await openSession().addTorrent({
    ti: content.info,
    savePath: await tempDir(),
    filePriorities: prioritiesOf(content.info, 'b'),
    peers: [await endpointOf(seeder)],
  })
  await torrent.finished(soon)
  const checked = torrent.forceRecheck(soon)
  torrent.prioritizeFiles(prioritiesOf(content.info, 'ab'))
  await checked
  await torrent.finished(soon)
})

test('files may be chosen in the moment in which the metadata is there', async () => {
  const content = await fourFiles('v1')
  const seeder = openSession()
  await seed(seeder, content)
  const peers = [await endpointOf(seeder)]
  for (let round = 0; round < 5; round++) {
    const session = openSession()
    const savePath = await tempDir()
    const torrent = await session.addTorrent({
      ...lt.parseMagnetUri(lt.makeMagnetUri(content.info)),
      savePath,
      flags: lt.torrentFlags.defaultFlags | lt.torrentFlags.defaultDontDownload,
      peers,
    })
    torrent.prioritizeFiles(prioritiesOf(await torrent.metadata(soon), 'b'))
    await torrent.finished(soon)
    expect(existsSync(join(savePath, 'content', 'b'))).toBe(true)
    expect(existsSync(join(savePath, 'content', 'a'))).toBe(false)
  }
})

test.each(versions)(
  'addTorrent() with ti gives a %s magnet link that waits its metadata',
  async (version) => {
    const content = await fourFiles(version)
    const session = openSession()
    const uri = lt.makeMagnetUri(content.info)
    const { savePath } = content
    const torrent = await session.addTorrent({ ...lt.parseMagnetUri(uri), savePath })
    expect(await torrent.torrentFile()).toBeNull()
    const metadata = torrent.metadata(soon)
    expect(await session.addTorrent({ ti: content.info, savePath })).toBe(torrent)
    expect((await metadata).infoSection()).toStrictEqual(content.info.infoSection())
    expect(await session.addTorrent({ ti: content.info, savePath })).toBe(torrent)
    await torrent.checked(soon)
    if (version === 'v1') expect(await torrent.status()).toMatchObject({ isSeeding: true })
  },
)
