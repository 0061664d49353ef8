import { join } from 'node:path'
import * as lt from '../../lib'
import { waitLimit } from '../helpers/deadline'
import { sha256, tempDir } from '../helpers/files'
import { addChecked, endpointOf, finished, leech, openSession, seed } from '../helpers/sessions'
import { kiB, oneFile, versions } from '../helpers/torrents'

const pieceSize = 16 * kiB
const pieces = 64

test.each(versions)('a %s download goes on where it was stopped', async (version) => {
  const content = await oneFile(pieces * pieceSize, { version, pieceSize })
  const seeder = openSession()
  await seed(seeder, content)
  const savePath = await tempDir()
  const half = Array.from({ length: pieces }, (_, i) => (i < pieces / 2 ? 4 : 0))

  const first = openSession()
  const begun = await leech(first, { ti: content.info, savePath, piecePriorities: half }, [
    await endpointOf(seeder),
  ])
  await finished(begun)
  const halfway = await begun.status()
  expect([halfway.isSeeding, halfway.pieces.count()]).toStrictEqual([false, pieces / 2])
  const saved = lt.writeResumeDataBuf(await begun.saveResumeData())
  await first.close()

  const params = lt.readResumeData(saved)
  expect(params).not.toHaveProperty('ti')
  expect(params.havePieces?.count()).toBe(pieces / 2)
  const second = openSession()
  const all = new Array<number>(pieces).fill(4)
  const torrent = await leech(
    second,
    { savePath: '/none', ...params, ti: content.info, piecePriorities: all },
    [await endpointOf(seeder)],
  )
  await finished(torrent)

  expect(await sha256(join(savePath, 'content.bin'))).toBe(await sha256(content.path))
  const { pieces: had, totalPayloadDownload } = await torrent.status()
  expect(had.all()).toBe(true)
  // what was there already was not asked for again
  expect(totalPayloadDownload).toBeLessThan((pieces / 2 + 1) * pieceSize)
})

test('resume data that fits no file on disk is refused, and the files are checked', async () => {
  const content = await oneFile(100_000, { pieceSize })
  const session = openSession()
  const torrent = await seed(session, content)
  const saved = await torrent.saveResumeData({ flags: lt.resumeDataFlags.saveInfoDict })
  const elsewhere = await tempDir()
  const other = openSession()
  const refused = other.waitFor('fastresume_rejected')
  const again = await addChecked(other, { ...saved, savePath: elsewhere })
  const { handle, error, filePath } = await refused
  expect(handle).toBe(again)
  expect(error).toBeInstanceOf(lt.LibtorrentError)
  expect(filePath).toContain(elsewhere)
  expect(await again.status()).toMatchObject({ isSeeding: false, numPieces: 0 })
})

test('a torrent that was moved and renamed goes on at its new place: { savePath, ...saved, ti }', async () => {
  const content = await oneFile(100_000, { pieceSize })
  const torrent = await seed(openSession(), content)
  const elsewhere = await tempDir()
  await torrent.moveStorage(elsewhere)
  await torrent.renameFile(0, 'renamed.bin')
  const bytes = lt.writeResumeDataBuf(await torrent.saveResumeData())
  await torrent.session.close()

  const session = openSession()
  const refused: lt.Alert[] = []
  session.on('fastresume_rejected', (alert) => refused.push(alert))
  const saved = lt.readResumeData(bytes)
  const atFirst = { savePath: content.savePath }
  const again = await session.addTorrent({ ...atFirst, ...saved, ti: content.info })
  await again.seeding({ timeout: waitLimit })
  expect(refused).toStrictEqual([])
  expect(await again.status()).toMatchObject({ savePath: elsewhere })
  expect((await again.torrentFile())?.files().filePath(0)).toBe('renamed.bin')
})
