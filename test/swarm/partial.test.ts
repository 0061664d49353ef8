import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as lt from '../../lib'
import { waitLimit, until } from '../helpers/deadline'
import { sha256, tempDir } from '../helpers/files'
import { endpointOf, finished, leech, openSession, seed } from '../helpers/sessions'
import { kiB, manyFiles, oneFile } from '../helpers/torrents'

const pieceSize = 16 * kiB
const { dontDownload, defaultPriority } = lt.downloadPriority

test('only the files that are wanted are downloaded, the others when they are', async () => {
  const content = await manyFiles({ a: 100_000, b: 150_000, c: 50_000 }, { pieceSize })
  const files = content.info.files()
  const indices = Array.from({ length: files.numFiles() }, (_, i) => i)
  const wanted = indices.findIndex((i) => files.filePath(i) === 'content/b')
  // peers that need nothing of each other stay together, for what comes after
  const together = { close_redundant_connections: false }
  const seeder = openSession(together)
  await seed(seeder, content)
  const savePath = await tempDir()
  const session = openSession(together)
  const completed = session.waitFor('file_completed', { timeout: waitLimit })
  const torrent = await leech(
    session,
    {
      ti: content.info,
      savePath,
      filePriorities: indices.map((i) => (i === wanted ? defaultPriority : dontDownload)),
    },
    [await endpointOf(seeder)],
  )
  await finished(torrent)

  expect((await completed).index).toBe(wanted)
  const same = async (name: string): Promise<boolean> =>
    (await sha256(join(savePath, 'content', name))) === (await sha256(join(content.path, name)))
  expect(await same('b')).toBe(true)
  expect(existsSync(join(savePath, 'content', 'a'))).toBe(false)
  expect(await torrent.status()).toMatchObject({ state: 'finished', isSeeding: false, progress: 1 })
  expect((await torrent.fileProgress())[wanted]).toBe(150_000)

  torrent.prioritizeFiles(indices.map(() => defaultPriority))
  await until(
    () => torrent.status(),
    ({ isSeeding }) => isSeeding,
  )
  await finished(torrent) // and on the disk
  expect([await same('a'), await same('b'), await same('c')]).toStrictEqual([true, true, true])
})

test('only the pieces that are wanted are downloaded', async () => {
  const content = await oneFile(40 * pieceSize, { pieceSize })
  const seeder = openSession()
  await seed(seeder, content)
  const priorities = Array.from({ length: 40 }, (_, i) => (i % 4 === 0 ? 7 : 0))
  const torrent = await leech(
    openSession(),
    { ti: content.info, savePath: await tempDir(), piecePriorities: priorities },
    [await endpointOf(seeder)],
  )
  await finished(torrent)
  const { pieces, totalWanted, total } = await torrent.status()
  expect([...pieces]).toStrictEqual(priorities.map((priority) => priority > 0))
  expect([totalWanted, total]).toStrictEqual([10 * pieceSize, 40 * pieceSize])
})

test('a torrent that stands still when it is ready does not download', async () => {
  const content = await oneFile(4 * pieceSize, { pieceSize })
  const seeder = openSession()
  await seed(seeder, content)
  const torrent = await leech(
    openSession(),
    { ti: content.info, savePath: await tempDir(), filePriorities: [dontDownload] },
    [await endpointOf(seeder)],
  )
  await finished(torrent)
  expect(await torrent.status()).toMatchObject({ numPieces: 0, totalPayloadDownload: 0 })
})
