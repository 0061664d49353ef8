// What is set on a torrent is what is read from it.
import * as lt from '../../lib'
import { expectTypeOf } from '../alerts/helpers/shape'
import { waitLimit } from '../helpers/deadline'
import { failuresOf } from '../helpers/failures'
import { tempDir } from '../helpers/files'
import { closedPort } from '../helpers/servers'
import { addChecked, endpointOf, openSession, ownFlags, seed } from '../helpers/sessions'
import { bareTorrent, oneFile } from '../helpers/torrents'

const soon = { timeout: waitLimit }

async function bare(params: Partial<lt.AddTorrentParamsInit> = {}): Promise<lt.TorrentHandle> {
  const ti = new lt.TorrentInfo(bareTorrent())
  return addChecked(openSession(), { savePath: await tempDir(), ...params, ti })
}

const { torrentFlags } = lt

// these are answers or wishes, not states that stay
const notStates: ReadonlySet<string> = new Set([
  'all',
  'defaultFlags',
  'duplicateIsError',
  'overrideTrackers',
  'overrideWebSeeds',
  'needSaveResume',
  'noVerifyFiles',
  'defaultDontDownload',
  'seedMode', // ends when the first piece is not as it should be
  'shareMode', // changes what is downloaded
  'stopWhenReady', // has an effect at once, and is over
  'updateSubscribe', // counts when the torrent is added
])
const states = Object.entries(torrentFlags).filter(([name]) => !notStates.has(name))

describe('a flag of a torrent', () => {
  test('that is a state is set, read and unset', async () => {
    const failures = await failuresOf(states, async ([, flag]) => {
      const torrent = await bare()
      torrent.setFlags(flag)
      expect((await torrent.flags()) & flag).not.toBe(0)
      expect(torrent.flagsSync() & flag).not.toBe(0)
      expect((await torrent.status()).flags & flag).not.toBe(0)
      torrent.unsetFlags(flag)
      expect((await torrent.flags()) & flag).toBe(0)
      torrent.setFlags(0, flag)
      expect((await torrent.flags()) & flag).toBe(0)
      torrent.setFlags(flag, flag)
      expect((await torrent.flags()) & flag).not.toBe(0)
    })
    expect(failures).toStrictEqual([])
  })

  test('stopWhenReady pauses it when it could begin', async () => {
    const torrent = await bare()
    const paused = torrent.waitFor('torrent_paused', soon)
    torrent.setFlags(torrentFlags.stopWhenReady)
    await paused
    const { stopWhenReady, autoManaged } = torrentFlags
    expect((await torrent.flags()) & (stopWhenReady | autoManaged)).toBe(0)
  })

  test('updateSubscribe puts it among the updates', async () => {
    const session = openSession()
    const savePath = await tempDir()
    const add = (name: string, flags: number): Promise<lt.TorrentHandle> =>
      addChecked(session, { ti: new lt.TorrentInfo(bareTorrent({ name })), savePath, flags })
    const told = await add('told', ownFlags)
    await add('silent', ownFlags & ~torrentFlags.updateSubscribe)
    const updates = await session.torrentUpdates()
    expect(updates.map(({ handle }) => handle)).toStrictEqual([told])
  })

  test('may be given when it is added', async () => {
    const flags = ownFlags | torrentFlags.sequentialDownload | torrentFlags.disablePex
    const torrent = await bare({ flags })
    const { sequentialDownload, disablePex, disableDht } = torrentFlags
    const read = await torrent.flags()
    expect(read & (sequentialDownload | disablePex | disableDht)).toBe(
      sequentialDownload | disablePex,
    )
  })
})

describe('a limit of a torrent', () => {
  test.each([
    ['uploadLimit', 'setUploadLimit'],
    ['downloadLimit', 'setDownloadLimit'],
  ] as const)('%s is what %s says', async (getter, setter) => {
    const torrent = await bare()
    expect(await torrent[getter]()).toBe(-1)
    torrent[setter](5000)
    expect(await torrent[getter]()).toBe(5000)
    // no limit: -1 before there was one, 0 afterwards
    for (const none of [0, -1]) {
      torrent[setter](none)
      expect(await torrent[getter]()).toBe(0)
    }
  })

  test.each([
    ['maxUploads', 'setMaxUploads'],
    ['maxConnections', 'setMaxConnections'],
  ] as const)('%s is what %s says', async (getter, setter) => {
    const torrent = await bare()
    const none = await torrent[getter]()
    torrent[setter](7)
    expect(await torrent[getter]()).toBe(7)
    for (const unlimited of [-1, 2 ** 24, 2 ** 31 - 1]) {
      torrent[setter](unlimited)
      expect(await torrent[getter]()).toBe(none)
    }
  })

  test('may be given when it is added', async () => {
    const limits = { uploadLimit: 1000, downloadLimit: 2000, maxUploads: 3, maxConnections: 4 }
    const torrent = await bare(limits)
    expect({
      uploadLimit: await torrent.uploadLimit(),
      downloadLimit: await torrent.downloadLimit(),
      maxUploads: await torrent.maxUploads(),
      maxConnections: await torrent.maxConnections(),
    }).toStrictEqual(limits)
    expect(await torrent.saveResumeData()).toMatchObject(limits)
  })
})

describe('a tracker of a torrent', () => {
  test('tells how it fared', async () => {
    const url = `http://127.0.0.1:${await closedPort()}/announce`
    const torrent = await bare()
    const failed = torrent.waitFor('tracker_error', soon)
    torrent.addTracker({ url, tier: 2, failLimit: 1 })
    await failed
    const trackers = await torrent.trackers()
    expectTypeOf('ReadonlyArray<AnnounceEntry>', trackers)
    expect(trackers).toMatchObject([{ url, tier: 2, failLimit: 1, verified: false }])
    const [endpoint] = trackers[0]!.endpoints
    expect(endpoint!.localEndpoint).toStrictEqual(await endpointOf(torrent.session))
    expect(endpoint!.infoHashes[0]).toMatchObject({
      fails: 1,
      lastError: { code: 'ECONNREFUSED' },
      updating: false,
      startSent: false,
    })
  })

  test('may be given when it is added', async () => {
    const trackers = ['http://127.0.0.1:1/a', 'udp://127.0.0.1:1', 'http://127.0.0.1:1/c']
    const torrent = await bare({ trackers, trackerTiers: [1, 0, 5] })
    const read = (await torrent.trackers()).map(({ url, tier }) => [url, tier])
    expect(read).toStrictEqual([
      [trackers[1], 0],
      [trackers[0], 1],
      [trackers[2], 5],
    ])
  })
})

test('a web seed may be given when it is added, or later', async () => {
  const torrent = await bare({
    urlSeeds: ['http://127.0.0.1:1/a/'],
    httpSeeds: ['http://h.invalid/'],
  })
  torrent.addUrlSeed('http://127.0.0.1:1/b/')
  torrent.addHttpSeed('http://i.invalid/')
  expect([...(await torrent.urlSeeds())].sort()).toStrictEqual([
    'http://127.0.0.1:1/a/',
    'http://127.0.0.1:1/b/',
  ])
  torrent.removeHttpSeed('http://h.invalid/')
  expect(await torrent.httpSeeds()).toStrictEqual(['http://i.invalid/'])
})

describe('a torrent is told from others', () => {
  test('by its id, hash and user data', async () => {
    const session = openSession()
    const savePath = await tempDir()
    const add = (name: string, userdata?: number): Promise<lt.TorrentHandle> =>
      session.addTorrent({ ti: new lt.TorrentInfo(bareTorrent({ name })), savePath, userdata })
    const [a, b] = [await add('a', Number.MAX_SAFE_INTEGER), await add('b')]
    expect(a.id()).not.toBe(b.id())
    expect(a.id()).toBe(a.id())
    expect(a.infoHash()).toBe(a.infoHashes().v1)
    expect(b.userdata()).toBe(0)
    expect(a.userdata()).toBe(Number.MAX_SAFE_INTEGER)
    const removed = a.waitFor('torrent_removed', soon)
    await session.removeTorrent(a)
    expect((await removed).userdata).toBe(Number.MAX_SAFE_INTEGER)
  })

  test('by its place in the queue, until it needs none', async () => {
    const session = openSession()
    const content = await oneFile(10_000)
    const seeding = await seed(session, content)
    expect(await seeding.queuePosition()).toBe(-1)
    const ti = new lt.TorrentInfo(bareTorrent())
    const torrent = await session.addTorrent({ ti, savePath: await tempDir() })
    expect(await torrent.queuePosition()).toBe(0)
    torrent.queuePositionSet(99)
    expect(await torrent.queuePosition()).toBe(0)
  })
})

test('reports changes since the resume data was saved', async () => {
  const torrent = await bare()
  await torrent.saveResumeData()
  expect(await torrent.needSaveResumeData()).toBe(false)
  torrent.setUploadLimit(12_345)
  expect(await torrent.needSaveResumeData()).toBe(true)
  const { uploadLimit } = await torrent.saveResumeData({ flags: lt.resumeDataFlags.onlyIfModified })
  expect(uploadLimit).toBe(12_345)
})

test('calls with and without an answer keep their order', async () => {
  const torrent = await bare()
  const limits = Array.from({ length: 500 }, (_, i) => 1000 + i)
  const asked = limits.map((limit) => {
    torrent.setUploadLimit(limit)
    return torrent.uploadLimit()
  })
  expect(await Promise.all(asked)).toEqual(limits)
})
