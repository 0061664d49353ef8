// Many peers on one machine.
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { networkOf } from '../src/node/session'
import { resolveParameters } from '../src/plan/condition'
import { picks } from '../src/util/picks'
import { within } from '../../test/helpers/deadline'
import { tempDir } from '../../test/helpers/files'
import { freePort } from '../../test/helpers/servers'
import { Command, run } from './helpers/command'
import { CuttableConnection } from './helpers/cuttable-connection'
import { TamperingProxy } from './helpers/tampering-proxy'

jest.setTimeout(120_000)

/** The processes of the peers, by the number of peers in each, from what a seeder said. */
function processesIn(stdout: string): Map<number, number> {
  const found = new Map<number, number>()
  for (const [, pid] of stdout.matchAll(/joined \(.*process (\d+)/g))
    found.set(Number(pid), (found.get(Number(pid)) ?? 0) + 1)
  return found
}

describe('--local-peers', () => {
  test('takes 50, many in a process, each of which fetches for itself', async () => {
    const args = ['--local-peers', '50', '--file-size', '10kB', '--file-size', '100kB']
    const { code, stdout, stderr } = await new Command('seed.js', args).end(100_000)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^10\.0 kB +1 +[\d.]+ m?s /m)
    expect(stdout).toMatch(/^100 kB +1 +[\d.]+ m?s /m)
    const processes = processesIn(stdout)
    expect(processes.size).toBeLessThanOrEqual(availableParallelism())
    expect([...processes.values()].reduce((total, peers) => total + peers)).toBe(50)
  })

  test('gives a few a process each', async () => {
    const { code, stdout } = await run('seed.js', '--local-peers', '--file-size', '10kB')
    expect(code).toBe(0)
    expect([...processesIn(stdout).values()]).toEqual([1, 1, 1])
  })

  test('replaces a process that is killed, and only the iteration at hand fails', async () => {
    const plan = ['10kB', '100MB'].flatMap((size) => ['--file-size', size])
    const iterations = ['--timeline', 'none', '--iterations', '1', '--iterations', '3']
    const proxy = await TamperingProxy.start({ holdAt: 200_000 })
    const args = ['--local-peers', '2', ...plan, ...iterations, '--tracker', proxy.tracker]
    const seeder = new Command('seed.js', args, await tempDir())
    await within(proxy.held, 'the second iteration')
    const [, pid] = /process (\d+)/.exec(await seeder.printed('peer 1 joined'))!
    // a number that is no peer's any more must not be killed
    expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).toContain('peer.js')
    process.kill(Number(pid), 'SIGKILL')
    proxy.release()
    const { code, stdout, stderr } = await seeder.end()
    expect(stdout).toMatch(/peer process \d was killed, and is started again/)
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: 'seed.js: 1 of 4 iterations failed',
    })
    expect(stdout).toContain('100 MB: 2 of 3 iterations')
  })
})

describe('the control channel', () => {
  const iterations = 3

  /** Messages between the seeder and so many peers, by type. */
  async function messagesWith(peers: number): Promise<Record<string, number>> {
    const port = await freePort()
    const connection = await CuttableConnection.to(port)
    const plan = ['--file-size', '10kB', '--iterations', `${iterations}`, '--timeline', 'none']
    const seeder = new Command('seed.js', ['--port', `${port}`, '--peers', `${peers}`, ...plan])
    await seeder.printed('waiting for')
    const place = ['--seeder', `127.0.0.1:${connection.port}`, '--sessions', `${peers}`]
    const peer = new Command('peer.js', place)
    expect(await seeder.end()).toMatchObject({ code: 0, stderr: '' })
    expect(await peer.end()).toMatchObject({ code: 0, stderr: '' })
    const counts: Record<string, number> = {}
    for (const [, type = ''] of String(Buffer.concat(connection.carried)).matchAll(
      /^\{"type":"(\w+)"/gm,
    ))
      counts[type] = (counts[type] ?? 0) + 1
    return counts
  }

  test.each([4, 8])('has as many messages for each of %i peers', async (peers) => {
    const { readCounters, progress: _, ...counts } = await messagesWith(peers)
    const [once, each] = [peers, peers * iterations]
    expect(counts).toEqual({
      ...{ hello: once, welcome: once, joined: once, runEnded: once },
      readProcessorTime: 2 * 2 * once,
      ...{ openSession: 2 * each, prepare: 2 * each, ping: 2 * 3 * each, clear: 2 * each },
      ...{ start: 2 * each, arrived: each },
    })
    // until the counters are stable, which takes a time
    expect(readCounters! % (2 * peers)).toBe(0)
  })
})

describe('a node of a swarm', () => {
  const binding = { listen: '127.0.0.1:0' }

  test.each([
    [{ peers: 50 }, undefined],
    [{ peers: 51 }, 7],
    [{ peers: 1000, torrentVersion: 'v1' as const }, 13],
    [{ peers: 1000, settings: { num_want: 7 } }, 7],
    [{ peers: 1000, libtorrentDefaults: true }, undefined],
  ])('with %j wants %s addresses of a tracker', (parameters, wanted) => {
    const { settings } = networkOf(resolveParameters('test', parameters), 1, binding)
    expect(settings?.num_want).toBe(wanted)
  })

  test('gets random others, each once, or all of a few', () => {
    expect(picks(3, 25)).toEqual([0, 1, 2])
    expect(picks(3, Infinity)).toEqual([0, 1, 2])
    const picked = picks(1000, 25)
    expect(new Set(picked).size).toBe(25)
    expect(picked.every((pick) => pick >= 0 && pick < 1000)).toBe(true)
  })
})
