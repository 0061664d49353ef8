// A .torrent behind an http URL, as the server at the other end may answer.
import { join } from 'node:path'
import type { RequestListener } from 'node:http'
import { fetchTorrent, type FetchOptions } from '../src/node/fetch-torrent'
import { makeTorrent } from '../src'
import { rejectionOf, within } from '../../test/helpers/deadline'
import { randomFile, tempDir } from '../../test/helpers/files'
import { closedPort, serve } from '../../test/helpers/servers'

async function someTorrent(): Promise<Buffer> {
  return (await makeTorrent(await randomFile(join(await tempDir(), 'film'), 50_000))).data
}

/** What fetchTorrent() throws for a server's answer, without the URL. */
async function refusal(answer: RequestListener, options: FetchOptions = {}): Promise<string> {
  const url = `${await serve(answer)}film.torrent`
  const error = await rejectionOf(fetchTorrent(url, options))
  expect(error).toMatchObject({ name: 'UserError' })
  const { message } = error as Error
  const prefix = `cannot fetch the torrent ${url}: `
  expect(message.slice(0, prefix.length)).toBe(prefix)
  return message.slice(prefix.length)
}

describe('fetchTorrent', () => {
  test('follows a redirection to the .torrent', async () => {
    const torrent = await someTorrent()
    const root = await serve(({ url }, response) => {
      if (url === '/film.torrent') return void response.end(torrent)
      response.writeHead(302, { location: '/film.torrent' }).end()
    })
    expect(await within(fetchTorrent(`${root}film`), 'the .torrent')).toEqual(torrent)
  })

  test('sends the name and the password of the URL', async () => {
    const torrent = await someTorrent()
    const root = await serve(({ headers: { authorization } }, response) => {
      const expected = `Basic ${Buffer.from('me:p@ss').toString('base64')}`
      response.writeHead(authorization === expected ? 200 : 401).end(torrent)
    })
    const url = root.replace('http://', 'http://me:p%40ss@')
    expect(await within(fetchTorrent(url), 'the .torrent')).toEqual(torrent)
  })

  test('leaves the password out of the error', async () => {
    const root = await serve((_, response) => response.writeHead(401).end())
    const url = root.replace('http://', 'http://me:secret@')
    expect(String(await rejectionOf(fetchTorrent(url)))).not.toContain('secret')
  })

  test('quotes the status of a server that has no such file', async () => {
    const answer: RequestListener = (_, response) => response.writeHead(404).end('<html>')
    expect(await refusal(answer)).toBe('its server answers 404 Not Found')
  })

  test('reports a page that is no torrent', async () => {
    const answer: RequestListener = (_, response) => response.end('<html>')
    expect(await refusal(answer)).toMatch(/^its server has something else there \(.+\)$/)
  })

  test('stops reading at the limit of the size', async () => {
    const answer: RequestListener = (_, response) => {
      const more = (): void => {
        while (response.write(Buffer.alloc(65536)));
        response.once('drain', more)
      }
      more()
    }
    expect(await refusal(answer, { limit: 1_000_000 })).toBe('it has more than 1.00 MB')
  })

  test('gives up at the deadline, also when bytes come now and then', async () => {
    const answer: RequestListener = (_, response) => void response.write('d')
    expect(await refusal(answer, { deadline: 200 })).toBe('its server: nothing within 0.2 s')
  })

  test('names what keeps it from its server', async () => {
    const url = `http://127.0.0.1:${await closedPort()}/film.torrent`
    expect(await rejectionOf(fetchTorrent(url))).toMatchObject({
      message: `cannot fetch the torrent ${url}: connection refused`,
    })
    expect(await rejectionOf(fetchTorrent('http://127.0.0.1:1/t'))).toMatchObject({
      message:
        'cannot fetch the torrent http://127.0.0.1:1/t: Node.js fetches nothing from that port',
    })
    expect(await rejectionOf(fetchTorrent('http://['))).toMatchObject({
      message: 'cannot fetch the torrent http://[: not an URL',
    })
  })

  test('rejects with the reason of its signal', async () => {
    const reason = new Error('enough')
    const controller = new AbortController()
    const url = await serve(() => controller.abort(reason))
    expect(await rejectionOf(fetchTorrent(url, { signal: controller.signal }))).toBe(reason)
  })
})
