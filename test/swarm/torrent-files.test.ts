// torrent.files(): the files of a torrent as objects.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { inspect } from 'node:util'
import * as lt from '../../lib'
import { waitLimit, rejectionOf } from '../helpers/deadline'
import { sha256, tempDir } from '../helpers/files'
import { endpointOf, leech, openSession, ownFlags, seed } from '../helpers/sessions'
import { kiB, manyFiles, versions } from '../helpers/torrents'
import type { Content, Version } from '../helpers/torrents'

const timeout = waitLimit
const sizes = { 'a.txt': 40 * kiB, 'sub/b.bin': 70 * kiB + 3, empty: 0 }

const content = (version: Version = 'hybrid'): Promise<Content> =>
  manyFiles(sizes, { version, pieceSize: 16 * kiB })

/** A leecher that wants no file yet, and knows a seeder of them. */
async function chooser(
  { info }: Content,
  peers: readonly lt.Endpoint[],
): Promise<lt.TorrentHandle> {
  const filePriorities = Array.from({ length: info.numFiles() }, () => 0)
  return leech(openSession(), { ti: info, savePath: await tempDir(), filePriorities }, peers)
}

async function seederOf(it: Content): Promise<readonly lt.Endpoint[]> {
  const session = openSession()
  await seed(session, it)
  return [await endpointOf(session)]
}

function named(files: readonly lt.TorrentFile[], name: string): lt.TorrentFile {
  const file = files.find((candidate) => candidate.name === name)
  if (!file) throw new Error(`no file ${name}`)
  return file
}

async function digest(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of chunks) hash.update(chunk)
  return hash.digest('hex')
}

test.each(versions)('files() of a %s torrent leaves padding out', async (version) => {
  const it = await content(version)
  const torrent = await seed(openSession(), it)
  const files = await torrent.files({ timeout })
  const seen = Object.fromEntries(files.map(({ path, length }) => [path, length]))
  expect(seen).toStrictEqual({
    'content/a.txt': sizes['a.txt'],
    'content/sub/b.bin': sizes['sub/b.bin'],
    'content/empty': 0,
  })
  const storage = it.info.files()
  for (const file of files) {
    expect(storage.filePath(file.index)).toBe(file.path)
    expect(storage.fileOffset(file.index)).toBe(file.offset)
    expect([file.priority, file.torrent, await file.progress()]).toStrictEqual([4, torrent, 1])
    expect(await file.downloaded()).toBe(file.length)
  }
})

test('files() waits for the metadata of a magnet link', async () => {
  const it = await content()
  const session = openSession()
  const torrent = await session.addTorrent({
    ...lt.parseMagnetUri(lt.makeMagnetUri(it.info)),
    savePath: await tempDir(),
    flags: ownFlags | lt.torrentFlags.defaultDontDownload,
  })
  expect(await rejectionOf(torrent.files({ timeout: 20 }))).toMatchObject({ name: 'TimeoutError' })
  const files = torrent.files({ timeout })
  await torrent.setMetadata(it.info.infoSection())
  expect((await files).map(({ priority }) => priority)).toStrictEqual([0, 0, 0])
})

test('select() downloads a file and deselect() ends that', async () => {
  const it = await content()
  const torrent = await chooser(it, await seederOf(it))
  const files = await torrent.files({ timeout })
  const first = named(files, 'a.txt')
  expect(await first.progress()).toBe(0)
  await first.select()
  expect(first.priority).toBe(4)
  await torrent.finished({ timeout })
  expect(await first.progress()).toBe(1)
  const { savePath } = await torrent.status()
  expect(await sha256(join(savePath, first.path))).toBe(await sha256(join(it.path, 'a.txt')))
  expect(existsSync(join(savePath, named(files, 'b.bin').path))).toBe(false)
  await first.deselect()
  expect([first.priority, (await torrent.getFilePriorities())[first.index]]).toStrictEqual([0, 0])
  await first.select(7)
  expect(named(await torrent.files(), 'a.txt').priority).toBe(7)
})

test.each([0, 8, 1.5, NaN])('select(%d) rejects with a RangeError', async (priority) => {
  const [file] = await (await seed(openSession(), await content())).files({ timeout })
  expect(await rejectionOf(file!.select(priority))).toBeInstanceOf(RangeError)
})

test('a file is read by for await, as a stream, and as a web stream', async () => {
  const it = await content()
  const torrent = await chooser(it, await seederOf(it))
  const file = named(await torrent.files({ timeout }), 'b.bin')
  const path = join(it.path, 'sub/b.bin')
  const expected = await sha256(path)
  expect(await digest(file)).toBe(expected)
  expect(await digest(file.createReadStream())).toBe(expected)
  const web = file.stream({ start: 10, end: 20_000 })
  const bytes = await buffer(web)
  expect(bytes.equals((await readFile(path)).subarray(10, 20_001))).toBe(true)
})

test('an empty file is read as no bytes', async () => {
  const torrent = await seed(openSession(), await content())
  const file = named(await torrent.files({ timeout }), 'empty')
  expect([await digest(file), await file.progress()]).toStrictEqual([
    createHash('sha256').digest('hex'),
    1,
  ])
})

test('rename() renames the file on the disk, and files() has the new name', async () => {
  const it = await content()
  const torrent = await seed(openSession(), it)
  const file = named(await torrent.files({ timeout }), 'a.txt')
  const before = await sha256(join(it.path, 'a.txt'))
  expect(await file.rename('other/c.txt')).toBe('other/c.txt')
  expect([file.path, file.name]).toStrictEqual(['other/c.txt', 'c.txt'])
  expect(await sha256(join(it.savePath, 'other/c.txt'))).toBe(before)
  expect(named(await torrent.files(), 'c.txt').index).toBe(file.index)
  const other = named(await torrent.files(), 'b.bin')
  expect(await rejectionOf(other.rename('other/c.txt'))).toMatchObject({ code: 'EEXIST' })
  expect(other.path).toBe('content/sub/b.bin')
})

test('a file rejects with invalid_torrent_handle when the torrent was removed', async () => {
  const torrent = await seed(openSession(), await content())
  const [file] = await torrent.files({ timeout })
  await torrent.session.removeTorrent(torrent)
  for (const call of [() => file!.progress(), () => file!.select(), () => torrent.files()]) {
    expect(await rejectionOf(call())).toMatchObject({ code: 'invalid_torrent_handle' })
  }
})

test('console.log() prints the members of a file', async () => {
  const torrent = await seed(openSession(), await content())
  const file = named(await torrent.files({ timeout }), 'a.txt')
  expect(inspect(file)).toMatch(/^TorrentFile \{[^]*path: 'content\/a.txt'[^]*priority: 4/)
})

test.each(versions)(
  'a FileStorage of a %s torrent iterates over all its files',
  async (version) => {
    const { info } = await content(version)
    const storage = info.files()
    const entries = [...storage]
    expect(entries).toHaveLength(storage.numFiles())
    expect(entries.map(({ index }) => index)).toStrictEqual([...entries.keys()])
    expect(entries.some(({ isPadding }) => isPadding)).toBe(version !== 'v1')
    const b = entries.find(({ name }) => name === 'b.bin')
    expect(b).toStrictEqual({
      index: b?.index,
      path: 'content/sub/b.bin',
      name: 'b.bin',
      size: sizes['sub/b.bin'],
      offset: storage.fileOffset(b!.index),
      isPadding: false,
      flags: 0,
      mtime: null,
      symlink: '',
    })
  },
)
