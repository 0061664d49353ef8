// A store that is opened in a copy of its directory sees what a crash would leave.
import { once } from 'node:events'
import { cp, readFile, readdir, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from '../../lib'
import { rejectionOf, within } from '../helpers/deadline'
import { tempDir } from '../helpers/files'
import { isolated, openSession, ownFlags } from '../helpers/sessions'
import { afterCrash, hashesOf, openStore, saved } from '../helpers/stores'
import { bareTorrent, kiB, manyFiles, oneFile } from '../helpers/torrents'

const paused = lt.torrentFlags.paused | ownFlags
const bare = (name: string): lt.TorrentInfo => new lt.TorrentInfo(bareTorrent({ name }))
describe('TorrentStore', () => {
  test('restores settings and torrents, complete ones without a check of their files', async () => {
    const directory = join(await tempDir(), 'a', 'state')
    const { info, savePath } = await oneFile(100 * kiB)
    const first = await openStore(directory, { settings: { ...isolated, user_agent: 'kept' } })
    expect(first.restored).toStrictEqual([])
    const seed = await first.session.addTorrent({ ti: info, savePath, flags: ownFlags })
    await seed.seeding({ timeout: 20_000 })
    const magnet = lt.parseMagnetUri(`magnet:?xt=urn:btih:${'ab'.repeat(20)}&dn=later`)
    await first.session.addTorrent({ ...magnet, savePath, flags: paused })
    await first.close()
    expect(first.session.closed).toBe(true)

    const rechecked: lt.Alert[] = []
    const second = await openStore(directory, {
      beforeRestore: (session) =>
        void session.on('fastresume_rejected', (it) => rechecked.push(it)),
    })
    expect((await second.session.getSettings()).user_agent).toBe('kept')
    expect(hashesOf(second)).toStrictEqual(['ab'.repeat(20), info.infoHashes().v1].sort())
    for (const { path, torrent, error } of second.restored) {
      expect(error).toBeNull()
      const { v1 } = torrent!.infoHashes()
      expect(path).toBe(join(directory, `${v1}.resume`))
      const status = await torrent!.status()
      expect(status.name).toBe(v1 === info.infoHashes().v1 ? 'content.bin' : 'later')
      if (status.hasMetadata) await torrent!.seeding({ timeout: 20_000 })
    }
    expect(rechecked).toStrictEqual([])
  })

  test('saves a torrent when it is added, and with the metadata when that has come', async () => {
    const directory = await tempDir()
    const store = await openStore(directory)
    const { info, savePath } = await oneFile(50 * kiB)
    const { v1, v2 } = info.infoHashes()
    const isSaved = saved(store)
    const torrent = await store.session.addTorrent({
      infoHashes: { v1, v2 },
      savePath,
      flags: paused,
    })
    expect(await isSaved).toBe(join(directory, `${v1}.resume`))
    const withoutMetadata = await afterCrash(directory)
    expect((await withoutMetadata.restored[0]!.torrent!.status()).hasMetadata).toBe(false)

    const isSavedAgain = saved(store)
    await torrent.setMetadata(info.infoSection())
    await isSavedAgain
    const crashed = await afterCrash(directory)
    const metadata = await crashed.restored[0]!.torrent!.torrentFile()
    expect(metadata?.infoHashes()).toStrictEqual(info.infoHashes())
  })

  test('saves the pieces of a torrent that was added before its files were checked', async () => {
    const directory = await tempDir()
    const store = await openStore(directory)
    const { info, savePath } = await oneFile(100 * kiB)
    const torrent = await store.session.addTorrent({ ti: info, savePath, flags: ownFlags })
    await torrent.seeding({ timeout: 20_000 })
    await store.save()
    const file = await readFile(join(directory, `${info.infoHashes().v1}.resume`))
    const { havePieces } = lt.readResumeData(file)
    expect(havePieces?.count()).toBe(info.numPieces())
  })

  test('follows files that are moved and renamed', async () => {
    const directory = await tempDir()
    const store = await openStore(directory)
    const { info, savePath } = await manyFiles({ a: 10, b: 20 })
    const torrent = await store.session.addTorrent({ ti: info, savePath, flags: ownFlags })
    await torrent.seeding({ timeout: 20_000 })
    await store.save()

    const elsewhere = await tempDir()
    const moved = saved(store)
    await torrent.moveStorage(elsewhere)
    await moved
    const renamed = saved(store)
    await torrent.renameFile(0, 'content/other')
    await renamed
    const { restored } = await afterCrash(directory)
    const found = restored[0]!.torrent!
    await found.seeding({ timeout: 20_000 })
    expect((await found.status()).savePath).toBe(elsewhere)
    expect((await found.torrentFile())?.files().filePath(0)).toBe('content/other')
  })

  test('saves other changes at the interval', async () => {
    const directory = await tempDir()
    const store = await openStore(directory, { interval: 1 })
    const first = saved(store)
    const ti = bare('one')
    const torrent = await store.session.addTorrent({ ti, savePath: directory, flags: paused })
    await first
    const second = saved(store)
    torrent.addTracker({ url: 'http://127.0.0.1:9/announce' })
    const { trackers } = lt.readResumeData(await readFile(await second))
    expect(trackers).toStrictEqual(['http://127.0.0.1:9/announce'])
  })

  test('saves changes that a saveResumeData() of the program has collected', async () => {
    const directory = await tempDir()
    const store = await openStore(directory)
    const ti = bare('one')
    const torrent = await store.session.addTorrent({ ti, savePath: directory, flags: paused })
    await store.save()
    torrent.addTracker({ url: 'http://127.0.0.1:9/announce' })
    await torrent.saveResumeData()
    expect(await torrent.needSaveResumeData()).toBe(false)
    await store.save()
    const file = await readFile(join(directory, `${ti.infoHashes().v1}.resume`))
    expect(lt.readResumeData(file).trackers).toHaveLength(1)
  })

  test('writes nothing when nothing has changed', async () => {
    const directory = await tempDir()
    const store = await openStore(directory)
    await store.session.addTorrent({ ti: bare('one'), savePath: directory, flags: paused })
    await store.save()
    await store.close()

    const again = await openStore(directory)
    const paths: string[] = []
    again.on('saved', ({ path }) => paths.push(path))
    await again.save()
    await again.save()
    expect(paths).toStrictEqual([])
  })

  test('sets files aside that are no resume data or state, and restores the others', async () => {
    const directory = await tempDir()
    const store = await openStore(directory)
    for (const name of ['one', 'two', 'three']) {
      await store.session.addTorrent({ ti: bare(name), savePath: directory, flags: paused })
    }
    await store.close()
    const [one, two, three] = ['one', 'two', 'three'].map((name) => bare(name).infoHashes().v1!)
    const { length } = await readFile(join(directory, `${one}.resume`))
    await truncate(join(directory, `${one}.resume`), length - 10)
    await writeFile(join(directory, `${two}.resume`), 'i1e')
    await writeFile(join(directory, 'session.state'), '')
    await writeFile(join(directory, `${three}.resume.tmp`), 'half')

    const again = await openStore(directory)
    const failures = again.restored.filter(({ error }) => error !== null)
    expect(hashesOf(again)).toStrictEqual([null, null, null, three].sort())
    expect(failures.map(({ path }) => path).sort()).toStrictEqual(
      [`${one}.resume.corrupt`, `${two}.resume.corrupt`, 'session.state.corrupt']
        .map((name) => join(directory, name))
        .sort(),
    )
    for (const { path, error } of failures) {
      expect(error).toBeInstanceOf(lt.LibtorrentError)
      expect(error!.message).toContain(path)
    }
    expect((await readdir(directory)).sort()).toStrictEqual(
      [
        ...[`${one}.resume.corrupt`, `${two}.resume.corrupt`, `${three}.resume`],
        ...['lock', 'session.state.corrupt'],
      ].sort(),
    )
  })

  test('restores files of any name, and one torrent of two files', async () => {
    const directory = await tempDir()
    const store = await openStore(directory)
    await store.session.addTorrent({ ti: bare('one'), savePath: directory, flags: paused })
    await store.close()
    const { v1, v2 } = bare('one').infoHashes()
    expect(v2).toBeNull()
    const file = join(directory, `${v1}.resume`)
    await rename(file, join(directory, 'copied.resume'))
    const again = await openStore(directory)
    expect(again.restored.map(({ path }) => path)).toStrictEqual([file])
    await again.close()

    await cp(file, join(directory, 'copied.resume'))
    const third = await openStore(directory)
    expect(third.restored.map(({ path }) => path)).toStrictEqual([file, file])
    expect(third.session.getTorrentsSync()).toHaveLength(1)
    await third.save()
    const names = await readdir(directory)
    expect(names.filter((name) => name.endsWith('.resume'))).toStrictEqual([`${v1}.resume`])
  })

  test('is refused while another store has the directory, and opens after that', async () => {
    const directory = await tempDir()
    const store = await openStore(directory)
    const error = await rejectionOf(lt.TorrentStore.open(directory))
    expect(error).toMatchObject({ code: 'store_in_use', file: directory })
    expect((error as Error).message).toContain(`process ${process.pid} `)
    await store.close()
    await openStore(directory)
  })

  test('keeps the torrents of a session that it is given, and does not close it', async () => {
    const directory = await tempDir()
    const session = openSession()
    await session.addTorrent({ ti: bare('before'), savePath: directory, flags: paused })
    const store = await openStore(directory, { session })
    await session.addTorrent({ ti: bare('after'), savePath: directory, flags: paused })
    await store.close()
    expect(session.closed).toBe(false)
    await session.addTorrent({ ti: bare('unsaved'), savePath: directory, flags: paused })
    const expected = ['before', 'after'].map((name) => bare(name).infoHashes().v1).sort()
    expect(hashesOf(await afterCrash(directory))).toStrictEqual(expected)
    const options = { session, settings: isolated }
    expect(await rejectionOf(lt.TorrentStore.open(await tempDir(), options))).toBeInstanceOf(
      TypeError,
    )
  })

  test('rejects an option that does not exist, naming the nearest', async () => {
    const options = { intervall: 1 } as lt.TorrentStoreOptions
    const error = await rejectionOf(lt.TorrentStore.open(await tempDir(), options))
    expect((error as Error).message).toMatch(/"intervall", did you mean "interval"/)
  })

  test('downloads again after a disk that was full', async () => {
    const directory = await tempDir()
    const store = await openStore(directory)
    const flags = paused | lt.torrentFlags.uploadMode
    await store.session.addTorrent({ ti: bare('one'), savePath: directory, flags })
    await store.close()
    const { restored } = await openStore(directory)
    const { flags: restoredFlags } = await restored[0]!.torrent!.status()
    expect(restoredFlags & lt.torrentFlags.uploadMode).toBe(0)
    expect(restoredFlags & lt.torrentFlags.paused).not.toBe(0)
  })

  test('reports what fails in the background, and saves it when the disk works again', async () => {
    const directory = await tempDir()
    const store = await openStore(directory)
    await rm(directory, { recursive: true })
    const failure = within(once(store, 'error'), 'an error').catch((error: unknown) => [error])
    await store.session.addTorrent({ ti: bare('one'), savePath: directory, flags: paused })
    expect(await failure).toMatchObject([{ code: 'ENOENT' }])
    expect(await rejectionOf(store.save())).toMatchObject({ code: 'ENOENT' })
    const [parent, name] = [join(directory, '..'), directory.split('/').at(-1)!]
    await cp(await tempDir(), join(parent, name), { recursive: true })
    await store.save()
    expect((await afterCrash(directory)).restored).toHaveLength(1)
  })

  test('rejects save() with store_closed from the call of close() on, and writes nothing then', async () => {
    const directory = await tempDir()
    const session = openSession()
    const store = await openStore(directory, { session })
    const closed = store.close()
    expect(await rejectionOf(store.save())).toMatchObject({ code: 'store_closed' })
    await closed
    await session.addTorrent({ ti: bare('late'), savePath: directory, flags: paused })
    const error = await rejectionOf(store.save())
    expect(error).toBeInstanceOf(lt.LibtorrentError)
    expect(error).toMatchObject({ code: 'store_closed' })
    expect((await readdir(directory)).filter((name) => name !== 'lock')).toStrictEqual([])
  })

  test('rejects close() with a RangeError for a wrong timeout, and stays open', async () => {
    const directory = await tempDir()
    const store = await openStore(directory)
    expect(await rejectionOf(store.close({ timeout: -1 }))).toStrictEqual(
      new RangeError('options.timeout must be a number from 0, got -1'),
    )
    await store.session.addTorrent({ ti: bare('one'), savePath: directory, flags: paused })
    await store.save()
    await store.close()
    expect(store.session.closed).toBe(true)
    expect((await openStore(directory)).restored).toHaveLength(1)
  })

  test('rejects close() when the session was closed before it, and releases the directory', async () => {
    const directory = await tempDir()
    const store = await lt.TorrentStore.open(directory, { settings: isolated })
    await store.session.close()
    expect(await rejectionOf(store.close())).toMatchObject({ code: 'session_closed' })
    await openStore(directory)
  })
})
