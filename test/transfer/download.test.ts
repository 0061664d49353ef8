// download(), seed() and fetchMetadata(): whole transfers by one call each.
import { getEventListeners } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import * as lt from '../../lib'
import { waitLimit, rejectionOf } from '../helpers/deadline'
import { sha256, tempDir } from '../helpers/files'
import { closedPort, serve, startTracker } from '../helpers/servers'
import { peersOf, seedAll } from '../helpers/seeding'
import { endpointOf, isolated, openSession } from '../helpers/sessions'
import { MiB, kiB, manyFiles, oneFile, versions } from '../helpers/torrents'

const timeout = waitLimit
const settings = isolated

describe.each(versions)('a %s torrent', (version) => {
  test('is shared by seed() and brought to the disk by download()', async () => {
    const { path } = await manyFiles(
      { a: 70 * kiB, 'sub/b\\': 100 * kiB + 1, empty: 0 },
      { version },
    )
    const seeding = await seedAll(path, { version, comment: 'words' })
    expect(new lt.TorrentInfo(seeding.bytes!).comment()).toBe('words')
    const savePath = join(await tempDir(), 'new')
    const peers = await peersOf(seeding)
    const { files, info, torrent } = await lt.download(seeding.magnetUri, savePath, {
      settings,
      peers,
      timeout,
    })
    expect(info.infoHashes()).toStrictEqual(seeding.info.infoHashes())
    const found = Object.fromEntries(files.map(({ path, length }) => [path, length]))
    expect(found).toStrictEqual({
      [join(savePath, 'content/a')]: 70 * kiB,
      [join(savePath, 'content/sub/b')]: 100 * kiB + 1,
      [join(savePath, 'content/empty')]: 0,
    })
    expect(await sha256(join(savePath, 'content/sub/b'))).toBe(await sha256(join(path, 'sub/b\\')))
    expect(torrent.session.closed).toBe(true)
  })

  test('is fetched as metadata only by fetchMetadata()', async () => {
    const { path } = await manyFiles({ a: 70 * kiB, empty: 0 }, { version })
    const seeding = await seedAll(path, { version })
    const peers = await peersOf(seeding)
    const info = await lt.fetchMetadata(seeding.magnetUri, { settings, peers, timeout })
    expect(info.infoSection()).toStrictEqual(seeding.info.infoSection())
    expect((await seeding.torrent.status()).totalPayloadUpload).toBe(0)
  })
})

test('a newcomer downloads with a tracker in one call', async () => {
  const { http } = await startTracker()
  const { path } = await oneFile(MiB)
  const seeding = await seedAll(path, { trackers: [http] })
  await seeding.torrent.waitFor('tracker_reply', { timeout })
  const { files } = await lt.download(seeding.bytes!, await tempDir(), { settings, timeout })
  expect(await sha256(files[0]!.path)).toBe(await sha256(path))
})

test('a tracker has the completed download before the torrent is removed', async () => {
  const events: (string | null)[] = []
  const tracker = await serve(({ url = '' }, response) => {
    const event = new URL(url, 'http://127.0.0.1').searchParams.get('event')
    events.push(event)
    // Any other answer would come before the download is complete.
    const answer = (): unknown => response.end('d8:intervali60e5:peers0:e')
    if (event === 'completed') setImmediate(answer)
    else answer()
  })
  const { path, buffer } = await oneFile(20 * kiB)
  const seeding = await seedAll(path, { torrent: buffer })
  const peers = await peersOf(seeding)
  const trackers = [`${tracker}announce`]
  const session = openSession()
  await lt.download(buffer, await tempDir(), { session, peers, trackers, timeout })
  expect(events).toContain('completed')
})

test('select chooses files of a magnet link, and progress counts these only', async () => {
  const { path } = await manyFiles({ a: 64 * kiB, b: 256 * kiB }, { pieceSize: 16 * kiB })
  const seeding = await seedAll(path, { version: 'v1', pieceSize: 16 * kiB })
  const savePath = await tempDir()
  const seen: lt.TransferProgress[] = []
  const { files } = await lt.download(seeding.magnetUri, savePath, {
    settings,
    peers: await peersOf(seeding),
    select: 'b',
    timeout,
    onProgress: (progress) => seen.push(progress),
    progressInterval: 1,
  })
  expect(files.map(({ path }) => basename(path))).toStrictEqual(['b'])
  expect(existsSync(join(savePath, 'content/a'))).toBe(false)
  expect(seen.at(-1)).toMatchObject({
    name: 'content',
    state: 'finished',
    downloaded: 256 * kiB,
    done: 256 * kiB,
    total: 256 * kiB,
    progress: 1,
    remaining: 0,
  })
  expect(Object.keys(seen[0]!).sort()).toStrictEqual([
    'done',
    'downloaded',
    'name',
    'peers',
    'progress',
    'rate',
    'remaining',
    'state',
    'total',
    'uploadRate',
    'uploaded',
  ])
  for (const { done, total } of seen) expect(done).toBeLessThanOrEqual(total)
})

test('content is on the disk when download() resolves', async () => {
  const { path } = await oneFile(3 * MiB + 7)
  const bytes = await readFile(path)
  const seeding = await seedAll(path, { version: 'v1' })
  const peers = await peersOf(seeding)
  for (let round = 0; round < 5; round++) {
    const savePath = await tempDir()
    await lt
      .download(seeding.magnetUri, savePath, { settings, peers, timeout, seed: true })
      .then(async (download) => {
        expect(bytes.equals(await readFile(download.files[0]!.path))).toBe(true)
        await download.close()
      })
  }
})

describe('with a session that is given', () => {
  test('download() removes the torrent that it added, and nothing else', async () => {
    const { path, buffer, savePath } = await oneFile(40 * kiB)
    const [seeder, session] = [openSession(), openSession()]
    await using seeding = await lt.seed(path, { session: seeder, torrent: buffer })
    expect([seeding.session, seeding.bytes]).toStrictEqual([seeder, null])
    const other = await session.add('1'.repeat(40), { savePath })
    const options = { session, peers: [await endpointOf(seeder)], timeout }
    const { torrent } = await lt.download(buffer, await tempDir(), options)
    expect([session.closed, torrent.isValid()]).toStrictEqual([false, false])
    expect(await session.getTorrents()).toStrictEqual([other])
    await seeding.close()
    expect([seeder.closed, await seeder.getTorrents()]).toStrictEqual([false, []])
  })

  test('with seed, the torrent stays until close()', async () => {
    const { buffer, savePath } = await oneFile(40 * kiB)
    const session = openSession()
    const download = await lt.download(buffer, savePath, { session, seed: true, timeout })
    expect(await session.getTorrents()).toStrictEqual([download.torrent])
    await Promise.all([download.close(), download.close()])
    expect(await session.getTorrents()).toStrictEqual([])
  })

  test('a torrent that it had before stays', async () => {
    const { path, buffer, savePath } = await oneFile(40 * kiB)
    const session = openSession()
    const torrent = await session.add(buffer, { savePath })
    await torrent.seeding({ timeout })
    const download = await lt.download(buffer, savePath, { session, timeout })
    expect(download.torrent).toBe(torrent)
    await (await lt.seed(path, { session, torrent: buffer })).close()
    await lt.fetchMetadata(buffer, { session, timeout })
    expect(await session.getTorrents()).toStrictEqual([torrent])
  })

  test('a progressInterval below 0 is a RangeError', async () => {
    const { buffer, savePath } = await oneFile(40 * kiB)
    const session = openSession()
    const options = { session, onProgress: () => {}, progressInterval: -1 }
    expect(await rejectionOf(lt.download(buffer, savePath, options))).toBeInstanceOf(RangeError)
    expect(await session.getTorrents()).toStrictEqual([])
  })

  test('settings beside it are a TypeError', async () => {
    const session = openSession()
    const error = await rejectionOf(lt.download('1'.repeat(40), '/none', { session, settings }))
    expect(error).toMatchObject({
      name: 'TypeError',
      message: expect.stringMatching(/^options\.settings/) as string,
    })
  })
})

describe('nothing is left behind', () => {
  const magnet = '1'.repeat(40)
  const calls: readonly [string, (options: lt.FetchMetadataOptions) => Promise<unknown>][] = [
    ['download()', async (options) => lt.download(magnet, await tempDir(), options)],
    [
      'download() with select',
      async (options) => lt.download(magnet, await tempDir(), { ...options, select: '*' }),
    ],
    ['fetchMetadata()', (options) => lt.fetchMetadata(magnet, options)],
  ]

  test.each(calls)('by %s that is aborted', async (_, call) => {
    const session = openSession()
    const controller = new AbortController()
    const added = session.waitFor('add_torrent', { timeout })
    const calling = call({ session, signal: controller.signal })
    await added
    controller.abort(new Error('enough'))
    expect(await rejectionOf(calling)).toMatchObject({ message: 'enough' })
    expect(await session.getTorrents()).toStrictEqual([])
    expect(getEventListeners(controller.signal, 'abort')).toStrictEqual([])
  })

  test('by calls that succeed', async () => {
    const { path } = await oneFile(40 * kiB)
    const { signal } = new AbortController()
    const seeding = await seedAll(path, { signal })
    const options = { settings, signal, peers: await peersOf(seeding), timeout }
    await lt.download(seeding.magnetUri, await tempDir(), { ...options, onProgress: () => {} })
    await lt.fetchMetadata(seeding.magnetUri, options)
    await seeding.close()
    expect(getEventListeners(signal, 'abort')).toStrictEqual([])
  })

  test.each(calls)('by %s when its time is over', async (_, call) => {
    const session = openSession()
    expect(await rejectionOf(call({ session, timeout: 30 }))).toMatchObject({
      name: 'TimeoutError',
    })
    expect(await session.getTorrents()).toStrictEqual([])
  })

  test('by download() when onProgress throws', async () => {
    const session = openSession()
    const onProgress = (): never => {
      throw new Error('mine')
    }
    const error = await rejectionOf(lt.download(magnet, await tempDir(), { session, onProgress }))
    expect(error).toMatchObject({ message: 'mine' })
    expect(await session.getTorrents()).toStrictEqual([])
  })

  test('by download() when a file cannot be written', async () => {
    const { path, buffer } = await oneFile(40 * kiB)
    const seeding = await seedAll(path, { torrent: buffer })
    const savePath = join(await tempDir(), 'file')
    await writeFile(savePath, '')
    const session = openSession()
    const options = { session, peers: await peersOf(seeding), timeout }
    expect(await rejectionOf(lt.download(buffer, savePath, options))).toMatchObject({
      code: 'ENOTDIR',
    })
    expect(await session.getTorrents()).toStrictEqual([])
  })
})

test.each<[string, (options: object) => Promise<unknown>]>([
  ['download()', (options) => lt.download('x', 'y', options)],
  ['seed()', (options) => lt.seed('x', options)],
  ['fetchMetadata()', (options) => lt.fetchMetadata('x', options)],
])('%s refuses options that it does not have', async (_, call) => {
  expect(await rejectionOf(call({ sesion: 5 }))).toMatchObject({
    name: 'TypeError',
    message: 'options has the unknown key "sesion", did you mean "session"?',
  })
})

test('peers that refuse a connection do not end a download', async () => {
  const { path, buffer } = await oneFile(40 * kiB)
  const seeding = await seedAll(path, { torrent: buffer })
  const refusing = { address: '127.0.0.1', port: await closedPort() }
  const peers = [refusing, ...(await peersOf(seeding))]
  const { files } = await lt.download(buffer, await tempDir(), { settings, peers, timeout })
  expect(files).toHaveLength(1)
})
