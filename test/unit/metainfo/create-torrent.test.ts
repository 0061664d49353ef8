import { dirname } from 'node:path'
import * as lt from '../../../lib'
import { thrownBy } from '../../helpers/deadline'
import { kiB, manyFiles, oneFile, torrentOf, versions } from '../../helpers/torrents'

/** A CreateTorrent of content on disk, and where that is. */
async function creator(
  flags = 0,
  sizes: Record<string, number> = { a: 100, b: 40_000 },
): Promise<{ torrent: lt.CreateTorrent; directory: string }> {
  const { path } = await manyFiles(sizes)
  const files = await lt.addFiles(new lt.FileStorage(), path)
  return { torrent: new lt.CreateTorrent(files, 16 * kiB, flags), directory: dirname(path) }
}

describe('CreateTorrent', () => {
  test.each(versions)('makes %s torrents', async (version) => {
    const { info } = await oneFile(100_000, { version, pieceSize: 32 * kiB })
    const { v1, v2 } = info.infoHashes()
    expect(info.v1()).toBe(version !== 'v2')
    expect(info.v2()).toBe(version !== 'v1')
    expect(v1 === null).toBe(version === 'v2')
    expect(v2 === null).toBe(version === 'v1')
    expect(info.pieceLength()).toBe(32 * kiB)
    expect(info.numPieces()).toBe(4)
    expect(info.isValid()).toBe(true)
  })

  test('makes the same torrent of the same content', async () => {
    const { path, info } = await oneFile(50_000)
    const again = new lt.TorrentInfo(await torrentOf(path))
    expect(again.infoHashes()).toStrictEqual(info.infoHashes())
  })

  test('chooses a piece size when none is given', async () => {
    const { info } = await oneFile(100_000)
    const size = info.pieceLength()
    expect(size).toBeGreaterThanOrEqual(16 * kiB)
    expect(Math.log2(size) % 1).toBe(0)
  })

  test('tells what it will be', async () => {
    const { torrent } = await creator(lt.createFlags.v1Only)
    expect([torrent.isV1Only(), torrent.isV2Only(), torrent.priv()]).toStrictEqual([
      true,
      false,
      false,
    ])
    expect([torrent.numPieces(), torrent.endPiece(), torrent.endFile()]).toStrictEqual([3, 3, 2])
    expect([torrent.pieceLength(), torrent.totalSize()]).toStrictEqual([16 * kiB, 40_100])
    expect(torrent.pieceSize(2)).toBe(40_100 - 32 * kiB)
    expect(torrent.files().numFiles()).toBe(2)
  })

  test('writes what it is told', async () => {
    const { torrent, directory } = await creator()
    torrent.addTracker('http://a.example/')
    torrent.addTracker('udp://b.example:1', 3)
    torrent.addUrlSeed('http://w.example/')
    torrent.addHttpSeed('http://h.example/')
    torrent.setComment('ünï')
    torrent.setCreator('me')
    torrent.setCreationDate(new Date(1_000_000_000_000))
    torrent.setPriv(true)
    torrent.addNode(['n.example', 6881])
    torrent.addSimilarTorrent('ab'.repeat(20))
    torrent.addCollection('of things')
    torrent.setRootCert('PEM')
    await torrent.setPieceHashes(directory)
    const info = new lt.TorrentInfo(torrent.generateBuf())
    expect(info.trackers().map(({ url, tier }) => [url, tier])).toStrictEqual([
      ['http://a.example/', 0],
      ['udp://b.example:1', 1],
    ])
    expect(info.webSeeds().map(({ url }) => url)).toStrictEqual([
      'http://w.example/',
      'http://h.example/',
    ])
    expect([info.comment(), info.creator(), info.priv()]).toStrictEqual(['ünï', 'me', true])
    expect(info.creationDate()).toStrictEqual(new Date(1_000_000_000_000))
    expect(info.nodes()).toStrictEqual([['n.example', 6881]])
    expect(info.similarTorrents()).toStrictEqual(['ab'.repeat(20)])
    expect(info.collections()).toStrictEqual(['of things'])
    expect(info.sslCert()).toBe('PEM')
  })

  test('gives the torrent as bytes and as an object, which are the same', async () => {
    const { torrent, directory } = await creator()
    torrent.addTracker('http://a.example/')
    await torrent.setPieceHashes(directory)
    const entry = torrent.generate()
    expect(lt.bencode(entry as lt.EntryInit)).toStrictEqual(torrent.generateBuf())
    expect(entry).toMatchObject({ announce: Buffer.from('http://a.example/') })
  })

  test('takes hashes that were computed elsewhere', async () => {
    const { torrent } = await creator(lt.createFlags.v1Only)
    for (let piece = 0; piece < 3; piece++) torrent.setHash(piece, `a${piece}`.repeat(20))
    const info = new lt.TorrentInfo(torrent.generateBuf())
    expect(info.hashForPiece(2)).toBe('a2'.repeat(20))

    const v2 = await creator(lt.createFlags.v2Only, { a: 40_000, b: 0 })
    for (let piece = 0; piece < 3; piece++) v2.torrent.setHash2(0, piece, `a${piece}`.repeat(32))
    expect(new lt.TorrentInfo(v2.torrent.generateBuf()).pieceLayer(0)).toHaveLength(96)
  })

  test('keeps the files that it was made with', async () => {
    const { path, savePath } = await manyFiles({ a: 100, b: 40_000 })
    const files = await lt.addFiles(new lt.FileStorage(), path)
    const torrent = new lt.CreateTorrent(files, 16 * kiB, lt.createFlags.v1Only)
    files.addFile('content/later', 5)
    torrent.files().renameFile(0, 'content/other')
    await torrent.setPieceHashes(savePath)
    const info = new lt.TorrentInfo(torrent.generateBuf())
    expect(info.numFiles()).toBe(2)
    expect(info.files().filePath(0)).toMatch(/^content\/[ab]$/)
  })
})

describe('CreateTorrent refuses', () => {
  test('to be made of nothing', () => {
    const empty = new lt.FileStorage()
    expect(thrownBy(() => new lt.CreateTorrent(empty))).toMatchObject({
      code: 'no_files_in_torrent',
    })
    empty.addFile('a', 0)
    expect(thrownBy(() => new lt.CreateTorrent(empty))).toMatchObject({
      code: 'torrent_invalid_length',
    })
    expect(() => new lt.CreateTorrent({} as never)).toThrow(
      'fileStorage must be a FileStorage, got an object',
    )
  })

  test.each([lt.createFlags.v2Only, lt.createFlags.v2Only | lt.createFlags.canonicalFiles])(
    'a v2 torrent of a directory that has one file, with flags %i',
    (flags) => {
      expect(() => new lt.CreateTorrent(filesOf(['album/one.bin']), 0, flags)).toThrow(
        new RangeError(
          'libtorrent would read "album/one.bin" as "one.bin": a v2 torrent of one file can\'t have a ' +
            'directory around it. Make it of the file, or make a v1 or hybrid torrent',
        ),
      )
    },
  )

  test.each([
    ['v1', ['album/one.bin'], lt.createFlags.v1Only],
    ['hybrid', ['album/one.bin'], 0],
    ['v2', ['one.bin'], lt.createFlags.v2Only],
    ['v2', ['album/sub/one.bin'], lt.createFlags.v2Only],
    ['v2', ['album/one.bin', 'album/two.bin'], lt.createFlags.v2Only],
  ])('no %s torrent of %j', (_, paths, flags) => {
    expect(new lt.CreateTorrent(filesOf(paths), 0, flags).totalSize()).toBeGreaterThan(0)
  })

  test.each([
    [
      'for padding',
      'album/_____padding_file_0',
      /^"_____padding_file_" in a name marks padding in a v1/,
    ],
    [
      'of backslashes only',
      'album/\\\\',
      /^libtorrent can't load .* a file "album\/\\\\": the v1 and v2 file/,
    ],
    [
      'in 99 directories',
      `album/${'d/'.repeat(99)}a`,
      /^libtorrent can't load .*: bencoded nesting/,
    ],
  ])('a hybrid torrent with a name %s', (_, path, message) => {
    const call = (): unknown => new lt.CreateTorrent(filesOf(['album/a', path, 'album/b']))
    expect(call).toThrow(RangeError)
    expect(call).toThrow(message)
  })

  test('a file whose name has a backslash, outside of a directory', () => {
    expect(() => new lt.CreateTorrent(filesOf(['one\\file']))).toThrow(
      /^libtorrent can't load a torrent that has a file "one\\file"/,
    )
  })

  test('piece sizes that torrents do not have', async () => {
    const { path } = await oneFile(100_000)
    const files = await lt.addFiles(new lt.FileStorage(), path)
    expect(thrownBy(() => new lt.CreateTorrent(files, 17_000))).toMatchObject({
      code: 'invalid_piece_size',
    })
    for (const size of [-1, 2 ** 31, 0.5]) {
      expect(() => new lt.CreateTorrent(files, size)).toThrow(RangeError)
    }
    expect(() => new lt.CreateTorrent(files, '16' as never)).toThrow(
      /^pieceSize must be an integer/,
    )
  })

  test('to be generated before every piece has a hash', async () => {
    for (const flags of [0, lt.createFlags.v1Only, lt.createFlags.v2Only]) {
      const { torrent } = await creator(flags)
      expect(thrownBy(() => torrent.generateBuf())).toMatchObject({ code: 'invalid_hash_entry' })
      expect(thrownBy(() => torrent.generate())).toMatchObject({ code: 'invalid_hash_entry' })
    }
  })

  test('hashes where no piece is, and those of the other version', async () => {
    const { torrent } = await creator(lt.createFlags.v1Only)
    expect(() => torrent.setHash(3, '00'.repeat(20))).toThrow(RangeError)
    expect(() => torrent.setHash(-1, '00'.repeat(20))).toThrow(RangeError)
    expect(() => torrent.setHash(0, '00')).toThrow(/^hash must be 40 hex digits, got "00"$/)
    expect(() => torrent.setHash2(0, 0, '00'.repeat(32))).toThrow(lt.LibtorrentError)
    const v2 = await creator(lt.createFlags.v2Only)
    expect(() => v2.torrent.setHash(0, '00'.repeat(20))).toThrow(lt.LibtorrentError)
    expect(() => v2.torrent.setHash2(0, 9, '00'.repeat(32))).toThrow(RangeError)
    expect(() => v2.torrent.setHash2(9, 0, '00'.repeat(32))).toThrow(RangeError)
  })

  test('trackers and dates of other types', async () => {
    const { torrent } = await creator()
    expect(() => torrent.addTracker(5 as never)).toThrow('url must be a string, got 5')
    expect(() => torrent.addTracker('http://a.example/', 256)).toThrow(/^tier must be an integer/)
    expect(() => torrent.setCreationDate(5 as never)).toThrow('date must be a Date or null, got 5')
    expect(() => torrent.addNode(['n.example', 70_000])).toThrow(/^node\[1\] must be an integer/)
    expect(() => torrent.setPriv(1 as never)).toThrow('isPrivate must be a boolean, got 1')
  })
})

function filesOf(paths: readonly string[]): lt.FileStorage {
  const files = new lt.FileStorage()
  for (const path of paths) files.addFile(path, 20_000)
  return files
}
