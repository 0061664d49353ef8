import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from '../../lib'
import { rejectionOf, within } from '../helpers/deadline'
import { sha256, tempDir } from '../helpers/files'
import { endpointOf, finished, leech, openSession, seed } from '../helpers/sessions'
import { kiB, manyFiles, oneFile } from '../helpers/torrents'

test('a seeder can move and rename its files while it shares them', async () => {
  const content = await oneFile(300_000, { pieceSize: 16 * kiB })
  const expected = await sha256(content.path)
  const seeder = openSession()
  const shared = await seed(seeder, content)
  const moved = seeder.waitFor('storage_moved')
  const renamed = seeder.waitFor('file_renamed')
  const elsewhere = await tempDir()
  expect(await shared.moveStorage(elsewhere)).toBe(elsewhere)
  expect(await shared.renameFile(0, 'sub/other.bin')).toBe('sub/other.bin')

  expect(await moved).toMatchObject({ storagePath: elsewhere, oldPath: content.savePath })
  expect(await renamed).toMatchObject({ index: 0, newName: 'sub/other.bin' })
  expect(existsSync(content.path)).toBe(false)
  expect(await sha256(join(elsewhere, 'sub', 'other.bin'))).toBe(expected)
  expect((await shared.status()).savePath).toBe(elsewhere)

  const savePath = await tempDir()
  const torrent = await leech(openSession(), { ti: content.info, savePath }, [
    await endpointOf(seeder),
  ])
  await finished(torrent)
  expect(await sha256(join(savePath, 'content.bin'))).toBe(expected)
})

test('a peer can move and rename what it has not downloaded yet', async () => {
  const content = await manyFiles({ a: 40_000, b: 60_000 }, { pieceSize: 16 * kiB, version: 'v1' })
  const paths = [0, 1].map((i) => content.info.files().filePath(i))
  const seeder = openSession()
  await seed(seeder, content)
  const flags = lt.torrentFlags.paused
  const session = openSession()
  const torrent = await session.addTorrent({ ti: content.info, savePath: await tempDir(), flags })
  const savePath = await tempDir()
  await torrent.moveStorage(savePath)
  await torrent.renameFile(0, 'one')
  torrent.resume()
  torrent.connectPeer(await endpointOf(seeder))
  await finished(torrent)
  expect(await sha256(join(savePath, 'one'))).toBe(await sha256(join(content.savePath, paths[0]!)))
  expect(await sha256(join(savePath, paths[1]!))).toBe(
    await sha256(join(content.savePath, paths[1]!)),
  )
})

test('moving replaces files, keeps them or fails, as it is told', async () => {
  const content = await oneFile(20_000)
  const torrent = await seed(openSession(), content)
  const elsewhere = await tempDir()
  await writeFile(join(elsewhere, 'content.bin'), 'in the way')
  const failed = torrent.waitFor('storage_moved_failed')
  const refused = torrent.moveStorage(elsewhere, { flags: 'fail_if_exist' })
  expect((await failed).handle).toBe(torrent)
  expect(await rejectionOf(refused)).toBeInstanceOf(lt.LibtorrentError)
  expect(await torrent.moveStorage(elsewhere, { flags: 'always_replace_files' })).toBe(elsewhere)
  expect(existsSync(content.path)).toBe(false)
  expect(await torrent.readPiece(0)).toHaveLength(16384)
})

test('removing a torrent leaves its files unless it is told to delete them', async () => {
  const content = await oneFile(20_000)
  const session = openSession()
  const first = await seed(session, content)
  await session.removeTorrent(first)
  expect(existsSync(content.path)).toBe(true)
  const second = await seed(session, content)
  const deleted = session.waitFor('torrent_deleted')
  await session.removeTorrent(second, { deleteFiles: true })
  expect(existsSync(content.path)).toBe(false)
  expect((await deleted).infoHashes).toStrictEqual(content.info.infoHashes())
})

test('a disk that cannot be written to is a file error', async () => {
  const content = await oneFile(100_000, { pieceSize: 16 * kiB })
  const seeder = openSession()
  await seed(seeder, content)
  const savePath = await tempDir()
  await mkdir(join(savePath, 'content.bin')) // where the file should be
  const session = openSession()
  const error = session.waitFor(['file_error', 'torrent_error'])
  const torrent = await session.addTorrent({
    ti: content.info,
    savePath,
    flags: lt.torrentFlags.defaultFlags & ~lt.torrentFlags.autoManaged & ~lt.torrentFlags.paused,
    peers: [await endpointOf(seeder)],
  })
  const alert = await within(error, 'an error')
  expect(alert.handle).toBe(torrent)
  expect(alert.filename).toContain('content.bin')
  expect(alert.error).toMatchObject({ code: 'EISDIR' })
})
