import { readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import * as lt from 'libtorrent-napi'
import { downloadTorrent, makeTorrent, seedFile } from '../src'
import { torrentVersions } from '../src/plan/parameters'
import { afterThisTest } from '../../test/helpers/cleanup'
import { rejectionOf, within } from '../../test/helpers/deadline'
import { randomFile, sha256, tempDir } from '../../test/helpers/files'
import { share } from './helpers/share'

describe.each(torrentVersions)('a %s torrent', (version) => {
  test.each(['tcp', 'utp'] as const)('arrives over %s', async (transport) => {
    const { directory, file, torrent, peers } = await share(300_000, {
      make: { version },
      seed: { transport },
    })
    const result = await within(
      downloadTorrent(torrent.path, join(directory, 'peer'), { transport, peers }),
      'the download',
    )
    expect(result).toMatchObject({ name: 'content.bin', size: 300_000, wasComplete: false })
    expect(result.sha256).toBe(await sha256(file))
    expect(result.files).toEqual([join(directory, 'peer', 'content.bin')])
    const { connected, firstBlock, finished } = result.times
    expect(0 < connected! && connected! < firstBlock! && firstBlock! <= finished).toBe(true)
  })

  test('has the size of its content, and hashes of its version', async () => {
    const file = await randomFile(join(await tempDir(), 'small'), 10_240)
    const { info } = await makeTorrent(file, { version })
    const infoHashes = info.infoHashes()
    expect(info.files().fileSize(0)).toBe(10_240)
    expect([infoHashes.v1 !== null, infoHashes.v2 !== null]).toEqual([
      version !== 'v2',
      version !== 'v1',
    ])
  })
})

describe('makeTorrent', () => {
  test('keeps trackers and piece size, and reports progress', async () => {
    const file = await randomFile(join(await tempDir(), 'f'), 200_000)
    const seen: [number, number][] = []
    const { bytes, info } = await makeTorrent(file, {
      trackers: ['http://127.0.0.1:1/announce', 'udp://127.0.0.1:2/announce'],
      pieceSize: 65536,
      onProgress: ({ done, total }) => seen.push([done, total]),
    })
    expect(info.pieceLength()).toBe(65536)
    expect(seen.at(-1)).toEqual([200_000, 200_000])
    const trackers = lt.parseMagnetUri(lt.makeMagnetUri(new lt.TorrentInfo(bytes))).trackers
    expect(trackers).toEqual(['http://127.0.0.1:1/announce', 'udp://127.0.0.1:2/announce'])
  })

  test('gives torrents of one file info-hashes of their own', async () => {
    const file = await randomFile(join(await tempDir(), 'f'), 20_000)
    const hashesOf = async (mark: string) =>
      (await makeTorrent(file, { mark: Buffer.from(mark) })).info.infoHashes()
    const [first, second] = [await hashesOf('one'), await hashesOf('two')]
    expect(first.v1).not.toBe(second.v1)
    expect(first.v2).not.toBe(second.v2)
  })

  test.each([
    ['a file that is missing', 'none', {}, 'no such file'],
    ['an empty file', 'empty', {}, 'is empty'],
    ['a directory', '.', {}, 'is a directory'],
    ['an odd piece size', 'file', { pieceSize: 20_000 }, 'expected a power of two'],
    ['a small piece size', 'file', { pieceSize: 8192 }, 'expected a power of two'],
    ['a name with a backslash', 'a\\b', {}, "libtorrent can't load a torrent that has a file"],
    ['an impossible place', 'file', { output: '/none/t.torrent' }, 'cannot write /none/t.torrent'],
  ])('refuses %s', async (_, name, options, reason) => {
    const directory = await tempDir()
    await writeFile(join(directory, 'empty'), '')
    await writeFile(join(directory, 'file'), 'content')
    await writeFile(join(directory, 'a\\b'), 'content')
    expect(await rejectionOf(makeTorrent(join(directory, name), options))).toMatchObject({
      name: 'UserError',
      message: expect.stringContaining(reason) as string,
    })
  })

  test('leaves nothing behind when it is stopped', async () => {
    const file = await randomFile(join(await tempDir(), 'f'), 4_000_000)
    const controller = new AbortController()
    const made = makeTorrent(file, {
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('enough')),
    })
    expect(await rejectionOf(made)).toMatchObject({ message: 'enough' })
    await expect(stat(`${file}.torrent`)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

describe('seedFile', () => {
  test('shares a file under another name than the torrent has', async () => {
    const { directory, file, torrent, seeding } = await share(50_000)
    await seeding.close()
    const copy = join(directory, 'copy')
    await writeFile(copy, await readFile(file))
    const again = await seedFile(copy, torrent.path)
    afterThisTest(() => again.close())
    const peers = [{ host: again.address, port: again.port }]
    const result = await within(
      downloadTorrent(torrent.path, join(directory, 'peer'), { peers }),
      'the download',
    )
    expect(basename(result.files[0]!)).toBe('content.bin')
  })

  test('reports the bytes that it sent when it is closed', async () => {
    const { directory, torrent, seeding, peers } = await share(50_000)
    await downloadTorrent(torrent.path, join(directory, 'peer'), { peers })
    await seeding.close()
    expect(await seeding.closed).toMatchObject({ uploaded: 50_000 })
  })

  test('ends with its signal', async () => {
    const controller = new AbortController()
    const { seeding } = await share(50_000, { seed: { signal: controller.signal } })
    controller.abort(new Error('enough'))
    await within(seeding.closed, 'the end')
    expect(seeding.session.closed).toBe(true)
  })

  test('refuses a file that is not the content', async () => {
    const { file, torrent, seeding } = await share(50_000)
    await seeding.close()
    await truncate(file, 40_000)
    expect(await rejectionOf(seedFile(file, torrent.path))).toMatchObject({
      message: expect.stringContaining(
        `"${file}" is not the content of the torrent "content.bin"`,
      ) as string,
    })
    await rm(file)
    expect(await rejectionOf(seedFile(file, torrent.path))).toMatchObject({
      message: `no such file: ${file}`,
    })
  })

  test('fails when its port is taken', async () => {
    const { file, torrent, seeding } = await share(50_000)
    const listen = `127.0.0.1:${seeding.port}`
    expect(await rejectionOf(seedFile(file, torrent.path, { listen }))).toMatchObject({
      message: `cannot listen at ${listen}: address already in use`,
    })
  })
})

describe('downloadTorrent', () => {
  test('takes a magnet link', async () => {
    const { directory, file, torrent, peers } = await share(50_000)
    const result = await within(
      downloadTorrent(torrent.magnetUri, join(directory, 'peer'), { peers, size: 50_000 }),
      'the download',
    )
    expect(result.sha256).toBe(await sha256(file))
  })

  test('stores a file under the name that it is given', async () => {
    const { directory, file, torrent, peers } = await share(50_000)
    const savePath = join(directory, 'peer')
    const options = { peers, fileName: 'other' }
    const result = await within(downloadTorrent(torrent.path, savePath, options), 'the download')
    expect(result.files).toEqual([join(savePath, 'other')])
    expect(await sha256(join(savePath, 'other'))).toBe(await sha256(file))
  })

  test('sees that all of it is there', async () => {
    const { directory, file, torrent } = await share(50_000)
    const result = await within(
      downloadTorrent(torrent.path, join(directory, 'seeder')),
      'the download',
    )
    expect(result).toMatchObject({ wasComplete: true, files: [file] })
  })

  test('replaces what is wrong on the disk', async () => {
    const { directory, file, torrent, peers } = await share(200_000)
    const savePath = join(directory, 'peer')
    await randomFile(join(savePath, 'content.bin'), 200_000)
    const result = await within(downloadTorrent(torrent.path, savePath, { peers }), 'the download')
    expect(result).toMatchObject({ wasComplete: false, sha256: await sha256(file) })
  })

  test('notices another SHA-256 or size than was promised', async () => {
    const { directory, torrent, peers } = await share(50_000)
    const savePath = join(directory, 'peer')
    const wrong = { peers, sha256: '0'.repeat(64) }
    expect(await rejectionOf(downloadTorrent(torrent.path, savePath, wrong))).toMatchObject({
      message: expect.stringContaining(`expected ${'0'.repeat(64)}`) as string,
    })
    expect(await rejectionOf(downloadTorrent(torrent.path, savePath, { size: 10 }))).toMatchObject({
      message: "the torrent 'content.bin' has 50000 bytes: expected 10",
    })
  })

  test('gives up when nothing comes any more', async () => {
    const { directory, torrent, seeding, peers } = await share(5_000_000)
    seeding.torrent.setUploadLimit(500_000)
    const begun = seeding.torrent.waitFor('block_uploaded', { timeout: 20_000 })
    const download = downloadTorrent(torrent.path, join(directory, 'peer'), {
      peers,
      stallTimeout: 1500,
    })
    await begun
    await seeding.close()
    expect(await rejectionOf(download)).toMatchObject({
      name: 'UserError',
      message: expect.stringMatching(
        /^the transfer stopped at .* of 5\.00 MB: nothing came for 1\.5 s, no peer is connected/,
      ) as string,
    })
  })

  test('reports a tracker that does not answer, and tries again', async () => {
    const { directory, torrent } = await share(50_000, {
      make: { trackers: ['http://127.0.0.1:1/announce'] },
    })
    const controller = new AbortController()
    const messages: string[] = []
    const download = downloadTorrent(torrent.path, join(directory, 'peer'), {
      signal: controller.signal,
      onMessage(message) {
        messages.push(message)
        if (messages.length === 2) controller.abort(new Error('enough'))
      },
    })
    expect(await rejectionOf(download)).toMatchObject({ message: 'enough' })
    expect(messages[0]).toBe(
      'tracker http://127.0.0.1:1/announce cannot be reached (connection refused): trying again in 1 s',
    )
    expect(messages[1]).toContain('trying again in 2 s')
  })

  test.each([
    ['a torrent that is missing', '/none/a.torrent', 'no such file or directory'],
    ['a directory', '/tmp', 'is a directory'],
    ['a magnet link without a hash', 'magnet:?dn=x', 'cannot read the magnet link'],
  ])('refuses %s', async (_, source, reason) => {
    expect(await rejectionOf(downloadTorrent(source, await tempDir()))).toMatchObject({
      name: 'UserError',
      message: expect.stringContaining(reason) as string,
    })
  })
})
