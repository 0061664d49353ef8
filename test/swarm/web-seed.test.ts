import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RequestListener, ServerResponse } from 'node:http'
import { waitLimit, within } from '../helpers/deadline'
import { sha256, tempDir } from '../helpers/files'
import { serve } from '../helpers/servers'
import { addChecked, finished, openSession } from '../helpers/sessions'
import { MiB, kiB, manyFiles, oneFile } from '../helpers/torrents'
import type { Content } from '../helpers/torrents'

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

test('the file of a directory of one file comes from its URL', async () => {
  const content = await manyFiles({ a: 50_000 }, { pieceSize: 16 * kiB, version: 'v1' })
  const url = await serve(fileServer(content.savePath, []))
  const savePath = await tempDir()
  const params = { ti: content.info, savePath, urlSeeds: [`${url}content/a`] }
  await finished(await addChecked(openSession(), params))
  expect(await sha256(join(savePath, 'content/a'))).toBe(await sha256(join(content.path, 'a')))
})

test('a web server that has not got the file is reported', async () => {
  const content = await oneFile(100_000)
  const url = await serve((_, response) => response.writeHead(404).end())
  const session = openSession()
  const reported = session.waitFor('url_seed', { timeout: waitLimit })
  const torrent = await addChecked(session, { ti: content.info, savePath: await tempDir() })
  torrent.addUrlSeed(url)
  const { handle, serverUrl, errorMessage } = await reported
  expect(handle).toBe(torrent)
  expect(serverUrl).toBe(`${url}content.bin`)
  expect(errorMessage).toContain('404')
})

describe('a web server that fails once', () => {
  /** Downloads content from a server whose first response fails. @returns ms between its first two requests */
  async function download(
    content: Content,
    fail: (response: ServerResponse) => unknown,
  ): Promise<number> {
    const times: number[] = []
    const answer = fileServer(content.savePath, [])
    const url = await serve((request, response) => {
      if (times.push(performance.now()) === 1) fail(response)
      else answer(request, response)
    })
    const session = openSession({ urlseed_wait_retry: 1 })
    const savePath = await tempDir()
    await finished(await addChecked(session, { ti: content.info, savePath, urlSeeds: [url] }))
    const files = content.info.files()
    for (let file = 0; file < files.numFiles(); file++) {
      const path = files.filePath(file)
      expect(await sha256(join(savePath, path))).toBe(await sha256(join(content.savePath, path)))
    }
    return times[1]! - times[0]!
  }

  const single = (): Promise<Content> => oneFile(100_000, { pieceSize: 16 * kiB })

  test.each([408, 425, 429, 500, 502, 503, 504])(
    'with status %i, is requested again',
    async (status) => {
      const headers = { 'content-length': 0 }
      await download(await single(), (response) => response.writeHead(status, headers).end())
    },
  )

  test('a response with Retry-After is requested again at that time', async () => {
    const headers = { 'retry-after': '3', 'content-length': 0 }
    const waited = await download(await single(), (response) =>
      response.writeHead(503, headers).end(),
    )
    expect(waited).toBeGreaterThan(1_900) // libtorrent counts whole seconds
  })

  test('for one of several files, is requested again', async () => {
    const sizes = { a: 50_000, b: 50_000, c: 50_000 }
    const content = await manyFiles(sizes, { pieceSize: 16 * kiB, version: 'v1' })
    const headers = { 'content-length': 0 }
    await download(content, (response) => response.writeHead(503, headers).end())
  })

  test('by closing the connection, is requested again', async () => {
    await download(await single(), (response) => response.destroy())
  })
})

test('a web server that fails after it lacked a file is requested for the others only', async () => {
  const sizes = { a: 48 * kiB, b: 48 * kiB }
  const content = await manyFiles(sizes, { pieceSize: 16 * kiB, version: 'v1' })
  const requests: string[] = []
  const files = fileServer(content.savePath, [])
  const url = await serve((request, response) => {
    requests.push(request.url ?? '')
    const statuses = [404, 503]
    const status = statuses[requests.length - 1]
    if (status) response.writeHead(status, { 'content-length': 0 }).end()
    else files(request, response)
  })
  const session = openSession({ urlseed_wait_retry: 1 })
  const completed = session.waitFor('file_completed', { timeout: waitLimit })
  await addChecked(session, {
    ti: content.info,
    savePath: await tempDir(),
    urlSeeds: [url],
    filePriorities: [7, 1],
  })
  expect(await completed).toMatchObject({ index: 1 })
  const pathOf = (file: number): string => `/${content.info.files().filePath(file)}`
  const [first, ...others] = requests
  expect(first).toBe(pathOf(0))
  expect(new Set(others)).toStrictEqual(new Set([pathOf(1)]))
  expect(others.length).toBeGreaterThan(1)
})

test('the name of a web server that cannot be looked up is looked up again later', async () => {
  const content = await oneFile(100_000)
  const session = openSession({ web_seed_name_lookup_retry: 1 })
  let failures = 0
  const twice = new Promise<void>((resolve) => {
    session.on('url_seed', () => {
      if (++failures === 2) resolve()
    })
  })
  const urlSeeds = [`http://${'a'.repeat(64)}.invalid/content.bin`] // too long to be requested
  await addChecked(session, { ti: content.info, savePath: await tempDir(), urlSeeds })
  await within(twice, 'a second look-up')
})
