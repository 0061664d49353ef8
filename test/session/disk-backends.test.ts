// How files are read and written.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as lt from '../../lib'
import { thrownBy } from '../helpers/deadline'
import { sha256, tempDir } from '../helpers/files'
import { endpointOf, finished, leech, openSession, seed } from '../helpers/sessions'
import { kiB, oneFile } from '../helpers/torrents'
import type { Content } from '../helpers/torrents'

/** Sends a file from one session to another. @returns where the other one has put it */
async function transfer(
  content: Content,
  from: lt.DiskBackend,
  to: lt.DiskBackend,
): Promise<{ torrent: lt.TorrentHandle; path: string }> {
  const seeder = openSession({}, { diskBackend: from })
  await seed(seeder, content)
  // what was never written has no hash to be checked
  const session = openSession({ disable_hash_checks: to === 'disabled' }, { diskBackend: to })
  const savePath = await tempDir()
  const torrent = await leech(session, { ti: content.info, savePath }, [await endpointOf(seeder)])
  await finished(torrent)
  return { torrent, path: join(savePath, 'content.bin') }
}

describe('a file', () => {
  test.each([
    ['standard', 'standard'],
    ['mmap', 'posix'],
    ['posix', 'mmap'],
    ['posix', 'posix'],
  ] as const)('is read by %s and written by %s', async (from, to) => {
    const content = await oneFile(1000 * kiB + 123, { pieceSize: 64 * kiB })
    const { path, torrent } = await transfer(content, from, to)
    torrent.flushCache()
    expect(await sha256(path)).toBe(await sha256(content.path))
    const piece = await torrent.readPiece(15)
    expect(piece).toHaveLength(1000 * kiB + 123 - 15 * 64 * kiB)
  })

  test('is written nowhere when the disk is disabled', async () => {
    const content = await oneFile(100 * kiB)
    const { path, torrent } = await transfer(content, 'standard', 'disabled')
    expect(existsSync(path)).toBe(false)
    expect(await torrent.status()).toMatchObject({ isSeeding: true, totalDone: 100 * kiB })
  })
})

test('disks that there are not are a TypeError', () => {
  const error = thrownBy(() => new lt.Session({ diskBackend: 'floppy' as never }))
  expect(error).toBeInstanceOf(TypeError)
  expect(error).toMatchObject({ message: expect.stringMatching(/diskBackend must be one of/) })
})
