// session.add() with the URL of a server.
import type { IncomingMessage, RequestListener } from 'node:http'
import { inspect } from 'node:util'
import * as lt from '../../lib'
import { waitLimit, rejectionOf } from '../helpers/deadline'
import { tempDir } from '../helpers/files'
import { closedPort, serve } from '../helpers/servers'
import { openSession } from '../helpers/sessions'
import { bareTorrent, kiB } from '../helpers/torrents'

const timeout = waitLimit

async function addBare(source: string, options: lt.AddOptions = {}): Promise<lt.TorrentHandle> {
  return openSession().add(source, { savePath: await tempDir(), timeout, ...options })
}

const bareHash = (): string => new lt.TorrentInfo(bareTorrent()).infoHashes().v1 ?? ''

describe('a server', () => {
  const torrentAt =
    (path: string): RequestListener =>
    (request, response) => {
      if (request.url === path) return response.end(bareTorrent())
      return response.writeHead(302, { location: path }).end()
    }

  test('may redirect to a .torrent file or a magnet link', async () => {
    await addBare(await serve(torrentAt('/there')))
    const location = `magnet:?xt=urn:btih:${bareHash()}`
    await addBare(await serve((_, response) => response.writeHead(301, { location }).end()))
  })

  test('that always redirects is given up after 5 redirects', async () => {
    let requests = 0
    const url = await serve((_, response) => {
      requests++
      response.writeHead(302, { location: '/' }).end()
    })
    expect(await rejectionOf(addBare(url))).toMatchObject({ code: 'too_many_redirects' })
    expect(requests).toBe(6)
    await rejectionOf(addBare(url, { http: { maxRedirects: 0 } }))
    expect(requests).toBe(7)
  })

  test.each(['file:///etc/passwd', 'ftp://127.0.0.1/'])(
    'may not redirect to %s',
    async (location) => {
      const url = await serve((_, response) => response.writeHead(302, { location }).end())
      expect(await rejectionOf(addBare(url))).toMatchObject({
        code: 'unsupported_url_protocol',
        message: expect.stringContaining(`it redirects to "${location}"`) as string,
      })
    },
  )

  test('gets headers and a password, and another host gets neither of the secrets', async () => {
    const seen: IncomingMessage['headers'][] = []
    const other = await serve(({ headers }, response) => {
      seen.push(headers)
      response.end(bareTorrent())
    })
    const url = await serve(({ headers }, response) => {
      seen.push(headers)
      response.writeHead(302, { location: other }).end()
    })
    const withPassword = url.replace('http://', 'http://me:p%40ss@')
    await addBare(withPassword, { http: { headers: { cookie: 'a=b', 'x-key': '1' } } })
    const authorization = `Basic ${Buffer.from('me:p@ss').toString('base64')}`
    expect(seen[0]).toMatchObject({ authorization, cookie: 'a=b', 'x-key': '1' })
    expect(seen[1]).toMatchObject({ 'x-key': '1' })
    expect([seen[1]!.authorization, seen[1]!.cookie]).toStrictEqual([undefined, undefined])
  })

  test('that answers with an error is told, without the password', async () => {
    const url = await serve((_, response) => response.writeHead(403).end('no'))
    const error = await rejectionOf(addBare(url.replace('http://', 'http://me:secret@')))
    expect(error).toMatchObject({ code: 'http_error', category: 'http', value: 403 })
    expect(String(error)).toContain('the server answers 403 Forbidden')
    expect(String(error)).not.toContain('secret')
  })

  test.each([
    'me:secret',
    'me@there:secret',
    'me:s@ecret',
    'me:s/ecret',
    'me:s#ecret',
    'me:s?ecret',
  ])('in a URL that is not valid is reported without the password of %j', async (credentials) => {
    const [user] = credentials.split(':')
    const error = await rejectionOf(lt.loadSource(`http://${credentials}@host:99999/x`))
    expect(error).toMatchObject({ code: 'ERR_INVALID_URL' })
    expect(inspect(error)).toContain(`source is the URL "http://${user}@host:99999/x": `)
    expect(inspect(error)).not.toContain('ecret')
  })

  test('a server that has something else at the URL is reported', async () => {
    const url = await serve((_, response) => response.end('<html>'))
    expect(String(await rejectionOf(addBare(url)))).toContain(`source is the URL "${url}": `)
  })

  test('a server that sends too much, or nothing in time, is given up', async () => {
    const endless = await serve((_, response) => {
      const send = (): void => {
        if (!response.destroyed) response.write(Buffer.alloc(100 * kiB), () => setImmediate(send))
      }
      send()
    })
    expect(await rejectionOf(addBare(endless, { http: { maxSize: 50 * kiB } }))).toMatchObject({
      code: 'metadata_too_large',
    })
    const silent = await serve(() => {})
    expect(await rejectionOf(addBare(silent, { http: { timeout: 50 } }))).toMatchObject({
      name: 'TimeoutError',
      message: `no answer of ${new URL(silent).host} within 50 ms`,
    })
    const controller = new AbortController()
    const adding = addBare(silent, { signal: controller.signal })
    controller.abort(new Error('enough'))
    expect(await rejectionOf(adding)).toMatchObject({ message: 'enough' })
  })

  test('a server that ends in the middle of the body is reported', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-length': 1000 }).write('d')
      setImmediate(() => response.destroy())
    })
    const error = await rejectionOf(addBare(url))
    expect(error).toBeInstanceOf(lt.LibtorrentError)
    expect(String(error)).toContain(`source is the URL "${url}": `)
  })

  test('a server that does not listen is reported by the code of the system', async () => {
    const url = `http://127.0.0.1:${await closedPort()}/`
    expect(await rejectionOf(addBare(url))).toMatchObject({ code: 'ECONNREFUSED' })
  })
})
