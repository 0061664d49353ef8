// The handlers for node:http, Express and fetch, of torrents that are being downloaded.
import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { join } from 'node:path'
import express from 'express'
import * as lt from '../../lib'
import { waitLimit, until } from '../helpers/deadline'
import { tempDir } from '../helpers/files'
import { serve } from '../helpers/servers'
import { addChecked, openSession, ownFlags } from '../helpers/sessions'
import { filmSize, serveDownload, serveNothing } from '../helpers/http'
import { bareTorrent } from '../helpers/torrents'

const soon = (): AbortSignal => AbortSignal.timeout(waitLimit)
const get = (
  url: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Response> => fetch(url, { method, headers, signal: soon(), redirect: 'manual' })
const bytesOf = async (response: Response): Promise<Buffer> =>
  Buffer.from(await response.arrayBuffer())
const json = { accept: 'application/json' }
const wanted = (torrent: lt.TorrentHandle): Promise<number> =>
  torrent.getPiecePriorities().then((all) => all.filter((it) => it === 7).length)

describe('createHttpHandler', () => {
  test('serves a file, and any part of it, while it is downloaded', async () => {
    const { film, url, path } = await serveDownload()
    const file = `${url}${path}content/a%20film.webm`
    const end = await get(file, { range: 'bytes=-1000' })
    expect(end.status).toBe(206)
    expect(end.headers.get('content-range')).toBe(
      `bytes ${filmSize - 1000}-${filmSize - 1}/${filmSize}`,
    )
    expect((await bytesOf(end)).equals(film.subarray(-1000))).toBe(true)
    const part = await bytesOf(await get(file, { range: 'bytes=70000-70009' }))
    expect(part.equals(film.subarray(70_000, 70_010))).toBe(true)
    const rest = await bytesOf(await get(file, { range: 'bytes=1000000-' }))
    expect(rest.equals(film.subarray(1_000_000))).toBe(true)

    const whole = await get(file)
    expect(whole.status).toBe(200)
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'accept-ranges': 'bytes',
      'content-length': String(filmSize),
      'content-type': 'video/webm',
      'x-content-type-options': 'nosniff',
    })
    expect((await bytesOf(whole)).equals(film)).toBe(true)
    const several = await get(file, { range: 'bytes=0-9,20-29' })
    expect([several.status, (await bytesOf(several)).equals(film)]).toStrictEqual([200, true])
    const outside = await get(file, { range: `bytes=${filmSize}-` })
    expect([outside.status, outside.headers.get('content-range')]).toStrictEqual([
      416,
      `bytes */${filmSize}`,
    ])
  })

  test('heeds If-Range, If-Match and If-None-Match, and answers HEAD without content', async () => {
    const { url, torrent } = await serveNothing()
    const file = `${url}film.webm`
    const head = await get(file, { range: 'bytes=0-9' }, 'HEAD')
    expect([head.status, head.headers.get('content-length')]).toStrictEqual([200, '327680'])
    expect(await bytesOf(head)).toHaveLength(0)
    const etag = head.headers.get('etag')!
    expect(etag).toMatch(/^"[0-9a-f]{40}-0"$/)
    const status = (headers: Record<string, string>, method = 'HEAD'): Promise<number> =>
      get(file, headers, method).then((response) => response.status)
    expect(await status({ 'if-none-match': etag }, 'GET')).toBe(304)
    expect(await status({ 'if-none-match': `"x", W/${etag}` })).toBe(304)
    expect(await status({ 'if-none-match': '*' })).toBe(304)
    expect(await status({ 'if-none-match': '"x"' })).toBe(200)
    expect(await status({ 'if-match': '"x"' })).toBe(412)
    expect(await status({ 'if-match': etag })).toBe(200)
    // A range of nothing tells whether Range counts, without a piece.
    const range = 'bytes=327680-'
    expect(await status({ range, 'if-range': etag }, 'GET')).toBe(416)
    const other = await get(file, { range, 'if-range': '"other"' })
    expect(other.status).toBe(200)
    await other.body?.cancel()
    await until(
      () => wanted(torrent),
      (count) => count === 0,
    )
  })

  test('lists torrents and files, as JSON and as pages that escape names', async () => {
    const session = openSession()
    const name = `<b>"it's" & 100%?#.html`
    const ti = new lt.TorrentInfo(bareTorrent({ name }))
    await addChecked(session, { ti, savePath: await tempDir() })
    const url = await serve(lt.createHttpHandler(session))
    const hash = ti.infoHashes().v1!

    const torrents = (await (await get(url, json)).json()) as lt.ListedTorrent[]
    expect(torrents).toMatchObject([
      { name, infoHashes: { v1: hash }, url: `./${hash}/`, progress: 0 },
    ])
    const inside = new URL(torrents[0]!.url, url).href
    const files = (await (await get(inside, json)).json()) as lt.ListedFile[]
    expect(files).toMatchObject([{ index: 0, path: name, length: 102_400, downloaded: 0 }])
    for (const page of [url, inside]) {
      const response = await get(page)
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
      const html = await response.text()
      expect(html).toContain('&lt;b&gt;&quot;it&#39;s&quot; &amp; 100%?#.html')
      expect(html).not.toContain('<b>')
    }
    const file = await get(new URL(files[0]!.url, inside).href, {}, 'HEAD')
    expect(file.status).toBe(200)
    expect(file.headers.get('content-security-policy')).toBe('sandbox')
  })

  test('finds a file that was renamed, and padding nowhere', async () => {
    const { session, torrent, url, path, film } = await serveDownload({ other: 5 })
    await torrent.finished({ timeout: waitLimit })
    const paths = async (): Promise<string[]> => {
      const files = (await (await get(url + path, json)).json()) as lt.ListedFile[]
      return files.map((file) => file.path)
    }
    expect(await paths()).toStrictEqual(['content/a film.webm', 'content/other'])
    const elsewhere = join(await tempDir(), 'elsewhere.webm')
    await torrent.renameFile(0, elsewhere)
    const response = await get(`${url}${path}${elsewhere.slice(1)}`)
    expect((await bytesOf(response)).equals(film)).toBe(true)
    const [file] = await torrent.files()
    expect(url + lt.httpPath(file!)).toBe(response.url)
    await session.close()
  })

  test('answers 404, 405 and 503 with text', async () => {
    const { url, torrent } = await serveNothing()
    const root = new URL('../', url).href
    const magnet = lt.parseMagnetUri(`magnet:?xt=urn:btih:${'ab'.repeat(20)}`)
    await torrent.session.addTorrent({ ...magnet, savePath: await tempDir(), flags: ownFlags })
    const statuses = async (method: string, ...paths: string[]): Promise<number[]> =>
      Promise.all(paths.map(async (path) => (await get(root + path, {}, method)).status))
    expect(
      await statuses('GET', 'x', 'x/', `${'0'.repeat(40)}/`, '%zz', '../x', '//'),
    ).toStrictEqual(Array(6).fill(404))
    const below = new URL(url).pathname.slice(1)
    expect(
      await statuses('GET', `${below}none`, `${below}%zz`, `${below}film.webm/`),
    ).toStrictEqual([...[404, 404, 404]])
    expect(await statuses('POST', '', below, `${below}film.webm`)).toStrictEqual([405, 405, 405])
    const post = await get(url, {}, 'DELETE')
    expect(post.headers.get('allow')).toBe('GET, HEAD')
    const early = await get(`${root}${'AB'.repeat(20)}/film`)
    expect([early.status, early.headers.get('retry-after')]).toStrictEqual([503, '5'])
    const moved = await get(url.slice(0, -1))
    expect([moved.status, moved.headers.get('location')]).toStrictEqual([308, `./${below}`])
    await torrent.session.removeTorrent(torrent)
    expect((await get(url)).status).toBe(404)
    await torrent.session.close()
    expect((await get(root)).status).toBe(503)
  })

  test('serves an empty file', async () => {
    const { url, path } = await serveDownload({ empty: 0 })
    const response = await get(`${url}${path}content/empty`, { range: 'bytes=0-' })
    expect([response.status, (await bytesOf(response)).length]).toStrictEqual([200, 0])
  })

  test('wants no piece any more when the client has disconnected', async () => {
    const { url, torrent } = await serveNothing()
    const request = httpRequest(`${url}film.webm`).end()
    await once(request, 'response')
    await until(
      () => wanted(torrent),
      (count) => count > 0,
    )
    request.destroy()
    await until(
      () => wanted(torrent),
      (count) => count === 0,
    )
  })

  test('cuts the connection when the torrent is removed meanwhile', async () => {
    const { url, torrent } = await serveNothing()
    const response = await get(`${url}film.webm`)
    await torrent.session.removeTorrent(torrent)
    await expect(response.arrayBuffer()).rejects.toThrow('terminated')
  })

  test('serves below a path, in Express too, and leaves other paths to it', async () => {
    const session = openSession()
    const ti = new lt.TorrentInfo(bareTorrent())
    await addChecked(session, { ti, savePath: await tempDir() })
    const app = express()
    app.use('/torrents', lt.createHttpHandler(session))
    app.use(lt.createHttpHandler(session, { basePath: '/same/' }))
    app.use((_request, response) => void response.status(404).send('of the app'))
    const url = await serve(app)
    for (const base of ['torrents', 'same']) {
      const moved = await get(`${url}${base}?x`)
      expect([moved.status, moved.headers.get('location')]).toStrictEqual([308, `./${base}/`])
      const torrents = (await (await get(`${url}${base}/`, json)).json()) as lt.ListedTorrent[]
      const inside = new URL(torrents[0]!.url, `${url}${base}/`)
      const [file] = (await (await get(inside.href, json)).json()) as lt.ListedFile[]
      expect((await get(new URL(file!.url, inside).href, {}, 'HEAD')).status).toBe(200)
    }
    for (const path of ['', 'torrents/x', 'same/x', 'samewise/']) {
      const response = await get(url + path)
      expect([response.status, await response.text()]).toStrictEqual([404, 'of the app'])
    }
  })

  test('serves the torrents that a filter lets through', async () => {
    const session = openSession()
    const infos = ['shown', 'hidden'].map((name) => new lt.TorrentInfo(bareTorrent({ name })))
    for (const ti of infos) await addChecked(session, { ti, savePath: await tempDir() })
    const filter = (torrent: lt.TorrentHandle): boolean => torrent.toJSON().name === 'shown'
    const url = await serve(lt.createHttpHandler(session, { filter }))
    const torrents = (await (await get(url, json)).json()) as lt.ListedTorrent[]
    expect(torrents.map(({ name }) => name)).toStrictEqual(['shown'])
    const statuses = infos.map(async (ti) => (await get(`${url}${ti.infoHashes().v1}/`)).status)
    expect(await Promise.all(statuses)).toStrictEqual([200, 404])
  })

  test('rejects an option that does not exist', () => {
    const options = { basepath: '/x' } as lt.HttpHandlerOptions
    expect(() => lt.createHttpHandler(openSession(), options)).toThrow(
      /"basepath", did you mean "basePath"/,
    )
  })
})

test.each([
  ['createHttpHandler', lt.createHttpHandler],
  ['createFetchHandler', lt.createFetchHandler],
])('%s() rejects a basePath without a slash before it', (_, create) => {
  expect(() => create(openSession(), { basePath: 'x' })).toThrow(
    new TypeError('options.basePath must be empty, or a path that begins with a slash, got "x"'),
  )
})

describe('createFetchHandler', () => {
  test('serves below a path that has to be encoded', async () => {
    const handler = lt.createFetchHandler(openSession(), { basePath: '/a b' })
    const response = await handler(new Request('http://localhost/a b/', { headers: json }))
    expect([response.status, await response.json()]).toStrictEqual([200, []])
  })

  test('answers requests as createHttpHandler() does', async () => {
    const { session, film, path } = await serveDownload()
    const handler = lt.createFetchHandler(session, { basePath: '/torrents' })
    const url = `http://localhost/torrents/${path}content/a%20film.webm`
    const response = await handler(new Request(url, { headers: { range: 'bytes=1000-' } }))
    expect(response.status).toBe(206)
    expect((await bytesOf(response)).equals(film.subarray(1000))).toBe(true)
    expect((await handler(new Request('http://localhost/'))).status).toBe(404)
    const head = await handler(new Request(url, { method: 'HEAD' }))
    expect([head.headers.get('content-length'), head.body]).toStrictEqual([String(filmSize), null])
    const unchanged = await handler(
      new Request(url, { headers: { 'if-none-match': head.headers.get('etag')! } }),
    )
    expect(unchanged.status).toBe(304)
  })

  test.each(['cancelled', 'aborted'])(
    'wants no piece any more when the body is %s',
    async (how) => {
      const { url, torrent } = await serveNothing()
      const handler = lt.createFetchHandler(torrent.session)
      const abort = new AbortController()
      const request = new Request(`${url}film.webm`, { signal: abort.signal })
      const body = (await handler(request)).body!
      const reader = body.getReader()
      const chunk = reader.read()
      chunk.catch(() => {})
      await until(
        () => wanted(torrent),
        (count) => count > 0,
      )
      if (how === 'cancelled') await reader.cancel()
      else abort.abort()
      await until(
        () => wanted(torrent),
        (count) => count === 0,
      )
    },
  )
})
