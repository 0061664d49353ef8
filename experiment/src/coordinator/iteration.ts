import * as lt from 'libtorrent-napi'
import { scope, within } from '../util/cancel'
import { explain } from '../util/errors'
import { allArrived, nobodyConnected, settledCounters, sinceAll } from '../results/counters'
import {
  type Counters,
  failedIteration,
  type IterationResult,
  type PeerOutcome,
  type TransferReport,
  type Turn,
} from '../results/iteration-result'
import type { Endpoint } from '../util/endpoint'
import { quoted } from '../util/text'
import { formatSize } from '../util/units'
import type { SwarmNode } from './swarm-node'
import type { Offered } from '../node/content'
import {
  answerDeadline,
  ask,
  askAll,
  nameOf,
  NodeFailure,
  reasonsOf,
  type Swarm,
  workDeadline,
} from './swarm'

/** Empty messages that are sent to and fro; the fastest one counts. */
const pings = 3

/**
 * One iteration: everybody gets ready, then all begin at once, and when all are done their counters are read and
 * everything is removed again. Whatever goes wrong becomes part of the result; only the signal's abort is thrown.
 */
export async function runIteration(
  swarm: Swarm,
  turn: Turn,
  signal: AbortSignal,
): Promise<IterationResult> {
  const startedAt = new Date().toISOString()
  const running = scope(signal)
  const iteration = new Iteration(swarm, turn, startedAt, running.signal)
  try {
    const result = await iteration.run()
    return { ...result, infoHashes: iteration.infoHashes }
  } catch (error) {
    signal.throwIfAborted()
    const result = failedIteration(turn, startedAt, explain(error))
    return { ...result, infoHashes: iteration.infoHashes }
  } finally {
    running.end()
    // when the run is stopped, everybody leaves anyway
    if (!signal.aborted) await clear(swarm, turn.iteration, signal)
  }
}

/** Ends what is left of an iteration everywhere. A peer that can't even do that has to leave. */
async function clear({ nodes }: Swarm, iteration: number, signal: AbortSignal): Promise<void> {
  const cleared = nodes.map((node) =>
    within(answerDeadline, 'clearing', signal, (signal) => node.clear(iteration, signal)).catch(
      (error: unknown) => {
        if (!signal.aborted) node.dismiss(`it had to go (${explain(error)})`)
      },
    ),
  )
  await Promise.all(cleared)
}

class Iteration {
  /** Null until there is a torrent. */
  infoHashes: IterationResult['infoHashes'] = null
  private readonly receivers: readonly SwarmNode[]

  constructor(
    private readonly swarm: Swarm,
    private readonly turn: Turn,
    private readonly startedAt: string,
    private readonly signal: AbortSignal,
  ) {
    const { nodes, step } = swarm
    this.receivers = nodes.filter(({ id }) => id !== step.source)
  }

  async run(): Promise<IterationResult> {
    const { signal, turn, swarm } = this
    const source = swarm.nodes.find(({ id }) => id === swarm.step.source)
    if (!source) return this.failed(`${nameOf(swarm.step.source)}, who has the file, is not here`)
    const { step, trackers, seed } = swarm
    const endpoints = await this.setUp()
    const before = await settledCounters(this.readers(), nobodyConnected, signal)
    const offered = await ask(source, workDeadline(turn.size), 'offering', signal, (signal) =>
      source.offer(turn.iteration, { ...step, trackers, seed }, signal),
    )
    this.infoHashes = new lt.TorrentInfo(offered.torrent).infoHashes()
    const ready = await this.prepare(offered, endpoints)
    if (!ready.every((reason) => reason === null)) return this.notReady(ready)
    const controlRoundTrip = await this.controlRoundTrip()
    const { peers, lastFinish } = await this.transfer(source)
    if (!peers.every(({ ok }) => ok)) return this.failed(reasonsOf(peers), peers)
    const after = await settledCounters(this.readers(), allArrived, signal)
    const good = {
      ok: true,
      reason: null,
      lastFinish,
      controlRoundTrip,
      counters: sinceAll(before.counters, after.counters),
      settled: before.settled && after.settled,
    }
    const result = { ...failedIteration(turn, this.startedAt, '', peers), ...good }
    return swarm.missing.length > 0 ? this.incomplete(result) : result
  }

  private failed(reason: string, peers: readonly PeerOutcome[] = []): IterationResult {
    return failedIteration(this.turn, this.startedAt, reason, [...peers, ...this.absent()])
  }

  /** What was measured without a peer that should have been there does not count as what was planned. */
  private incomplete(result: IterationResult): IterationResult {
    const absent = this.absent()
    const peers = [...result.peers, ...absent]
    return { ...result, ok: false, reason: reasonsOf(absent), peers }
  }

  private absent(): PeerOutcome[] {
    return this.swarm.missing.map((peer) => ({ peer, ok: false, reason: 'it is not here' }))
  }

  /** Sessions of the condition everywhere. @returns where they listen, by node */
  private async setUp(): Promise<Map<number, Endpoint>> {
    const { condition, nodes } = this.swarm
    const { iteration } = this.turn
    const endpoints = askAll(nodes, 'setting up', this.signal, async (node, signal) => {
      const { at, settings } = await node.setUp(iteration, condition, signal)
      this.swarm.onSettings(node.id, settings)
      return [node.id, at] as const
    })
    const where = new Map(await endpoints)
    if (condition.dht) {
      await askAll(nodes, 'meeting the others', this.signal, (node, signal) =>
        node.meet(
          iteration,
          [...where].flatMap(([id, endpoint]) => (id === node.id ? [] : [endpoint])),
          signal,
        ),
      )
    }
    return where
  }

  private readers(): (() => Promise<Counters>)[] {
    const { iteration } = this.turn
    return this.swarm.nodes.map(
      (node) => () =>
        ask(node, answerDeadline, 'reading counters', this.signal, (signal) =>
          node.counters(iteration, signal),
        ),
    )
  }

  /** @returns for each receiver why it can't begin; null when it can */
  private prepare(
    offered: Offered,
    endpoints: ReadonlyMap<number, Endpoint>,
  ): Promise<(string | null)[]> {
    const { timeline } = this.swarm
    const { iteration, size } = this.turn
    const prepared = this.receivers.map(async (node) => {
      const task = { ...offered, size, timeline, peers: this.knownTo(node, endpoints) }
      try {
        await within(answerDeadline, 'preparing', this.signal, (signal) =>
          node.prepare(iteration, task, signal),
        )
        return null
      } catch (error) {
        this.signal.throwIfAborted()
        return explain(error)
      }
    })
    return Promise.all(prepared)
  }

  private notReady(reasons: readonly (string | null)[]): IterationResult {
    const peers = this.receivers.map(({ id }, index): PeerOutcome => {
      const reason = reasons[index] ?? 'not started, because of another peer'
      return { peer: id, ok: false, reason }
    })
    return this.failed(reasonsOf(peers.filter((_, index) => reasons[index] !== null)), peers)
  }

  /** Of each pair of receivers one is told of the other, so that they don't dial each other at the same time. */
  private knownTo({ id }: SwarmNode, endpoints: ReadonlyMap<number, Endpoint>): Endpoint[] {
    const { condition, step } = this.swarm
    if (condition.discovery !== 'direct') return []
    const others = [...endpoints].filter(([node]) => node === step.source || node < id)
    return others.flatMap(([node, endpoint]) => (node === id ? [] : [endpoint]))
  }

  private async controlRoundTrip(): Promise<number> {
    const trips = await askAll(this.receivers, 'answering', this.signal, async (node, signal) => {
      let fastest = Infinity
      for (let count = 0; count < pings; count++) {
        const begin = performance.now()
        await node.ping(this.turn.iteration, signal)
        fastest = Math.min(fastest, performance.now() - begin)
      }
      return fastest
    })
    return Math.max(...trips)
  }

  /** From the go to the last report. */
  private async transfer(
    source: SwarmNode,
  ): Promise<{ peers: PeerOutcome[]; lastFinish: number | null }> {
    const watching = scope(this.signal)
    const broken = source.broken(this.turn.iteration, watching.signal).catch((error: unknown) => {
      throw new NodeFailure(source, error)
    })
    broken.catch(() => {})
    try {
      let lastFinish = null
      const begin = performance.now()
      const onArrived = () => (lastFinish = performance.now() - begin)
      // the seeder's own node last: it needs no message, and would be ahead of the others
      const fetches = this.receivers.toReversed().map((node) => this.fetch(node, onArrived))
      const peers = (await Promise.race([Promise.all(fetches), broken])).toReversed()
      return { peers, lastFinish }
    } finally {
      watching.end()
    }
  }

  /** One's failure does not end the wait for the others. */
  private async fetch(node: SwarmNode, onArrived: () => void): Promise<PeerOutcome> {
    const { timeout } = this.swarm
    const fetching = scope(this.signal)
    let arrive = () => {}
    const arrived = new Promise<void>((resolve) => (arrive = resolve))
    try {
      const report = node.fetch(this.turn.iteration, () => (onArrived(), arrive()), fetching.signal)
      await within(
        timeout,
        () => lateReason(node, timeout),
        this.signal,
        () => Promise.race([arrived, report]),
      )
      return { peer: node.id, ok: true, ...this.padded(await this.verified(report)) }
    } catch (error) {
      this.signal.throwIfAborted()
      return { peer: node.id, ok: false, reason: explain(error) }
    } finally {
      fetching.end()
    }
  }

  /** With a number for every node, also for those that came after the last one that it got something from. */
  private padded({ received, ...report }: TransferReport): TransferReport {
    const nodes = Array.from({ length: this.swarm.condition.peers + 1 }, (_, node) => node)
    return { ...report, received: received && nodes.map((node) => received[node] ?? 0) }
  }

  private verified(report: Promise<TransferReport>): Promise<TransferReport> {
    return within(workDeadline(this.turn.size), 'verifying what arrived', this.signal, () => report)
  }
}

/** Why a transfer has taken too long, as far as the node has said. */
function lateReason({ progress }: SwarmNode, timeout: number): string {
  const deadline = `within ${timeout / 1000} s`
  if (!progress) return `nothing arrived ${deadline}`
  const { done, total, peers, trouble } = progress
  const amount = `${formatSize(done)} of ${formatSize(total)} arrived ${deadline}`
  const connected = `${peers === 0 ? 'no' : peers} ${peers === 1 ? 'peer' : 'peers'} connected`
  return [amount, connected, ...(trouble === null ? [] : [quoted(trouble)])].join('; ')
}
