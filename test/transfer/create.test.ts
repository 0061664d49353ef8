// createTorrent(): a torrent of files on the disk.
import { appendFileSync } from 'node:fs'
import { chmod, cp, mkdir, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from '../../lib'
import { waitLimit, rejectionOf } from '../helpers/deadline'
import { randomFile, tempDir } from '../helpers/files'
import { openSession, ownFlags } from '../helpers/sessions'
import { MiB, kiB, versions } from '../helpers/torrents'

const timeout = waitLimit

/** A directory with names that libtorrent gives others to those who download. */
async function directory(): Promise<string> {
  const path = join(await tempDir(), 'content')
  await randomFile(join(path, 'a.bin'), 40 * kiB)
  await randomFile(join(path, 'A.bin'), 5)
  await randomFile(join(path, 'sub', 'b\\c.bin'), 100 * kiB + 3)
  await writeFile(join(path, 'sub', 'empty'), '')
  return path
}

describe.each(versions)('a %s torrent', (version) => {
  test('is shared from where it was made, whatever the names of its files are', async () => {
    const { info, savePath } = await lt.createTorrent(await directory(), { version })
    const session = openSession()
    const torrent = await session.add(info, { savePath })
    await torrent.seeding({ timeout })
    expect((await torrent.status()).totalPayloadDownload).toBe(0)
  })

  test('of a file is shared from where it was made', async () => {
    const path = await randomFile(join(await tempDir(), 'x.bin'), 3 * MiB + 1)
    const { info, savePath } = await lt.createTorrent(path, { version, pieceSize: 64 * kiB })
    expect([info.name(), info.pieceLength()]).toStrictEqual(['x.bin', 64 * kiB])
    const torrent = await openSession().add(info, { savePath })
    await torrent.seeding({ timeout })
  })

  test('has the same bytes for equal files, whatever their times and attributes are', async () => {
    const path = await directory()
    const copy = join(await tempDir(), 'content')
    await cp(path, copy, { recursive: true })
    await chmod(join(copy, 'a.bin'), 0o777)
    await utimes(join(copy, 'a.bin'), 1, 1)
    const [one, other] = [
      await lt.createTorrent(path, { version }),
      await lt.createTorrent(copy, { version }),
    ]
    expect(other.bytes.equals(one.bytes)).toBe(true)
    expect(other.magnetUri).toBe(one.magnetUri)
    const { v1, v2 } = one.info.infoHashes()
    expect([v1 !== null, v2 !== null]).toStrictEqual([version !== 'v2', version !== 'v1'])
  })
})

test('the bytes, the TorrentInfo and the magnet link say what the options say', async () => {
  const path = await directory()
  const date = new Date(1_000_000_000_000)
  const { bytes, info, magnetUri } = await lt.createTorrent(path, {
    trackers: ['http://127.0.0.1:9/a', ['http://127.0.0.1:9/b', 'udp://127.0.0.1:9']],
    webSeeds: ['http://127.0.0.1:9/files/'],
    private: true,
    source: 'SITE',
    comment: 'words',
    creator: 'test',
    creationDate: date,
    info: { 'x-unique': Buffer.from([1, 255]) },
  })
  // libtorrent shuffles trackers of one tier
  expect(
    info
      .trackers()
      .map(({ url, tier }) => [url, tier])
      .sort(),
  ).toStrictEqual([
    ['http://127.0.0.1:9/a', 0],
    ['http://127.0.0.1:9/b', 1],
    ['udp://127.0.0.1:9', 1],
  ])
  expect(info.webSeeds().map(({ url }) => url)).toStrictEqual(['http://127.0.0.1:9/files/'])
  expect([info.priv(), info.comment(), info.creator()]).toStrictEqual([true, 'words', 'test'])
  expect(info.creationDate()).toStrictEqual(date)
  expect(info.info('source')).toStrictEqual(Buffer.from('SITE'))
  expect(info.info('x-unique')).toStrictEqual(Buffer.from([1, 255]))
  expect(new lt.TorrentInfo(bytes).infoHashes()).toStrictEqual(info.infoHashes())
  expect(lt.parseMagnetUri(magnetUri).infoHashes).toStrictEqual(info.infoHashes())
  const plain = await lt.createTorrent(path)
  expect(plain.info.infoHashes().v1).not.toBe(info.infoHashes().v1)
  const decoded = lt.bdecode(plain.bytes) as object
  expect(Object.keys(decoded).sort()).toStrictEqual(['info', 'piece layers'])
})

test.each<[string, lt.FileSelection]>([
  ['patterns', ['*.bin', '!A*']],
  ['a function', ({ path }) => path === 'content/a.bin' || path.startsWith('content/sub/b')],
])('filter leaves files out by %s', async (_, filter) => {
  const { info, savePath } = await lt.createTorrent(await directory(), { filter })
  const names = [...info.files()].filter(({ isPadding }) => !isPadding).map(({ path }) => path)
  expect(names.sort()).toStrictEqual(['content/a.bin', 'content/sub/b\\c.bin'])
  await (await openSession().add(info, { savePath })).seeding({ timeout })
})

test('filter leaves files out by a pattern with a hyphen', async () => {
  const path = join(await tempDir(), 'content')
  for (const name of ['debian-12.iso', 'debian-12-netinst.iso', 'debian.iso']) {
    await randomFile(join(path, name), 5)
  }
  const { info } = await lt.createTorrent(path, { filter: ['*-*.iso', '!*-netinst.iso'] })
  const names = [...info.files()].filter(({ isPadding }) => !isPadding).map(({ name }) => name)
  expect(names).toStrictEqual(['debian-12.iso'])
})

test('a link is followed, and shared as what it points to', async () => {
  const path = await directory()
  const target = await randomFile(join(await tempDir(), 'target'), 30 * kiB)
  await symlink(target, join(path, 'link'))
  const { info, savePath } = await lt.createTorrent(path)
  expect([...info.files()].find(({ name }) => name === 'link')).toMatchObject({
    size: 30 * kiB,
    symlink: '',
  })
  await (await openSession().add(info, { savePath, flags: ownFlags })).seeding({ timeout })
})

test('progress is in bytes and ends with all of them', async () => {
  const path = await randomFile(join(await tempDir(), 'x.bin'), 5 * MiB + 1)
  const seen: lt.HashProgress[] = []
  await lt.createTorrent(path, { onProgress: (progress) => seen.push(progress) })
  expect(seen.at(-1)).toMatchObject({ done: 5 * MiB + 1, total: 5 * MiB + 1, remaining: 0 })
  expect(seen.map(({ done }) => done)).toStrictEqual(
    seen.map(({ done }) => done).sort((a, b) => a - b),
  )
})

describe('createTorrent() rejects', () => {
  test('with file_changed when a file grows while it is hashed', async () => {
    const path = await randomFile(join(await tempDir(), 'x.bin'), 5 * MiB)
    const onProgress = (): void => appendFileSync(path, 'more')
    expect(await rejectionOf(lt.createTorrent(path, { onProgress }))).toMatchObject({
      code: 'file_changed',
      file: path,
    })
  })

  test('with what onProgress throws', async () => {
    const path = await randomFile(join(await tempDir(), 'x.bin'), 5 * MiB)
    const onProgress = (): never => {
      throw new Error('mine')
    }
    expect(await rejectionOf(lt.createTorrent(path, { onProgress }))).toMatchObject({
      message: 'mine',
    })
  })

  test('with the reason of the signal', async () => {
    const signal = AbortSignal.abort(new Error('enough'))
    expect(await rejectionOf(lt.createTorrent('.', { signal }))).toMatchObject({
      message: 'enough',
    })
  })

  test('with the error of the disk', async () => {
    const path = join(await tempDir(), 'none')
    expect(await rejectionOf(lt.createTorrent(path))).toMatchObject({ code: 'ENOENT', file: path })
    await mkdir(path)
    expect(await rejectionOf(lt.createTorrent(path))).toMatchObject({ code: 'no_files_in_torrent' })
  })

  test.each<[string, object, RegExp]>([
    [
      'an unknown option',
      { tracker: [] },
      /options has the unknown key "tracker", did you mean "trackers"\?/,
    ],
    [
      'an unknown version',
      { version: 'v3' },
      /options\.version must be 'v1', 'v2' or 'hybrid', got "v3"/,
    ],
    ['a tracker that is no text', { trackers: [5] }, /options\.trackers\[0\] must be a URL/],
    ['a filter of another type', { filter: /x/ }, /options\.filter must be a pattern/],
  ])('with a TypeError for %s', async (_, options, message) => {
    const error = await rejectionOf(lt.createTorrent(await directory(), options))
    expect(error).toMatchObject({
      name: 'TypeError',
      message: expect.stringMatching(message) as string,
    })
  })

  test('with no_matching_file when a pattern of filter matches nothing', async () => {
    const error = await rejectionOf(lt.createTorrent(await directory(), { filter: '*.mkv' }))
    expect(error).toMatchObject({ code: 'no_matching_file' })
  })
})
