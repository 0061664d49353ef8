import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from '../../lib'
import { rejectionOf } from '../helpers/deadline'
import { randomFile, sha256, tempDir } from '../helpers/files'
import { finished, leech, openSession } from '../helpers/sessions'
import { kiB, oneFile } from '../helpers/torrents'
import { runExample, startExample } from './example'
import { openSwarm, openTracker } from './swarm'

const size = 300 * kiB
const pieceSize = 16 * kiB

describe('the README example', () => {
  test('downloads a torrent', async () => {
    const { torrentFile, path } = await openSwarm(size, { pieceSize })
    const savePath = await tempDir()

    const { code, stderr } = await runExample('quick-start.mjs', torrentFile, savePath)

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(await sha256(join(savePath, 'content.bin'))).toBe(await sha256(path))
  })
})

describe('download.mjs', () => {
  test('downloads a torrent and shows how it goes', async () => {
    const { torrentFile, path } = await openSwarm(size, { pieceSize })
    const savePath = await tempDir()

    const { code, lines, stderr } = await runExample('download.mjs', torrentFile, savePath)

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(lines[0]).toBe(`content.bin: 1 files, ${size} bytes`)
    expect(lines.at(-2)).toMatch(/^100\.0 %, \d+ kB\/s from [01] peers$/)
    expect(lines.at(-1)).toBe(`complete in ${savePath}`)
    expect(await sha256(join(savePath, 'content.bin'))).toBe(await sha256(path))
  })

  test('fails when the files can not be written', async () => {
    const { torrentFile } = await openSwarm(size, { pieceSize })
    const savePath = join(await tempDir(), 'a file')
    await writeFile(savePath, '')

    const { code, stderr } = await runExample('download.mjs', torrentFile, savePath)

    expect(code).toBe(1)
    expect(stderr).toContain('ENOTDIR')
  })
})

describe('seed.mjs', () => {
  test('shares a file until Ctrl-C', async () => {
    const content = await oneFile(size, { pieceSize, trackers: [await openTracker()] })
    const torrentFile = join(await tempDir(), 'content.torrent')
    await writeFile(torrentFile, content.buffer)

    const example = startExample('seed.mjs', torrentFile, content.savePath, '127.0.0.1:0')
    const [, port] = await example.line(/on port (\d+)/)
    const peers = [{ address: '127.0.0.1', port: Number(port) }]
    const savePath = await tempDir()
    await finished(await leech(openSession(), { ti: content.info, savePath }, peers))
    example.interrupt()

    const { code, lines } = await example.ended()
    expect(code).toBe(0)
    expect(lines.at(-1)).toMatch(/^uploaded \d{6} bytes$/)
    expect(await sha256(join(savePath, 'content.bin'))).toBe(await sha256(content.path))
  })

  test('refuses a directory without the content', async () => {
    const content = await oneFile(size)
    const torrentFile = join(await tempDir(), 'content.torrent')
    await writeFile(torrentFile, content.buffer)

    const { code, stderr } = await runExample(
      'seed.mjs',
      torrentFile,
      await tempDir(),
      '127.0.0.1:0',
    )

    expect(code).toBe(1)
    expect(stderr).toContain('only 0.0 %')
  })
})

test('download.mjs counts files without the padding between them', async () => {
  const { torrentFile } = await openSwarm({ a: 1000, b: 1000, c: 1000 }, { pieceSize })
  const { code, lines } = await runExample('download.mjs', torrentFile, await tempDir())
  expect(code).toBe(0)
  expect(lines[0]).toBe('content: 3 files, 3000 bytes')
})

describe('create.mjs', () => {
  test('makes a .torrent and a magnet link', async () => {
    const directory = await tempDir()
    await randomFile(join(directory, 'album', 'one.flac'), 100 * kiB - 1)
    await randomFile(join(directory, 'album', 'two.flac'), 50 * kiB)
    const output = join(directory, 'album.torrent')
    const tracker = 'http://tracker.example/announce'

    const { code, lines } = await runExample(
      'create.mjs',
      join(directory, 'album'),
      output,
      tracker,
    )

    expect(code).toBe(0)
    const info = await lt.TorrentInfo.load(output)
    expect(info.name()).toBe('album')
    expect(info.trackers().map(({ url }) => url)).toEqual([tracker])
    expect(info.infoHashes()).toEqual({
      v1: expect.stringMatching(/^[0-9a-f]{40}$/),
      v2: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    const pieces = info.numPieces()
    expect(lines).toContain(`hashed ${pieces} of ${pieces} pieces`)
    // a hybrid torrent has padding between its files
    expect(info.numFiles()).toBeGreaterThan(2)
    expect(lines.at(-2)).toBe(`wrote ${output}: 2 files, ${150 * kiB - 1} bytes`)
    expect(lines.at(-1)).toBe(lt.makeMagnetUri(info))
  })

  test('says which file is not there', async () => {
    const missing = join(await tempDir(), 'missing')
    const { code, stderr } = await runExample('create.mjs', missing, `${missing}.torrent`)
    expect(code).toBe(1)
    expect(stderr).toContain('ENOENT')
    await expect(rejectionOf(readFile(`${missing}.torrent`))).resolves.toHaveProperty(
      'code',
      'ENOENT',
    )
  })
})

describe('resume.mjs', () => {
  test('goes on where Ctrl-C stopped it', async () => {
    const settings = { upload_rate_limit: 200_000 }
    const swarm = await openSwarm(2048 * kiB, { pieceSize, settings })
    // The limit is for the local network, too.
    const allAddresses = new lt.IpFilter()
    allAddresses.addRule('0.0.0.0', '255.255.255.255', 1 << lt.peerClass.globalPeerClassId)
    swarm.seeder.setPeerClassFilter(allAddresses)
    const savePath = await tempDir()
    const args = [swarm.torrentFile, savePath]

    const first = startExample('resume.mjs', ...args)
    await first.line(/^0 of 128 pieces were here$/)
    await first.line(/^piece \d+$/)
    first.interrupt()
    const interrupted = await first.ended()
    expect(interrupted.code).toBe(0)
    // pieces whose hashes were being computed may be reported in between
    expect(interrupted.lines.filter((line) => line.startsWith('saved '))).toEqual([
      `saved ${join(savePath, 'content.bin.resume')}`,
      `saved ${join(savePath, 'session.state')}`,
    ])

    swarm.seeder.applySettings({ upload_rate_limit: 0 })
    const second = startExample('resume.mjs', ...args)
    const [, pieces] = await second.line(/^(\d+) of 128 pieces were here$/)
    expect(Number(pieces)).toBeGreaterThan(0)
    expect(Number(pieces)).toBeLessThan(128)
    expect(await second.ended()).toMatchObject({ code: 0, stderr: '' })
    expect(await sha256(join(savePath, 'content.bin'))).toBe(await sha256(swarm.path))
  })
})

describe('magnet.mjs', () => {
  test('downloads what a link names, and writes its .torrent', async () => {
    const sizes = { 'one.txt': 20 * kiB, 'two.txt': 60 * kiB, 'film.bin': 200 * kiB }
    const { info, path } = await openSwarm(sizes, { pieceSize, version: 'v2' })
    const savePath = await tempDir()

    const { code, lines, stderr } = await runExample('magnet.mjs', lt.makeMagnetUri(info), savePath)

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(lines).toEqual([
      'waiting for the metadata',
      ...Object.entries(sizes)
        .sort()
        .map(([name, size]) => `${join('content', name)}: ${size} bytes`),
      'complete',
      `wrote ${join(savePath, 'content.torrent')}`,
    ])
    for (const name of Object.keys(sizes)) {
      const copy = join(savePath, 'content', name)
      expect(await sha256(copy)).toBe(await sha256(join(path, name)))
    }
    const written = await lt.TorrentInfo.load(join(savePath, 'content.torrent'))
    expect(written.infoHashes()).toEqual(info.infoHashes())
  })
})
