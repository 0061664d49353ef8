// session.add() with a selection of files, and with peers.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as lt from '../../lib'
import { waitLimit, rejectionOf } from '../helpers/deadline'
import { sha256, tempDir } from '../helpers/files'
import { closedPort } from '../helpers/servers'
import { endpointOf, isolated, openSession, seed } from '../helpers/sessions'
import { kiB, manyFiles, oneFile, versions } from '../helpers/torrents'

const timeout = waitLimit
const { paused, autoManaged } = lt.torrentFlags
const bareHash = (): string => '1'.repeat(40)

const sizes = { 'a.bin': 64 * kiB, 'b.bin': 64 * kiB, 'c.txt': 64 * kiB }

describe.each(versions)('select of a %s torrent', (version) => {
  test.each(['a TorrentInfo', 'a magnet link'] as const)(
    'downloads nothing else, by %s',
    async (kind) => {
      const content = await manyFiles(sizes, { version, pieceSize: 16 * kiB })
      const [seeder, session] = [openSession(), openSession()]
      await seed(seeder, content)
      const savePath = join(await tempDir(), 'not', 'there', 'yet')
      const source = kind === 'a TorrentInfo' ? content.info : lt.makeMagnetUri(content.info)
      const peers = [await endpointOf(seeder)]
      const torrent = await session.add(source, {
        savePath,
        peers,
        select: ['*.bin', '!a*'],
        timeout,
      })
      await torrent.finished({ timeout })
      const chosen = join(savePath, 'content', 'b.bin')
      expect(await sha256(chosen)).toBe(await sha256(join(content.path, 'b.bin')))
      expect(existsSync(join(savePath, 'content', 'a.bin'))).toBe(false)
      expect(existsSync(join(savePath, 'content', 'c.txt'))).toBe(false)
      const { totalPayloadDownload } = await torrent.status()
      expect(totalPayloadDownload).toBe(64 * kiB)
    },
  )
})

test('with paused, a magnet link is paused once its files are chosen, and resume() downloads them', async () => {
  const content = await manyFiles(sizes, { version: 'v1', pieceSize: 16 * kiB })
  const [seeder, session] = [openSession(), openSession()]
  await seed(seeder, content)
  const savePath = await tempDir()
  const peers = [await endpointOf(seeder)]
  const source = lt.makeMagnetUri(content.info)
  const torrent = await session.add(source, {
    savePath,
    peers,
    paused: true,
    select: 'c*',
    timeout,
  })
  expect((await torrent.flags()) & (paused | autoManaged)).toBe(paused)
  expect(await torrent.status()).toMatchObject({ totalPayloadDownload: 0, totalWanted: 64 * kiB })
  torrent.resume()
  await torrent.finished({ timeout })
  expect(existsSync(join(savePath, 'content', 'c.txt'))).toBe(true)
})

test.each<[string, lt.FileSelection, object]>([
  ['matches no file', '*.mkv', { code: 'no_matching_file' }],
  [
    'throws',
    () => {
      throw new Error('mine')
    },
    { message: 'mine' },
  ],
])('a magnet link is removed again when its selection %s', async (_, select, error) => {
  const content = await manyFiles(sizes, { pieceSize: 16 * kiB })
  const [seeder, session] = [openSession(), openSession()]
  await seed(seeder, content)
  const options = { savePath: await tempDir(), peers: [await endpointOf(seeder)], select, timeout }
  const source = lt.makeMagnetUri(content.info)
  expect(await rejectionOf(session.add(source, options))).toMatchObject(error)
  expect(await session.getTorrents()).toStrictEqual([])
})

test('a magnet link whose files are to be chosen is removed again by an abort and a timeout', async () => {
  const session = openSession()
  const options = { savePath: await tempDir(), select: '*' }
  const late = session.add(bareHash(), { ...options, timeout: 30 })
  expect(await rejectionOf(late)).toMatchObject({
    name: 'TimeoutError',
    message: 'no torrent with its files chosen within 30 ms',
  })
  const controller = new AbortController()
  const added = session.waitFor('add_torrent', { timeout })
  const adding = session.add(bareHash(), { ...options, signal: controller.signal })
  await added
  controller.abort(new Error('enough'))
  expect(await rejectionOf(adding)).toMatchObject({ message: 'enough' })
  expect(await session.getTorrents()).toStrictEqual([])
})

test('add() rejects with session_closed when the session is closed while it waits', async () => {
  const session = new lt.Session({ settings: isolated })
  const added = session.waitFor('add_torrent', { timeout })
  const adding = session.add(bareHash(), { savePath: await tempDir(), select: '*' })
  await added
  await session.close()
  expect(await rejectionOf(adding)).toMatchObject({ code: 'session_closed' })
  expect(await rejectionOf(session.add(bareHash(), { savePath: '/none' }))).toMatchObject({
    code: 'session_closed',
  })
})

test.each(['a TorrentInfo', 'a magnet link'] as const)(
  'a torrent with peers, by %s, is in the queue once it has started',
  async (kind) => {
    const content = await oneFile(100 * kiB)
    const [seeder, session] = [openSession(), openSession()]
    await seed(seeder, content)
    const source = kind === 'a TorrentInfo' ? content.info : lt.makeMagnetUri(content.info)
    const [savePath, { port }] = [await tempDir(), await endpointOf(seeder)]
    const torrent = await session.add(source, { savePath, peers: [`127.0.0.1:${port}`], timeout })
    await torrent.finished({ timeout })
    expect((await torrent.flags()) & (paused | autoManaged)).toBe(autoManaged)
    expect(await sha256(join(savePath, 'content.bin'))).toBe(await sha256(content.path))
  },
)

test('pause() right after add() with peers is not undone, whatever is on the disk', async () => {
  const content = await oneFile(100 * kiB)
  const peers = [`127.0.0.1:${await closedPort()}`]
  const session = openSession()
  for (const savePath of [await tempDir(), content.savePath, await tempDir(), content.savePath]) {
    const torrent = await session.add(content.info, { savePath, peers, timeout })
    torrent.pause()
    torrent.unsetFlags(autoManaged)
    await torrent.saveResumeData() // what was posted before has been delivered
    await torrent.saveResumeData()
    expect((await torrent.flags()) & (paused | autoManaged)).toBe(paused)
    await session.removeTorrent(torrent)
  }
})
