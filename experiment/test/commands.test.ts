import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { join } from 'node:path'
import * as lt from 'libtorrent-napi'
import { afterThisTest } from '../../test/helpers/cleanup'
import { randomFile, sha256, tempDir } from '../../test/helpers/files'
import { freePort, serve } from '../../test/helpers/servers'
import { Command, run } from './helpers/command'

jest.setTimeout(60_000)

describe.each(['seed.js', 'peer.js'])('%s', (script) => {
  test('prints its options with --help', async () => {
    const { code, stdout, stderr } = await run(script, '--help')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    for (const option of ['--file', '--file-size', '--iterations', '--tracker', '--listen']) {
      expect(stdout).toContain(option)
    }
  })

  test.each([
    ['an unknown option', ['--fle', 'x'], "unknown option '--fle' (Did you mean --file?)"],
    ['a bad size', ['--file-size', '10K'], "bad size '10K'"],
    ['a bad count', ['--iterations', '0'], "bad --iterations '0'"],
    ['a bad address', ['--listen', 'there'], "bad --listen 'there'"],
    ['a bad transport', ['--transport', 'ip'], 'Allowed choices are tcp, utp, both'],
    ['an empty token', ['--token', ''], 'bad --token of 0 characters: expected 1 to 1000'],
    ['a long token', ['--token', 'x'.repeat(1001)], 'bad --token of 1001 characters'],
    ['a missing value', ['--tracker'], 'argument missing'],
    ['other arguments', ['file'], 'too many arguments'],
  ])('refuses %s on one line', async (_, args, reason) => {
    const { code, stdout, stderr } = await run(script, ...args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(new RegExp(`^${script}: [^\n]*$`))
    expect(stderr).toContain(reason)
  })
})

describe('bad input', () => {
  test.each([
    ['a file that is missing', ['--file', '/none', '--torrent', 't'], 'no such file: /none'],
    ['a directory', ['--file', '/tmp', '--torrent', 't'], 'is a directory'],
    ['no file', ['--torrent', 't'], '--torrent needs --file'],
    ['no tracker URL', ['--tracker', 'ftp://x'], "bad --tracker 'ftp://x'"],
    ['a foreign address', ['--listen', '203.0.113.1'], 'this machine does not have that address'],
    ['an unwritable place', ['--save-path', '/proc/x'], 'cannot write to /proc/x'],
  ])('stops seed.js: %s', async (_, args, reason) => {
    const { code, stderr } = await run('seed.js', ...args)
    expect(code).toBeGreaterThan(0)
    expect(stderr).toMatch(/^seed\.js: [^\n]*$/)
    expect(stderr).toContain(reason)
  })

  test.each([
    ['a magnet link without hash', ['--torrent', 'magnet:?x'], 'cannot read the magnet link'],
    ['no .torrent in time', ['--torrent', '/none/t', '--wait', '0.5'], 'nothing within 0.5 s'],
    ['no usable URL', ['--torrent', 'http://['], 'cannot read the URL "http://["'],
    ['no seeder in time', ['--seeder', '127.0.0.1:1', '--wait', '0.5'], 'connection refused'],
    [
      'two things at once',
      ['--seeder', '127.0.0.1:1', '--torrent', 't'],
      'cannot be used with option',
    ],
  ])('stops peer.js: %s', async (_, args, reason) => {
    const { code, stderr } = await run('peer.js', ...args)
    expect(code).toBeGreaterThan(0)
    expect(stderr).toMatch(/^peer\.js: [^\n]*$/)
    expect(stderr).toContain(reason)
  })

  test('names an unreadable torrent', async () => {
    const path = join(await tempDir(), 'bad.torrent')
    await writeFile(path, 'garbage')
    const { code, stderr } = await run('peer.js', '--torrent', path)
    expect(code).toBe(1)
    expect(stderr).toContain(`peer.js: cannot read the path "${path}": `)
  })

  test.each([
    ['--port', ''],
    ['--tracker-port', '', '--tracker', 'http'],
    ['--listen', '127.0.0.1:'],
  ])('reports that a port is taken: %s', async (option, prefix, ...more) => {
    const server = createServer().listen(0, '127.0.0.1')
    afterThisTest(() => server.close())
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const { code, stderr } = await run('seed.js', option, `${prefix}${port}`, ...more)
    expect(code).toBe(1)
    expect(stderr).toMatch(/^seed\.js: [^\n]* address already in use$/)
  })
})

describe('a torrent that is handed over', () => {
  test.each(['http', 'udp'])('is fetched by peers that were there first (%s)', async (tracker) => {
    const directory = await tempDir()
    const torrent = join(directory, 'shared/film.torrent')
    const names = ['one', 'two']
    const peers = names.map(
      (name) =>
        new Command('peer.js', ['--torrent', torrent, '--save-path', join(directory, name)]),
    )
    await Promise.all(peers.map((peer) => peer.printed('waiting for')))
    const film = join(directory, 'film')
    await mkdir(join(directory, 'shared'))
    const made = ['--file', film, '--file-size', '3MiB', '--torrent', torrent]
    const seeder = new Command('seed.js', [...made, '--peers', '2', '--tracker', tracker])
    for (const peer of peers) expect(await peer.end()).toMatchObject({ code: 0, stderr: '' })
    const { code, stdout } = await seeder.end()
    expect(code).toBe(0)
    expect(stdout).toContain('2 of 2 downloads complete')
    for (const name of names) {
      expect(await sha256(join(directory, name, 'film'))).toBe(await sha256(film))
    }
    expect((await readdir(join(directory, 'shared'))).sort()).toEqual(['film.torrent'])
  })

  test.each([
    [[], 'version 1, which every client reads (--torrent-version hybrid or v2', [true, false]],
    [['--torrent-version', 'hybrid'], 'which some clients refuse', [true, true]],
    [['--torrent-version', 'v2'], 'which only some clients read', [false, true]],
  ])('is of version 1 unless another is chosen, as the seeder reports: %j', async (...row) => {
    const [args, note, versions] = row
    const directory = await tempDir()
    const file = await randomFile(join(directory, 'film'), 50_000)
    const torrent = join(directory, 'film.torrent')
    const seeder = new Command('seed.js', ['--file', file, '--torrent', torrent, ...args])
    await seeder.printed(note)
    const { v1, v2 } = (await lt.TorrentInfo.load(torrent)).infoHashes()
    expect([v1 !== null, v2 !== null]).toEqual(versions)
  })

  test('is fetched from an http URL, and the rate is that of what came', async () => {
    const directory = await tempDir()
    const file = await randomFile(join(directory, 'film'), 1_000_000)
    const torrent = join(directory, 'film.torrent')
    const content = ['--file', file, '--torrent', torrent, '--piece-size', '64KiB']
    const seeder = new Command('seed.js', content)
    await seeder.printed('sharing')
    const bytes = await readFile(torrent)
    const url = `${await serve((_, response) => response.end(bytes))}film.torrent`
    const place = join(directory, 'peer')
    await mkdir(place)
    await writeFile(join(place, 'film'), (await readFile(file)).subarray(0, 500_000))
    const outcome = await run('peer.js', '--torrent', url, '--save-path', place)
    expect(outcome).toMatchObject({ code: 0, stderr: '' })
    expect(await sha256(join(place, 'film'))).toBe(await sha256(file))
    const line = /film: 1\.00 MB, of which 541 kB came in ([\d.]+) ms, ([\d.]+) MB\/s/
    const [, milliseconds, rate] = line.exec(outcome.stdout)!.map(Number)
    expect(rate! / (541 / milliseconds!)).toBeCloseTo(1, 1)
  })

  test('is fetched several times, and from a seeder that comes later', async () => {
    const directory = await tempDir()
    const [file, torrent] = [join(directory, 'film'), join(directory, 'film.torrent')]
    await randomFile(file, 100_000)
    const trackerPort = String(await freePort())
    const args = ['--file', file, '--torrent', torrent, '--tracker-port', trackerPort]
    const first = new Command('seed.js', args)
    await first.printed('sharing')
    first.process.kill('SIGINT')
    expect(await first.end()).toMatchObject({ code: 0, stderr: '' })
    const place = ['--save-path', join(directory, 'peer'), '--file', 'mine']
    const peer = new Command('peer.js', ['--torrent', torrent, ...place, '--iterations', '2'])
    await peer.printed('cannot be reached (connection refused): trying again in 1 s')
    const second = new Command('seed.js', [...args, '--peers', '1', '--iterations', '2'])
    const { code, stdout } = await peer.end()
    expect(code).toBe(0)
    expect(stdout.match(/mine: 100 kB in /g)).toHaveLength(2)
    expect(await second.end()).toMatchObject({ code: 0 })
    expect(await readdir(join(directory, 'peer'))).toEqual(['mine'])
    const once = await new Command('peer.js', ['--torrent', torrent, ...place]).end()
    expect(once.stdout).toContain('was complete already')
    const again = await new Command('peer.js', [
      '--torrent',
      torrent,
      ...place,
      '--iterations',
      '2',
    ]).end()
    expect(again).toMatchObject({ code: 1 })
    expect(await readdir(join(directory, 'peer'))).toEqual(['mine'])
  })
})

describe('a peer that stays', () => {
  test('shares on with others', async () => {
    const directory = await tempDir()
    const [file, torrent] = [join(directory, 'film'), join(directory, 'film.torrent')]
    await randomFile(file, 200_000)
    const url = await new Command('experiment/test/helpers/tracker.cjs', []).printed('http://')
    const seeder = new Command('seed.js', ['--file', file, '--torrent', torrent, '--tracker', url])
    await seeder.printed('sharing')
    const fetching = (name: string, ...more: string[]): Command =>
      new Command('peer.js', ['--torrent', torrent, '--save-path', join(directory, name), ...more])
    const first = fetching('one', '--stay')
    await first.printed('sharing it;')
    seeder.process.kill('SIGINT')
    await seeder.end()
    expect(await fetching('two').end()).toMatchObject({ code: 0, stderr: '' })
    expect(await sha256(join(directory, 'two', 'film'))).toBe(await sha256(file))
    first.process.kill('SIGINT')
    expect(await first.end()).toMatchObject({ code: 0, stderr: '' })
  })
})

describe('a run that the seeder directs', () => {
  test('gives a table and results, and leaves nothing behind', async () => {
    const temporary = await tempDir()
    const results = join(await tempDir(), 'results')
    const port = String(await freePort())
    const peers = [1, 2].map(
      () => new Command('peer.js', ['--seeder', `127.0.0.1:${port}`], temporary),
    )
    await Promise.all(peers.map((peer) => peer.printed('waiting for the seeder')))
    const sizes = ['--file-size', '10kB', '--file-size', '1MB', '--iterations', '3']
    const seeder = new Command(
      'seed.js',
      ['--port', port, '--peers', '2', ...sizes, '--results', results],
      temporary,
    )
    const { code, stdout, stderr } = await seeder.end()
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^10\.0 kB +3 +[\d.]+ m?s /m)
    expect(stdout).toMatch(/^1\.00 MB +3 +[\d.]+ m?s /m)
    for (const peer of peers) expect(await peer.end()).toMatchObject({ code: 0, stderr: '' })
    const lines = (await readFile(join(results, 'raw.jsonl'), 'utf8')).trim().split('\n')
    expect(lines.map((line) => (JSON.parse(line) as { ok: boolean }).ok)).toEqual(
      Array(8).fill(true),
    )
    expect(await readdir(temporary)).toEqual([])
  })

  test.each([
    ['--transport', 'utp'],
    ['--torrent-version', 'v1'],
    ['--torrent-version', 'v2'],
    ['--discovery', 'direct'],
    ['--tracker', 'http'],
  ])('works with %s %s', async (option, value) => {
    const port = String(await freePort())
    const peer = new Command('peer.js', ['--seeder', `127.0.0.1:${port}`])
    const args = ['--port', port, '--peers', '1', '--file-size', '10240', '--file-size', '200kB']
    expect(await new Command('seed.js', [...args, option, value]).end()).toMatchObject({
      code: 0,
      stderr: '',
    })
    expect(await peer.end()).toMatchObject({ code: 0 })
  })

  test('works with a tracker that runs elsewhere', async () => {
    const tracker = new Command('experiment/test/helpers/tracker.cjs', [])
    const url = await tracker.printed('http://')
    const port = String(await freePort())
    const peer = new Command('peer.js', ['--seeder', `127.0.0.1:${port}`])
    const args = ['--port', port, '--peers', '1', '--file-size', '10kB', '--tracker', url]
    expect(await new Command('seed.js', args).end()).toMatchObject({ code: 0, stderr: '' })
    expect(await peer.end()).toMatchObject({ code: 0 })
  })

  test('shares a given file, and is refused when it is not what a peer expects', async () => {
    const directory = await tempDir()
    const file = await randomFile(join(directory, 'film'), 70_000)
    const port = String(await freePort())
    const seeder = ['--seeder', `127.0.0.1:${port}`]
    const picky = new Command('peer.js', [...seeder, '--file-size', '5kB'])
    await picky.printed('waiting for the seeder')
    const sharing = new Command('seed.js', [
      '--port',
      port,
      '--peers',
      '1',
      '--file',
      file,
      '--iterations',
      '2',
      '--timeline',
      'none',
    ])
    expect(await picky.end()).toMatchObject({
      code: 2,
      stderr: "peer.js: the seeder's plan is 2 x 70.0 kB: expected 1 x 5.00 kB",
    })
    const place = ['--save-path', join(directory, 'peer'), '--keep', '--file', 'mine']
    expect(await new Command('peer.js', [...seeder, ...place]).end()).toMatchObject({ code: 0 })
    expect(await sharing.end()).toMatchObject({ code: 0 })
    const kept = await readdir(join(directory, 'peer'))
    expect(kept).toHaveLength(2)
    for (const name of kept) {
      expect(await sha256(join(directory, 'peer', name, 'mine'))).toBe(await sha256(file))
    }
  })
})
