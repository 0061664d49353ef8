import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import * as lt from '../../../lib'
import { afterThisTest } from '../../helpers/cleanup'
import { waitLimit, rejectionOf, thrownBy, within } from '../../helpers/deadline'
import { isolated, openSession, ownFlags, seed } from '../../helpers/sessions'
import { bareTorrent, oneFile } from '../../helpers/torrents'

const params = (name = 'bare'): lt.AddTorrentParamsInit => ({
  ti: new lt.TorrentInfo(bareTorrent({ name })),
  savePath: '/nonexistent',
  flags: ownFlags,
})

describe('opening a session', () => {
  test('listens where its settings say', async () => {
    const session = openSession()
    expect(await session.isListening()).toBe(true)
    const port = await session.listenPort()
    expect(port).toBeGreaterThan(0)
    expect(session.listenPortSync()).toBe(port)
    expect(await openSession().listenPort()).not.toBe(port)
  })

  test('needs no options', async () => {
    const session = new lt.Session()
    afterThisTest(() => session.close())
    session.applySettings(isolated)
    expect(session.closed).toBe(false)
    expect(await session.isPaused()).toBe(false)
  })

  test('reports a port that is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    afterThisTest(() => server.close())
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const session = openSession({
      listen_interfaces: `127.0.0.1:${port}`,
      listen_system_port_fallback: false,
      max_retry_port_bind: 0,
    })
    const failure = await session.waitFor('listen_failed', { timeout: waitLimit })
    expect(failure).toMatchObject({
      address: '127.0.0.1',
      port,
      socketType: 'tcp',
      op: 'sock_bind',
    })
    expect(failure.error).toMatchObject({ code: 'EADDRINUSE', category: 'system' })
  })

  test.each(['standard', 'mmap', 'posix'] as const)(
    'can use the disk back end %s',
    async (diskBackend) => {
      const session = openSession({}, { diskBackend })
      const torrent = await seed(session, await oneFile(50_000))
      expect((await torrent.status()).isSeeding).toBe(true)
    },
  )

  test('can do without a disk', async () => {
    const session = openSession({}, { diskBackend: 'disabled' })
    const torrent = await session.addTorrent(params())
    expect((await torrent.status()).errc).toBeNull()
  })

  test('can begin paused', async () => {
    const session = openSession({}, { flags: lt.sessionFlags.paused })
    expect(await session.isPaused()).toBe(true)
    session.resume()
    expect(await session.isPaused()).toBe(false)
    session.pause()
    expect(session.isPausedSync()).toBe(true)
  })

  test('can go on where another one was', async () => {
    const first = openSession({ upload_rate_limit: 12_345 })
    const state = await first.sessionState()
    await first.close()
    const bytes = lt.writeSessionParamsBuf(state)
    const second = new lt.Session(lt.readSessionParams(bytes))
    afterThisTest(() => second.close())
    expect(await second.getSettings()).toMatchObject({ ...isolated, upload_rate_limit: 12_345 })
  })
})

describe('addTorrent', () => {
  test('takes a torrent by its metadata or by its info-hash', async () => {
    const session = openSession()
    const byInfo = await session.addTorrent(params())
    expect((await byInfo.status()).hasMetadata).toBe(true)
    const uri = `magnet:?xt=urn:btih:${'ab'.repeat(20)}&dn=name`
    const byLink = await session.addTorrent({ ...lt.parseMagnetUri(uri), savePath: '.' })
    expect(await byLink.status()).toMatchObject({ hasMetadata: false, name: 'name' })
    expect(byLink.infoHashes()).toStrictEqual({ v1: 'ab'.repeat(20), v2: null })
  })

  test('copies what it is given', async () => {
    const session = openSession()
    const given = params()
    const torrent = await session.addTorrent(given)
    given.ti?.renameFile(0, 'other')
    expect((await torrent.torrentFile())?.files().filePath(0)).toBe('bare')
  })

  test('applies what it is told', async () => {
    const session = openSession()
    const torrent = await session.addTorrent({
      ...params(),
      flags: ownFlags | lt.torrentFlags.sequentialDownload | lt.torrentFlags.paused,
      maxUploads: 3,
      maxConnections: 40,
      uploadLimit: 5000,
      downloadLimit: 6000,
      trackers: ['http://a.invalid/', 'http://b.invalid/'],
      trackerTiers: [1, 0],
      urlSeeds: ['http://127.0.0.1:9/'],
      filePriorities: [0],
      renamedFiles: new Map([[0, 'other']]),
      totalUploaded: 1_000_000,
      addedTime: new Date(1_600_000_000_000),
    })
    expect(await torrent.maxUploads()).toBe(3)
    expect(await torrent.maxConnections()).toBe(40)
    expect(await torrent.uploadLimit()).toBe(5000)
    expect(await torrent.downloadLimit()).toBe(6000)
    expect((await torrent.trackers()).map(({ url, tier }) => [url, tier])).toStrictEqual([
      ['http://b.invalid/', 0],
      ['http://a.invalid/', 1],
    ])
    expect(await torrent.urlSeeds()).toStrictEqual(['http://127.0.0.1:9/'])
    expect(await torrent.getFilePriorities()).toStrictEqual([0])
    expect((await torrent.torrentFile())?.files().filePath(0)).toBe('other')
    const status = await torrent.status()
    expect(status.flags & lt.torrentFlags.sequentialDownload).not.toBe(0)
    expect(status.flags & lt.torrentFlags.paused).not.toBe(0)
    expect(status).toMatchObject({
      allTimeUpload: 1_000_000,
      addedTime: new Date(1_600_000_000_000),
      savePath: '/nonexistent',
    })
  })

  test('rejects for a torrent that is there already, when that is an error', async () => {
    const session = openSession()
    await session.addTorrent(params())
    const flags = ownFlags | lt.torrentFlags.duplicateIsError
    expect(await rejectionOf(session.addTorrent({ ...params(), flags }))).toMatchObject({
      code: 'duplicate_torrent',
      category: 'libtorrent',
    })
  })

  test('adds nothing when it rejects for params that are missing', async () => {
    const session = openSession()
    await rejectionOf(session.addTorrent({ savePath: '.' } as never))
    expect(await session.getTorrents()).toStrictEqual([])
  })
})

describe('removeTorrent', () => {
  test('resolves when the torrent is gone', async () => {
    const session = openSession()
    const torrent = await session.addTorrent(params())
    const infoHashes = torrent.infoHashes()
    const removed = session.waitFor('torrent_removed')
    await session.removeTorrent(torrent)
    expect((await removed).infoHashes).toStrictEqual(infoHashes)
    expect(await session.getTorrents()).toStrictEqual([])
  })
})

describe('statistics', () => {
  test('have every metric by name', async () => {
    const session = openSession()
    const alert = session.waitFor('session_stats')
    const stats = await session.sessionStats()
    expect(Object.keys(stats).sort()).toStrictEqual(
      lt
        .sessionStatsMetrics()
        .map(({ name }) => name)
        .sort(),
    )
    expect((await alert).counters).toBe(stats)
  })

  test('of torrents come for those that have changed', async () => {
    const session = openSession()
    const torrent = await session.addTorrent(params())
    const updates = await session.torrentUpdates()
    expect(updates.map(({ handle }) => handle)).toStrictEqual([torrent])
    expect(updates[0]?.name).toBe('bare')
    const flags = lt.statusFlags.queryPieces
    torrent.pause()
    const [update] = await session.torrentUpdates({ flags })
    expect(update).toMatchObject({ handle: torrent, name: '' })
  })
})

describe('closing a session', () => {
  test('can be done twice', async () => {
    const session = openSession()
    const first = session.close()
    expect(session.closed).toBe(true)
    const second = session.close()
    await within(Promise.all([first, second]), 'the end')
    await session.close()
    expect(session.closed).toBe(true)
  })

  test('close() runs at the end of an `await using` block', async () => {
    const session = openSession()
    await session[Symbol.asyncDispose]()
    expect(session.closed).toBe(true)
  })

  test('makes every method throw or reject', async () => {
    const session = openSession()
    const torrent = await session.addTorrent(params())
    await session.close()
    const code = 'session_closed'
    const thrown = [
      () => session.pause(),
      () => session.applySettings({}),
      () => session.on('add_torrent', () => {}),
      () => session.once('add_torrent', () => {}),
      () => session.alerts(),
      () => session.getTorrentsSync(),
      () => session.listenPortSync(),
      () => session.addDhtNode(['127.0.0.1', 6881]),
    ]
    for (const call of thrown) {
      const error = thrownBy(call)
      expect(error).toBeInstanceOf(lt.LibtorrentError)
      expect(error).toMatchObject({ code })
    }
    const rejected = [
      session.addTorrent(params()),
      session.removeTorrent(torrent),
      session.getSettings(),
      session.sessionStats(),
      session.torrentUpdates(),
      session.waitFor('add_torrent'),
      session.dhtGetPeers('00'.repeat(20)),
      session.dhtStats(),
    ]
    for (const request of rejected) expect(await rejectionOf(request)).toMatchObject({ code })
    const off = (): unknown => session.off('add_torrent', () => {})
    expect(off).not.toThrow()
  })

  test('delivers what libtorrent has reported before', async () => {
    const session = openSession()
    const names: string[] = []
    session.on('add_torrent', ({ torrentName }) => names.push(torrentName))
    const adding = [session.addTorrent(params('a')), session.addTorrent(params('b'))]
    session.getSettingsSync()
    await session.close()
    await Promise.allSettled(adding)
    expect(names).toStrictEqual(['a', 'b'])
  })

  test('in a listener ends the session, after the alerts that came with that', async () => {
    const session = openSession()
    let closing: Promise<void> | undefined
    session.on('add_torrent', () => {
      closing ??= session.close()
    })
    await Promise.allSettled([session.addTorrent(params('a')), session.addTorrent(params('b'))])
    await within(closing!, 'the end')
    expect(session.closed).toBe(true)
  })
})

test('ref() and unref() can be called at any time while it is open', async () => {
  const session = openSession()
  expect(session.unref()).toBe(session)
  expect(session.unref().ref().ref()).toBe(session)
  expect(await session.listenPort()).toBeGreaterThan(0)
})
