import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tempDir } from '../helpers/files'
import { MiB, kiB } from '../helpers/torrents'
import { startExample } from './example'
import { openSwarm } from './swarm'

describe('streaming.mjs', () => {
  test('serves a file over HTTP while it is downloaded, any part of it', async () => {
    const sizes = { 'film.bin': 2 * MiB + 123, 'notes.txt': 20 * kiB }
    const { torrentFile, path } = await openSwarm(sizes, { pieceSize: 64 * kiB })
    const film = await readFile(join(path, 'film.bin'))

    const example = startExample('streaming.mjs', torrentFile, await tempDir())
    const [, url] = await example.line(/^content\/film\.bin at (http:\S+\/), Ctrl-C ends it$/)
    const get = async (range?: string): Promise<{ status: number; type: string; body: Buffer }> => {
      const headers = range === undefined ? {} : { range }
      const response = await fetch(url!, { headers, signal: AbortSignal.timeout(20_000) })
      const body = Buffer.from(await response.arrayBuffer())
      return { status: response.status, type: response.headers.get('content-range') ?? '', body }
    }

    const end = await get('bytes=1500000-')
    expect(end).toMatchObject({
      status: 206,
      type: `bytes 1500000-${film.length - 1}/${film.length}`,
    })
    expect(end.body.equals(film.subarray(1_500_000))).toBe(true)
    const middle = await get('bytes=70000-70009')
    expect(middle.status).toBe(206)
    expect(middle.body.equals(film.subarray(70_000, 70_010))).toBe(true)
    const whole = await get()
    expect(whole.status).toBe(200)
    expect(whole.body.equals(film)).toBe(true)
    expect(await get(`bytes=${film.length}-`)).toMatchObject({ status: 416 })

    example.interrupt()
    expect(await example.ended()).toMatchObject({ code: 0, stderr: '' })
  })

  test('answers every form of a range request as RFC 9110 has it, with the right bytes', async () => {
    const size = 200_000
    const { torrentFile, path } = await openSwarm(
      { 'film.bin': size, note: 9 },
      { pieceSize: 16 * kiB },
    )
    const film = await readFile(join(path, 'film.bin'))
    const example = startExample('streaming.mjs', torrentFile, await tempDir())
    const [, url] = await example.line(/at (http:\S+\/), Ctrl-C ends it$/)
    const request = async (init: RequestInit): Promise<{ response: Response; body: Buffer }> => {
      const response = await fetch(url!, { ...init, signal: AbortSignal.timeout(20_000) })
      return { response, body: Buffer.from(await response.arrayBuffer()) }
    }
    const whole = { status: 200, first: 0, last: size - 1 }
    const part = (first: number, last: number) => ({ status: 206, first, last })
    const expected: [string, { status: number; first: number; last: number }][] = [
      ['bytes=0-', part(0, size - 1)],
      ['bytes=0-0', part(0, 0)],
      ['bytes=100-199', part(100, 199)],
      ['Bytes= 100-199 ', part(100, 199)],
      ['bytes=199990-', part(199_990, size - 1)],
      ['bytes=199990-400000', part(199_990, size - 1)],
      ['bytes=-500', part(size - 500, size - 1)],
      ['bytes=-1', part(size - 1, size - 1)],
      [`bytes=-${size + 1}`, part(0, size - 1)],
      // No single range of bytes: a server may ignore the header.
      ['bytes=0-9,20-29', whole],
      ['bytes=9-0', whole],
      ['bytes=-', whole],
      ['bytes=a-', whole],
      ['bytes=1', whole],
      ['pieces=0-9', whole],
    ]
    for (const [range, { status, first, last }] of expected) {
      const { response, body } = await request({ headers: { range } })
      expect({ range, status: response.status }).toStrictEqual({ range, status })
      expect(body.equals(film.subarray(first, last + 1))).toBe(true)
      expect(response.headers.get('content-length')).toBe(String(last + 1 - first))
      const contentRange = status === 206 ? `bytes ${first}-${last}/${size}` : null
      expect(response.headers.get('content-range')).toBe(contentRange)
    }
    for (const range of [`bytes=${size}-`, `bytes=${size}-${size + 9}`, 'bytes=-0']) {
      const { response, body } = await request({ headers: { range } })
      expect({ range, status: response.status }).toStrictEqual({ range, status: 416 })
      expect(response.headers.get('content-range')).toBe(`bytes */${size}`)
      expect(body).toHaveLength(0)
    }

    const head = await request({ method: 'HEAD', headers: { range: 'bytes=0-9' } })
    expect(head.response.status).toBe(200)
    expect(head.response.headers.get('content-length')).toBe(String(size))
    expect(head.response.headers.get('accept-ranges')).toBe('bytes')
    expect(head.body).toHaveLength(0)
    const etag = head.response.headers.get('etag')!
    const sameFile = await request({ headers: { range: 'bytes=0-9', 'if-range': etag } })
    expect(sameFile.response.status).toBe(206)
    const otherFile = await request({ headers: { range: 'bytes=0-9', 'if-range': '"other"' } })
    expect(otherFile.response.status).toBe(200)
    expect(otherFile.body.equals(film)).toBe(true)
    const post = await request({ method: 'POST' })
    expect([post.response.status, post.response.headers.get('allow')]).toStrictEqual([
      405,
      'GET, HEAD',
    ])

    example.interrupt()
    expect(await example.ended()).toMatchObject({ code: 0, stderr: '' })
  })
})
