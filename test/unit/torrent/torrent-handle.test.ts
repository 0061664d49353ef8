import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from '../../../lib'
import { rejectionOf, until, within } from '../../helpers/deadline'
import { sha256, tempDir } from '../../helpers/files'
import { addChecked, finished, openSession, ownFlags, seed } from '../../helpers/sessions'
import { bareTorrent, kiB, manyFiles, oneFile, versions } from '../../helpers/torrents'

const bare = async (params: Partial<lt.AddTorrentParamsInit> = {}): Promise<lt.TorrentHandle> =>
  addChecked(openSession(), {
    savePath: await tempDir(),
    ...params,
    ti: new lt.TorrentInfo(bareTorrent()),
  })

describe('the state of a torrent', () => {
  test('without its files is downloading', async () => {
    const torrent = await bare()
    expect(await torrent.status()).toMatchObject({
      state: 'downloading',
      progress: 0,
      totalDone: 0,
      total: 100 * kiB,
      totalWanted: 100 * kiB,
      numPieces: 0,
      blockSize: 16 * kiB,
      hasMetadata: true,
      isSeeding: false,
      isFinished: false,
      errc: null,
      name: 'bare.bin',
      infoHashes: torrent.infoHashes(),
      storageMode: 'storage_mode_sparse',
      lastUpload: null,
      completedTime: null,
    })
  })

  test('with its files is seeding', async () => {
    const content = await oneFile(100_000, { pieceSize: 16 * kiB })
    const torrent = await seed(openSession(), content)
    const status = await torrent.status()
    expect(status).toMatchObject({ state: 'seeding', progress: 1, isSeeding: true, numPieces: 7 })
    expect([...status.pieces]).toStrictEqual(new Array(7).fill(true))
    expect(status.addedTime).toBeInstanceOf(Date)
    expect(status.torrentFile).toBeInstanceOf(lt.TorrentInfo)
  })

  test('holds what is asked for', async () => {
    const torrent = await bare()
    expect(await torrent.status(0)).toMatchObject({ name: '', savePath: '', torrentFile: null })
    expect(await torrent.status(lt.statusFlags.queryName)).toMatchObject({ name: 'bare.bin' })
    expect(torrent.statusSync(lt.statusFlags.queryName).name).toBe('bare.bin')
  })

  test('can be paused and resumed', async () => {
    const torrent = await bare()
    const paused = torrent.waitFor('torrent_paused')
    torrent.pause()
    await within(paused, 'torrent_paused')
    expect((await torrent.flags()) & lt.torrentFlags.paused).not.toBe(0)
    const resumed = torrent.waitFor('torrent_resumed')
    torrent.resume()
    await within(resumed, 'torrent_resumed')
    expect((await torrent.flags()) & lt.torrentFlags.paused).toBe(0)
  })

  test('has flags that can be set, unset and masked', async () => {
    const { sequentialDownload, superSeeding } = lt.torrentFlags
    const torrent = await bare()
    torrent.setFlags(sequentialDownload)
    expect((await torrent.flags()) & sequentialDownload).toBe(sequentialDownload)
    torrent.unsetFlags(sequentialDownload)
    expect((await torrent.flags()) & sequentialDownload).toBe(0)
    torrent.setFlags(-1, sequentialDownload | superSeeding)
    expect((await torrent.flags()) & sequentialDownload).toBe(sequentialDownload)
    expect((await torrent.flags()) & lt.torrentFlags.paused).toBe(0)
    expect(await torrent.flags()).toBeGreaterThan(0)
  })

  test('tells file errors, which can be cleared', async () => {
    const directory = await tempDir()
    await mkdir(join(directory, 'bare.bin')) // where the file should be
    const session = openSession()
    const failed = session.waitFor(['torrent_error', 'file_error'])
    const torrent = await session.addTorrent({
      ti: new lt.TorrentInfo(bareTorrent()),
      savePath: directory,
      flags: ownFlags,
    })
    await within(failed, 'an error')
    const { errc } = await torrent.status()
    expect(errc).toBeInstanceOf(lt.LibtorrentError)
    expect(errc).toMatchObject({ code: 'EISDIR' })
    torrent.clearError()
    expect((await torrent.status()).errc).toBeNull()
  })
})

describe('limits', () => {
  test('read back as they were set', async () => {
    const torrent = await bare()
    torrent.setUploadLimit(10_000)
    torrent.setDownloadLimit(20_000)
    torrent.setMaxUploads(3)
    torrent.setMaxConnections(30)
    expect(await torrent.uploadLimit()).toBe(10_000)
    expect(await torrent.downloadLimit()).toBe(20_000)
    expect(await torrent.maxUploads()).toBe(3)
    expect(await torrent.maxConnections()).toBe(30)
    expect(torrent.uploadLimitSync()).toBe(10_000)
    expect(() => torrent.setUploadLimit(0.5)).toThrow(RangeError)
    expect(() => torrent.setUploadLimit('1' as never)).toThrow(/^bytesPerSecond must be an integer/)
  })
})

describe('trackers and web seeds', () => {
  test('can be added, replaced and removed', async () => {
    const torrent = await bare()
    torrent.addTracker({ url: 'http://a.invalid/', tier: 3, failLimit: 5 })
    torrent.addTracker({ url: 'http://b.invalid/' })
    expect((await torrent.trackers()).map(({ url, tier }) => [url, tier])).toStrictEqual([
      ['http://b.invalid/', 0],
      ['http://a.invalid/', 3],
    ])
    expect((await torrent.trackers())[1]).toMatchObject({ failLimit: 5, verified: false })
    torrent.replaceTrackers([{ url: 'udp://c.invalid:1' }])
    expect((await torrent.trackers()).map(({ url }) => url)).toStrictEqual(['udp://c.invalid:1'])
    torrent.addUrlSeed('http://127.0.0.1:9/')
    torrent.addHttpSeed('http://127.0.0.1:9/seed')
    expect(await torrent.urlSeeds()).toStrictEqual(['http://127.0.0.1:9/'])
    expect(await torrent.httpSeeds()).toStrictEqual(['http://127.0.0.1:9/seed'])
    torrent.removeUrlSeed('http://127.0.0.1:9/')
    expect(await torrent.urlSeeds()).toStrictEqual([])
    expect(() => torrent.addTracker({ uri: 'x' } as never)).toThrow(
      'tracker has the unknown key "uri", did you mean "url"?',
    )
  })

  test('may be given as they are read', async () => {
    const torrent = await bare({ trackers: ['http://a.invalid/'], trackerTiers: [4] })
    torrent.replaceTrackers(await torrent.trackers())
    expect((await torrent.trackers()).map(({ url, tier }) => [url, tier])).toStrictEqual([
      ['http://a.invalid/', 4],
    ])
  })
})

describe('the queue', () => {
  test('has positions that can be changed', async () => {
    const session = openSession()
    const add = (name: string): Promise<lt.TorrentHandle> =>
      session.addTorrent({
        ti: new lt.TorrentInfo(bareTorrent({ name })),
        savePath: '/nonexistent',
      })
    const [a, b, c] = [await add('a'), await add('b'), await add('c')]
    const order = (): Promise<number[]> => Promise.all([a, b, c].map((t) => t.queuePosition()))
    expect(await order()).toStrictEqual([0, 1, 2])
    c.queuePositionTop()
    expect(await order()).toStrictEqual([1, 2, 0])
    c.queuePositionDown()
    expect(await order()).toStrictEqual([0, 2, 1])
    a.queuePositionBottom()
    expect(await order()).toStrictEqual([2, 1, 0])
    a.queuePositionUp()
    expect(await order()).toStrictEqual([1, 2, 0])
    b.queuePositionSet(0)
    expect(await order()).toStrictEqual([2, 0, 1])
  })
})

describe('pieces and files', () => {
  test('have priorities', async () => {
    const content = await manyFiles(
      { a: 40_000, b: 40_000 },
      { pieceSize: 16 * kiB, version: 'v1' },
    )
    const session = openSession()
    const torrent = await addChecked(session, { ti: content.info, savePath: await tempDir() })
    const { dontDownload, defaultPriority, topPriority } = lt.downloadPriority
    await torrent.prioritizePieces([topPriority, dontDownload, 1, 4, 4])
    expect(await torrent.getPiecePriorities()).toStrictEqual([7, 0, 1, 4, 4])
    torrent.setPiecePriority(1, topPriority)
    expect(await torrent.piecePriority(1)).toBe(topPriority)
    torrent.prioritizeFiles([dontDownload, defaultPriority])
    await torrent.setFilePriority(1, topPriority)
    // the disk thread applies them, and says nothing
    await until(
      () => torrent.getFilePriorities(),
      (priorities) => priorities.join() === [dontDownload, topPriority].join(),
    )
    expect(await torrent.filePriority(1)).toBe(topPriority)
    expect(() => torrent.setPiecePriority(0, 256)).toThrow(RangeError)
    const wrong = [
      torrent.piecePriority(99),
      torrent.filePriority(2),
      torrent.setFilePriority(-1, 1),
    ]
    for (const request of wrong) expect(await rejectionOf(request)).toBeInstanceOf(RangeError)
    const many = torrent.prioritizePieces(new Array<number>(6).fill(4))
    expect(await rejectionOf(many)).toBeInstanceOf(RangeError)
  })

  test('can be read and written', async () => {
    const content = await oneFile(40_000, { pieceSize: 16 * kiB })
    const bytes = await readFile(content.path)
    const savePath = await tempDir()
    const torrent = await addChecked(openSession(), { ti: content.info, savePath })
    expect(await torrent.havePiece(0)).toBe(false)
    expect(await torrent.fileProgress()).toStrictEqual([0])
    for (let piece = 0; piece < 3; piece++) {
      await torrent.addPiece(piece, bytes.subarray(piece * 16 * kiB, (piece + 1) * 16 * kiB))
    }
    await finished(torrent)
    expect(await torrent.havePiece(2)).toBe(true)
    expect(await torrent.readPiece(2)).toStrictEqual(bytes.subarray(32 * kiB))
    expect(await torrent.fileProgress()).toStrictEqual([40_000])
    expect(await sha256(join(savePath, 'content.bin'))).toBe(await sha256(content.path))
    const wrong = [torrent.addPiece(0, bytes.subarray(0, 10)), torrent.addPiece(9, bytes)]
    for (const request of wrong) expect(await rejectionOf(request)).toBeInstanceOf(RangeError)
  })

  test('that are not right are not taken', async () => {
    const content = await oneFile(40_000, { pieceSize: 16 * kiB, version: 'v1' })
    const torrent = await addChecked(openSession(), { ti: content.info, savePath: await tempDir() })
    const failed = torrent.waitFor('hash_failed')
    await torrent.addPiece(1, Buffer.alloc(16 * kiB))
    expect((await within(failed, 'hash_failed')).pieceIndex).toBe(1)
    expect(await torrent.havePiece(1)).toBe(false)
  })

  test('are checked again when that is asked for', async () => {
    const content = await oneFile(40_000)
    const torrent = await seed(openSession(), content)
    await writeFile(content.path, Buffer.alloc(40_000))
    await within(torrent.forceRecheck(), 'the check')
    expect(await torrent.status()).toMatchObject({ isSeeding: false, progress: 0 })
  })
})

describe('what a torrent says of itself', () => {
  test.each(versions)('of %s', async (version) => {
    const content = await oneFile(100_000, { version, pieceSize: 16 * kiB })
    const torrent = await seed(openSession(), content)
    expect(torrent.infoHashes()).toStrictEqual(content.info.infoHashes())
    expect((await torrent.torrentFile())?.infoHashes()).toStrictEqual(content.info.infoHashes())
    const full = await torrent.torrentFileWithHashes()
    expect(full?.pieceLayer(0).length).toBe(version === 'v1' ? 0 : 7 * 32)
    const layers = await torrent.pieceLayers()
    expect(layers[0]?.length ?? 0).toBe(version === 'v1' ? 0 : 7)
    expect(await torrent.inSession()).toBe(true)
    expect(torrent.isValid()).toBe(true)
    expect(await torrent.getPeerInfo()).toStrictEqual([])
    expect(await torrent.getDownloadQueue()).toStrictEqual([])
    expect(await torrent.pieceAvailability()).toStrictEqual([])
  })

  test('is null before it has metadata, which can be given', async () => {
    const { info } = await oneFile(40_000, { version: 'v1' })
    const torrent = await openSession().addTorrent({
      infoHashes: info.infoHashes(),
      savePath: await tempDir(),
      flags: ownFlags,
    })
    expect(await torrent.torrentFile()).toBeNull()
    expect(await torrent.torrentFileWithHashes()).toBeNull()
    const received = torrent.waitFor('metadata_received')
    expect(await torrent.setMetadata(Buffer.from('nonsense'))).toBe(false)
    expect(await torrent.setMetadata(info.infoSection())).toBe(true)
    await within(received, 'metadata_received')
    expect((await torrent.torrentFile())?.name()).toBe('content.bin')
  })

  test('can be saved and used to add it again', async () => {
    const content = await oneFile(100_000)
    const first = openSession()
    const torrent = await seed(first, content)
    const saved = await torrent.saveResumeData({ flags: lt.resumeDataFlags.saveInfoDict })
    expect(await torrent.needSaveResumeData()).toBe(false)
    await first.close()
    const bytes = lt.writeResumeDataBuf(saved)
    const again = await addChecked(openSession(), {
      savePath: '/none',
      ...lt.readResumeData(bytes),
    })
    expect(await again.status()).toMatchObject({ isSeeding: true, savePath: content.savePath })
  })
})
