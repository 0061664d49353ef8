// Whole runs on this machine, and what they leave on the disk.
import { appendFile, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { iterationResult, type IterationResult } from '../src/results/iteration-result'
import { readRun, type Run } from '../src/results/run-directory'
import { conditionOf, stepOf, scheduleOf } from '../src/plan/plan'
import { until } from '../../test/helpers/deadline'
import { tempDir } from '../../test/helpers/files'
import { reserveLsd } from '../../test/helpers/lsd'
import { Command } from './helpers/command'

jest.setTimeout(120_000)

async function newRun(): Promise<string> {
  return join(await tempDir(), 'run')
}

async function carriedOut(...args: string[]): Promise<Run> {
  const directory = await newRun()
  const command = new Command('seed.js', ['--local-peers', '--results', directory, ...args])
  const { code, stderr } = await command.end(110_000)
  const run = await readRun(directory)
  const reasons = run.results.flatMap(({ ok, reason }) => (ok ? [] : [reason]))
  expect({ code, stderr, reasons }).toEqual({ code: 0, stderr: '', reasons: [] })
  return run
}

function timesOf({ peers }: IterationResult): number[] {
  return peers.flatMap((peer) => (peer.ok ? [peer.times.finish] : []))
}

describe('a run', () => {
  test('is on the disk in full: plan, nodes, and what each node saw', async () => {
    const { plan, nodes, settings, results } = await carriedOut(
      '--peers',
      '3',
      '--file-size',
      '200kB',
      '--iterations',
      '2',
      '--warm-up',
      '1',
      '--timeline',
      'all',
      '--peer-set',
      'connections_limit=77',
    )
    expect(plan.steps).toMatchObject([{ size: 200_000, iterations: 2, warmUps: 1 }])
    expect(nodes).toHaveLength(4)
    expect(new Set(nodes.map(({ process }) => process)).size).toBe(4)
    const limit = { setting: 'connections_limit', value: 77, default: 200 }
    const noDht = { setting: 'enable_dht', value: false, default: true }
    expect(settings!.map(({ nodes }) => nodes).sort()).toEqual([[0], [1, 2, 3]])
    for (const { condition, nodes, settings: changed } of settings!) {
      expect(condition).toBe('default')
      expect(changed).toContainEqual(noDht)
      expect(changed.filter(({ setting }) => setting === limit.setting)).toEqual(
        nodes.includes(0) ? [] : [limit],
      )
    }
    expect(results.map(({ warmUp, repetition }) => [warmUp, repetition])).toEqual([
      [true, 1],
      [false, 1],
      [false, 2],
    ])
    for (const result of results) {
      expect(result).toMatchObject({ ok: true, reason: null, settled: true, size: 200_000 })
      expect(result.controlRoundTrip).toBeGreaterThan(0)
      // the seeder hears of the last finish after it
      expect(result.lastFinish).toBeGreaterThan(Math.max(...timesOf(result)))
      expect(result.counters).toHaveLength(4)
      const payload = result.counters!.reduce((sum, { sentPayload }) => sum + sentPayload, 0)
      expect(payload).toBeGreaterThanOrEqual(3 * 200_000)
      for (const peer of result.peers) {
        if (!peer.ok) throw new Error(peer.reason)
        const { pieces, received, times } = peer
        const [senders, bytes] = [0, 1].map((index) => received!.map((entry) => entry[index]!))
        expect(senders!.every((node) => node < 4 && node !== peer.peer)).toBe(true)
        expect(new Set(senders).size).toBe(senders!.length)
        expect(bytes!.reduce((sum, bytes) => sum + bytes)).toBeLessThanOrEqual(200_000)
        expect(pieces!.at).toEqual([...pieces!.at].sort((a, b) => a - b))
        expect(new Set(pieces!.piece).size).toBe(Math.ceil(200_000 / 16384))
        expect(pieces!.at.at(-1)).toBeLessThanOrEqual(times.finish)
        expect(pieces!.from).not.toContain(peer.peer)
      }
    }
  })

  test('goes through every condition of a plan, in the order that was drawn', async () => {
    const file = join(await tempDir(), 'matrix.json')
    const plan = {
      peers: 2,
      shuffle: 3,
      timeline: 'none',
      // Hybrid only without announces: libtorrent ends a connection for a minute when a handshake contains the other
      // info-hash, and uTP and encryption prolong the handshake.
      conditions: {
        utp: { transport: 'utp', encryption: 'forced', torrentVersion: 'v1' },
        direct: { discovery: 'direct', encryption: 'off', torrentVersion: 'hybrid', disk: 'posix' },
        udp: { tracker: 'udp', torrentVersion: 'v2', pieceSize: '32KiB', pex: true, peers: 1 },
        dht: { discovery: 'dht', torrentVersion: 'v1' },
      },
      steps: [{ size: '100kB' }, { size: 30_000, source: 1 }],
    }
    await writeFile(file, JSON.stringify(plan))
    const run = await carriedOut('--plan', file)
    expect(run.plan).toMatchObject({ name: 'matrix', shuffle: 3 })
    const schedule = run.results.map(({ iteration, step, repetition, warmUp, size }) => ({
      iteration,
      step,
      repetition,
      warmUp,
      size,
    }))
    expect(schedule).toEqual(scheduleOf(run.plan))
    const order = schedule.map(({ step }) => step)
    expect(order).not.toEqual(order.toSorted())
    for (const result of run.results) {
      const step = stepOf(run.plan, result)
      const { peers } = conditionOf(run.plan, step)
      expect(result).toMatchObject({ ok: true, reason: null })
      expect(result.counters).toHaveLength(peers + 1)
      const nodes = Array.from({ length: peers + 1 }, (_, node) => node)
      expect(result.peers.map(({ peer }) => peer)).toEqual(
        nodes.filter((node) => node !== step.source),
      )
    }
  })

  test('finds peers by a DHT in iterations of hybrid torrents that follow each other', async () => {
    const options = ['--discovery', 'dht', '--iterations', '3', '--timeline', 'none']
    const { results } = await carriedOut('--peers', '2', '--file-size', '10kB', ...options)
    expect(results.map(({ reason }) => reason)).toEqual([null, null, null])
  })

  test('needs no tracker where its nodes find each other by LSD', async () => {
    await reserveLsd()
    const options = ['--discovery', 'lsd', '--direction', 'both', '--timeline', 'none']
    const { results } = await carriedOut('--peers', '2', '--file-size', '30kB', ...options)
    expect(results).toHaveLength(2)
  })

  test("keeps to a rate, and to libtorrent's defaults with an option", async () => {
    const file = join(await tempDir(), 'slow.json')
    const plan = {
      peers: 1,
      conditions: {
        slow: { seederUp: 100_000 },
        libtorrentDefaults: { libtorrentDefaults: true, discovery: 'direct' },
        tuned: { discovery: 'direct' },
      },
      steps: [{ size: 150_000, warmUp: 1 }],
    }
    await writeFile(file, JSON.stringify(plan))
    const { results, settings } = await carriedOut('--plan', file)
    const [slow = 0] = results.filter(({ warmUp }) => !warmUp).flatMap(timesOf)
    // what it may have saved up before it began, it may send at once
    expect(slow).toBeGreaterThan(400)
    const changedIn = (name: string): string[] =>
      settings!
        .filter(({ condition }) => condition === name)
        .flatMap(({ settings }) => settings.map(({ setting }) => setting))
    expect(changedIn('tuned')).toContain('hashing_threads')
    expect(changedIn('libtorrentDefaults')).not.toContain('hashing_threads')
    expect(changedIn('libtorrentDefaults')).not.toContain('enable_outgoing_utp')
  })

  test('records pieces in a warm-up of each step', async () => {
    const of = async (...args: string[]): Promise<unknown[]> => {
      const { results } = await carriedOut('--peers', '1', '--file-size', '50kB', ...args)
      return results.map(({ warmUp, peers: [peer] }) => [warmUp, peer!.ok && peer!.pieces !== null])
    }
    expect(await of('--iterations', '2')).toEqual([
      [true, true],
      [false, false],
      [false, false],
    ])
    expect(await of('--timeline', 'none')).toEqual([[false, false]])
    expect(await of('--timeline', 'all', '--warm-up', '1')).toEqual([
      [true, true],
      [false, true],
    ])
  })

  test('leaves no directory when nothing was measured', async () => {
    const directory = await newRun()
    const seeder = new Command('seed.js', ['--results', directory, '--port', '0'])
    await seeder.printed('waiting for 3 peers')
    expect(await readdir(directory)).toContain('plan.json')
    seeder.process.kill('SIGINT')
    expect(await seeder.end()).toMatchObject({ code: 130 })
    await expect(stat(directory)).rejects.toThrow('ENOENT')
  })
})

describe('a run that was stopped', () => {
  const plan = ['--peers', '2', '--file-size', '50kB', '--iterations', '49', '--shuffle', '5']

  /** Its results directory, after a kill in the middle. */
  async function killed(): Promise<string> {
    const directory = await newRun()
    const options = ['--local-peers', '--results', directory, ...plan]
    const seeder = new Command('seed.js', options)
    await seeder.printed('peer 2 joined')
    const raw = () => readFile(join(directory, 'raw.jsonl'), 'utf8').catch(() => '')
    await until(raw, (text) => text.split('\n').length > 3)
    seeder.process.kill('SIGKILL')
    await seeder.end()
    return directory
  }

  test('is continued where it was, without what was written half', async () => {
    const directory = await killed()
    const raw = join(directory, 'raw.jsonl')
    const before = (await readRun(directory)).results
    await appendFile(raw, '{"iteration":')
    const nodes = join(directory, 'nodes.json')
    await writeFile(nodes, (await readFile(nodes, 'utf8')).replace(/"load": .*,/g, '"load": 99,'))
    expect((await readRun(directory)).results).toEqual(before)
    const resumed = new Command('seed.js', ['--local-peers', '--resume', directory, ...plan])
    const { code, stdout, stderr } = await resumed.end(110_000)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain(`${before.length - 1} of 49 iterations are done already`)
    const { results, nodes: machines } = await readRun(directory)
    expect(machines.map(({ load }) => load)).toEqual([99, 99, 99])
    expect(results.slice(0, before.length)).toEqual(before)
    expect(results.map(({ iteration }) => iteration)).toEqual(results.map((_, i) => i + 1))
    expect(results).toHaveLength(50)
    for (const line of (await readFile(raw, 'utf8')).trim().split('\n'))
      iterationResult.parse(JSON.parse(line))
    const again = await new Command('seed.js', ['--resume', directory]).end()
    expect(again).toMatchObject({ code: 0 })
    expect(again.stdout).toContain('done already')
  })

  test('is not continued with another plan, nor begun again', async () => {
    const directory = await killed()
    const other = await new Command('seed.js', ['--resume', directory, '--file-size', '1kB']).end()
    expect(other).toMatchObject({ code: 2 })
    expect(other.stderr).toMatch(/was begun with another plan: plan\.\S+ differs$/)
    const again = await new Command('seed.js', ['--results', directory]).end()
    expect(again).toMatchObject({ code: 2 })
    expect(again.stderr).toContain('has a run already: go on with it by --resume')
  })

  test('has to be one', async () => {
    const directory = await tempDir()
    const { code, stderr } = await new Command('seed.js', ['--resume', directory]).end()
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `seed.js: ${directory} is no run: it has no plan.json`,
    })
    await writeFile(join(directory, 'plan.json'), '{"format": 1}')
    const { stderr: reason } = await new Command('seed.js', ['--resume', directory]).end()
    expect(reason).toContain('plan.json: format: ')
  })
})
