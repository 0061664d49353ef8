import { tempDir } from '../helpers/files'
import { endpointOf, finished, leech, openSession, seed } from '../helpers/sessions'
import { kiB, oneFile } from '../helpers/torrents'

const size = 300 * kiB
const limit = 150 * kiB

test.each(['upload', 'download'] as const)('a torrent keeps to its %s limit', async (direction) => {
  const content = await oneFile(size, { pieceSize: 16 * kiB })
  const seeder = openSession()
  const shared = await seed(seeder, content)
  if (direction === 'upload') shared.setUploadLimit(limit)
  const downloadLimit = direction === 'download' ? limit : 0
  const peer = openSession()
  const connected = peer.waitFor('peer_connect')
  const torrent = await leech(
    peer,
    { ti: content.info, savePath: await tempDir(), downloadLimit },
    [await endpointOf(seeder)],
  )
  const end = torrent.waitFor('torrent_finished')
  await finished(torrent)
  const took = (await end).timestamp - (await connected).timestamp
  // what it may have saved up before it began, it may send at once
  expect(took).toBeGreaterThan(500)
  const limited =
    direction === 'upload' ? await shared.uploadLimit() : await torrent.downloadLimit()
  expect(limited).toBe(limit)
})

test('limits of a session read back', async () => {
  const session = openSession({ upload_rate_limit: 1000, download_rate_limit: 2000 })
  expect(await session.getSettings()).toMatchObject({
    upload_rate_limit: 1000,
    download_rate_limit: 2000,
  })
})
