import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { within } from '../cancel'
import { explain } from '../errors'
import { failedIteration, type IterationResult, type Turn } from '../measure/results'
import type { Endpoint } from '../net/endpoint'
import type { TorrentVersion } from '../transfer/makeTorrent'
import { openNode, type Node } from '../transfer/session'
import type { Transport } from '../transfer/settings'
import { keepTryingTrackers } from '../transfer/trackerNotes'
import { runIteration, type Swarm } from './iteration'
import { makeOffer } from './offer'
import { type Plan, totalIterations, turnsOf } from './plan'
import { Roster } from './roster'

/** A peer that went away gets this long to come back before the run ends without it, in milliseconds. */
export const rejoinDeadline = 10_000

export interface RunOptions {
  readonly plan: Plan
  /** An existing file to share in every iteration; null for random content. */
  readonly file: string | null
  /** Name of random content. */
  readonly name: string
  /** How many take part, the seeder not counted. */
  readonly peers: number
  /** Where the peers report. */
  readonly control: Endpoint
  /** What a peer has to show; null: nothing. */
  readonly token: string | null
  /** Where the BitTorrent session listens, as `address:port`. */
  readonly listen: string
  readonly transport: Transport
  readonly discovery: 'tracker' | 'direct'
  readonly trackers: readonly string[]
  readonly version: TorrentVersion
  readonly pieceSize: number
  /** Milliseconds that a transfer may take. */
  readonly timeout: (size: number) => number
  /** An existing directory for content and torrents, which are removed again. */
  readonly workDirectory: string
  readonly onMessage: (message: string) => void
  /** Called when the peers can be started. */
  readonly onListening: (control: Endpoint) => void
  readonly onResult: (result: IterationResult) => void
}

export interface RunReport {
  readonly results: readonly IterationResult[]
  /** Iterations that were planned and not begun. */
  readonly notRun: number
  /** Why they were not begun; null when all were. */
  readonly stopped: string | null
}

/** Carries out a plan with peers that come by themselves. */
export async function runPlan(options: RunOptions, signal: AbortSignal): Promise<RunReport> {
  const { plan, transport, listen, onMessage } = options
  const directory = await mkdtemp(join(options.workDirectory, 'seeder-'))
  try {
    await using node = await openNode({ listen, transport, signal })
    keepTryingTrackers(node.session, onMessage)
    await using roster = await Roster.open({
      listen: options.control,
      seats: options.peers,
      token: options.token,
      welcome: { transport, plan: plan.map((step) => ({ ...step })) },
      onMessage,
    })
    options.onListening(roster.endpoint)
    await roster.full(signal)
    const report = await iterate(options, roster, node, directory, signal)
    await roster.close(report.stopped)
    return report
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

async function iterate(
  options: RunOptions,
  roster: Roster,
  node: Node,
  directory: string,
  signal: AbortSignal,
): Promise<RunReport> {
  const results: IterationResult[] = []
  for (const turn of turnsOf(options.plan)) {
    const stopped = await missing(roster, options, signal)
    if (stopped !== null)
      return { results, notRun: totalIterations(options.plan) - results.length, stopped }
    const swarm: Swarm = {
      session: node.session,
      listens: { host: node.address, port: node.port },
      peers: roster.peers,
      discovery: options.discovery,
      timeout: options.timeout(turn.size),
    }
    const result = await oneIteration(options, swarm, turn, directory, signal)
    results.push(result)
    options.onResult(result)
  }
  return { results, notRun: 0, stopped: null }
}

async function oneIteration(
  options: RunOptions,
  swarm: Swarm,
  turn: Turn,
  directory: string,
  signal: AbortSignal,
): Promise<IterationResult> {
  try {
    const trackers = options.discovery === 'tracker' ? options.trackers : []
    await using offer = await makeOffer(turn.size, { ...options, trackers, directory }, signal)
    return await runIteration(swarm, turn, offer, signal)
  } catch (error) {
    signal.throwIfAborted()
    return failedIteration(turn, new Date().toISOString(), `the seeder: ${explain(error)}`)
  }
}

/** Waits for a peer that has gone; says why the run can't go on when it does not come back. */
async function missing(
  roster: Roster,
  options: RunOptions,
  signal: AbortSignal,
): Promise<string | null> {
  if (roster.peers.length === options.peers) return null
  options.onMessage(
    `${roster.peers.length} of ${options.peers} peers are here: waiting for the others to come back`,
  )
  try {
    await within(rejoinDeadline, 'waiting', signal, (signal) => roster.full(signal))
    return null
  } catch {
    signal.throwIfAborted()
    return `only ${roster.peers.length} of ${options.peers} peers are left`
  }
}
