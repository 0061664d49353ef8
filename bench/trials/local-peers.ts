import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { benchRoot, ours } from '../harness/implementations'
import type { Competitor, Figures, Trial } from '../harness/trial'
import { usageOf } from '../harness/usage'

interface Parameters {
  readonly peers: number
  /** Bytes that each of them fetches, once. */
  readonly bytes: number
  readonly sessionsPerProcess: readonly number[]
}

type Child = ChildProcessByStdio<null, Readable, null>

/** Milliseconds after which a run fails. */
const timeLimit = 110_000
/** How often memory and processor time are read, in milliseconds: a process that has ended has no counters. */
const samplingInterval = 50

function start(script: string, args: readonly string[]): Child {
  const path = join(resolve(benchRoot, '..'), `${script}.js`)
  return spawn(process.execPath, [path, ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: timeLimit,
    killSignal: 'SIGKILL',
  })
}

/** The latest reading of each process, until it is stopped. */
function sample(children: readonly Child[]): { stop(): { cpu: number; peakRss: number } } {
  const readings = new Map<number, Awaited<ReturnType<typeof usageOf>>>()
  const read = (pid: number): void =>
    void usageOf(pid).then(
      ({ cpu, peakRss }) => {
        // a process that is ending has no memory any more
        const known = Number.isNaN(peakRss) ? (readings.get(pid)?.peakRss ?? 0) : peakRss
        readings.set(pid, { cpu, peakRss: known })
      },
      () => {}, // it has ended
    )
  const timer = setInterval(() => {
    for (const { pid } of children) if (pid !== undefined) read(pid)
  }, samplingInterval)
  return {
    stop() {
      clearInterval(timer)
      const total = { cpu: 0, peakRss: 0 }
      for (const { cpu, peakRss } of readings.values()) {
        total.cpu += cpu
        total.peakRss += peakRss
      }
      return total
    },
  }
}

function startPeers(seeder: string, peers: number, sessions: number): Child[] {
  return Array.from({ length: Math.ceil(peers / sessions) }, (_, index) => {
    const share = Math.min(sessions, peers - index * sessions)
    const child = start('peer', ['--seeder', seeder, '--sessions', `${share}`, '--quiet'])
    child.stdout.resume()
    return child
  })
}

/** One run of the experiment: the seeder first, then so many peers in each process. */
async function run(
  scratch: string,
  { peers, bytes }: Parameters,
  sessions: number,
): Promise<Figures> {
  const what = ['--file-size', `${bytes}`, '--iterations', '1', '--timeline', 'none']
  const where = ['--port', '0', '--peers', `${peers}`, '--results', join(scratch, 'run')]
  const seeder = start('seed', [...what, ...where])
  const exited = once(seeder, 'exit')
  const processes: Child[] = []
  const usage = sample(processes)
  let [begin, joined] = [NaN, NaN]
  let ended: Promise<unknown> = Promise.resolve()
  for await (const line of createInterface(seeder.stdout)) {
    // the command that starts a peer
    const [, address] = / --seeder (\S+)/.exec(line) ?? []
    if (address !== undefined) {
      begin = performance.now()
      processes.push(...startPeers(address, peers, sessions))
      ended = Promise.all(processes.map((child) => once(child, 'exit')))
    }
    if (line.includes(`: ${peers} of ${peers}`)) joined = performance.now() - begin
  }
  const [code] = (await exited) as [number | null]
  const { cpu, peakRss } = usage.stop()
  await ended
  if (code !== 0) throw new Error(`seed.js ended with exit code ${code}`)
  const wall = performance.now() - begin
  return { joined, wall, cpuPerPeer: (cpu / peers) * 1000, memoryPerPeer: peakRss / peers }
}

export const localPeers: Trial<Parameters> = {
  name: 'local-peers',
  measures:
    'The experiment with many peers on this machine, by how many share a process: from the start of the first ' +
    'peer until all peers have joined, and until the run is over; of each peer its processor time, and its ' +
    'share of the most that was resident (pages that processes share are counted in each).',
  units: { joined: 'ms', wall: 'ms', cpuPerPeer: 'ms', memoryPerPeer: 'MiB' },
  full: { peers: 50, bytes: 2 ** 20, sessionsPerProcess: [25, 7, 1] },
  smoke: { peers: 2, bytes: 10_000, sessionsPerProcess: [2, 1] },
  repetitions: 3,
  targets: [],
  competitors(parameters) {
    const competitors = parameters.sessionsPerProcess.map((sessions): Competitor => ({
      name: `ours, ${sessions} a process`,
      implementation: ours,
      run: (scratch) => run(scratch, parameters, sessions),
    }))
    return Promise.resolve(competitors)
  },
}
