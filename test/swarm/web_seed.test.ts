import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RequestListener } from 'node:http'
import { patience } from '../helpers/deadline'
import { sha256, tempDir } from '../helpers/files'
import { serve } from '../helpers/servers'
import { addChecked, finished, openSession } from '../helpers/sessions'
import { MiB, kiB, manyFiles, oneFile } from '../helpers/torrents'

/** Files below a directory, whole or in parts. */
function fileServer(directory: string, requests: string[]): RequestListener {
  return (request, response) => {
    const path = decodeURIComponent(request.url ?? '/')
    requests.push(path)
    readFile(join(directory, path)).then(
      (bytes) => {
        const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
        if (first === undefined || last === undefined) return response.end(bytes)
        const range = `bytes ${first}-${last}/${bytes.length}`
        response.writeHead(206, { 'Content-Range': range })
        return response.end(bytes.subarray(Number(first), Number(last) + 1))
      },
      () => response.writeHead(404).end(),
    )
  }
}

test('a file comes from a web server alone', async () => {
  const content = await oneFile(MiB + 5, { pieceSize: 64 * kiB })
  const requests: string[] = []
  const url = await serve(fileServer(content.savePath, requests))
  const savePath = await tempDir()
  const torrent = await addChecked(openSession(), {
    ti: content.info,
    savePath,
    urlSeeds: [`${url}content.bin`],
  })
  await finished(torrent)
  expect(await sha256(join(savePath, 'content.bin'))).toBe(await sha256(content.path))
  expect(requests.length).toBeGreaterThan(0)
  expect(new Set(requests)).toStrictEqual(new Set(['/content.bin']))
})

test('the files of a directory come from a web server that the torrent names', async () => {
  const sizes = { a: 100_000, 'sub/b c': 200_000 }
  const plain = await manyFiles(sizes, { pieceSize: 16 * kiB })
  const url = await serve(fileServer(plain.savePath, []))
  const savePath = await tempDir()
  plain.info.addUrlSeed(url)
  const torrent = await addChecked(openSession(), { ti: plain.info, savePath })
  expect(await torrent.urlSeeds()).toStrictEqual([url])
  await finished(torrent)
  for (const name of Object.keys(sizes)) {
    expect(await sha256(join(savePath, 'content', name))).toBe(await sha256(join(plain.path, name)))
  }
})

test('a web server that has not got the file is reported', async () => {
  const content = await oneFile(100_000)
  const url = await serve((_, response) => response.writeHead(404).end())
  const session = openSession()
  const reported = session.waitFor('url_seed', { timeout: patience })
  const torrent = await addChecked(session, { ti: content.info, savePath: await tempDir() })
  torrent.addUrlSeed(url)
  const { handle, serverUrl, errorMessage } = await reported
  expect(handle).toBe(torrent)
  expect(serverUrl).toBe(`${url}content.bin`)
  expect(errorMessage).toContain('404')
})
