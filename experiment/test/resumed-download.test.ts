// Downloads into a directory where a part of the content is.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { downloadTorrent, type Incomplete } from '../src'
import { rejectionOf, within } from '../../test/helpers/deadline'
import { share } from './helpers/share'

describe('downloadTorrent', () => {
  test.each(['path', 'magnetUri'] as const)(
    'counts what it fetched apart from what was there (%s)',
    async (form) => {
      const { directory, file, torrent, peers } = await share(200_000, {
        make: { pieceSize: 16_384, version: 'v1' },
      })
      const savePath = join(directory, 'peer')
      const half = join(savePath, 'content.bin')
      await mkdir(savePath)
      await writeFile(half, (await readFile(file)).subarray(0, 100_000))
      const download = downloadTorrent(torrent[form], savePath, { peers })
      const { fetched, size, wasComplete } = await within(download, 'the download')
      expect({ fetched, size, wasComplete }).toEqual({
        fetched: 200_000 - 6 * 16_384,
        size: 200_000,
        wasComplete: false,
      })
    },
  )

  test('reports how much is present when it is stopped', async () => {
    const { directory, file, torrent, seeding, peers } = await share(160_000, {
      make: { pieceSize: 16_384 },
    })
    seeding.torrent.setUploadLimit(1)
    const savePath = join(directory, 'peer')
    await mkdir(savePath)
    await writeFile(join(savePath, 'content.bin'), (await readFile(file)).subarray(0, 90_000))
    const controller = new AbortController()
    const seen: Incomplete[] = []
    const download = downloadTorrent(torrent.path, savePath, {
      peers,
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('enough')),
      onIncomplete: (incomplete) => seen.push(incomplete),
    })
    expect(await rejectionOf(download)).toMatchObject({ message: 'enough' })
    expect(seen).toEqual([{ name: 'content.bin', share: (5 * 16_384) / 160_000 }])
  })
})
