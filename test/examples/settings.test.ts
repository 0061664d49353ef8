import { join } from 'node:path'
import { sha256, tempDir } from '../helpers/files'
import { kiB } from '../helpers/torrents'
import { runExample } from './example'
import { openHttpProxy, openSocksProxy } from './proxies'
import { openSwarm } from './swarm'
import type { Swarm } from './swarm'

const pieceSize = 16 * kiB

/** Where the seeder and the tracker are. */
async function endpoints({ seeder, info }: Swarm): Promise<string[]> {
  const [tracker] = info.trackers()
  return [`127.0.0.1:${await seeder.listenPort()}`, new URL(tracker?.url ?? '').host]
}

describe('rate-limits.mjs', () => {
  test('downloads no faster than it may', async () => {
    const size = 400 * kiB
    const { torrentFile, path } = await openSwarm(size, { pieceSize })
    const savePath = await tempDir()

    const { code, lines, stderr } = await runExample(
      'rate-limits.mjs',
      torrentFile,
      savePath,
      '200',
    )

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(lines[0]).toBe('down 200000 bytes/s, up 100000 bytes/s of this torrent')
    const [, rate] = /^(\d+) bytes\/s over/.exec(lines[1] ?? '') ?? []
    expect(Number(rate)).toBeLessThan(300_000)
    expect(await sha256(join(savePath, 'content.bin'))).toBe(await sha256(path))
  })
})

describe('encryption.mjs', () => {
  test('downloads over RC4', async () => {
    const settings = { close_redundant_connections: false }
    const { torrentFile, path } = await openSwarm(300 * kiB, { pieceSize, settings })
    const savePath = await tempDir()

    const { code, lines, stderr } = await runExample('encryption.mjs', torrentFile, savePath)

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(line).toMatch(/^127\.0\.0\.1:\d+ libtorrent.*: RC4$/)
    expect(await sha256(join(savePath, 'content.bin'))).toBe(await sha256(path))
  })
})

describe('proxy.mjs', () => {
  const kinds = [
    { kind: 'socks5', open: () => openSocksProxy('user', 'secret'), credentials: 'user:secret@' },
    { kind: 'http', open: openHttpProxy, credentials: '' },
  ]

  test.each(kinds)('reaches tracker and peers only by $kind', async (row) => {
    const { kind, open, credentials } = row
    const proxy = await open()
    const swarm = await openSwarm(300 * kiB, { pieceSize })
    const incoming: number[] = []
    swarm.seeder.on('incoming_connection', ({ endpoint }) => incoming.push(endpoint.port))
    const savePath = await tempDir()

    const url = `${kind}://${credentials}127.0.0.1:${proxy.port}`
    const { code, lines } = await runExample('proxy.mjs', swarm.torrentFile, savePath, url)

    expect(code).toBe(0)
    expect(lines.at(-1)).toBe('complete')
    const [peer, tracker] = await endpoints(swarm)
    expect(lines).toContain(`${peer} by ${kind}`)
    expect(new Set(proxy.targets)).toEqual(new Set([peer, tracker]))
    expect(incoming.length).toBeGreaterThan(0)
    expect(proxy.ports).toEqual(expect.arrayContaining(incoming))
    expect(await sha256(join(savePath, 'content.bin'))).toBe(await sha256(swarm.path))
  })
})
