import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import * as lt from '../../lib'
import { rejectionOf, waitLimit, within } from '../helpers/deadline'
import { tempDir } from '../helpers/files'
import { endpointOf, leech, openSession, ownFlags, seed } from '../helpers/sessions'
import { MiB, bareTorrent, kiB, manyFiles, oneFile } from '../helpers/torrents'
import type { Content } from '../helpers/torrents'

const size = MiB + 77
const pieceSize = 32 * kiB
const soon = { timeout: waitLimit }

async function downloading(content: Content): Promise<lt.TorrentHandle> {
  const seeder = openSession()
  await seed(seeder, content)
  return leech(openSession(), { ti: content.info, savePath: await tempDir() }, [
    await endpointOf(seeder),
  ])
}

describe('a file that is being downloaded can be read', () => {
  test('as a whole', async () => {
    const content = await oneFile(size, { pieceSize })
    const torrent = await downloading(content)
    const bytes = await within(buffer(torrent.createReadStream(0)), 'the file')
    expect(bytes.equals(await readFile(content.path))).toBe(true)
  })

  test.each([
    ['the beginning', { end: 99 }],
    ['the end', { start: size - 100 }],
    ['some pieces in the middle', { start: 5 * pieceSize - 3, end: 9 * pieceSize + 3 }],
    ['one byte', { start: 1234, end: 1234 }],
    ['nothing', { start: size }],
    ['to an end behind that of the file', { start: size - 10, end: size + 10 }],
  ])('in part: %s', async (_, range) => {
    const content = await oneFile(size, { pieceSize })
    const torrent = await downloading(content)
    const bytes = await within(buffer(torrent.createReadStream(0, range)), 'the part')
    const { start = 0, end = size - 1 } = range as { start?: number; end?: number }
    expect(bytes.equals((await readFile(content.path)).subarray(start, end + 1))).toBe(true)
  })

  test('by several readers at once, of several files', async () => {
    const content = await manyFiles({ a: 100_001, b: 1, c: 200_000 }, { pieceSize })
    const torrent = await downloading(content)
    const files = content.info.files()
    const names = ['content/a', 'content/b', 'content/c', 'content/a']
    const indexOf = (name: string): number =>
      Array.from({ length: files.numFiles() }, (_, i) => files.filePath(i)).indexOf(name)
    const all = Promise.all(names.map((name) => buffer(torrent.createReadStream(indexOf(name)))))
    const read = await within(all, 'the files')
    for (const [i, name] of names.entries()) {
      expect(read[i]!.equals(await readFile(join(content.savePath, name)))).toBe(true)
    }
  })

  test('before its metadata is there', async () => {
    const content = await oneFile(size, { pieceSize })
    const seeder = openSession()
    await seed(seeder, content)
    const torrent = await openSession().addTorrent({
      ...lt.parseMagnetUri(lt.makeMagnetUri(content.info)),
      savePath: await tempDir(),
      flags: ownFlags,
      peers: [await endpointOf(seeder)],
    })
    const bytes = await within(buffer(torrent.createReadStream(0, { end: 9999 })), 'the part')
    expect(bytes.equals((await readFile(content.path)).subarray(0, 10_000))).toBe(true)
  })

  test('although nothing else of it is wanted', async () => {
    const content = await oneFile(40 * pieceSize, { pieceSize })
    const seeder = openSession({ close_redundant_connections: false })
    await seed(seeder, content)
    const torrent = await leech(
      openSession({ close_redundant_connections: false }),
      { ti: content.info, savePath: await tempDir(), filePriorities: [0] },
      [await endpointOf(seeder)],
    )
    const range = { start: 20 * pieceSize, end: 21 * pieceSize - 1 }
    const bytes = await within(buffer(torrent.createReadStream(0, range)), 'the part')
    expect(bytes.equals((await readFile(content.path)).subarray(range.start, range.end + 1))).toBe(
      true,
    )
    expect((await torrent.status()).pieces.all()).toBe(false)
  })
})

test('a file that is there can be read again and again', async () => {
  const content = await oneFile(size, { pieceSize })
  const torrent = await seed(openSession(), content)
  const expected = await readFile(content.path)
  for (let round = 0; round < 3; round++) {
    expect((await buffer(torrent.createReadStream(0))).equals(expected)).toBe(true)
  }
})

describe('a range of a complete file has the bytes of the file', () => {
  // The whole, within a block, over the edges of blocks, over the edges of pieces, and to the end.
  const ranges = [
    [0, size - 1],
    [5, 9],
    [16 * kiB - 1, 16 * kiB],
    [pieceSize - 1, 3 * pieceSize],
    [size - 100, size - 1],
  ] as const

  test.each(['v1', 'v2', 'hybrid'] as const)('%s, several files and padding', async (version) => {
    const content = await manyFiles({ a: 50_001, b: size }, { pieceSize, version })
    const torrent = await seed(openSession(), content)
    const file = (await torrent.files()).find(({ length }) => length === size)!
    const expected = await readFile(join(content.savePath, 'content', 'b'))
    for (const [start, end] of ranges) {
      const bytes = await within(buffer(file.createReadStream({ start, end })), 'the range')
      expect(bytes.equals(expected.subarray(start, end + 1))).toBe(true)
    }
  })

  test('after the file was renamed and the torrent moved while it is read', async () => {
    const content = await oneFile(4 * MiB, { pieceSize })
    const torrent = await seed(openSession(), content)
    const expected = await readFile(content.path)
    const parts: Buffer[] = []
    for await (const part of torrent.createReadStream(0)) {
      parts.push(part as Buffer)
      if (parts.length === 1) await torrent.renameFile(0, 'renamed.bin')
      if (parts.length === 2) await torrent.moveStorage(await tempDir())
    }
    expect(Buffer.concat(parts).equals(expected)).toBe(true)
  })

  test('without a read of a piece', async () => {
    const content = await oneFile(size, { pieceSize })
    const torrent = await seed(openSession(), content)
    const readPiece = jest.spyOn(torrent, 'readPiece')
    await within(buffer(torrent.createReadStream(0)), 'the file')
    expect(readPiece).not.toHaveBeenCalled()
  })

  test('without a query of the metadata', async () => {
    const content = await oneFile(size, { pieceSize })
    const torrent = await seed(openSession(), content)
    const others = [jest.spyOn(torrent, 'torrentFile'), jest.spyOn(torrent, 'waitFor')]
    const bytes = await buffer(torrent.createReadStream(0, { start: 5, end: pieceSize }))
    expect(bytes).toHaveLength(pieceSize - 4)
    for (const other of others) expect(other).not.toHaveBeenCalled()
  })

  test('and none of the next file', async () => {
    const content = await manyFiles({ a: 50_001, b: size }, { pieceSize, version: 'v1' })
    const torrent = await seed(openSession(), content)
    const file = (await torrent.files()).find(({ length }) => length === 50_001)!
    const expected = await readFile(join(content.savePath, 'content', 'a'))
    const stream = file.createReadStream({ start: 49_000, end: 60_000 })
    expect((await within(buffer(stream), 'the range')).equals(expected.subarray(49_000))).toBe(true)
  })
})

test('a stream of a file that vanished fails with the error of the disk', async () => {
  const content = await oneFile(size, { pieceSize })
  const torrent = await seed(openSession(), content)
  const paused = torrent.waitFor('torrent_paused', soon)
  torrent.pause()
  await paused // its files are closed
  await rm(content.path)
  const failed = torrent.waitFor('file_error', soon)
  const error = await rejectionOf(within(buffer(torrent.createReadStream(0)), 'the end'))
  expect(error).toMatchObject({ code: 'ENOENT' })
  expect((await failed).error).toBeInstanceOf(lt.LibtorrentError)
})

describe('a stream', () => {
  const waiting = async (): Promise<lt.TorrentHandle> =>
    openSession().addTorrent({
      ti: new lt.TorrentInfo(bareTorrent()),
      savePath: await tempDir(),
      flags: ownFlags,
    })

  test('can be left', async () => {
    const content = await oneFile(size, { pieceSize })
    const torrent = await downloading(content)
    const stream = torrent.createReadStream(0)
    let length = 0
    for await (const chunk of stream) {
      length += (chunk as Buffer).length
      break
    }
    expect(length).toBeGreaterThan(0)
    expect(stream.destroyed).toBe(true)
  })

  test.each<[string, number, object]>([
    ['a file that there is not', 1, {}],
    ['a start behind the end of the file', 0, { start: 100 * kiB + 1 }],
    ['an end before the start', 0, { start: 10, end: 5 }],
  ])('fails with a RangeError for %s', async (_, file, range) => {
    const stream = (await waiting()).createReadStream(file, range)
    expect(await rejectionOf(buffer(stream))).toBeInstanceOf(RangeError)
  })

  test.each([{ start: 0.5 }, { start: -1 }, { end: 0.5 }, { end: -1 }])(
    'refuses %j, no integer from 0, at once',
    async (range) => {
      const torrent = await waiting()
      expect(() => torrent.createReadStream(0, range)).toThrow(RangeError)
    },
  )

  test.each([-1, 0.5, NaN])('refuses the fileIndex %d at once', async (fileIndex) => {
    const torrent = await waiting()
    expect(() => torrent.createReadStream(fileIndex)).toThrow(
      /^fileIndex must be an integer from 0/,
    )
  })

  test('refuses an unknown option, and names the nearest one', async () => {
    const torrent = await waiting()
    expect(() => torrent.createReadStream(0, { stat: 5 } as object)).toThrow(/"stat".*"start"/)
  })
})
