// serveHttp(): the server, beside what its handler answers.
import * as lt from '../../lib'
import { rejectionOf } from '../helpers/deadline'
import { afterThisTest } from '../helpers/cleanup'
import { tempDir } from '../helpers/files'
import { addChecked, openSession } from '../helpers/sessions'
import { bareTorrent } from '../helpers/torrents'

const statusOf = async (url: string): Promise<number> =>
  (await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(10_000) })).status

async function start(
  session: lt.Session,
  options: lt.ServeHttpOptions = {},
): Promise<lt.HttpServer> {
  const server = await lt.serveHttp(session, options)
  afterThisTest(() => server.close())
  return server
}

test('serves a file at urlOf(), on this machine only, until close()', async () => {
  const session = openSession()
  const ti = new lt.TorrentInfo(bareTorrent({ name: 'a film.webm' }))
  const torrent = await addChecked(session, { ti, savePath: await tempDir() })
  const server = await start(session)
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
  const [file] = await torrent.files()
  expect(server.urlOf(file!)).toBe(`${server.url}${ti.infoHashes().v1}/a%20film.webm`)
  expect(await statusOf(server.urlOf(file!))).toBe(200)
  const closed = server.close()
  expect(server.close()).toBe(closed)
  await closed
  expect(await rejectionOf(fetch(server.url))).toHaveProperty('cause.code', 'ECONNREFUSED')
})

test('close() ends a response that waits for pieces', async () => {
  const session = openSession()
  const ti = new lt.TorrentInfo(bareTorrent({ name: 'film.webm' }))
  const torrent = await addChecked(session, { ti, savePath: await tempDir() })
  const server = await start(session)
  const response = await fetch(server.urlOf((await torrent.files())[0]!))
  const body = rejectionOf(response.arrayBuffer())
  await server.close()
  expect(await body).toHaveProperty('message', 'terminated')
})

test('passes the options of the handler on, and names where it serves', async () => {
  const server = await start(openSession(), { basePath: '/torrents/', host: '0.0.0.0' })
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/torrents\/$/)
  expect(await statusOf(server.url)).toBe(200)
  expect(await statusOf(new URL('/', server.url).href)).toBe(404)
})

test.each([
  ['/a b', '/a%20b/'],
  ['/a%20b/', '/a%20b/'],
  ['/ü', '/%C3%BC/'],
  ['/a?b#c', '/a%3Fb%23c/'],
  ['/a/../b', '/b/'],
  ['//a', '//a/'],
  ['//', '/'],
  ['/', '/'],
  ['', '/'],
])('with the basePath %j serves files at the path %j', async (basePath, pathname) => {
  const session = openSession()
  const ti = new lt.TorrentInfo(bareTorrent({ name: 'film.webm' }))
  const torrent = await addChecked(session, { ti, savePath: await tempDir() })
  const server = await start(session, { basePath })
  expect(server.url).toBe(`${new URL(server.url).origin}${pathname}`)
  expect(await statusOf(server.url)).toBe(200)
  expect(await statusOf(server.urlOf((await torrent.files())[0]!))).toBe(200)
})

test('rejects a basePath without a slash before it', async () => {
  expect(await rejectionOf(lt.serveHttp(openSession(), { basePath: 'x' }))).toStrictEqual(
    new TypeError('options.basePath must be empty, or a path that begins with a slash, got "x"'),
  )
})

test('serves the counters of the session with `metrics` only', async () => {
  const session = openSession()
  const without = await start(session)
  expect(await statusOf(`${without.url}metrics`)).toBe(404)
  const server = await start(session, { metrics: true })
  const response = await fetch(`${server.url}metrics`)
  expect(response.headers.get('content-type')).toBe(lt.prometheusContentType)
  expect(await response.text()).toMatch(/^libtorrent_net_recv_payload_bytes 0$/m)
  await session.close()
  expect(await statusOf(`${server.url}metrics`)).toBe(503)
})

test('rejects with EADDRINUSE when another server has the port', async () => {
  const session = openSession()
  const port = Number(new URL((await start(session)).url).port)
  expect(await rejectionOf(lt.serveHttp(session, { port }))).toHaveProperty('code', 'EADDRINUSE')
})

test('rejects what is not a session', async () => {
  expect(await rejectionOf(lt.serveHttp({} as lt.Session))).toMatchObject({
    name: 'TypeError',
    message: 'session must be a Session',
  })
})

test('rejects an option that does not exist', async () => {
  const options = { hots: '::1' } as lt.ServeHttpOptions
  expect(await rejectionOf(lt.serveHttp(openSession(), options))).toBeInstanceOf(TypeError)
})
