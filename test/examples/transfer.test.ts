import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from '../../lib'
import { rejectionOf } from '../helpers/deadline'
import { randomFile, sha256, tempDir } from '../helpers/files'
import { finished, leech, openSession } from '../helpers/sessions'
import { kiB, oneFile } from '../helpers/torrents'
import { runExample, startExample, startInterruptible } from './example'
import { openSwarm, openTracker } from './swarm'
import type { Swarm } from './swarm'

const size = 300 * kiB
const pieceSize = 16 * kiB

/** Applies the rate limits of a session to peers of the local network, too. */
function limitLocalPeers({ seeder }: Swarm): void {
  const globalClass = 1 << lt.peerClass.globalPeerClassId
  seeder.setPeerClassFilter(lt.IpFilter.ofAllAddresses(globalClass))
}

describe('the README example', () => {
  test('downloads a torrent', async () => {
    const { torrentFile, path } = await openSwarm(size, { pieceSize })
    const savePath = await tempDir()

    const { code, stderr, lines } = await runExample('quick-start.mjs', torrentFile, savePath)

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(lines.at(-2)).toBe(`${size} of ${size} bytes`)
    expect(lines.at(-1)).toBe(join(savePath, 'content.bin'))
    expect(await sha256(join(savePath, 'content.bin'))).toBe(await sha256(path))
  })
})

describe('download.mjs', () => {
  test('downloads a torrent and shows how it goes', async () => {
    const { torrentFile, path } = await openSwarm(size, { pieceSize })
    const savePath = await tempDir()

    const { code, lines, stderr } = await runExample('download.mjs', torrentFile, savePath)

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(lines.at(-2)).toMatch(/^\w+: 100\.0 %, \d+ kB\/s from [01] peers$/)
    expect(lines.at(-1)).toBe(`${join(savePath, 'content.bin')}: ${size} bytes`)
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

    const example = startExample('seed.mjs', content.path, torrentFile, '127.0.0.1:0')
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

  test('refuses a file that is not the content', async () => {
    const { buffer } = await oneFile(size)
    const torrentFile = join(await tempDir(), 'content.torrent')
    await writeFile(torrentFile, buffer)
    const other = join(await tempDir(), 'content.bin')
    await randomFile(other, size)

    const { code, stderr } = await runExample('seed.mjs', other, torrentFile, '127.0.0.1:0')

    expect(code).toBe(1)
    expect(stderr).toContain('is not the content of the torrent "content.bin"')
  })
})

test('download.mjs downloads the files that globs choose', async () => {
  const { torrentFile } = await openSwarm({ 'a.txt': 1000, b: 1000, 'c.txt': 1000 }, { pieceSize })
  const savePath = await tempDir()
  const { code, lines } = await runExample('download.mjs', torrentFile, savePath, '**/*.txt')
  expect(code).toBe(0)
  const chosen = ['a.txt', 'c.txt'].map((name) => join(savePath, 'content', name))
  expect(lines.slice(-2)).toEqual(chosen.map((path) => `${path}: 1000 bytes`))
})

test('download.mjs stops at Ctrl-C, and continues at the next start', async () => {
  const settings = { upload_rate_limit: 200_000 }
  const swarm = await openSwarm(2 ** 20, { pieceSize, settings })
  limitLocalPeers(swarm)
  const { torrentFile, path } = swarm
  const savePath = await tempDir()
  const first = startExample('download.mjs', torrentFile, savePath)
  await first.line(/^downloading: [1-9]/)
  first.interrupt()
  const { code, lines, stderr } = await first.ended()
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(lines.at(-1)).toBe('stopped; the next start continues')

  const second = await runExample('download.mjs', torrentFile, savePath)
  expect(second).toMatchObject({ code: 0, stderr: '' })
  expect(await sha256(join(savePath, 'content.bin'))).toBe(await sha256(path))
})

test('monitor.mjs shows the peers of a torrent, and downloads nothing', async () => {
  const { torrentFile, seeder } = await openSwarm(size, { pieceSize })
  const example = startExample('monitor.mjs', torrentFile)
  const port = await seeder.listenPort()
  await example.line(new RegExp(`peer \\[ 127\\.0\\.0\\.1:${port} client: libtorrent`))
  await example.line(/^[01] seeds of 1 known peers$/)
  example.interrupt()
  expect(await example.ended()).toMatchObject({ code: 0, stderr: '' })
  const [torrent] = await seeder.getTorrents()
  expect((await torrent!.status()).totalPayloadUpload).toBe(0)
})

test('worker.mjs downloads in a worker thread', async () => {
  const { torrentFile, path } = await openSwarm(size, { pieceSize })
  const savePath = await tempDir()
  const { code, lines, stderr } = await runExample('worker.mjs', torrentFile, savePath)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(lines.slice(-2)).toEqual([`${size} of ${size} bytes`, 'complete'])
  expect(await sha256(join(savePath, 'content.bin'))).toBe(await sha256(path))
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
    expect(lines.at(-3)).toMatch(/^hashed (\d+) of \1 bytes$/)
    const pieces = `${info.numPieces()} pieces of ${info.pieceLength()} bytes`
    expect(lines.at(-2)).toBe(`wrote ${output}: ${pieces}`)
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
    limitLocalPeers(swarm)
    const savePath = await tempDir()
    const args = [swarm.torrentFile, savePath]

    const first = startExample('resume.mjs', ...args)
    await first.line(/^0 of 128 pieces were here$/)
    await first.line(/^piece \d+$/)
    first.interrupt()
    const interrupted = await first.ended()
    expect(interrupted.code).toBe(0)
    // pieces whose hashes were being computed may be reported in between
    expect(interrupted.lines.at(-1)).toBe(`saved ${join(savePath, 'content.bin.resume')}`)

    swarm.seeder.applySettings({ upload_rate_limit: 0 })
    const second = startExample('resume.mjs', ...args)
    const [, pieces] = await second.line(/^(\d+) of 128 pieces were here$/)
    expect(Number(pieces)).toBeGreaterThan(0)
    expect(Number(pieces)).toBeLessThan(128)
    expect(await second.ended()).toMatchObject({ code: 0, stderr: '' })
    expect(await sha256(join(savePath, 'content.bin'))).toBe(await sha256(swarm.path))
  })
})

test('resume.mjs saves when Ctrl-C stops it before the directory of the files exists', async () => {
  const { buffer } = await oneFile(size, { pieceSize })
  const torrentFile = join(await tempDir(), 'content.torrent')
  await writeFile(torrentFile, buffer)
  const savePath = join(await tempDir(), 'new', 'directory')

  for (const start of ['first', 'second']) {
    const example = startInterruptible('resume.mjs', torrentFile, savePath)
    await example.line(/^0 of 19 pieces were here$/)
    await example.line(/^interruptible$/)
    example.interrupt()
    const { code, stderr, lines } = await example.ended()
    expect({ start, code, stderr }).toEqual({ start, code: 0, stderr: '' })
    expect(lines.at(-1)).toBe(`saved ${join(savePath, 'content.bin.resume')}`)
  }
  const saved = lt.readResumeData(await readFile(join(savePath, 'content.bin.resume')))
  expect(saved.infoHashes).toEqual(new lt.TorrentInfo(buffer).infoHashes())
})

describe('magnet.mjs', () => {
  test('writes the .torrent of a v2 torrent of which some files are left out', async () => {
    const sizes = { 'one.txt': 20 * kiB, 'two.txt': 60 * kiB, 'film.bin': 200 * kiB }
    const { info } = await openSwarm(sizes, { pieceSize, version: 'v2' })
    const savePath = await tempDir()
    const uri = lt.makeMagnetUri(info)

    const { code, lines, stderr } = await runExample('magnet.mjs', uri, savePath, 'two*')

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(lines).toContain(`${join('content', 'film.bin')}: ${200 * kiB} bytes, left out`)
    const written = await lt.TorrentInfo.load(join(savePath, 'content.torrent'))
    expect(written.infoHashes()).toEqual(info.infoHashes())
  })

  test('fails when the pattern matches no file', async () => {
    const { info } = await openSwarm({ one: kiB, two: kiB }, { pieceSize })
    const uri = lt.makeMagnetUri(info)
    const { code, stderr } = await runExample('magnet.mjs', uri, await tempDir(), 'three')
    expect(code).toBe(1)
    expect(stderr).toContain('no file matches "three"')
  })

  test('downloads what a link names, and writes its .torrent', async () => {
    const sizes = { 'one.txt': 20 * kiB, 'two.txt': 60 * kiB, 'film.bin': 200 * kiB }
    const { info, path } = await openSwarm(sizes, { pieceSize, version: 'v2' })
    const savePath = await tempDir()

    const { code, lines, stderr } = await runExample('magnet.mjs', lt.makeMagnetUri(info), savePath)

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(lines).toEqual([
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
