// Runs at other addresses than 127.0.0.1.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRun, type Run } from '../src/results/run-directory'
import { until } from '../../test/helpers/deadline'
import { randomFile, tempDir } from '../../test/helpers/files'
import { describeUnless } from '../../test/helpers/missing'
import { Command, run } from './helpers/command'
import { freePort } from '../../test/helpers/servers'

jest.setTimeout(60_000)

async function ranAt(host: string, ...args: string[]): Promise<Run['results']> {
  const results = join(await tempDir(), 'run')
  const plan = ['--local-peers', '2', '--timeline', 'none', '--file-size', '10kB']
  const place = ['--listen', host, '--results', results]
  const seeder = new Command('seed.js', [...plan, ...place, ...args])
  expect(await seeder.end()).toMatchObject({ code: 0, stderr: '' })
  return (await readRun(results)).results
}

const good = { ok: true, settled: true }

describe.each(['127.0.0.1', '::1'])('a run at %s', (host) => {
  test.each(['udp', 'http'])('finds its peers by the embedded %s tracker', async (protocol) => {
    expect(await ranAt(host, '--tracker', protocol)).toMatchObject([good])
  })

  test.each(['udp', 'http'])('finds its peers by an external %s tracker', async (protocol) => {
    const tracker = new Command('experiment/test/helpers/tracker.cjs', ['0', host, protocol])
    const url = await tracker.printed(`${protocol}://`)
    expect(await ranAt(host, '--tracker', url)).toMatchObject([good])
  })

  test.each([
    ['--discovery', 'direct'],
    ['--discovery', 'dht'],
    ['--transport', 'utp'],
  ])('works with %s %s', async (option, value) => {
    expect(await ranAt(host, option, value)).toMatchObject([good])
  })
})

test('discovery lsd is refused at ::1, where multicast reaches no other session', async () => {
  const { code, stderr } = await run('seed.js', '--discovery', 'lsd', '--listen', '::1')
  expect(code).toBe(2)
  expect(stderr).toContain('discovery lsd finds no peers at ::1')
})

interface Connection {
  readonly local: string
  readonly localPort: number
  readonly remote: string
  readonly remotePort: number
}

const established = '01'

/** Returns the established TCP connections over IPv4 that have one end at an address, as the kernel lists them. */
function connectionsOf(address: string): Connection[] {
  const [, ...rows] = readFileSync('/proc/net/tcp', 'utf8').trim().split('\n')
  const connections = rows.flatMap((row) => {
    const [, local = '', remote = '', state] = row.trim().split(/\s+/)
    return state === established ? [{ local: endOf(local), remote: endOf(remote) }] : []
  })
  return connections
    .filter(({ local, remote }) => [local[0], remote[0]].includes(address))
    .map(({ local, remote }) => ({
      local: local[0],
      localPort: local[1],
      remote: remote[0],
      remotePort: remote[1],
    }))
}

/** `0500007F:1AE1` is 127.0.0.5, port 6881, on a little-endian machine. */
function endOf(text: string): [address: string, port: number] {
  const [address = '', port = ''] = text.split(':')
  return [Buffer.from(address, 'hex').reverse().join('.'), parseInt(port, 16)]
}

const other =
  process.platform === 'linux' ? null : 'only Linux has all of 127.0.0.0/8 and /proc/net'

describeUnless(other, '--listen', () => {
  test('is where connections to peers come from, by the kernel', async () => {
    const directory = await tempDir()
    const file = await randomFile(join(directory, 'film'), 2_000_000)
    const torrent = join(directory, 'film.torrent')
    const content = ['--file', file, '--torrent', torrent, '--seeder-up', '100kB']
    const seeder = new Command('seed.js', [...content, '--listen', '127.0.77.5'])
    const [, port] = /at 127\.0\.77\.5:(\d+)/.exec(await seeder.printed('sharing')) ?? []
    const place = ['--save-path', join(directory, 'peer'), '--listen', '127.0.77.6']
    new Command('peer.js', ['--torrent', torrent, ...place])
    const toSeeder = (): Connection[] =>
      connectionsOf('127.0.77.5').filter(({ remotePort }) => remotePort === Number(port))
    const found = await until(
      () => Promise.resolve(toSeeder()),
      (connections) => connections.length > 0,
    )
    expect(found).toMatchObject([{ local: '127.0.77.6', remote: '127.0.77.5' }])
  })

  test('of a seeder is where the peers that it starts are, too', async () => {
    const host = '127.0.77.7'
    const control = await freePort(host)
    const plan = ['--local-peers', '2', '--file-size', '50MB', '--seeder-up', '100kB']
    new Command('seed.js', [...plan, '--listen', host, '--port', String(control)])
    const ofTheSwarm = (): Connection[] =>
      connectionsOf(host).filter(
        ({ localPort, remotePort }) => ![localPort, remotePort].includes(control),
      )
    // three nodes are connected with each other, and the kernel lists both ends
    const found = await until(
      () => Promise.resolve(ofTheSwarm()),
      (connections) => connections.length >= 6,
    )
    expect(new Set(found.flatMap(({ local, remote }) => [local, remote]))).toEqual(new Set([host]))
  })
})
