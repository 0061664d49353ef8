import * as lt from 'libtorrent-napi'
import { scope, within } from '../util/cancel'
import { explain } from '../util/errors'
import { picks } from '../util/picks'
import { neighboursOf } from '../plan/condition'
import { restAfter, restBefore, roundTripOf, settledCounters, sinceAll } from '../results/counters'
import {
  type Counters,
  failedIteration,
  type IterationResult,
  type PeerOutcome,
} from '../results/iteration-result'
import type { ScheduledIteration } from '../plan/plan'
import type { Endpoint } from '../util/endpoint'
import type { SharedContent } from '../node/content'
import { dhtDeadline } from '../node/discovery'
import { type OrderName, orders, type ReplyOf, type RequestOf } from '../protocol/orders'
import { answerDeadline, clear, give, nameOf, lateReason, reasonsOf, workDeadline } from './swarm'
import type { Swarm, SwarmNode } from './swarm'

/** Empty messages to each peer and back; the fastest one counts. */
const pings = 3

/**
 * Runs one iteration: prepares all nodes, starts them at once, reads their counters at the end, and removes everything.
 * A failure becomes part of the result; only the abort of the signal is thrown.
 */
export async function runIteration(
  swarm: Swarm,
  scheduled: ScheduledIteration,
  signal: AbortSignal,
): Promise<IterationResult> {
  const startedAt = new Date().toISOString()
  const running = scope(signal)
  const iteration = new Iteration(swarm, scheduled, startedAt, running.signal)
  try {
    const result = await iteration.run()
    return { ...result, ...iteration.torrent }
  } catch (error) {
    signal.throwIfAborted()
    const result = failedIteration(scheduled, startedAt, explain(error))
    return { ...result, ...iteration.torrent }
  } finally {
    running.end()
    // When the run is stopped, all nodes disconnect anyway.
    if (!signal.aborted) await clear(swarm, scheduled.iteration, signal)
  }
}

class Iteration {
  /** Known also of an iteration that failed later. */
  torrent: Pick<IterationResult, 'infoHashes' | 'torrentSize'> = {
    infoHashes: null,
    torrentSize: null,
  }

  constructor(
    readonly swarm: Swarm,
    readonly scheduled: ScheduledIteration,
    readonly startedAt: string,
    readonly signal: AbortSignal,
  ) {}

  /** The nodes that fetch the file. */
  get receivers(): SwarmNode[] {
    const { nodes, step } = this.swarm
    return nodes.filter(({ id }) => id !== step.source)
  }

  async run(): Promise<IterationResult> {
    const { signal, scheduled, swarm } = this
    const source = swarm.nodes.find(({ id }) => id === swarm.step.source)
    if (!source)
      return this.#failed(
        `${this.#nameOf(swarm.step.source)}, which has the file, is not connected`,
      )
    const { file, fileName, size } = swarm.step
    const order = { file, fileName, size, trackers: swarm.trackers, seed: swarm.seed }
    const endpoints = await this.#openSessions()
    const before = await settledCounters(this.#readers(), restBefore, signal)
    // The source makes the content, and then waits until others can find it.
    const sharing = within(workDeadline(size) + dhtDeadline, orders.share.task, signal, (signal) =>
      source.share(scheduled.iteration, order, signal),
    )
    const shared = await sharing.catch(this.#failureOf(source))
    const infoHashes = new lt.TorrentInfo(shared.torrent).infoHashes()
    this.torrent = { infoHashes, torrentSize: shared.torrent.length }
    const ready = await this.#prepare(shared, endpoints)
    if (!ready.every((reason) => reason === null)) return this.#notReady(ready)
    const controlRoundTrip = await this.#controlRoundTrip()
    const { peers, lastFinish } = await this.#transfer(source)
    if (!peers.every(({ ok }) => ok)) return this.#failed(reasonsOf(peers, this.swarm), peers)
    const after = await this.#countersAfter(before.counters, peers, controlRoundTrip)
    const good = {
      ok: true,
      reason: null,
      lastFinish,
      leastTime: swarm.leastTime,
      controlRoundTrip,
      counters: after.counters,
      settled: before.settled && after.settled,
    }
    const result = { ...failedIteration(scheduled, this.startedAt, '', peers), ...good }
    return swarm.missing.length > 0 ? this.#incomplete(result) : result
  }

  /** What each node counted since the counters of before, once every byte is accounted for. */
  async #countersAfter(
    before: readonly Counters[],
    peers: readonly PeerOutcome[],
    controlRoundTrip: number,
  ): Promise<{ counters: Counters[]; settled: boolean }> {
    const { encryption } = this.swarm.condition
    const roundTrip = roundTripOf(controlRoundTrip, peers)
    const { counters, settled } = await settledCounters(
      this.#readers(),
      (nodes) => restAfter(sinceAll(before, nodes), { encryption, roundTrip }),
      this.signal,
    )
    return { counters: sinceAll(before, counters), settled }
  }

  #nameOf(node: number): string {
    return nameOf(node, this.swarm.machines[node])
  }

  /** For catch(): fails with the name of the node. */
  #failureOf({ id }: SwarmNode): (error: unknown) => never {
    return (error) => {
      throw new Error(`${this.#nameOf(id)}: ${explain(error)}`, { cause: error })
    }
  }

  #failed(reason: string, peers: readonly PeerOutcome[] = []): IterationResult {
    return failedIteration(this.scheduled, this.startedAt, reason, [...peers, ...this.#absent()])
  }

  /** An iteration without one of its peers is not what was planned: it fails. */
  #incomplete(result: IterationResult): IterationResult {
    const absent = this.#absent()
    const peers = [...result.peers, ...absent]
    return { ...result, ok: false, reason: reasonsOf(absent, this.swarm), peers }
  }

  #absent(): PeerOutcome[] {
    return this.swarm.missing.map((peer) => ({ peer, ok: false, reason: 'it is not connected' }))
  }

  /** Sessions of the condition everywhere. @returns where they listen, by node */
  async #openSessions(): Promise<Map<number, Endpoint>> {
    const { condition, nodes, onSettings } = this.swarm
    const opened = nodes.map(async (node) => {
      const { at, settings } = await this.#order(node, 'openSession', { condition })
      onSettings(node.id, settings)
      return [node.id, at] as const
    })
    const where = new Map(await Promise.all(opened))
    if (condition.dht) await this.#joinDht([...where.values()])
    return where
  }

  /** @param endpoints in the order of the nodes */
  async #joinDht(endpoints: readonly Endpoint[]): Promise<void> {
    const { condition, nodes } = this.swarm
    const { iteration } = this.scheduled
    const joined = nodes.map((node, index) => {
      const picked = picks(endpoints.length - 1, neighboursOf(condition))
      const others = picked.flatMap((pick) => endpoints[pick < index ? pick : pick + 1] ?? [])
      return within(dhtDeadline, orders.joinDht.task, this.signal, (signal) =>
        node.order('joinDht', iteration, { others }, signal),
      ).catch(this.#failureOf(node))
    })
    await Promise.all(joined)
  }

  /** Gives an order to a node. An error names the node. */
  #order<N extends OrderName>(
    node: SwarmNode,
    name: N,
    request: RequestOf<N>,
  ): Promise<ReplyOf<N>> {
    const { iteration } = this.scheduled
    return give(node, name, iteration, request, this.signal).catch(this.#failureOf(node))
  }

  #readers(): (() => Promise<Counters>)[] {
    return this.swarm.nodes.map(
      (node) => async () => (await this.#order(node, 'readCounters', {})).counters,
    )
  }

  /** @returns for each receiver why it can't begin; null when it can */
  #prepare(
    shared: SharedContent,
    endpoints: ReadonlyMap<number, Endpoint>,
  ): Promise<(string | null)[]> {
    const { timeline } = this.swarm
    const { iteration, size } = this.scheduled
    const torrent = shared.torrent.toString('base64')
    const { receivers } = this
    const dialled = this.#dialled(receivers, endpoints)
    const prepared = receivers.map(async (node, index) => {
      const task = { ...shared, torrent, size, timeline, peers: dialled[index] ?? [] }
      try {
        await give(node, 'prepare', iteration, task, this.signal)
        return null
      } catch (error) {
        this.signal.throwIfAborted()
        return explain(error)
      }
    })
    return Promise.all(prepared)
  }

  #notReady(reasons: readonly (string | null)[]): IterationResult {
    const peers = this.receivers.map(({ id }, index): PeerOutcome => {
      const reason = reasons[index] ?? 'not started, because of another peer'
      return { peer: id, ok: false, reason }
    })
    const failed = peers.filter((_, index) => reasons[index] !== null)
    return this.#failed(reasonsOf(failed, this.swarm), peers)
  }

  /**
   * By receiver: addresses of the source and of receivers before it, so that no two nodes dial each other at the same time.
   */
  #dialled(
    receivers: readonly SwarmNode[],
    endpoints: ReadonlyMap<number, Endpoint>,
  ): Endpoint[][] {
    const { condition, step } = this.swarm
    if (condition.discovery !== 'direct') return []
    const order = [step.source, ...receivers.map(({ id }) => id)]
    return receivers.map((_, index) => {
      const picked = picks(index + 1, neighboursOf(condition))
      return picked.flatMap((pick) => endpoints.get(order[pick] ?? -1) ?? [])
    })
  }

  async #controlRoundTrip(): Promise<number> {
    const trips = this.receivers.map((node) =>
      within(answerDeadline, orders.ping.task, this.signal, async (signal) => {
        let fastest = Infinity
        for (let count = 0; count < pings; count++) {
          const begin = performance.now()
          await node.order('ping', this.scheduled.iteration, {}, signal)
          fastest = Math.min(fastest, performance.now() - begin)
        }
        return fastest
      }).catch(this.#failureOf(node)),
    )
    return Math.max(...(await Promise.all(trips)))
  }

  /** Sends the start signal, and waits for the last report. */
  async #transfer(source: SwarmNode): Promise<{ peers: PeerOutcome[]; lastFinish: number | null }> {
    const watching = scope(this.signal)
    const sharingFailed = source
      .sharingFailed(this.scheduled.iteration, watching.signal)
      .catch(this.#failureOf(source))
    sharingFailed.catch(() => {})
    try {
      let lastFinish = null
      const begin = performance.now()
      const onArrived = () => (lastFinish = performance.now() - begin)
      // The seeder's own node is last: it needs no message, and would be ahead of the others.
      const fetches = this.receivers.toReversed().map((node) => this.#fetch(node, onArrived))
      const peers = (await Promise.race([Promise.all(fetches), sharingFailed])).toReversed()
      return { peers, lastFinish }
    } finally {
      watching.end()
    }
  }

  /** Fetches at one node. A failure does not end the wait for the others. */
  async #fetch(node: SwarmNode, onArrived: () => void): Promise<PeerOutcome> {
    const { timeout } = this.swarm
    const { iteration, size } = this.scheduled
    const fetching = scope(this.signal)
    let arrive = () => {}
    const arrived = new Promise<void>((resolve) => (arrive = resolve)).then(onArrived)
    try {
      const report = node.start(iteration, () => arrive(), fetching.signal)
      const late = () => lateReason(node, timeout)
      await within(timeout, late, this.signal, () => Promise.race([arrived, report]))
      const wait = within(workDeadline(size), 'verifying what arrived', this.signal, () => report)
      return { peer: node.id, ok: true, ...(await wait) }
    } catch (error) {
      this.signal.throwIfAborted()
      return { peer: node.id, ok: false, reason: explain(error) }
    } finally {
      fetching.end()
    }
  }
}
