// Runs of any shape: what no test could wait for, such as 50 peers or a thousand iterations.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unsafeUniformIntDistribution, xoroshiro128plus } from 'pure-rand'
import type { Machine, NodeSettings } from '../../src/results/environment'
import {
  failedIteration,
  type Counters,
  type IterationResult,
  type PeerOutcome,
} from '../../src/results/iteration-result'
import { readRun, type Run, runFiles } from '../../src/results/run-directory'
import { type Condition, resolveParameters } from '../../src/plan/condition'
import type { Plan, ScheduledIteration } from '../../src/plan/plan'
import { makeCounters } from './counters'

/** A condition in which almost nothing is a default. */
export function makeCondition(name: string, peers: number): Condition {
  return resolveParameters(name, {
    peers,
    encryption: 'off',
    torrentVersion: 'v1',
    tracker: 'http',
    disk: 'posix',
  })
}

export interface Shape {
  readonly name: string
  readonly steps: readonly {
    size: number
    iterations: number
    warmUps?: number
    source?: number
    condition?: number
  }[]
  readonly conditions: readonly string[]
  readonly peers: number
  /** Iterations that fail, from 1, or all of them. */
  readonly fails?: (iteration: number) => string | null
}

export function makePlan({ name, steps, conditions, peers }: Shape): Plan {
  return {
    name,
    shuffle: null,
    contentSeed: null,
    timeout: null,
    timeline: 'all',
    conditions: conditions.map((name) => makeCondition(name, peers)),
    steps: steps.map((step) => ({
      warmUps: 0,
      source: 0,
      condition: 0,
      file: null,
      fileName: 'random.bin',
      ...step,
    })),
  }
}

/** What a run of this shape might have measured; the same in every call. */
export function makeRun(shape: Shape): Run {
  const plan = makePlan(shape)
  const random = makeRandom()
  let iteration = 0
  const results = plan.steps.flatMap((step, index) =>
    Array.from({ length: step.warmUps + step.iterations }, (_, position) => {
      iteration += 1
      const warmUp = position < step.warmUps
      const repetition = warmUp ? position + 1 : position - step.warmUps + 1
      const scheduled = { iteration, step: index, repetition, warmUp, size: step.size }
      const reason = shape.fails?.(iteration) ?? null
      const begun = new Date(Date.UTC(2026, 0, 1) + iteration * 1000).toISOString()
      if (reason !== null) return failedIteration(scheduled, begun, reason)
      return goodIteration(scheduled, begun, shape.peers, step.source, 1 + step.condition, random)
    }),
  )
  const nodes = Array.from({ length: shape.peers + 1 }, () => machine)
  const startedAt = '2026-01-01T00:00:00.000Z'
  const run = { format: 2 as const, startedAt, plan, options: {}, directory: shape.name }
  return { ...run, nodes, settings: settingsOf(shape), results }
}

const machine: Machine = {
  host: 'node-1',
  process: 1234,
  libtorrent: '2.0.8.0',
  binding: '0.1.0',
  runtime: 'Node.js v20.20.2',
  system: 'Linux 6.1.0 x64',
  cpu: 'A processor with a long name @ 2.40GHz',
  cores: 2,
  memory: 24 * 2 ** 30,
  load: 0.1,
  steal: 0.002,
  clock: 'governor performance, source tsc',
  tcp: 'congestion control cubic, rmem 4096 131072 6291456, wmem 4096 16384 4194304',
}

/** A setting that no release of libtorrent has: reports show what was noted, whatever they were made with. */
function settingsOf({ conditions, peers }: Shape): NodeSettings[] {
  const nodes = Array.from({ length: peers + 1 }, (_, node) => node)
  const settings = [{ setting: 'warp_speed', value: 9, default: 1 }]
  return conditions.map((condition) => ({ condition, nodes, settings }))
}

/** From 0 to 1, the same sequence in every run. */
function makeRandom(): () => number {
  const generator = xoroshiro128plus(7)
  return () => unsafeUniformIntDistribution(0, 2 ** 30, generator) / 2 ** 30
}

function goodIteration(
  scheduled: ScheduledIteration,
  startedAt: string,
  peers: number,
  source: number,
  slowness: number,
  random: () => number,
): IterationResult {
  const { size } = scheduled
  const fetching = Array.from({ length: peers + 1 }, (_, node) => node).filter(
    (node) => node !== source,
  )
  const outcomes = fetching.map((peer): PeerOutcome => {
    const connect = slowness * (0.3 + 0.4 * random())
    const firstBlock = connect + slowness * (0.2 + 0.3 * random())
    const finish = firstBlock + slowness * (1 + random() ** 3) * (0.2 + size / 150_000)
    const pieces = Math.min(2000, Math.max(1, Math.ceil(size / 16384)))
    const from = Array.from({ length: pieces }, () => {
      const node = fetching[Math.floor(random() * fetching.length)] ?? source
      return random() < 0.4 || node === peer ? source : node
    })
    const received = [...new Set(from)].map((node): [number, number] => {
      const pieceCount = from.filter((sender) => sender === node).length
      return [node, Math.floor((size / pieces) * pieceCount)]
    })
    const at = from.map(
      (_, index) => firstBlock + ((finish - firstBlock) * (index + random())) / pieces,
    )
    return {
      peer,
      ok: true,
      times: { connect, firstBlock, finish },
      received,
      pieces: {
        every: 1,
        at: [...at.slice(0, -1), finish].sort((a, b) => a - b),
        piece: from.map((_, i) => i),
        from,
      },
    }
  })
  const last = Math.max(...outcomes.map((peer) => (peer.ok ? peer.times.finish : 0)))
  return {
    ...scheduled,
    ok: true,
    reason: null,
    infoHashes: null,
    torrentSize: null,
    startedAt,
    lastFinish: last + 0.4 * random(),
    leastTime: null,
    controlRoundTrip: 0.3,
    peers: outcomes,
    settled: true,
    counters: Array.from({ length: peers + 1 }, () =>
      countersOf((size * peers) / (peers + 1), random),
    ),
  }
}

function countersOf(payload: number, random: () => number): Counters {
  const sent = Math.round(payload * 1.002 + 400 + 300 * random())
  const headers = Math.round(sent * 0.04 + 600 * random())
  return makeCounters({
    sent,
    sentPayload: Math.round(payload),
    sentIpOverhead: headers,
    sentTracker: 250,
    received: sent,
    receivedPayload: Math.round(payload),
    receivedIpOverhead: headers,
    receivedTracker: 400,
  })
}

/** Puts a run on the disk, as `node seed.js` leaves it, into a directory of its name. */
export async function writeRun(parent: string, shape: Shape): Promise<Run> {
  const { format, startedAt, plan, options, nodes, settings, results } = makeRun(shape)
  const directory = join(parent, shape.name)
  await mkdir(directory, { recursive: true })
  const lines = results.map((result) => `${JSON.stringify(result)}\n`)
  await writeFile(
    join(directory, runFiles.plan),
    JSON.stringify({ format, startedAt, plan, options }),
  )
  await writeFile(join(directory, runFiles.nodes), JSON.stringify(nodes))
  await writeFile(join(directory, runFiles.settings), JSON.stringify(settings))
  await writeFile(join(directory, runFiles.raw), lines.join(''))
  return readRun(directory)
}
