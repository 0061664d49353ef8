// A disk that is full or can't be written: by what a program notices, and how the torrent goes on afterwards.
import { existsSync } from 'node:fs'
import { rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from '../../lib'
import { timeFactor, waitLimit, within } from '../helpers/deadline'
import { sha256, tempDir } from '../helpers/files'
import { endpointOf, finished, leech, openSession, ownFlags, seed } from '../helpers/sessions'
import { describeWithDisks, enlarge, smallDisk } from '../helpers/small-disk'
import { MiB, kiB, oneFile } from '../helpers/torrents'
import type { Content, Version } from '../helpers/torrents'

interface Download {
  readonly content: Content
  readonly session: lt.Session
  readonly torrent: lt.TorrentHandle
  /** The first alert about the disk. */
  readonly alert: lt.FileErrorAlert
  readonly torrentErrors: readonly lt.TorrentErrorAlert[]
}

interface DownloadOptions {
  readonly version?: Version
  readonly backend: lt.DiskBackend
  readonly savePath: string
  readonly params?: Partial<lt.AddTorrentParamsInit>
  readonly settings?: lt.SettingsInit
}

/** Downloads 4 MiB until the disk fails. */
async function failing(options: DownloadOptions): Promise<Download> {
  const { version = 'v1', backend, savePath, params, settings } = options
  const content = await oneFile(4 * MiB, { version, pieceSize: 64 * kiB })
  const seeder = openSession({ close_redundant_connections: false })
  await seed(seeder, content)
  // In upload mode both sides have nothing for each other: the connection is closed, and dialled again afterwards.
  const reconnecting = { close_redundant_connections: false, min_reconnect_time: 1 }
  const session = openSession({ ...reconnecting, ...settings }, { diskBackend: backend })
  // The failure to hash what was not written is a file_error too, and may come first.
  const filter = ({ op }: lt.FileErrorAlert): boolean => op !== 'file_read'
  const failed = session.waitFor('file_error', { timeout: waitLimit, filter })
  const torrentErrors: lt.TorrentErrorAlert[] = []
  session.on('torrent_error', (alert) => torrentErrors.push(alert))
  const peers = [await endpointOf(seeder)]
  const torrent = await leech(session, { savePath, ...params, ti: content.info }, peers)
  return { content, session, torrent, torrentErrors, alert: await failed }
}

const isUploading = async (torrent: lt.TorrentHandle): Promise<boolean> =>
  ((await torrent.status()).flags & lt.torrentFlags.uploadMode) !== 0

/** What the guides say: how a torrent goes on when there is room. */
function goOn(torrent: lt.TorrentHandle, hasTorrentError: boolean): void {
  torrent.clearError()
  torrent.unsetFlags(lt.torrentFlags.uploadMode)
  if (hasTorrentError) void torrent.forceRecheck()
  torrent.resume()
}

// On a full tmpfs, a block that was not written can't be read from the mapped file: SIGBUS. libtorrent protects the v1
// hash against it, and the addon the v2 hash.
const disks: [name: string, options: Omit<DownloadOptions, 'savePath'>, operation: string][] = [
  ['mmap, v1', { backend: 'mmap' }, 'file_write'],
  ['posix, v1', { backend: 'posix' }, 'file_write'],
  ['posix, v2', { backend: 'posix', version: 'v2' }, 'file_write'],
  ['mmap, v2', { backend: 'mmap', version: 'v2' }, 'file_write'],
  ['mmap, hybrid', { backend: 'mmap', version: 'hybrid' }, 'file_write'],
  [
    'mmap, v2, allocated',
    { backend: 'mmap', version: 'v2', params: { storageMode: 'storage_mode_allocate' } },
    'file_fallocate',
  ],
]

/** Resolves when all is on the disk. Errors do not end this wait: jobs that were under way fail later. */
async function flushedInTheEnd(torrent: lt.TorrentHandle): Promise<void> {
  const finish = torrent.waitFor('torrent_finished', { timeout: waitLimit })
  const { isFinished } = await torrent.status()
  if (!isFinished) await finish
  const flush = torrent.waitFor('cache_flushed', { timeout: waitLimit })
  torrent.flushCache()
  await flush
}

describeWithDisks('a download to a full disk', () => {
  test.each(disks)('posts file_error and enters upload mode: %s', async (_, options, operation) => {
    const savePath = smallDisk('size=1m')
    const { alert, torrent } = await failing({ ...options, savePath })
    expect(alert).toMatchObject({
      handle: torrent,
      filename: join(savePath, 'content.bin'),
      op: operation,
      error: { code: 'ENOSPC', value: 28 },
    })
    expect(await isUploading(torrent)).toBe(true)
    expect(await torrent.status()).toMatchObject({ isFinished: false, state: 'downloading' })
  })

  test('is no error of the torrent: neither errc nor torrent_error says ENOSPC', async () => {
    const savePath = smallDisk('size=1m')
    const { torrent, torrentErrors } = await failing({ backend: 'posix', savePath })
    const { errc } = await torrent.status()
    // The hash of what was not written may have failed by now: file_too_short.
    const codes = [errc, ...torrentErrors.map(({ error }) => error)].map((error) => error?.code)
    expect(codes).not.toContain('ENOSPC')
  })

  test.each(disks)('goes on when there is room: %s', async (_, options) => {
    const savePath = smallDisk('size=1m')
    const { content, session, torrent, torrentErrors } = await failing({ ...options, savePath })
    enlarge(savePath, '16m')
    // Writes and hashes that were under way fail later.
    session.on('file_error', () => goOn(torrent, false))
    session.on('torrent_error', () => goOn(torrent, true))
    goOn(torrent, torrentErrors.length > 0)
    await flushedInTheEnd(torrent)
    expect(await sha256(join(savePath, 'content.bin'))).toBe(await sha256(content.path))
    expect(await isUploading(torrent)).toBe(false)
  })

  test('goes on by itself when it is auto-managed, after optimistic_disk_retry seconds', async () => {
    const savePath = smallDisk('size=1m')
    const settings = { optimistic_disk_retry: 1 }
    const { session, torrent, torrentErrors } = await failing({
      backend: 'posix',
      savePath,
      settings,
    })
    // A hash of what was not written may fail, before or after this.
    const recover = (): void => {
      torrent.clearError()
      void torrent.forceRecheck()
    }
    session.on('torrent_error', recover)
    if (torrentErrors.length > 0) recover()
    torrent.setFlags(lt.torrentFlags.autoManaged)
    enlarge(savePath, '16m')
    await flushedInTheEnd(torrent)
  })

  test('keeps its upload mode in resume data', async () => {
    const savePath = smallDisk('size=1m')
    const { session, torrent } = await failing({ backend: 'posix', savePath })
    const params = await torrent.saveResumeData({ flags: lt.resumeDataFlags.saveInfoDict })
    expect(params.flags & lt.torrentFlags.uploadMode).not.toBe(0)
    await session.removeTorrent(torrent)
    const saved = lt.readResumeData(lt.writeResumeDataBuf(params))
    const again = await openSession().addTorrent({ ...saved, savePath })
    expect(await isUploading(again)).toBe(true)
    const flags = saved.flags & ~lt.torrentFlags.uploadMode
    const third = await openSession().addTorrent({ ...saved, flags, savePath })
    expect(await isUploading(third)).toBe(false)
  })
})

describeWithDisks('reads of two disks, of which one is full', () => {
  test('those of the full disk fail, and all of the other succeed', async () => {
    const content = await oneFile(4 * MiB, { pieceSize: 64 * kiB })
    // Threads that read the same page at once.
    const threads = { aio_threads: 16 }
    const session = openSession(threads, { diskBackend: 'mmap' })
    const torrent = await seed(session, content)
    // Holes, which have no room in memory.
    const full = smallDisk('size=4k')
    await writeFile(join(full, 'padding'), Buffer.alloc(4 * kiB))
    await writeFile(join(full, 'content.bin'), '')
    await truncate(join(full, 'content.bin'), 4 * MiB)
    const flags = ownFlags | lt.torrentFlags.seedMode
    const unreadable = await openSession(threads, { diskBackend: 'mmap' }).addTorrent({
      ti: content.info,
      savePath: full,
      flags,
    })
    const pieces = Array.from({ length: content.info.numPieces() }, (_, piece) => piece)
    const read = (from: lt.TorrentHandle): Promise<unknown[]> =>
      Promise.all(
        [...pieces, ...pieces, ...pieces, ...pieces].map((piece) =>
          from.readPiece(piece).then(
            (bytes) => bytes.length,
            (error: unknown) => (error as lt.LibtorrentError).code,
          ),
        ),
      )
    // A fault takes a sanitizer much longer.
    const rounds = timeFactor > 1 ? 1 : 3
    for (let round = 0; round < rounds; round++) {
      const [readable, failed] = await Promise.all([read(torrent), read(unreadable)])
      expect(new Set(readable)).toStrictEqual(new Set([64 * kiB]))
      expect(new Set(failed)).toStrictEqual(new Set(['EIO']))
    }
  })
})

describeWithDisks('a download to a disk that is read-only', () => {
  test.each(['mmap', 'posix'] as const)('enters upload mode, too: %s', async (backend) => {
    const { alert, torrent } = await failing({ backend, savePath: smallDisk('ro') })
    expect(alert).toMatchObject({ op: 'file_open', error: { code: 'EROFS' } })
    expect(await isUploading(torrent)).toBe(true)
  })
})

describe('a download to a file that can not be opened', () => {
  test('stops with an error of the torrent, and goes on when the error is cleared', async () => {
    const content = await oneFile(1 * MiB, { pieceSize: 64 * kiB })
    const seeder = openSession()
    await seed(seeder, content)
    const savePath = join(await tempDir(), 'directory')
    await writeFile(savePath, '')
    const session = openSession()
    const failed = [session.waitFor('file_error'), session.waitFor('torrent_error')] as const
    const torrent = await session.addTorrent({ ti: content.info, savePath, flags: ownFlags })
    const [file, error] = await within(Promise.all(failed), 'the errors')
    expect(file).toMatchObject({
      filename: join(savePath, 'content.bin'),
      error: { code: 'ENOTDIR' },
    })
    expect(error).toMatchObject({ error: { code: 'ENOTDIR' } })
    const { errc, errorFile, flags } = await torrent.status()
    expect({ errc, errorFile }).toMatchObject({ errc: { code: 'ENOTDIR' }, errorFile: 0 })
    expect(flags & lt.torrentFlags.paused).not.toBe(0)
    expect(flags & lt.torrentFlags.uploadMode).toBe(0)

    await rm(savePath)
    goOn(torrent, true)
    torrent.connectPeer(await endpointOf(seeder))
    await finished(torrent)
    expect((await torrent.status()).errc).toBeNull()
    expect(existsSync(join(savePath, 'content.bin'))).toBe(true)
  })
})
