import { rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from '../../../lib'
import { rejectionOf, within } from '../../helpers/deadline'
import { tempDir } from '../../helpers/files'
import { MiB, kiB } from '../../helpers/torrents'

const large = 256 * MiB

/** Bytes that no machine hashes before the deadline of a test. */
const endless = 2 ** 40

interface Hashable {
  readonly torrent: lt.CreateTorrent
  readonly path: string
  readonly directory: string
}

/** A file of zeros, which takes no time to write. */
async function ofSize(size: number, pieceSize = 16 * kiB, flags = 0): Promise<Hashable> {
  const directory = await tempDir()
  const path = join(directory, 'zeros.bin')
  await writeFile(path, '')
  await truncate(path, size)
  const files = await lt.addFiles(new lt.FileStorage(), path)
  return { torrent: new lt.CreateTorrent(files, pieceSize, flags), path, directory }
}

describe('setPieceHashes', () => {
  test('needs no options', async () => {
    const { torrent, directory } = await ofSize(100_000)
    await torrent.setPieceHashes(directory)
    expect(torrent.generateBuf().length).toBeGreaterThan(0)
  })

  test('needs no onProgress when there are other options', async () => {
    const { torrent, directory } = await ofSize(100_000)
    await torrent.setPieceHashes(directory, { signal: new AbortController().signal })
    expect(torrent.generateBuf().length).toBeGreaterThan(0)
  })

  test('reports progress up to the last piece', async () => {
    const { torrent, directory } = await ofSize(8 * MiB)
    const reports: [number, number][] = []
    await torrent.setPieceHashes(directory, {
      onProgress: (done, total) => reports.push([done, total]),
    })
    const total = torrent.numPieces()
    expect(reports.at(-1)).toStrictEqual([total, total])
    const done = reports.map(([count]) => count)
    expect(done).toStrictEqual([...new Set(done)].sort((a, b) => a - b))
  })

  test('leaves this thread free', async () => {
    const { torrent, directory } = await ofSize(large)
    let turns = 0
    const count = (): void => {
      turns++
      timer = setImmediate(count)
    }
    let timer = setImmediate(count)
    await torrent.setPieceHashes(directory)
    clearImmediate(timer)
    expect(turns).toBeGreaterThan(10)
  })

  test('gives the same hashes with any number of threads', async () => {
    const { torrent, directory } = await ofSize(MiB)
    const results: Buffer[] = []
    for (const threads of [0, 1, 4]) {
      await torrent.setPieceHashes(directory, {
        settings: { hashing_threads: threads },
        onProgress: () => {},
      })
      results.push(torrent.generateBuf())
    }
    expect(results[1]).toStrictEqual(results[0])
    expect(results[2]).toStrictEqual(results[0])
  })

  test('is stopped in the middle by its signal, with the reason of that', async () => {
    const { torrent, directory, path } = await ofSize(endless, 16 * MiB, lt.createFlags.v1Only)
    const controller = new AbortController()
    const reason = new Error('changed my mind')
    let last = 0
    const hashing = torrent.setPieceHashes(directory, {
      signal: controller.signal,
      onProgress: (done) => {
        last = done
        controller.abort(reason)
      },
    })
    expect(await rejectionOf(hashing)).toBe(reason)
    expect(last).toBeLessThan(torrent.numPieces())
    // it can be used again, and is not half done
    expect(() => torrent.generateBuf()).toThrow(lt.LibtorrentError)
    await truncate(path, 0)
    expect(await rejectionOf(torrent.setPieceHashes(directory))).toBeInstanceOf(lt.LibtorrentError)
  })

  test('does not begin when its signal was aborted before', async () => {
    const { torrent, directory } = await ofSize(100_000)
    const reports: number[] = []
    const hashing = torrent.setPieceHashes(directory, {
      signal: AbortSignal.abort('no'),
      onProgress: (done) => reports.push(done),
    })
    expect(await rejectionOf(hashing)).toBe('no')
    expect(reports).toStrictEqual([])
    expect(torrent.numPieces()).toBeGreaterThan(0)
  })

  test('is stopped by an onProgress that throws, with what it throws', async () => {
    const { torrent, directory } = await ofSize(endless, 16 * MiB, lt.createFlags.v1Only)
    const error = new Error('mine')
    let calls = 0
    const hashing = torrent.setPieceHashes(directory, {
      onProgress: () => {
        calls++
        throw error
      },
    })
    expect(await rejectionOf(hashing)).toBe(error)
    expect(calls).toBe(1)
  })

  test('keeps every other use of the torrent out until it is done', async () => {
    const { torrent, directory } = await ofSize(8 * MiB)
    const hashing = torrent.setPieceHashes(directory)
    const busy = 'setPieceHashes() has not finished'
    expect(() => torrent.generateBuf()).toThrow(busy)
    expect(() => torrent.generate()).toThrow(busy)
    expect(() => torrent.addTracker('http://a.example/')).toThrow(busy)
    expect(() => torrent.setHash(0, '00'.repeat(20))).toThrow(busy)
    expect(() => torrent.numPieces()).toThrow(busy)
    const second = torrent.setPieceHashes(directory)
    expect(await rejectionOf(second)).toMatchObject({ message: busy })
    await within(hashing, 'the hashes')
    torrent.addTracker('http://a.example/')
    expect(torrent.generateBuf().includes('http://a.example/')).toBe(true)
  })

  test.each([
    ['one piece', 16 * kiB],
    ['many pieces', MiB],
  ])('rejects with ENOENT when the file of %s is gone', async (_, size) => {
    const { torrent, directory, path } = await ofSize(size)
    await rm(path)
    const error = await rejectionOf(torrent.setPieceHashes(directory))
    expect(error).toBeInstanceOf(lt.LibtorrentError)
    expect(error).toMatchObject({ code: 'ENOENT' })
  })

  test('rejects when the file has become shorter', async () => {
    const { torrent, directory, path } = await ofSize(100_000, 16 * kiB, lt.createFlags.v1Only)
    await truncate(path, 10)
    const error = await rejectionOf(torrent.setPieceHashes(directory))
    expect(error).toBeInstanceOf(lt.LibtorrentError)
  })

  test('rejects for wrong arguments', async () => {
    const { torrent, directory } = await ofSize(100_000)
    const onProgress = (): void => {}
    expect(await rejectionOf(torrent.setPieceHashes(5 as never))).toStrictEqual(
      new TypeError('path must be a string, got 5'),
    )
    const settings = { hashing_thread: 1 } as never
    expect(
      await rejectionOf(torrent.setPieceHashes(directory, { onProgress, settings })),
    ).toStrictEqual(
      new TypeError(
        'settings has the unknown key "hashing_thread", did you mean "hashing_threads"?',
      ),
    )
    const misused = torrent.setPieceHashes(directory, { onProgress: 5 as never })
    expect(await rejectionOf(misused)).toBeInstanceOf(TypeError)
    // none of these keeps it from being used
    await torrent.setPieceHashes(directory, { onProgress })
  })
})
