// renameFile() and moveStorage() where something has the name already.
import { existsSync } from 'node:fs'
import { mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import * as lt from '../../lib'
import { waitLimit, rejectionOf, within } from '../helpers/deadline'
import { sha256, tempDir } from '../helpers/files'
import { openSession, ownFlags, seed } from '../helpers/sessions'
import { kiB, manyFiles, oneFile, torrentOf } from '../helpers/torrents'
import type { Content } from '../helpers/torrents'

const backends = ['mmap', 'posix'] as const
const taken = { code: 'EEXIST', category: 'generic' }

function indexOf({ info }: Content, name: string): number {
  const files = info.files()
  return Array.from({ length: files.numFiles() }, (_, file) => file).findIndex(
    (file) => files.fileName(file) === name,
  )
}

const twoFiles = (): Promise<Content> =>
  manyFiles({ a: 40 * kiB, b: 40 * kiB }, { version: 'v1', pieceSize: 16 * kiB })

describe.each(backends)('renameFile() with the %s back end', (diskBackend) => {
  const share = (content: Content): Promise<lt.TorrentHandle> =>
    seed(openSession({}, { diskBackend }), content)

  test('rejects with EEXIST and keeps both files when a stranger has the name', async () => {
    const content = await oneFile(20 * kiB)
    const torrent = await share(content)
    const theirs = join(content.savePath, 'theirs.txt')
    await writeFile(theirs, 'theirs')
    const failed = torrent.waitFor('file_rename_failed', { timeout: waitLimit })
    expect(await rejectionOf(torrent.renameFile(0, 'theirs.txt'))).toMatchObject({
      ...taken,
      operation: 'file_rename',
      file: 'theirs.txt',
      message: "EEXIST: file exists, rename 'theirs.txt'",
    })
    expect(await failed).toMatchObject({ index: 0, error: taken })
    expect(await readFile(theirs, 'utf8')).toBe('theirs')
    expect((await torrent.torrentFile())?.files().filePath(0)).toBe('content.bin')
    await torrent.forceRecheck()
    expect(await torrent.status()).toMatchObject({ isSeeding: true })
  })

  test('replaces the file of a stranger with overwrite', async () => {
    const content = await oneFile(20 * kiB)
    const expected = await sha256(content.path)
    const torrent = await share(content)
    await writeFile(join(content.savePath, 'theirs.txt'), 'theirs')
    const renamed = torrent.renameFile(0, 'theirs.txt', { overwrite: true })
    expect(await within(renamed, 'the rename')).toBe('theirs.txt')
    expect(await sha256(join(content.savePath, 'theirs.txt'))).toBe(expected)
  })

  test('rejects with EEXIST, also with overwrite, when another file of the torrent has the name', async () => {
    const content = await twoFiles()
    const torrent = await share(content)
    for (const name of ['content/b', './content//b', 'content/B', join(content.path, 'b')]) {
      for (const overwrite of [false, true]) {
        const renamed = torrent.renameFile(indexOf(content, 'a'), name, { overwrite })
        expect(await rejectionOf(renamed)).toMatchObject(taken)
      }
    }
    await torrent.forceRecheck()
    expect(await torrent.status()).toMatchObject({ isSeeding: true })
  })

  test('rejects with EEXIST when the name is that of a directory or of a link to nowhere', async () => {
    const content = await oneFile(20 * kiB)
    const torrent = await share(content)
    await mkdir(join(content.savePath, 'directory'))
    await symlink('/nowhere', join(content.savePath, 'link'))
    expect(await rejectionOf(torrent.renameFile(0, 'directory'))).toMatchObject(taken)
    expect(await rejectionOf(torrent.renameFile(0, 'link'))).toMatchObject(taken)
  })

  test('begins after the moves and renames before it, and before those after it', async () => {
    const content = await oneFile(20 * kiB)
    const expected = await sha256(content.path)
    const torrent = await share(content)
    const places = [await tempDir(), await tempDir()]
    await writeFile(join(places[0]!, 'one'), 'in the first place only')
    await writeFile(join(places[1]!, 'two'), 'in the second place only')
    const results = await within(
      Promise.allSettled([
        torrent.renameFile(0, 'one'),
        torrent.renameFile(0, 'two'),
        torrent.moveStorage(places[0]!),
        torrent.renameFile(0, 'one'),
        torrent.renameFile(0, 'three'),
        torrent.moveStorage(places[1]!),
        torrent.renameFile(0, 'two'),
        torrent.renameFile(0, 'one'),
      ]),
      'every answer',
    )
    const codes = results.map((r) => (r.status === 'fulfilled' ? r.value : (r.reason as Error)))
    expect(codes).toMatchObject(['one', 'two', places[0], taken, 'three', places[1], taken, 'one'])
    expect(await sha256(join(places[1]!, 'one'))).toBe(expected)
    expect((await readdir(places[0]!)).sort()).toStrictEqual(['one'])
  })
})

test('renameFile() rejects with EEXIST when a file that is not on the disk yet has the name', async () => {
  const content = await twoFiles()
  const savePath = await tempDir()
  const session = openSession()
  const torrent = await session.addTorrent({ ti: content.info, savePath, flags: ownFlags })
  await torrent.checked({ timeout: waitLimit })
  const index = indexOf(content, 'a')
  expect(await rejectionOf(torrent.renameFile(index, 'content/b'))).toMatchObject(taken)
  await writeFile(join(savePath, 'theirs'), 'theirs')
  expect(await rejectionOf(torrent.renameFile(index, 'theirs'))).toMatchObject(taken)
  expect(await torrent.renameFile(index, 'theirs', { overwrite: true })).toBe('theirs')
})

test('renameFile() changes the case of a name, and goes back to the same name', async () => {
  const content = await oneFile(20 * kiB)
  const torrent = await seed(openSession(), content)
  for (const name of ['CONTENT.bin', 'CONTENT.bin', 'content.bin']) {
    expect(await within(torrent.renameFile(0, name), 'the rename')).toBe(name)
  }
  await torrent.forceRecheck()
  expect(await torrent.status()).toMatchObject({ isSeeding: true })
})

test.each([
  ['the torrent is removed', (torrent: lt.TorrentHandle) => torrent.session.removeTorrent(torrent)],
  ['the session is closed', (torrent: lt.TorrentHandle) => torrent.session.close()],
])('renames that have not begun are settled when %s', async (_, end) => {
  for (let round = 0; round < 10; round++) {
    const content = await oneFile(20 * kiB)
    const torrent = await seed(openSession(), content)
    const calls: Promise<unknown>[] = Array.from({ length: 10 }, (_, i) =>
      torrent.renameFile(0, `name ${i}`),
    )
    calls.push(torrent.moveStorage(await tempDir()), torrent.forceRecheck(), torrent.readPiece(0))
    if (round % 2 === 0) await calls[0]
    await end(torrent)
    await within(Promise.allSettled(calls), 'every answer')
  }
})

test('moveStorage() takes the files that exist with dont_replace, and checks them', async () => {
  const content = await oneFile(20 * kiB)
  const torrent = await seed(openSession(), content)
  const elsewhere = await tempDir()
  await writeFile(join(elsewhere, 'content.bin'), 'in the way')
  expect(await torrent.moveStorage(elsewhere, { flags: 'dont_replace' })).toBe(elsewhere)
  await torrent.checked({ timeout: waitLimit })
  expect(await readFile(join(elsewhere, 'content.bin'), 'utf8')).toBe('in the way')
  expect(await torrent.status()).toMatchObject({ isSeeding: false })
})

describe('two torrents with a file of one path', () => {
  const named = async (size: number, version: 'v1' | 'v2' | 'hybrid'): Promise<Content> =>
    oneFile(size, { version, pieceSize: 16 * kiB })

  const collision = { code: 'file_collision', category: 'libtorrent' }

  test.each([
    ['v1', 30 * kiB],
    ['v2', 30 * kiB],
    ['v2', 20 * kiB],
    ['hybrid', 20 * kiB],
  ] as const)(
    'of different content: the later stops with file_collision (%s, %i bytes)',
    async (version, size) => {
      const first = await named(20 * kiB, version === 'v2' ? 'hybrid' : version)
      const second = await named(size, version)
      const session = openSession()
      const torrent = await seed(session, first)
      const failed = session.waitFor('torrent_error', { timeout: waitLimit })
      const blamed = session.waitFor('file_error', { timeout: waitLimit })
      const { savePath } = first
      const later = await session.addTorrent({
        ti: second.info,
        savePath: `${savePath}/.`,
        flags: ownFlags,
      })
      expect(await rejectionOf(later.checked({ timeout: waitLimit }))).toMatchObject(collision)
      expect(normalize((await blamed).filename)).toBe(join(savePath, 'content.bin'))
      expect(await failed).toMatchObject({ handle: later, error: collision })
      expect(await later.status()).toMatchObject({ errc: collision, numPieces: 0 })
      // The first is not disturbed.
      await torrent.forceRecheck()
      expect(await torrent.status()).toMatchObject({ isSeeding: true })
      // Elsewhere the later one is right.
      const elsewhere = await tempDir()
      await later.moveStorage(elsewhere)
      later.clearError()
      later.resume()
      await later.checked({ timeout: waitLimit })
      expect(await later.status()).toMatchObject({ errc: null, savePath: elsewhere })
      const back = later.moveStorage(savePath)
      expect(await rejectionOf(back)).toMatchObject(collision)
      expect(await later.status()).toMatchObject({ errc: null, savePath: elsewhere })
    },
  )

  test('of different content: the later stops, though the earlier is not checked', async () => {
    const { noVerifyFiles, seedMode } = lt.torrentFlags
    const [first, second] = [await named(20 * kiB, 'v1'), await named(30 * kiB, 'v1')]
    const session = openSession()
    const { savePath } = first
    const flags = ownFlags | noVerifyFiles | seedMode
    const earlier = await session.addTorrent({ ti: first.info, savePath, flags })
    await earlier.readPiece(0)
    const later = await session.addTorrent({ ti: second.info, savePath, flags: ownFlags })
    expect(await rejectionOf(later.checked({ timeout: waitLimit }))).toMatchObject(collision)
    const last = await session.addTorrent({
      ti: (await named(40 * kiB, 'v1')).info,
      savePath,
      flags,
    })
    expect(await rejectionOf(last.readPiece(0))).toMatchObject(collision)
  })

  test('of the same content seed it together, as v1, v2 and hybrid', async () => {
    const content = await named(40 * kiB, 'v1')
    const session = openSession()
    const first = await seed(session, content)
    for (const version of ['v2', 'hybrid'] as const) {
      const buffer = await torrentOf(content.path, { version, pieceSize: 16 * kiB })
      const info = new lt.TorrentInfo(buffer)
      const torrent = await seed(session, { ...content, info, buffer })
      expect(await torrent.status()).toMatchObject({ isSeeding: true })
    }
    expect(await first.status()).toMatchObject({ isSeeding: true })
  })

  test('may follow each other: a torrent that was removed, moved or renamed is not in the way', async () => {
    const session = openSession()
    const place = (await named(20 * kiB, 'v1')).savePath
    const leave: ((torrent: lt.TorrentHandle) => Promise<unknown>)[] = [
      (torrent) => session.removeTorrent(torrent),
      async (torrent) => torrent.moveStorage(await tempDir()),
      (torrent) => torrent.renameFile(0, 'sub/other.bin'),
    ]
    let size = 21 * kiB
    for (const away of leave) {
      const content = await named(size++, 'v1')
      const torrent = await session.addTorrent({
        ti: content.info,
        savePath: place,
        flags: ownFlags,
      })
      await torrent.checked({ timeout: waitLimit })
      await within(away(torrent), 'the torrent to leave')
    }
    // Now a name that the rename has taken.
    const last = await oneFile(size, { version: 'v1' })
    const torrent = await session.addTorrent({ ti: last.info, savePath: place, flags: ownFlags })
    await torrent.checked({ timeout: waitLimit })
    expect(await rejectionOf(torrent.renameFile(0, 'sub/other.bin'))).toMatchObject(taken)
    expect(existsSync(join(place, 'sub/other.bin'))).toBe(false)
  })

  test('stop with file_collision when the later is a magnet link, too', async () => {
    const [first, second] = [await named(20 * kiB, 'v1'), await named(30 * kiB, 'v1')]
    const session = openSession()
    await seed(session, first)
    const torrent = await session.addTorrent({
      ...lt.parseMagnetUri(lt.makeMagnetUri(second.info)),
      savePath: dirname(first.path),
      flags: ownFlags,
    })
    const checked = rejectionOf(torrent.checked({ timeout: waitLimit }))
    expect(await torrent.setMetadata(second.info.infoSection())).toBe(true)
    expect(await checked).toMatchObject(collision)
  })
})
