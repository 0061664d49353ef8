// Every call with an options object refuses unknown options and wrong values, and names them as its caller knows them.
import { dirname } from 'node:path'
import * as lt from '../../../lib'
import { tempDir } from '../../helpers/files'
import { failuresOf } from '../../helpers/failures'
import { openSession, seed } from '../../helpers/sessions'
import { kiB, oneFile } from '../../helpers/torrents'

/** A call with options, and one wrong value for each of them. */
type Row = readonly [name: string, call: (options: never) => unknown, wrong: Readonly<object>]

const wait = { signal: 5, timeout: '5' }
const http = { headers: 5, maxSize: 'x', timeout: 'soon', maxRedirects: -1 }
const create = {
  ...{
    version: 'v3',
    pieceSize: 1000,
    trackers: 'http://127.0.0.1/',
    webSeeds: 'http://127.0.0.1/',
  },
  ...{ private: 'yes', source: 5, comment: 5, creator: 5, creationDate: 5, filter: 5, info: 5 },
  ...{ signal: 5, onProgress: 5 },
}
const add = {
  ...{
    ...wait,
    select: 5,
    sequential: 1,
    peers: '127.0.0.1:1',
    trackers: 5,
    webSeeds: 'http://x/',
  },
  ...{ flags: 'x', http: 5 },
}
const choice = { session: 5, settings: 5 }
const opening = {
  ...{ alertMessages: 'x', captureRejections: 'x', certificateAuthorities: 5, dhtState: 5 },
  ...{ diskBackend: 'x', extState: 5, extensions: 5, flags: 'x', ipFilter: 5, settings: 5 },
  ...{ tcpNoDelay: 'x' },
}

async function rows(): Promise<Row[]> {
  const session = openSession()
  const content = await oneFile(20 * kiB)
  const torrent = await seed(session, content)
  const { info, path } = content
  const [savePath, stats, hash] = [dirname(path), await session.sessionStats(), 'ab'.repeat(20)]
  const key = Buffer.alloc(32)
  const endpoint = { address: '127.0.0.1', port: 9 }
  const files = (): lt.FileStorage => new lt.FileStorage()
  const source = 'http://127.0.0.1:2/'
  const served = { basePath: 5, filter: 5, metrics: 'x' }
  return [
    ['new Session()', (o) => new lt.Session(o), opening],
    ['fastLocalTransfer()', (o) => lt.fastLocalTransfer(o), { settings: 5 }],
    ['createTorrent()', (o) => lt.createTorrent(path, o), create],
    ['seed()', (o) => lt.seed(path, o), { ...create, ...choice, flags: 'x' }],
    [
      'download()',
      (o) => lt.download(info, savePath, o),
      { ...add, ...choice, onProgress: 5, progressInterval: 'x', seed: 'yes' },
    ],
    [
      'fetchMetadata()',
      (o) => lt.fetchMetadata(info, o),
      { ...wait, ...choice, peers: 5, http: 5 },
    ],
    ['loadSource()', (o) => lt.loadSource(info, o), { signal: 5, http: 5 }],
    ['http', (o) => lt.loadSource(source, { http: o }), prefixed('http', http)],
    [
      'session.add()',
      (o) => session.add(info, { savePath, ...(o as object) }),
      { ...add, savePath: 5, paused: 'no', autoManaged: 'x' },
    ],
    ['session.addTorrent()', (o) => session.addTorrent({ ti: info, savePath }, o), wait],
    [
      'session.removeTorrent()',
      (o) => session.removeTorrent(torrent, o),
      { ...wait, deleteFiles: 1, deletePartfile: 'x', flags: 'x' },
    ],
    ['session.torrentUpdates()', (o) => session.torrentUpdates(o), { ...wait, flags: 'x' }],
    ['session.torrentFields()', (o) => session.torrentFields(['name'], o), wait],
    ['session.sessionStats()', (o) => session.sessionStats(o), wait],
    ['session.dhtStats()', (o) => session.dhtStats(o), wait],
    ['session.dhtGetItem()', (o) => session.dhtGetItem(hash, o), wait],
    ['session.dhtGetMutableItem()', (o) => session.dhtGetMutableItem(key, o), { ...wait, salt: 5 }],
    [
      'session.dhtAnnounce()',
      (o) => session.dhtAnnounce(hash, o),
      { ...wait, port: 'x', flags: 'x' },
    ],
    ['session.dhtSampleInfohashes()', (o) => session.dhtSampleInfohashes(endpoint, hash, o), wait],
    [
      'session.waitFor()',
      (o) => session.waitFor('listen_failed', o),
      { ...wait, filter: 5, torrent: {} },
    ],
    [
      'session.alerts()',
      (o) => session.alerts('alert', o),
      { signal: 5, limit: 0.5, onOverflow: 'x' },
    ],
    ['torrent.waitFor()', (o) => torrent.waitFor('torrent_checked', o), { ...wait, filter: 5 }],
    [
      'torrent.forceReannounce()',
      (o) => torrent.forceReannounce(o),
      { seconds: 'x', trackerIndex: 'x', flags: 'x' },
    ],
    ['torrent.connectPeer()', (o) => torrent.connectPeer(endpoint, o), { source: 'x', flags: 'x' }],
    ['torrent.finished()', (o) => torrent.finished(o), { ...wait, flushed: 'x' }],
    ['torrent.metadata()', (o) => torrent.metadata(o), wait],
    ['torrent.files()', (o) => torrent.files(o), wait],
    ['torrent.saveResumeData()', (o) => torrent.saveResumeData(o), { ...wait, flags: 'x' }],
    ['torrent.moveStorage()', (o) => torrent.moveStorage(savePath, o), { ...wait, flags: 'x' }],
    ['torrent.renameFile()', (o) => torrent.renameFile(0, 'b', o), { ...wait, overwrite: 'x' }],
    ['torrent.scrapeTracker()', (o) => torrent.scrapeTracker(o), { ...wait, index: 'x' }],
    [
      'torrent.createReadStream()',
      (o) => torrent.createReadStream(0, o),
      { start: 'x', end: 'x', signal: 5 },
    ],
    ['createHttpHandler()', (o) => lt.createHttpHandler(session, o), served],
    ['createFetchHandler()', (o) => lt.createFetchHandler(session, o), served],
    ['serveHttp()', (o) => lt.serveHttp(session, o), { ...served, host: 5, port: 'x' }],
    ['prometheusText()', (o) => lt.prometheusText(stats, o), { prefix: 5, labels: 5 }],
    [
      'labels',
      (o) => lt.prometheusText(stats, { labels: o }),
      prefixed('labels', { a: 5 }, { skipsUnknown: true }),
    ],
    [
      'TorrentStore.open()',
      async (o) => lt.TorrentStore.open(await tempDir(), o),
      { ...opening, interval: 'x', beforeRestore: 5, session: 5 },
    ],
    ['addFiles()', (o) => lt.addFiles(files(), path, o), { flags: 'x', signal: 5 }],
    ['addFilesSync()', (o) => lt.addFilesSync(files(), path, o), { flags: 'x', filter: 5 }],
    [
      'setPieceHashes()',
      (o) => new lt.CreateTorrent(info.files()).setPieceHashes(savePath, o),
      { settings: 5, onProgress: 5, signal: 5 },
    ],
  ]
}

const prefixes = new WeakMap<object, { prefix: string; skipsUnknown: boolean }>()

/** Values of an option that is an object itself, such as `options.http`. */
function prefixed(name: string, wrong: object, { skipsUnknown = false } = {}): object {
  prefixes.set(wrong, { prefix: `options.${name}`, skipsUnknown })
  return wrong
}

// No option takes them. A template literal throws for the first, JSON.stringify() for the second.
const strange = [Symbol(`\u001b[2J${'x'.repeat(100_000)}`), 10n ** 1000n]
const longest = 1300 // 200 characters, all escaped

test('a wrong value and an unknown name are refused by every call that has options', async () => {
  const failures = await failuresOf(await rows(), async ([, call, wrong]) => {
    const { prefix = 'options', skipsUnknown = false } = prefixes.get(wrong) ?? {}
    const refused = async (options: object, message: string): Promise<void> => {
      const error = await Promise.resolve(options)
        .then((given) => call(given as never))
        .catch((failure: unknown) => failure)
      const isMistake = error instanceof TypeError || error instanceof RangeError
      if (!isMistake || !error.message.startsWith(message))
        throw new Error(`${message} -> ${String(error)}`)
      if (error.message.length > longest || error.message.includes('\u001b'))
        throw new Error(`${message}: not cut, or not escaped`)
    }
    for (const [name, value] of Object.entries(wrong)) {
      for (const refusable of [value, ...strange])
        await refused({ [name]: refusable }, `${prefix}.${name}`)
    }
    if (!skipsUnknown) {
      await refused({ nonsense: 1 }, `${prefix} has the unknown key "nonsense"`)
      await refused({ ['\u001b'.repeat(100_000)]: 1 }, `${prefix} has the unknown key "\\u001b`)
    }
  })
  expect(failures).toStrictEqual([])
})

test('an option that is undefined counts as absent', async () => {
  const { path } = await oneFile(20 * kiB)
  const none = { trackers: undefined, onProgress: undefined, creationDate: undefined }
  expect((await lt.createTorrent(path, none)).savePath).toBe(dirname(path))
})
