import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from '../../../lib'
import { rejectionOf, thrownBy } from '../../helpers/deadline'
import { tempDir } from '../../helpers/files'
import { bareTorrent, changedTorrent, kiB, oneFile } from '../../helpers/torrents'

describe('new TorrentInfo', () => {
  test('reads what the torrent says', () => {
    const info = new lt.TorrentInfo(
      changedTorrent(
        { private: 1 },
        {
          announce: 'http://a.example/',
          'announce-list': [['http://a.example/', 'http://b.example/'], ['udp://c.example:1']],
          comment: 'ünï',
          'created by': 'me',
          'creation date': 1_000_000_000,
          'url-list': ['http://w.example/'],
          httpseeds: ['http://h.example/'],
          nodes: [['n.example', 6881]],
        },
      ),
    )
    expect(info.name()).toBe('x.bin')
    expect(info.totalSize()).toBe(100_000)
    expect(info.numFiles()).toBe(1)
    expect(info.numPieces()).toBe(7)
    expect([info.lastPiece(), info.endPiece()]).toStrictEqual([6, 7])
    expect(info.pieceLength()).toBe(16 * kiB)
    expect([info.pieceSize(0), info.pieceSize(6)]).toStrictEqual([16 * kiB, 100_000 - 6 * 16 * kiB])
    expect(info.hashForPiece(0)).toBe('01'.repeat(20))
    expect(info.priv()).toBe(true)
    expect([info.v1(), info.v2(), info.isI2p()]).toStrictEqual([true, false, false])
    expect([info.isValid(), info.isLoaded()]).toStrictEqual([true, true])
    expect(info.comment()).toBe('ünï')
    expect(info.creator()).toBe('me')
    expect(info.creationDate()).toStrictEqual(new Date('2001-09-09T01:46:40Z'))
    expect(info.nodes()).toStrictEqual([['n.example', 6881]])
    expect(info.webSeeds().map(({ url, type }) => [url, type])).toStrictEqual([
      ['http://w.example/', 'url_seed'],
      ['http://h.example/', 'http_seed'],
    ])
    const trackers = info.trackers().map(({ url, tier }) => [url, tier] as const)
    expect(new Map(trackers)).toStrictEqual(
      new Map([
        ['http://a.example/', 0],
        ['http://b.example/', 0],
        ['udp://c.example:1', 1],
      ]),
    )
  })

  test('says nothing of what the torrent leaves out', () => {
    const info = new lt.TorrentInfo(changedTorrent())
    expect(info.creationDate()).toBeNull()
    expect([info.comment(), info.creator(), info.sslCert()]).toStrictEqual(['', '', ''])
    expect(info.priv()).toBe(false)
    expect([info.trackers(), info.webSeeds(), info.nodes()]).toStrictEqual([[], [], []])
    expect([info.similarTorrents(), info.collections()]).toStrictEqual([[], []])
    expect(info.infoHashes().v2).toBeNull()
  })

  test('gives the info dictionary, by key and as bytes', () => {
    const info = new lt.TorrentInfo(changedTorrent({ extra: { a: [1] } }))
    expect(info.info('name')).toStrictEqual(Buffer.from('x.bin'))
    expect(info.info('extra')).toEqual({ a: [1] })
    expect(info.info('nothing')).toBeNull()
    expect((lt.bdecode(info.infoSection()) as Record<string, unknown>).length).toBe(100_000)
  })

  test('copies the bytes that it is given', () => {
    const bytes = changedTorrent()
    const info = new lt.TorrentInfo(bytes)
    bytes.fill(0)
    expect(info.info('name')).toStrictEqual(Buffer.from('x.bin'))
  })

  test('takes a Uint8Array that is a part of a buffer', () => {
    const bytes = changedTorrent()
    const part = new Uint8Array(Buffer.concat([Buffer.alloc(3), bytes, Buffer.alloc(3)]).buffer)
    expect(() => new lt.TorrentInfo(part.subarray(0, 2))).toThrow(lt.LibtorrentError)
    const inside = Buffer.concat([Buffer.from('xyz'), bytes]).subarray(3)
    expect(new lt.TorrentInfo(inside).infoHashes()).toStrictEqual(
      new lt.TorrentInfo(bytes).infoHashes(),
    )
  })

  test('keeps names from leaving the save path', () => {
    const info = new lt.TorrentInfo(changedTorrent({ name: '../../etc/passwd' }))
    expect(info.files().filePath(0)).not.toMatch(/\/|^\.\.?$/)
  })

  test.each<[string, lt.EntryInit, string]>([
    ['no name', { name: '' }, 'torrent_missing_name'],
    ['a name that is only dots', { name: '..' }, 'torrent_missing_name'],
    ['no piece length', { 'piece length': 0 }, 'torrent_missing_piece_length'],
    ['a huge piece length', { 'piece length': 2 ** 31 }, 'torrent_missing_piece_length'],
    ['a negative size', { length: -5 }, 'torrent_invalid_length'],
    ['a size that no disk has', { length: Number.MAX_SAFE_INTEGER }, 'torrent_invalid_length'],
    ['half a hash', { pieces: 'abc' }, 'torrent_invalid_hashes'],
    ['too few hashes', { pieces: Buffer.alloc(20) }, 'torrent_invalid_hashes'],
    ['hashes of another type', { pieces: 5 }, 'torrent_missing_pieces'],
    ['an unknown version', { 'meta version': 3 }, 'torrent_unknown_version'],
  ])('throws for a torrent with %s', (_, info, code) => {
    const error = thrownBy(() => new lt.TorrentInfo(changedTorrent(info)))
    expect(error).toBeInstanceOf(lt.LibtorrentError)
    expect(error).toMatchObject({ code, category: 'libtorrent' })
  })

  test.each([
    ['', 'unexpected_eof'],
    ['hello', 'expected_value'],
    ['le', 'torrent_is_no_dict'],
    ['de', 'torrent_missing_info'],
  ])('throws for %j the error %s', (bytes, code) => {
    expect(thrownBy(() => new lt.TorrentInfo(Buffer.from(bytes)))).toMatchObject({ code })
  })

  test('throws a TypeError for anything but bytes', () => {
    for (const value of [undefined, 'x', 5, new ArrayBuffer(2), {}]) {
      expect(() => new lt.TorrentInfo(value as never)).toThrow(/^buffer must be a Uint8Array, got /)
    }
  })

  test.each<[lt.LoadTorrentLimitsInit, string]>([
    [{ maxPieces: 3 }, 'too_many_pieces_in_torrent'],
    [{ maxDecodeDepth: 1 }, 'depth_exceeded'],
    [{ maxDecodeTokens: 2 }, 'limit_exceeded'],
  ])('is refused beyond the limit %j', (limits, code) => {
    expect(thrownBy(() => new lt.TorrentInfo(changedTorrent(), limits))).toMatchObject({ code })
  })

  test('names a limit that is unknown or of the wrong type', () => {
    const make = (limits: unknown) => () => new lt.TorrentInfo(changedTorrent(), limits as never)
    expect(make({ maxPiece: 1 })).toThrow(
      new TypeError('limits has the unknown key "maxPiece", did you mean "maxPieces"?'),
    )
    expect(make({ maxPieces: 'a' })).toThrow(/^limits\.maxPieces must be an integer/)
  })
})

describe('TorrentInfo.load', () => {
  test('reads a file', async () => {
    const path = join(await tempDir(), 'a.torrent')
    await writeFile(path, bareTorrent())
    const info = await lt.TorrentInfo.load(path)
    expect(info).toBeInstanceOf(lt.TorrentInfo)
    expect(info.infoHashes()).toStrictEqual(new lt.TorrentInfo(bareTorrent()).infoHashes())
    expect(await rejectionOf(lt.TorrentInfo.load(path, { maxBufferSize: 10 }))).toMatchObject({
      code: 'metadata_too_large',
    })
  })

  test('rejects with the error of the file or of its content', async () => {
    const directory = await tempDir()
    const path = join(directory, 'a.torrent')
    expect(await rejectionOf(lt.TorrentInfo.load(path))).toMatchObject({
      code: 'ENOENT',
      value: 2,
    })
    await writeFile(path, 'hello')
    expect(await rejectionOf(lt.TorrentInfo.load(path))).toMatchObject({ category: 'bdecode' })
    await expect(lt.TorrentInfo.load(5 as never)).rejects.toThrow('path must be a string, got 5')
  })
})

describe('editing a TorrentInfo', () => {
  test('renames files for itself only', () => {
    const info = new lt.TorrentInfo(changedTorrent())
    const before = info.files()
    info.renameFile(0, 'other.bin')
    expect(info.files().filePath(0)).toBe('other.bin')
    expect(info.origFiles().filePath(0)).toBe('x.bin')
    expect(before.filePath(0)).toBe('x.bin')
  })

  test('is not done by editing its files', () => {
    const info = new lt.TorrentInfo(changedTorrent())
    info.files().renameFile(0, 'other.bin')
    expect(info.files().filePath(0)).toBe('x.bin')
  })

  test('changes trackers, web seeds and nodes, and not the info-hash', () => {
    const info = new lt.TorrentInfo(changedTorrent({}, { announce: 'http://a.example/' }))
    const hashes = info.infoHashes()
    info.clearTrackers()
    info.addTracker('http://late.example/', 2)
    info.addTracker('http://early.example/')
    info.addUrlSeed('http://w.example/', 'me:secret', [['X-Key', 'value']])
    info.addNode(['n.example', 1])
    expect(info.trackers().map(({ url }) => url)).toStrictEqual([
      'http://early.example/',
      'http://late.example/',
    ])
    expect(info.webSeeds()).toStrictEqual([
      {
        url: 'http://w.example/',
        auth: 'me:secret',
        extraHeaders: [['X-Key', 'value']],
        type: 'url_seed',
      },
    ])
    expect(info.infoHashes()).toStrictEqual(hashes)
  })
})

describe('the pieces of a TorrentInfo', () => {
  test('are found by file and the other way round', () => {
    const files = [
      { length: 10, path: ['a'] },
      { length: 99_990, path: ['b'] },
    ]
    const info = new lt.TorrentInfo(
      lt.bencode({
        info: { files, name: 'x', 'piece length': 16 * kiB, pieces: Buffer.alloc(7 * 20, 1) },
      }),
    )
    expect(info.mapFile(1, 20_000, 100)).toStrictEqual({ piece: 1, start: 3626, length: 100 })
    expect(info.mapBlock(0, 0, 100)).toStrictEqual([
      { fileIndex: 0, offset: 0, size: 10 },
      { fileIndex: 1, offset: 0, size: 90 },
    ])
  })

  test('have hashes in v2 torrents, too', async () => {
    const { info } = await oneFile(40_000, { version: 'v2', pieceSize: 16 * kiB })
    expect(info.pieceLayer(0)).toHaveLength(3 * 32)
    expect(info.files().root(0)).toMatch(/^[0-9a-f]{64}$/)
    expect(() => info.hashForPiece(0)).toThrow()
    info.freePieceLayers()
    expect(info.pieceLayer(0)).toHaveLength(0)
  })

  test('are RangeErrors when there is no such piece or file', () => {
    const info = new lt.TorrentInfo(changedTorrent())
    const calls = [
      () => info.pieceSize(7),
      () => info.pieceSize(-1),
      () => info.hashForPiece(7),
      () => info.pieceLayer(1),
      () => info.renameFile(1, 'x'),
      () => info.mapFile(1, 0, 1),
      () => info.mapFile(0, 99_999, 2),
      () => info.mapBlock(7, 0, 1),
      () => info.mapBlock(0, -1, 1),
    ]
    for (const call of calls) expect(call).toThrow(RangeError)
  })
})
