// Runs the right column of docs/from-other-bindings.md, row by row.
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as lt from '../../lib'
import { packageRoot } from '../helpers/child'
import { afterThisTest } from '../helpers/cleanup'
import { waitLimit } from '../helpers/deadline'
import { failuresOf } from '../helpers/failures'
import { tempDir } from '../helpers/files'
import { isolated, openSession, seed } from '../helpers/sessions'
import { kiB, oneFile } from '../helpers/torrents'

type Row = readonly [theirs: string, code: string]

/** The first code of the right column of each row below a heading; rows without code are about a difference. */
function rowsOf(heading: string): Row[] {
  const page = readFileSync(join(packageRoot, 'docs', 'from-other-bindings.md'), 'utf8')
  const section = page.split(`## ${heading}`)[1]!.split('\n## ')[0]!
  return section
    .split('\n')
    .map((line) => line.split(/(?<!\|) \| /))
    .flatMap(([theirs, ours]): Row[] => {
      const code = /^`([^`]+)`/.exec(ours?.trim() ?? '')?.[1]
      return code === undefined ? [] : [[theirs!, code]]
    })
}

/** Sessions of rows stay on this machine, and are closed. */
class Session extends lt.Session {
  constructor(options: lt.SessionOptions = {}) {
    super({ ...options, settings: { ...options.settings, ...isolated } })
    afterThisTest(() => this.close())
  }
}

/** Closes what it opens. */
const TorrentStore = {
  async open(...args: Parameters<typeof lt.TorrentStore.open>): Promise<lt.TorrentStore> {
    const store = await lt.TorrentStore.open(...args)
    afterThisTest(() => store.close())
    return store
  },
}

const serveHttp: typeof lt.serveHttp = async (...args) => {
  const server = await lt.serveHttp(...args)
  afterThisTest(() => server.close())
  return server
}

const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor as new (
  ...source: string[]
) => (...values: unknown[]) => Promise<unknown>

/** The variables that rows use, by name. */
async function variables(session: lt.Session): Promise<Record<string, unknown>> {
  const { info, path, buffer } = await oneFile(20 * kiB)
  const torrent = await seed(session, { info, savePath: dirname(path), path, buffer })
  const [file] = await torrent.files()
  const source = join(await tempDir(), 'a.torrent')
  await writeFile(source, buffer)
  const [directory, savePath] = [await tempDir(), await tempDir()]
  const libtorrent = { ...lt, Session, TorrentStore, serveHttp }
  const sessions = { lt: libtorrent, session, s: session, ses: session, settings: isolated }
  const torrents = { torrent, h: torrent, other: null, file, info, fs: new lt.FileStorage() }
  const params = { ...lt.loadTorrentBuffer(buffer), savePath: path }
  const alert = { type: '', message: '' }
  const uri = lt.makeMagnetUri(info)
  const sources = {
    source,
    path,
    savePath,
    directory,
    buffer,
    data: buffer,
    params,
    p: params,
    uri,
  }
  const listeners = { type: 'torrent_paused', f: () => {}, a: alert, alert, ms: waitLimit }
  const numbers = { rate: 1000, start: 0, end: 9, i: 0, port: 0, milliseconds: 100, remaining: 0 }
  const totals = { connections_limit: 10, allTimeUpload: 1, allTimeDownload: 1 }
  const others = {
    dhtState: undefined,
    error: new lt.LibtorrentError('', 'no_tracker'),
  }
  const groups = [sessions, torrents, sources, listeners, numbers, totals, others]
  return Object.assign({ infoHash: info.infoHash() }, ...groups) as Record<string, unknown>
}

async function run([, code]: Row): Promise<void> {
  const session = openSession()
  const known = await variables(session)
  const complete = code
    .replace('[...]', "['torrent_paused']")
    .replace("'...'", "'127.0.0.1:0'")
    .replace(/^for await .*/, '$& break')
    .replace(/^for \(.*/, '$& {}')
    .replace(/\.on\(('\w+')\)/, '.on($1, () => {})')
  // what a row waits for
  setImmediate(() => {
    const torrent = known.torrent as lt.TorrentHandle
    if (!session.closed && torrent.isValid()) torrent.pause()
  })
  await new AsyncFunction(...Object.keys(known), complete)(...Object.values(known))
}

test.each([
  ['From C++', 15],
  ['From Python (python3-libtorrent)', 20],
  ['From WebTorrent', 25],
])('each row runs: %s', async (heading, least) => {
  const rows = rowsOf(heading)
  expect(rows.length).toBeGreaterThan(least)
  expect(await failuresOf(rows, run)).toStrictEqual([])
})
