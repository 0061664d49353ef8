import { appendFile, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from '../../lib'
import { waitLimit } from '../helpers/deadline'
import { randomFile, tempDir } from '../helpers/files'
import { openSession, seed } from '../helpers/sessions'
import { bareTorrent, kiB, manyFiles, oneFile } from '../helpers/torrents'
import { describeFamily } from './helpers/family'
import type { Content } from '../helpers/torrents'

const soon = { timeout: waitLimit }

interface Seed {
  readonly session: lt.Session
  readonly content: Content
  readonly torrent: lt.TorrentHandle
}

/** A torrent of one file of seven pieces that is complete. */
async function seeded(): Promise<Seed> {
  const session = openSession()
  const content = await oneFile(100 * kiB, { pieceSize: 16 * kiB })
  return { session, content, torrent: await seed(session, content) }
}

// A path that cannot be a directory, even for root.
const noDirectory = '/dev/null/nowhere'

describeFamily('storage', {
  async cache_flushed() {
    const { torrent } = await seeded()
    const flushed = torrent.waitFor('cache_flushed', soon)
    torrent.flushCache()
    return flushed
  },

  async file_completed() {
    const session = openSession()
    const content = await manyFiles({ 'a.bin': 20 * kiB, 'b.bin': 40 * kiB }, { version: 'v1' })
    const completed = session.waitFor('file_completed', { ...soon, filter: (a) => a.index === 1 })
    const torrent = await seed(session, content)
    const alert = await completed
    expect(alert.handle).toBe(torrent)
    return alert
  },

  async file_error() {
    const session = openSession()
    const failed = session.waitFor('file_error', soon)
    const ti = new lt.TorrentInfo(bareTorrent())
    const have = lt.Bitfield.from(Array.from({ length: ti.numPieces() }, () => true))
    await session.addTorrent({ ti, savePath: noDirectory, havePieces: have })
    const alert = await failed
    expect(alert.error).toMatchObject({ code: 'ENOTDIR', category: 'system' })
    expect(alert.filename).toBe(`${noDirectory}/${ti.name()}`)
    return alert
  },

  async file_prio() {
    const { torrent } = await seeded()
    const done = torrent.waitFor('file_prio', soon)
    await torrent.setFilePriority(0, lt.downloadPriority.lowPriority)
    const alert = await done
    expect(await torrent.filePriority(0)).toBe(lt.downloadPriority.lowPriority)
    expect(alert).toMatchObject({ error: null, op: 'unknown' })
    return alert
  },

  async file_rename_failed() {
    const { torrent } = await seeded()
    const failed = torrent.waitFor('file_rename_failed', soon)
    const renaming = torrent.renameFile(0, `${noDirectory}/name`)
    const alert = await failed
    await expect(renaming).rejects.toMatchObject({ code: 'ENOTDIR' })
    expect(alert).toMatchObject({ index: 0, error: { code: 'ENOTDIR' } })
    return alert
  },

  async file_renamed() {
    const { torrent } = await seeded()
    const renamed = torrent.waitFor('file_renamed', soon)
    await torrent.renameFile(0, 'new name')
    const alert = await renamed
    expect(alert).toMatchObject({ index: 0, newName: 'new name', oldName: 'content.bin' })
    return alert
  },

  async oversized_file() {
    const session = openSession()
    const content = await oneFile(100 * kiB)
    await appendFile(content.path, 'more')
    const noticed = session.waitFor('oversized_file', soon)
    await seed(session, content)
    return noticed
  },

  async piece_finished() {
    const session = openSession()
    const content = await oneFile(100 * kiB, { pieceSize: 16 * kiB })
    const finished = session.waitFor('piece_finished', {
      ...soon,
      filter: ({ pieceIndex }) => pieceIndex === 6,
    })
    await seed(session, content)
    return finished
  },

  async read_piece() {
    const { torrent } = await seeded()
    const read = torrent.waitFor('read_piece', soon)
    const buffer = await torrent.readPiece(6)
    const alert = await read
    expect(alert).toMatchObject({ piece: 6, size: 4 * kiB, error: null })
    expect(alert.buffer).toBe(buffer)
    expect(buffer).toHaveLength(4 * kiB)
    return alert
  },

  async storage_moved() {
    const { torrent, content } = await seeded()
    const elsewhere = await tempDir()
    const moved = torrent.waitFor('storage_moved', soon)
    expect(await torrent.moveStorage(elsewhere)).toBe(elsewhere)
    const alert = await moved
    expect(alert).toMatchObject({ storagePath: elsewhere, oldPath: content.savePath })
    return alert
  },

  async storage_moved_failed() {
    const { torrent } = await seeded()
    const failed = torrent.waitFor('storage_moved_failed', soon)
    const moving = torrent.moveStorage(noDirectory)
    const alert = await failed
    await expect(moving).rejects.toMatchObject({ code: 'ENOTDIR', operation: alert.op })
    expect(alert).toMatchObject({ error: { code: 'ENOTDIR' }, op: 'file_stat' })
    return alert
  },

  async torrent_delete_failed() {
    const { session, torrent, content } = await seeded()
    // a directory with something in it, where the file should be
    await rm(content.path)
    await mkdir(content.path)
    await randomFile(join(content.path, 'something'), 1)
    const failed = torrent.waitFor('torrent_delete_failed', soon)
    const removing = session.removeTorrent(torrent, { deleteFiles: true })
    const alert = await failed
    await expect(removing).rejects.toBe(alert.error)
    expect(alert.infoHashes).toStrictEqual(content.info.infoHashes())
    expect(alert.error?.code).toMatch(/ENOTEMPTY|EISDIR/)
    return alert
  },

  async torrent_deleted() {
    const { session, torrent, content } = await seeded()
    const deleted = torrent.waitFor('torrent_deleted', soon)
    await session.removeTorrent(torrent, { deleteFiles: true })
    const alert = await deleted
    expect(alert.infoHashes).toStrictEqual(content.info.infoHashes())
    return alert
  },
})
