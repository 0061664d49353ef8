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
    const [, url] = await example.line(/^content\/film\.bin at (http:\S+)$/)
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
    const last = await get('bytes=-500')
    expect(last.status).toBe(206)
    expect(last.body.equals(film.subarray(-500))).toBe(true)
    const whole = await get()
    expect(whole.status).toBe(200)
    expect(whole.body.equals(film)).toBe(true)
    expect(await get(`bytes=${film.length}-`)).toMatchObject({ status: 416 })
    const list = await fetch(new URL('..', url), { headers: { accept: 'application/json' } })
    expect(await list.json()).toMatchObject([
      { path: 'content/film.bin', downloaded: film.length },
      { path: 'content/notes.txt' },
    ])

    example.interrupt()
    expect(await example.ended()).toMatchObject({ code: 0, stderr: '' })
  })
})
