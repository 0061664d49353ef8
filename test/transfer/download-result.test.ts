// What download() tells of a download: its times, what was there before, and its progress at the end.
import { cp, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import * as lt from '../../lib'
import { waitLimit, rejectionOf } from '../helpers/deadline'
import { tempDir } from '../helpers/files'
import { peersOf, seedAll } from '../helpers/seeding'
import { isolated, openSession } from '../helpers/sessions'
import { MiB, kiB, manyFiles, oneFile } from '../helpers/torrents'

const timeout = waitLimit
const settings = isolated

test.each(['bytes', 'a magnet link'])(
  'a download of %s goes on with what is in the directory',
  async (source) => {
    const content = await manyFiles(
      { a: 64 * kiB, b: 64 * kiB },
      { version: 'v1', pieceSize: 16 * kiB },
    )
    const seeding = await seedAll(content.path, { torrent: content.buffer })
    const savePath = await tempDir()
    await cp(join(content.path, 'a'), join(savePath, 'content/a'))
    const peers = await peersOf(seeding)
    const options = { settings, peers, timeout, seed: true }
    const given = source === 'bytes' ? content.buffer : seeding.magnetUri
    await using download = await lt.download(given, savePath, options)
    expect((await download.torrent.status()).totalPayloadDownload).toBe(64 * kiB)
    expect(download).toMatchObject({ present: 64 * kiB, fetched: 64 * kiB })
  },
)

describe('times of a download', () => {
  test.each(['bytes', 'a magnet link'])('are in their order, for %s', async (source) => {
    const { path, buffer } = await oneFile(3 * MiB)
    const seeding = await seedAll(path, { torrent: buffer })
    const given = source === 'bytes' ? buffer : seeding.magnetUri
    const options = { settings, peers: await peersOf(seeding), timeout }
    const { times, present, fetched } = await lt.download(given, await tempDir(), options)
    const { connected, firstBlock, finished } = times
    expect(0 < connected! && connected! < firstBlock! && firstBlock! < finished).toBe(true)
    expect({ present, fetched }).toStrictEqual({ present: 0, fetched: 3 * MiB })
  })

  test('have no connection and no block when everything is there', async () => {
    const { buffer, savePath } = await oneFile(40 * kiB)
    const download = await lt.download(buffer, savePath, { settings, timeout })
    expect(download).toMatchObject({ present: 40 * kiB, fetched: 0 })
    expect(download.times).toMatchObject({ connected: null, firstBlock: null })
    expect(download.times.finished).toBeGreaterThanOrEqual(0)
  })

  test('are not those of other torrents of the session', async () => {
    const other = await oneFile(40 * kiB)
    const { buffer, savePath } = await manyFiles({ a: 40 * kiB })
    const seeding = await seedAll(other.path, { torrent: other.buffer })
    const session = openSession()
    const peers = await peersOf(seeding)
    const first = lt.download(other.buffer, await tempDir(), { session, peers, timeout })
    const second = await lt.download(buffer, savePath, { session, timeout })
    expect(second.times).toMatchObject({ connected: null, firstBlock: null })
    expect((await first).times.firstBlock).toBeGreaterThan(0)
    expect(session.listenerCount('block_finished')).toBe(0)
  })
})

test('a download that fails reports its progress once more', async () => {
  const { path, buffer } = await oneFile(64 * kiB, { pieceSize: 16 * kiB })
  const savePath = await tempDir()
  await writeFile(join(savePath, basename(path)), (await readFile(path)).subarray(0, 32 * kiB))
  const session = openSession()
  const checked = session.waitFor('torrent_checked', { timeout })
  const controller = new AbortController()
  const seen: lt.TransferProgress[] = []
  const download = lt.download(buffer, savePath, {
    session,
    signal: controller.signal,
    onProgress: (progress) => seen.push(progress),
    progressInterval: 1_000_000,
  })
  await checked
  controller.abort(new Error('enough'))
  expect(await rejectionOf(download)).toMatchObject({ message: 'enough' })
  expect(seen.at(-1)).toMatchObject({ done: 32 * kiB, total: 64 * kiB, progress: 0.5 })
})
