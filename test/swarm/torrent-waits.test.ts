// metadata(), checked(), finished() and seeding() wait for a state, not for an alert.
import { existsSync } from 'node:fs'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from '../../lib'
import { waitLimit, rejectionOf } from '../helpers/deadline'
import { sha256, tempDir } from '../helpers/files'
import { endpointOf, openSession, ownFlags, seed } from '../helpers/sessions'
import { describeWithDisks, smallDisk } from '../helpers/small-disk'
import { MiB, bareTorrent, kiB, manyFiles, oneFile } from '../helpers/torrents'
import type { Content } from '../helpers/torrents'

const timeout = waitLimit
const waits = ['metadata', 'checked', 'finished', 'seeding'] as const

/** Blocks the event loop: alerts are posted meanwhile, and delivered together afterwards. */
function block(milliseconds: number): void {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}

/** A magnet link that no peer knows: it reaches none of the states. */
async function unknownMagnet(session = openSession()): Promise<lt.TorrentHandle> {
  const infoHashes = { v1: '1'.repeat(40), v2: null }
  return session.addTorrent({ infoHashes, savePath: await tempDir(), flags: ownFlags })
}

/** The files are in the order in which the directory was read. */
function prioritiesOf({ info }: Content, wanted: readonly string[]): number[] {
  const files = info.files()
  return Array.from({ length: files.numFiles() }, (_, file) =>
    wanted.includes(files.fileName(file)) ? 4 : 0,
  )
}

test('checked() resolves 40 times of 40 although the event loop was busy after addTorrent()', async () => {
  const content = await oneFile(20 * kiB, { pieceSize: 16 * kiB })
  const empty = await tempDir()
  const session = openSession()
  for (let i = 0; i < 40; i++) {
    const savePath = i % 2 === 0 ? content.savePath : empty
    const torrent = await session.addTorrent({ ti: content.info, savePath, flags: ownFlags })
    block(i % 10)
    await torrent.checked({ timeout })
    expect(await torrent.status()).toMatchObject({ isSeeding: i % 2 === 0 })
    await session.removeTorrent(torrent)
  }
})

test.each(waits)('%s() resolves at once for a torrent that is complete', async (wait) => {
  const torrent = await seed(openSession(), await oneFile(20 * kiB))
  block(20)
  await torrent[wait]({ timeout })
  await torrent[wait]({ timeout })
})

test('each wait of a magnet link resolves in a whole download', async () => {
  const content = await oneFile(MiB, { pieceSize: 16 * kiB })
  const [seeder, session] = [openSession(), openSession()]
  await seed(seeder, content)
  const savePath = await tempDir()
  const uri = lt.makeMagnetUri(content.info)
  const peers = [await endpointOf(seeder)]
  const torrent = await session.addTorrent({ ...lt.parseMagnetUri(uri), savePath, peers })
  const [info] = await Promise.all(waits.map((wait) => torrent[wait]({ timeout })))
  expect((info as lt.TorrentInfo).infoSection()).toStrictEqual(content.info.infoSection())
  expect(await sha256(join(savePath, 'content.bin'))).toBe(await sha256(content.path))
})

test('finished() resolves when the wanted files are there, seeding() only with all', async () => {
  const content = await manyFiles(
    { a: 48 * kiB, b: 48 * kiB },
    { version: 'v1', pieceSize: 16 * kiB },
  )
  const [seeder, session] = [openSession(), openSession()]
  await seed(seeder, content)
  const savePath = await tempDir()
  const torrent = await session.addTorrent({
    ti: content.info,
    savePath,
    flags: ownFlags,
    filePriorities: prioritiesOf(content, ['a']),
    peers: [await endpointOf(seeder)],
  })
  await torrent.finished({ timeout })
  expect(await sha256(join(savePath, 'content/a'))).toBe(await sha256(join(content.path, 'a')))
  expect(existsSync(join(savePath, 'content/b'))).toBe(false)
  const seeding = torrent.seeding({ timeout })
  torrent.prioritizeFiles(prioritiesOf(content, ['a', 'b']))
  await seeding
  expect(await sha256(join(savePath, 'content/b'))).toBe(await sha256(join(content.path, 'b')))
})

describe.each(['standard', 'posix'] as const)('with the %s disk back end', (diskBackend) => {
  test('finished({ flushed: true }) resolves when every byte can be read from the file', async () => {
    const content = await oneFile(3 * MiB + 5, { version: 'v1', pieceSize: 16 * kiB })
    const bytes = await readFile(content.path)
    const seeder = openSession()
    await seed(seeder, content)
    const peers = [await endpointOf(seeder)]
    for (let round = 0; round < 10; round++) {
      const session = openSession({}, { diskBackend })
      const savePath = await tempDir()
      const flags = ownFlags | lt.torrentFlags.paused
      const torrent = await session.addTorrent({
        ...lt.parseMagnetUri(lt.makeMagnetUri(content.info)),
        savePath,
        flags,
        peers,
      })
      torrent.resume() // dials at once
      await torrent.finished({ flushed: true, timeout })
      expect(bytes.equals(await readFile(join(savePath, 'content.bin')))).toBe(true)
      await session.close()
    }
  })
})

test('finished({ flushed: false }) resolves without a flush of the cache', async () => {
  const torrent = await seed(openSession(), await oneFile(20 * kiB))
  await torrent.finished({ timeout }) // libtorrent flushes by itself when a check ends
  const flushes: lt.Alert[] = []
  torrent.session.on('cache_flushed', (alert) => flushes.push(alert))
  await torrent.finished({ flushed: false, timeout })
  await torrent.seeding({ flushed: false, timeout })
  // What libtorrent posted before this answer has been delivered.
  await torrent.saveResumeData()
  expect(flushes).toStrictEqual([])
  await torrent.finished({ timeout })
  expect(flushes.length).toBeGreaterThan(0)
})

test.each([
  ['prioritizeFiles()', (torrent: lt.TorrentHandle) => torrent.prioritizeFiles([4, 4, 4])],
  [
    'several setFilePriority()',
    (torrent: lt.TorrentHandle) => {
      for (const file of [0, 1, 2]) void torrent.setFilePriority(file, 4)
    },
  ],
])('finished() counts the change of %s that was requested before it', async (_, change) => {
  const content = await manyFiles(
    { a: 48 * kiB, b: 48 * kiB, c: 48 * kiB },
    { version: 'v1', pieceSize: 16 * kiB },
  )
  const session = openSession()
  // The first file is there: its priority changes nothing.
  const savePath = await tempDir()
  await cp(join(content.path, 'a'), join(savePath, 'content/a'))
  const torrent = await session.addTorrent({
    ti: content.info,
    savePath,
    flags: ownFlags,
    filePriorities: [0, 0, 0],
  })
  await torrent.finished({ timeout }) // nothing is wanted
  for (let i = 0; i < 20; i++) {
    torrent.flushCache() // The end of this flush is not the end of the one that finished() requests.
    change(torrent)
    expect(await rejectionOf(torrent.finished({ timeout: 50 }))).toMatchObject({
      name: 'TimeoutError',
    })
    torrent.prioritizeFiles([0, 0, 0])
    await torrent.finished({ timeout })
  }
})

describe.each(waits)('%s()', (wait) => {
  test('rejects with torrent_removed when the torrent is removed', async () => {
    const torrent = await unknownMagnet()
    const waiting = torrent[wait]()
    await torrent.session.removeTorrent(torrent)
    expect(await rejectionOf(waiting)).toMatchObject({ code: 'torrent_removed' })
  })

  test('rejects with invalid_torrent_handle when the torrent was removed before', async () => {
    const torrent = await unknownMagnet()
    await torrent.session.removeTorrent(torrent)
    expect(await rejectionOf(torrent[wait]())).toMatchObject({ code: 'invalid_torrent_handle' })
  })

  test('rejects with session_closed when the session is closed', async () => {
    const torrent = await unknownMagnet()
    const waiting = torrent[wait]()
    void torrent.session.close()
    expect(await rejectionOf(waiting)).toMatchObject({ code: 'session_closed' })
    expect(await rejectionOf(torrent[wait]())).toMatchObject({ code: 'session_closed' })
  })

  test('rejects with the reason of the signal', async () => {
    const torrent = await unknownMagnet()
    const controller = new AbortController()
    const waiting = torrent[wait]({ signal: controller.signal })
    controller.abort(new Error('enough'))
    expect(await rejectionOf(waiting)).toMatchObject({ message: 'enough' })
  })

  test('rejects with a TimeoutError that names what did not come', async () => {
    const torrent = await unknownMagnet()
    const what = {
      metadata: 'metadata',
      checked: 'end of the check',
      finished: 'complete download',
      seeding: 'complete torrent',
    }[wait]
    expect(await rejectionOf(torrent[wait]({ timeout: 20 }))).toMatchObject({
      name: 'TimeoutError',
      message: `no ${what} within 20 ms`,
    })
  })

  test('rejects with a RangeError when the timeout is negative', async () => {
    const torrent = await unknownMagnet()
    expect(await rejectionOf(torrent[wait]({ timeout: -1 }))).toBeInstanceOf(RangeError)
  })

  test('resolves although its alerts were dropped', async () => {
    const content = await oneFile(20 * kiB)
    const session = openSession({ alert_queue_size: 1 })
    const torrent = await session.addTorrent({
      ti: content.info,
      savePath: content.savePath,
      flags: ownFlags | lt.torrentFlags.paused,
    })
    const waiting = torrent[wait]({ timeout })
    torrent.resume()
    // Fills the queue before the alerts of the check come.
    const answers = Array.from({ length: 50 }, () => torrent.saveResumeData())
    const deadline = performance.now() + waitLimit
    while (torrent.statusSync(0).state.startsWith('checking')) {
      if (performance.now() > deadline) throw new Error('the check goes on')
    }
    await waiting
    expect(await rejectionOf(Promise.all(answers))).toMatchObject({ code: 'alerts_dropped' })
  })
})

describe.each(['checked', 'finished', 'seeding'] as const)('%s()', (wait) => {
  test('rejects with the error of a file that cannot be read, whether it came before or not', async () => {
    const content = await oneFile(20 * kiB)
    const savePath = await tempDir()
    await writeFile(join(savePath, 'in the way'), '')
    // The file has a file in place of its directory.
    const renamedFiles = new Map([[0, 'in the way/content.bin']])
    const session = openSession()
    const torrent = await session.addTorrent({
      ti: content.info,
      savePath,
      flags: ownFlags,
      renamedFiles,
    })
    const error = await rejectionOf(torrent[wait]({ timeout }))
    expect(error).toMatchObject({ code: 'ENOTDIR' })
    expect(await rejectionOf(torrent[wait]({ timeout }))).toMatchObject({ code: 'ENOTDIR' })
  })
})

describeWithDisks('on a full disk', () => {
  test('finished() rejects with ENOSPC, and with upload_mode when it is called later', async () => {
    const content = await oneFile(4 * MiB, { version: 'v1', pieceSize: 64 * kiB })
    const [seeder, session] = [openSession(), openSession({}, { diskBackend: 'posix' })]
    await seed(seeder, content)
    const savePath = smallDisk('size=1m')
    const torrent = await session.addTorrent({
      ti: content.info,
      savePath,
      flags: ownFlags,
      peers: [await endpointOf(seeder)],
    })
    expect(await rejectionOf(torrent.finished({ timeout }))).toMatchObject({
      code: 'ENOSPC',
      operation: 'file_write',
      file: join(savePath, 'content.bin'),
    })
    // Writes that were under way when the first one failed fail later, and so may the hash of what was not written.
    const later = async (): Promise<unknown> => {
      const error = await rejectionOf(torrent.finished({ timeout }))
      if (!['ENOSPC', 'file_too_short'].includes((error as lt.LibtorrentError).code)) return error
      torrent.clearError()
      return later()
    }
    expect(await later()).toMatchObject({ code: 'upload_mode' })
  })
})

test('metadata() resolves with what setMetadata() gave', async () => {
  const info = new lt.TorrentInfo(bareTorrent())
  const session = openSession()
  const torrent = await session.addTorrent({
    ...lt.parseMagnetUri(lt.makeMagnetUri(info)),
    savePath: await tempDir(),
    flags: ownFlags,
  })
  const metadata = torrent.metadata({ timeout })
  expect(await torrent.setMetadata(info.infoSection())).toBe(true)
  expect((await metadata).name()).toBe('bare.bin')
})
