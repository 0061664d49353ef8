import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { benchRoot, ours } from '../harness/peers'
import type { Competitor, Figures, Trial } from '../harness/trial'
import { usageOf } from '../harness/usage'

interface Parameters {
  readonly peers: number
  /** Bytes that each of them fetches, once. */
  readonly bytes: number
  readonly sessionsPerProcess: readonly number[]
}

type Child = ChildProcessByStdio<null, Readable, null>

/** What a whole run may take, in milliseconds. */
const timeLimit = 110_000
/** How often memory and processor time are read, in milliseconds: a process can't be asked once it has ended. */
const samplingInterval = 50

function start(script: string, args: readonly string[]): Child {
  const path = join(resolve(benchRoot, '..'), `${script}.js`)
  return spawn(process.execPath, [path, ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: timeLimit,
    killSignal: 'SIGKILL',
  })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await once(server.close(), 'close')
  return port
}

/** The latest reading of each process, until it is stopped. */
function sample(children: readonly Child[]): { stop(): { cpu: number; peakRss: number } } {
  const readings = new Map<number, Awaited<ReturnType<typeof usageOf>>>()
  const read = (pid: number): void =>
    void usageOf(pid).then(
      (usage) => readings.set(pid, usage),
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
        total.peakRss += Number.isNaN(peakRss) ? 0 : peakRss
      }
      return total
    },
  }
}

/** One run of the experiment: peers first, so many in each process, then the seeder. */
async function run(
  scratch: string,
  { peers, bytes }: Parameters,
  sessions: number,
): Promise<Figures> {
  const port = await freePort()
  const begin = performance.now()
  const processes: Child[] = []
  for (let left = peers; left > 0; left -= sessions) {
    const share = Math.min(left, sessions)
    processes.push(
      start('peer', ['--seeder', `127.0.0.1:${port}`, '--sessions', `${share}`, '--quiet']),
    )
  }
  const what = ['--file-size', `${bytes}`, '--iterations', '1', '--timeline', 'none']
  const where = ['--port', `${port}`, '--peers', `${peers}`, '--results', join(scratch, 'run')]
  const seeder = start('seed', [...what, ...where])
  const ended = Promise.all(processes.map((child) => once(child, 'exit')))
  const usage = sample(processes)
  for (const child of processes) child.stdout.resume()
  let joined = NaN
  createInterface(seeder.stdout).on('line', (line) => {
    if (line.includes(`: ${peers} of ${peers}`)) joined = performance.now() - begin
  })
  const [code] = (await once(seeder, 'exit')) as [number | null]
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
    'process until all peers have joined, and until the run is over; of each peer its processor time, and its ' +
    'share of the most that was resident (pages that processes share are counted in each).',
  units: { joined: 'ms', wall: 'ms', cpuPerPeer: 'ms', memoryPerPeer: 'MiB' },
  full: { peers: 50, bytes: 2 ** 20, sessionsPerProcess: [25, 7, 1] },
  smoke: { peers: 2, bytes: 10_000, sessionsPerProcess: [2, 1] },
  repetitions: 3,
  targets: [],
  competitors(parameters) {
    const competitors = parameters.sessionsPerProcess.map((sessions): Competitor => ({
      name: `ours, ${sessions} a process`,
      peer: ours,
      run: (scratch) => run(scratch, parameters, sessions),
    }))
    return Promise.resolve(competitors)
  },
}
