// A web server that serves pieces (BEP 17).
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type * as lt from '../../lib'
import { sha256, tempDir } from '../helpers/files'
import { serve } from '../helpers/servers'
import { addChecked, finished, openSession } from '../helpers/sessions'
import { kiB, oneFile } from '../helpers/torrents'

const pieceSize = 16 * kiB

/** The part of a piece that a request of libtorrent asks for. */
function wanted(url: string, content: Buffer): Buffer {
  const query = new URL(url, 'http://127.0.0.1').searchParams
  const start = Number(query.get('piece')) * pieceSize
  const piece = content.subarray(start, start + pieceSize)
  const ranges = query.get('ranges')?.split(',') ?? [`0-${piece.length - 1}`]
  return Buffer.concat(
    ranges.map((range) => {
      const [first, last] = range.split('-').map(Number)
      return piece.subarray(first, last! + 1)
    }),
  )
}

test('a file comes from a server of pieces', async () => {
  const content = await oneFile(100 * kiB, { pieceSize, version: 'v1' })
  const bytes = await readFile(content.path)
  const asked: string[] = []
  const url = await serve((request, response) => {
    asked.push(request.url!)
    response.end(wanted(request.url!, bytes))
  })
  const savePath = await tempDir()
  const httpSeeds = [`${url}seed`]
  const torrent = await addChecked(openSession(), { ti: content.info, savePath, httpSeeds })
  expect(await torrent.httpSeeds()).toStrictEqual(httpSeeds)
  await finished(torrent)
  expect(await sha256(join(savePath, 'content.bin'))).toBe(await sha256(content.path))
  expect(asked[0]).toMatch(/^\/seed\?info_hash=.*&piece=\d+/)
  expect((await torrent.status()).totalPayloadDownload).toBeGreaterThanOrEqual(100 * kiB)
})

test('a server that says no is an alert, and stays a seed', async () => {
  const content = await oneFile(100 * kiB, { pieceSize, version: 'v1' })
  const url = await serve((_, response) => response.writeHead(503).end())
  const session = openSession()
  const failed = session.waitFor('url_seed', { timeout: 20_000 })
  const httpSeeds = [`${url}seed`]
  const params = { ti: content.info, savePath: await tempDir(), httpSeeds }
  const torrent = await addChecked(session, params)
  const alert: lt.UrlSeedAlert = await failed
  expect(alert).toMatchObject({ handle: torrent, serverUrl: `${url}seed` })
  expect(alert.errorMessage).toContain('503')
  expect(await torrent.httpSeeds()).toStrictEqual(httpSeeds)
})
