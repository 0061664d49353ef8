// Runs the right column of docs/from-other-bindings.md, row by row.
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
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

const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor as new (
  ...source: string[]
) => (...values: unknown[]) => Promise<unknown>

async function run([, code]: Row): Promise<void> {
  const content = await oneFile(20 * kiB)
  const session = openSession()
  const torrent = await seed(session, content)
  const [file] = await torrent.files()
  const source = join(await tempDir(), 'a.torrent')
  await writeFile(source, content.buffer)
  const { info, path, buffer } = content
  const variables = {
    ...{ createServer, directory: await tempDir(), settings: isolated },
    ...{
      lt: { ...lt, Session, TorrentStore },
      session,
      ses: session,
      torrent,
      h: torrent,
      file,
      info,
      source,
    },
    ...{ path, savePath: await tempDir(), buffer, data: buffer, infoHash: info.infoHash() },
    ...{
      uri: lt.makeMagnetUri(info),
      params: { ...lt.loadTorrentBuffer(buffer), savePath: path },
      type: 'torrent_paused',
    },
    ...{ ms: waitLimit, rate: 1000, start: 0, end: 9, i: 0, milliseconds: 100 },
    ...{
      connections_limit: 10,
      alert: { type: '', message: '' },
      allTimeUpload: 1,
      allTimeDownload: 1,
    },
    ...{ error: new lt.LibtorrentError('', 'x'), remaining: 0 },
  }
  const complete = code
    .replace('[...]', "['torrent_paused']")
    .replace("'...'", "'127.0.0.1:0'")
    .replace(/^for await .*/, '$& break')
    .replace(/^for \(.*/, '$& {}')
    .replace(/\.on\(('\w+')\)/, '.on($1, () => {})')
  // what a row waits for
  setImmediate(() => {
    if (!session.closed && torrent.isValid()) torrent.pause()
  })
  await new AsyncFunction(...Object.keys(variables), complete)(...Object.values(variables))
}

test.each([
  ['From Python (python3-libtorrent)', 20],
  ['From WebTorrent', 25],
])('each row runs: %s', async (heading, least) => {
  const rows = rowsOf(heading)
  expect(rows.length).toBeGreaterThan(least)
  expect(await failuresOf(rows, run)).toStrictEqual([])
})
