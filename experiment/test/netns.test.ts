// Nodes in network namespaces of their own. Where they can't be made, the names of what is skipped say why.
import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createRun, readRun } from '../src/results/run-directory'
import { sum } from '../src/results/counters'
import type { IterationResult } from '../src/results/iteration-result'
import { Network, type NetworkNode } from '../src/host/network'
import { parseDelay, parseLoss, parseRate, queueing, type Shape } from '../src/host/shape'
import { resolvePlan } from '../src/plan/resolve'
import { demonstration } from '../src/plan/input'
import { afterThisTest } from '../../test/helpers/cleanup'
import { thrownBy, until } from '../../test/helpers/deadline'
import { tempDir } from '../../test/helpers/files'
import { Command, run } from './helpers/command'
import { describeInNamespaces, namespacesOf } from './helpers/namespaces'

jest.setTimeout(90_000)

const unshaped: Shape = { rate: null, delay: null, loss: null }

function neighbourLimit(): number {
  return Number(readFileSync('/proc/sys/net/ipv4/neigh/default/gc_thresh3', 'utf8'))
}

const root = resolve(__dirname, '..', '..')

describe('--netns where it is impossible', () => {
  test('fails without root', () => {
    const { status, stderr } = spawnSync(process.execPath, ['seed.js', '--netns'], {
      cwd: root,
      encoding: 'utf8',
      ...(process.geteuid?.() === 0 && { uid: 65534, gid: 65534 }),
    })
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'seed.js: --netns needs root, to make network namespaces\n',
    })
  })

  test('refuses options that exclude each other', async () => {
    const cases: [string[], RegExp][] = [
      [['--rate', '1mbit'], /--rate, --delay and --loss need --netns/],
      [['--netns', '--listen', '127.0.0.1'], /leave out --listen, --control, --interface/],
      [
        ['--netns', '--torrent', 'x.torrent'],
        /option '--torrent <path>' cannot be used with option '--netns'/,
      ],
      [['--netns', '--rate', '10'], /bad --rate '10': expected 8kbit to 100gbit/],
      [['--netns', '--delay', '20'], /bad --delay '20': expected up to 10s/],
    ]
    for (const [args, message] of cases) {
      const { code, stderr } = await run('seed.js', ...args)
      expect(stderr).toMatch(message)
      expect(code).toBe(2)
    }
  })
})

describe('a run that is resumed', () => {
  test('has to go over the links that it was begun with', async () => {
    const directory = join(await tempDir(), 'run')
    const plan = await resolvePlan('a plan', demonstration)
    await createRun(directory, plan, { netns: true, rate: 10e6 })
    const { code, stderr } = await run('seed.js', '--resume', directory)
    expect(stderr).toContain('was begun with --netns --rate 10000000bit, not with no --netns')
    expect(code).toBe(2)
  })
})

describe('the shape of a link', () => {
  test('is read from what tc would take', () => {
    expect(parseRate('10mbit')).toBe(10e6)
    expect(parseRate('500kbit')).toBe(500e3)
    expect(parseDelay('20ms')).toBe(20)
    expect(parseDelay('1500us')).toBe(1.5)
    expect(parseLoss('0.5%')).toBe(0.5)
    for (const bad of ['', '0%', '2', '51%', '-1%'])
      expect(thrownBy(() => parseLoss(bad))).toMatchObject({ exitCode: 2 })
    for (const bad of ['', '0mbit', '10mb', '10 mbit', '-1mbit'])
      expect(thrownBy(() => parseRate(bad))).toMatchObject({ exitCode: 2 })
  })

  test('lets little through at once, so that small transfers are slowed down too', () => {
    expect(queueing('data', { rate: 10e6, delay: null, loss: null })).toEqual([
      'qdisc add dev data root handle 2: tbf rate 10000000bit burst 3028 latency 50ms',
    ])
    expect(queueing('data', { rate: null, delay: 20, loss: null })).toEqual([
      'qdisc add dev data root handle 1: netem delay 20000us limit 100000',
    ])
    expect(queueing('data', { rate: 8e6, delay: 1, loss: 2 })).toEqual([
      'qdisc add dev data root handle 1: netem delay 1000us loss 2% limit 100000',
      'qdisc add dev data parent 1:1 handle 2: tbf rate 8000000bit burst 3028 latency 50ms',
    ])
    expect(queueing('data', unshaped)).toEqual([])
  })
})

describeInNamespaces('a network of namespaces', () => {
  const open = async (shape = unshaped): Promise<Network> => {
    const network = await Network.open(shape)
    afterThisTest(() => network[Symbol.asyncDispose]())
    return network
  }
  const inside = (node: NetworkNode, ...command: string[]): string =>
    execFileSync('ip', ['netns', 'exec', node.namespace, ...command], { encoding: 'utf8' })

  test('gives every node an address, and no way out', async () => {
    const network = await open()
    const nodes = [await network.add('a'), await network.add('b')]
    for (const node of nodes) {
      const links = JSON.parse(inside(node, 'ip', '-j', 'address')) as Link[]
      const addresses = links.flatMap(({ addr_info }) => addr_info.map(({ local }) => local))
      expect(addresses.sort()).toEqual(['127.0.0.1', node.data, node.control, '::1'].sort())
      const routes = inside(node, 'ip', 'route')
      expect(routes).not.toContain('default')
      expect(routes).not.toContain('via')
    }
    expect(nodes[0]!.data).not.toBe(nodes[1]!.data)
  })

  test('is gone when it is disposed of', async () => {
    const network = await open()
    await network.add('a')
    expect(namespacesOf(process.pid)).not.toEqual([])
    await network[Symbol.asyncDispose]()
    expect(namespacesOf(process.pid)).toEqual([])
  })
})

interface Link {
  readonly addr_info: { readonly local: string }[]
}

describeInNamespaces('--netns', () => {
  const begun = async (...args: string[]): Promise<[Command, string[]]> => {
    const seeder = new Command('seed.js', ['--netns', ...args], await tempDir())
    await seeder.printed('2 of 2')
    return [seeder, namespacesOf(seeder.process.pid)]
  }
  const endless = ['--local-peers', '2', '--file-size', '50MB', '--iterations', '1000']

  test('runs every node in one of its own, and leaves nothing', async () => {
    const args = ['--local-peers', '2', '--file-size', '10kB', '--iterations', '3']
    const [seeder, names] = await begun(...args)
    expect(names.map((name) => name.split(/[- ]/)[4]).sort()).toEqual([
      'hub',
      'peer1',
      'peer2',
      'seeder',
    ])
    const { code, stdout, stderr } = await seeder.end()
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^10\.0 kB +3 +[\d.]+ m?s /m)
    expect(namespacesOf(seeder.process.pid)).toEqual([])
  })

  test('leaves nothing after Ctrl-C', async () => {
    const [seeder] = await begun(...endless)
    seeder.pressControlC()
    const { code, stdout, stderr } = await seeder.end()
    expect({ code, stderr }).toEqual({ code: 130, stderr: '' })
    // The run may have begun before the signal arrives.
    const lines = /^(peer \d joined|custom: 1000 iterations, 2 peers)/
    for (const line of stdout.split('\n')) expect(line).toMatch(lines)
    expect(namespacesOf(seeder.process.pid)).toEqual([])
  })

  test('notices within 10 s that the link of a peer is down', async () => {
    const [seeder, names] = await begun(...endless, '--seeder-up', '1MB', '--strict')
    const peer = names.find((name) => name.includes('-peer1'))!.split(' ')[0]!
    execFileSync('ip', ['-n', peer, 'link', 'set', 'control', 'down'])
    const reason = await seeder.printed('nothing came from it for 10 s)')
    expect(reason).toMatch(/failed: peer \d \(\S+\): lost while \w+ .* \(/)
    expect((await seeder.end()).code).toBe(1)
  })

  test('tidies up after one that was killed', async () => {
    const [seeder, names] = await begun(...endless)
    expect(names).toHaveLength(4)
    seeder.process.kill('SIGKILL')
    // its output ends when the last process that shares it has ended
    await seeder.end()
    await using network = await Network.open(unshaped)
    expect(namespacesOf(seeder.process.pid)).toEqual([])
    expect(namespacesOf(process.pid)).toHaveLength(1)
    await network.add('a')
  })

  test('raises the limits of hardware addresses for many nodes, as long as a run is left', async () => {
    const before = neighbourLimit()
    // named as one of a living process
    const [, start] = /^.*\) (?:\S+ ){19}(\d+)/.exec(readFileSync('/proc/1/stat', 'utf8'))!
    const ofAnotherRun = `lt-experiment-1-${start}-hub`
    execFileSync('ip', ['netns', 'add', ofAnotherRun])
    try {
      await using network = await Network.open(unshaped)
      for (let node = 1; node <= 33; node++) await network.add(`${node}`)
      expect(neighbourLimit()).toBeGreaterThanOrEqual(65_536)
    } finally {
      expect(neighbourLimit()).toBeGreaterThanOrEqual(65_536)
      execFileSync('ip', ['netns', 'delete', ofAnotherRun])
    }
    await (await Network.open(unshaped))[Symbol.asyncDispose]()
    // runs of other tests may be left
    const isLast = () => !readdirSync('/run/netns').some((name) => name.startsWith('lt-experiment'))
    await until(
      () => Promise.resolve([neighbourLimit(), isLast()]),
      ([limit, last]) => limit === before || !last,
    )
  })

  async function ran(...args: string[]): Promise<IterationResult> {
    const results = join(await tempDir(), 'run')
    const seeder = new Command('seed.js', ['--netns', '--results', results, ...args])
    expect(await seeder.end(60_000)).toMatchObject({ code: 0, stderr: '' })
    return (await readRun(results)).results[0]!
  }

  test('shows the least time, which --preset swarm comes near by sending little twice', async () => {
    const swarm = ['--preset', 'swarm', '--local-peers', '2', '--file-size', '2MB']
    const { counters, leastTime, peers } = await ran('--rate', '8mbit', ...swarm)
    expect(leastTime).toBeGreaterThan(2000)
    for (const peer of peers) expect(peer.ok && peer.times.finish).toBeGreaterThan(leastTime!)
    expect(counters![0]!.sentPayload).toBeLessThan(1.5 * 2e6)
  })

  test('bounds the rate', async () => {
    const { peers } = await ran('--rate', '8mbit', '--local-peers', '1', '--file-size', '1MB')
    // 1 MB at 8 Mbit/s
    expect(peers[0]).toMatchObject({ ok: true })
    expect(peers[0]!.ok && peers[0]!.times.finish).toBeGreaterThan(1000)
  })

  test.each(['1MB', '10MB'])('has a kernel that counts as libtorrent does: %s', async (size) => {
    const { counters, settled } = await ran('--local-peers', '2', '--file-size', size)
    expect(settled).toBe(true)
    const total = sum(counters!)
    expect(total.linkSent! / total.linkReceived!).toBeCloseTo(1, 2)
    // IP, TCP and its timestamps
    const headers = 52 * total.linkSentPackets!
    const messages = total.sent + total.sentTracker
    expect((total.linkSent! - headers) / messages).toBeGreaterThan(0.99)
    expect((total.linkSent! - headers) / messages).toBeLessThan(1.01)
    // The estimate does not know which acknowledgements are whose: only sums can be compared.
    const estimate = total.sent + total.sentIpOverhead + total.sentTracker
    expect(estimate / total.linkSent!).toBeGreaterThan(0.98)
    expect(estimate / total.linkSent!).toBeLessThan(1.02)
  })
})
