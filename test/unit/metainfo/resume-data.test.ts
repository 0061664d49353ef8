import * as lt from '../../../lib'
import { thrownBy } from '../../helpers/deadline'
import { failuresOf } from '../../helpers/failures'
import { bareTorrent, oneFile, versions } from '../../helpers/torrents'

/** A value in every field that resume data keeps, each another one than the default. */
const everything: lt.AddTorrentParamsInit = {
  name: 'a name',
  savePath: '/tmp/save',
  trackers: ['http://a.example/', 'http://b.example/', 'udp://c.example:1'],
  trackerTiers: [0, 0, 1],
  storageMode: 'storage_mode_allocate',
  filePriorities: [0, 4, 7],
  flags: lt.torrentFlags.sequentialDownload | lt.torrentFlags.disablePex,
  infoHashes: { v1: 'ab'.repeat(20), v2: 'cd'.repeat(32) },
  maxUploads: 3,
  maxConnections: 40,
  uploadLimit: 5000,
  downloadLimit: 60_000,
  totalUploaded: 2 ** 40,
  totalDownloaded: 2 ** 41,
  activeTime: 100,
  finishedTime: 60,
  seedingTime: 50,
  addedTime: new Date(1_600_000_000_000),
  completedTime: new Date(1_600_000_100_000),
  lastSeenComplete: new Date(1_600_000_200_000),
  lastDownload: new Date(1_600_000_300_000),
  lastUpload: new Date(1_600_000_400_000),
  numComplete: 5,
  numIncomplete: 6,
  numDownloaded: 7,
  httpSeeds: ['http://h.example/'],
  urlSeeds: ['http://w.example/'],
  peers: [
    { address: '10.0.0.1', port: 6881 },
    { address: '::1', port: 6882 },
  ],
  // of IPv4 addresses, libtorrent 2.0.8 forgets the last when it reads them
  bannedPeers: [{ address: '::2', port: 6881 }],
  unfinishedPieces: new Map([
    [2, lt.Bitfield.from([true, false, true, true, false, false, false, true])],
  ]),
  havePieces: lt.Bitfield.from([true, true, false, true]),
  verifiedPieces: lt.Bitfield.from([true, false, false, true]),
  piecePriorities: [1, 4, 7, 0],
  merkleTrees: [['11'.repeat(32), '22'.repeat(32)]],
  merkleTreeMask: [[true, false, true]],
  verifiedLeafHashes: [[true, false, true, true]],
  renamedFiles: new Map([[1, 'other']]),
}

describe('resume data', () => {
  const read = lt.readResumeData(lt.writeResumeDataBuf(everything))

  test('keeps each member of the params', async () => {
    const keys = Object.keys(everything) as (keyof lt.AddTorrentParamsInit)[]
    const failures = await failuresOf(keys, (key) => {
      const expected = everything[key]
      if (key === 'flags') expect(read.flags & (expected as number)).toBe(expected)
      else expect(read[key]).toEqual(expected)
    })
    expect(failures).toStrictEqual([])
  })

  test('is the same after it was read and written again', () => {
    expect(lt.readResumeData(lt.writeResumeDataBuf(read))).toStrictEqual(read)
    expect(lt.writeResumeDataBuf(read)).toStrictEqual(
      lt.writeResumeDataBuf(lt.readResumeData(lt.writeResumeDataBuf(read))),
    )
  })

  test('has no key for what it was not given', () => {
    const read = lt.readResumeData(lt.writeResumeDataBuf({}))
    expect(read.infoHashes).toStrictEqual({ v1: null, v2: null })
    expect(Object.keys(read)).not.toEqual(expect.arrayContaining(['ti']))
    expect(Object.values(read)).not.toContain(undefined)
  })

  test.each(versions)('includes the metadata of a %s torrent', async (version) => {
    const { info } = await oneFile(40_000, { version })
    const { ti } = lt.readResumeData(lt.writeResumeDataBuf({ ti: info, savePath: '/tmp' }))
    expect(ti).toBeInstanceOf(lt.TorrentInfo)
    expect(ti?.infoHashes()).toStrictEqual(info.infoHashes())
    expect(ti?.infoSection()).toStrictEqual(info.infoSection())
  })

  test('is the same as an object and as bytes', () => {
    const bare = new lt.TorrentInfo(bareTorrent())
    const params = { ...everything, ti: bare, infoHashes: bare.infoHashes() }
    const asObject = lt.writeResumeData(params) as Record<string, lt.EntryInit>
    const expected = lt.readResumeData(lt.writeResumeDataBuf(params))
    for (const encoded of [asObject, lt.bencode(asObject)]) {
      const { ti, ...rest } = lt.readResumeData(encoded)
      expect(ti?.infoHashes()).toStrictEqual(expected.ti?.infoHashes())
      expect({ ...rest, ti: null }).toStrictEqual({ ...expected, ti: null })
    }
  })

  test('is refused beyond the limits', () => {
    const bytes = lt.writeResumeDataBuf({ ti: new lt.TorrentInfo(bareTorrent()) })
    expect(thrownBy(() => lt.readResumeData(bytes, { maxDecodeTokens: 5 }))).toMatchObject({
      code: 'limit_exceeded',
    })
  })

  test.each([
    ['', 'unexpected_eof'],
    ['hello', 'expected_value'],
    ['de', 'invalid_file_tag'],
    ['le', 'not_a_dictionary'],
  ])('that is %j throws %s', (bytes, code) => {
    const error = thrownBy(() => lt.readResumeData(Buffer.from(bytes)))
    expect(error).toBeInstanceOf(lt.LibtorrentError)
    expect(error).toMatchObject({ code })
  })
})

describe('writeTorrentFile', () => {
  test('writes what was read, with trackers and web seeds', async () => {
    const { buffer, info } = await oneFile(40_000, { trackers: ['http://a.example/'] })
    const params = lt.loadTorrentBuffer(buffer)
    expect(params.trackers).toStrictEqual(['http://a.example/'])
    const written = new lt.TorrentInfo(
      lt.writeTorrentFileBuf({ ...params, urlSeeds: ['http://w.example/'] }),
    )
    expect(written.infoHashes()).toStrictEqual(info.infoHashes())
    expect(written.trackers().map(({ url }) => url)).toStrictEqual(['http://a.example/'])
    expect(written.webSeeds().map(({ url }) => url)).toStrictEqual(['http://w.example/'])
  })

  test('gives an object that bencodes to the same bytes', async () => {
    const params = lt.loadTorrentBuffer((await oneFile(40_000)).buffer)
    expect(lt.bencode(lt.writeTorrentFile(params))).toStrictEqual(lt.writeTorrentFileBuf(params))
  })

  test('throws without metadata', () => {
    const code = 'no_metadata'
    expect(thrownBy(() => lt.writeTorrentFileBuf({}))).toMatchObject({ code })
    expect(thrownBy(() => lt.writeTorrentFile({}))).toMatchObject({ code })
  })
})
