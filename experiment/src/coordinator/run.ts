import type { Binding } from '../host/addresses'
import type { TransferProgress } from '../node/transfer'
import { Worker } from '../node/worker'
import { leastTime } from '../plan/condition'
import { conditionOf, isTraced, peersNeeded, stepOf, nameOfIteration } from '../plan/plan'
import type { Plan, ScheduledIteration } from '../plan/plan'
import { SettingsNotes, stealBetween, thisMachine, withEarlier } from '../results/environment'
import type { Machine, NodeSettings, ProcessorTime } from '../results/environment'
import { failedIteration, type IterationResult } from '../results/iteration-result'
import type { Identity } from '../protocol/tls'
import { allowanceFor, within } from '../util/cancel'
import type { Endpoint } from '../util/endpoint'
import { explain } from '../util/errors'
import { TemporaryDirectory } from '../util/temporary-directory'
import { quoted } from '../util/text'
import { formatSize } from '../util/units'
import { runIteration } from './iteration'
import { ownNode, type RemotePeer } from './nodes'
import { PeerRegistry } from './peer-registry'
import { give, nameOf, type Swarm, type SwarmNode } from './swarm'

/** Milliseconds that the run waits for a peer that has disconnected. */
const rejoinDeadline = 10_000
/** Milliseconds that nodes have for a last reading when the run is stopped. */
const stopDeadline = 1000

export interface RunOptions extends Binding {
  readonly plan: Plan
  /** Those of the plan's iterations that are still to be carried out, in order. */
  readonly schedule: readonly ScheduledIteration[]
  /** Where the peers report. */
  readonly control: Endpoint
  /** Milliseconds from the first peer to the last one, of peers that are started together; null: no limit. */
  readonly joinDeadline: number | null
  /** What a peer has to show; null: nothing. */
  readonly token: string | null
  /** For TLS between the seeder and its peers; null: without. */
  readonly identity: Identity | null
  /** Whose bytes are counted next to libtorrent's; null: none. */
  readonly networkInterface: string | null
  /** Bits per second of every node's link; null: not known. */
  readonly link: number | null
  /** Announce URLs for what a condition calls its tracker. */
  readonly trackersOf: (tracker: string) => string[]
  /** Whether the first failed iteration ends the run. */
  readonly strict: boolean
  /** An existing directory for content and downloads, which are removed again. */
  readonly workDirectory: string
  readonly events: RunEvents
  /** Called when the peers can be started. */
  readonly onListening: (control: Endpoint) => void
  /** Called when all peers are connected, and when a peer has been replaced. */
  readonly onNodes: (nodes: readonly Machine[]) => Promise<void>
  /** By number: the nodes of an earlier part of the run. Empty if there is none. */
  readonly nodes: readonly Machine[]
  /** Settings of the sessions in an earlier part of the run. */
  readonly settings: readonly NodeSettings[]
  /** Called when the settings have changed, before the result of the iteration is recorded. */
  readonly onSettings: (settings: readonly NodeSettings[]) => Promise<void>
  /** Puts a result on the disk. */
  readonly record: (result: IterationResult) => void
}

export interface RunReport {
  readonly results: readonly IterationResult[]
  /** Why iterations that were planned were not begun; null when all were. */
  readonly stopped: string | null
}

/** Executes a plan with peers that connect by themselves. */
export async function runPlan(options: RunOptions, signal: AbortSignal): Promise<RunReport> {
  const { plan, events } = options
  await using directory = await TemporaryDirectory.in(options.workDirectory, 'seeder-')
  await using registry = await PeerRegistry.open({
    listen: options.control,
    places: peersNeeded(plan),
    token: options.token,
    identity: options.identity,
    hosts: options.nodes.map(({ host }) => host),
    steps: plan.steps.map(({ size, iterations }) => ({ size, iterations })),
    onMessage: (text) => events.message(text),
    onProgress: (peer, progress) => events.progress(peer, progress),
  })
  await using worker = new Worker({
    ...options,
    savePath: directory.path,
    keep: false,
    fileName: undefined,
    onProgress: (progress) => events.progress(0, progress),
    onMessage: (text) => events.message(text),
  })
  const [first] = options.schedule
  // An error of the session must come before peers are waited for.
  if (first) await worker.openSession(0, conditionOf(plan, stepOf(plan, first)), signal)
  options.onListening(registry.endpoint)
  await registry.full(signal, options.joinDeadline)
  const report = await new Run(options, registry, ownNode(worker)).through(signal)
  await registry.close(report.stopped)
  return report
}

class Run {
  readonly #results: IterationResult[] = []
  readonly #machines: Machine[] = [thisMachine()]
  /** By node: the reading when it joined. */
  readonly #processorTimes: (ProcessorTime | null)[] = []
  readonly #settings: SettingsNotes
  /** Peers that did not connect again in time. */
  readonly #lost = new Set<number>()

  constructor(
    readonly options: RunOptions,
    readonly registry: PeerRegistry,
    readonly own: SwarmNode,
  ) {
    this.#settings = new SettingsNotes(options.settings)
  }

  async through(signal: AbortSignal): Promise<RunReport> {
    this.#processorTimes[0] = await this.#processorTimeOf(this.own, signal)
    try {
      const report = await this.#execute(signal)
      await this.#noteSteal(signal)
      return report
    } catch (error) {
      // a run that is stopped has measured as well
      if (this.#results.length > 0)
        await this.#noteSteal(AbortSignal.timeout(stopDeadline)).catch(() => {})
      throw error
    }
  }

  async #execute(signal: AbortSignal): Promise<RunReport> {
    const { events, plan, strict, schedule } = this.options
    events.start(plan)
    for (const scheduled of schedule) {
      const peers = await this.#present(signal)
      signal.throwIfAborted()
      if (peers.length === 0) return this.#stopped('no peer is connected')
      events.begin(scheduled)
      const result = await this.#iterate(scheduled, peers, signal)
      this.options.record(result)
      this.#results.push(result)
      events.result(result)
      if (strict && !result.ok)
        return this.#stopped(`${formatSize(scheduled.size)}, ${nameOfIteration(scheduled)} failed`)
    }
    return { results: this.#results, stopped: null }
  }

  #stopped(reason: string): RunReport {
    return { results: this.#results, stopped: reason }
  }

  async #iterate(
    scheduled: ScheduledIteration,
    peers: readonly RemotePeer[],
    signal: AbortSignal,
  ): Promise<IterationResult> {
    const { plan, trackersOf, onSettings } = this.options
    const step = stepOf(plan, scheduled)
    const condition = conditionOf(plan, step)
    const present = new Set(peers.map(({ id }) => id))
    const wanted = Array.from({ length: condition.peers }, (_, index) => index + 1)
    const swarm: Swarm = {
      nodes: [this.own, ...peers.filter(({ id }) => id <= condition.peers)],
      missing: wanted.filter((id) => !present.has(id)),
      step,
      condition,
      trackers: condition.discovery === 'tracker' ? trackersOf(condition.tracker) : [],
      seed: plan.contentSeed === null ? null : `${plan.contentSeed}/${scheduled.iteration}`,
      timeout: plan.timeout ?? 60_000 + scheduled.size / 1000 + allowanceFor(condition.peers),
      timeline: isTraced(plan, scheduled),
      machines: this.#machines,
      leastTime: leastTime({ ...step, condition, link: this.options.link }),
      onSettings: (node, settings) => this.#settings.add(condition.name, node, settings),
    }
    const result = await runIteration(swarm, scheduled, signal).catch((error: unknown) => {
      signal.throwIfAborted()
      return failedIteration(scheduled, new Date().toISOString(), explain(error))
    })
    const news = this.#settings.news()
    if (news) await onSettings(news)
    return result
  }

  /** The connected peers. Waits for those that have disconnected. */
  async #present(signal: AbortSignal): Promise<readonly RemotePeer[]> {
    const { registry } = this
    const lost = this.#lost
    const missing = registry.missing.filter((id) => !lost.has(id))
    if (missing.length > 0) {
      const names = missing.map((id) => nameOf(id, this.#machines[id]))
      this.options.events.message(`waiting for ${names.join(', ')} to come back`)
      await within(rejoinDeadline, 'waiting', signal, (signal) => registry.full(signal)).catch(() =>
        signal.throwIfAborted(),
      )
    }
    lost.clear()
    registry.missing.forEach((id) => lost.add(id))
    await this.#noteMachines(registry.peers, signal)
    return registry.peers
  }

  async #noteMachines(peers: readonly RemotePeer[], signal: AbortSignal): Promise<void> {
    const arrived = peers.filter(({ id, machine }) => this.#machines[id] !== machine)
    if (arrived.length === 0) return
    for (const { id, machine } of arrived) {
      const earlier = (this.#machines[id] ?? this.options.nodes[id])?.host
      if (earlier !== undefined && earlier !== machine.host) {
        const [now, before] = [quoted(machine.host), quoted(earlier)]
        this.options.events.message(`peer ${id} is at ${now} now, and was at ${before}`)
      }
      this.#machines[id] = machine
    }
    await this.#writeNodes()
    const read = arrived.map(async (peer) => {
      this.#processorTimes[peer.id] = await this.#processorTimeOf(peer, signal)
    })
    await Promise.all(read)
  }

  /** Notes what share of its time each machine lost. */
  async #noteSteal(signal: AbortSignal): Promise<void> {
    const read = [this.own, ...this.registry.peers].map(async (node) => {
      const time = await this.#processorTimeOf(node, signal)
      const machine = this.#machines[node.id]
      const steal = stealBetween(this.#processorTimes[node.id] ?? null, time)
      if (machine) this.#machines[node.id] = { ...machine, steal }
    })
    await Promise.all(read)
    await this.#writeNodes()
  }

  #writeNodes(): Promise<void> {
    const { nodes, onNodes } = this.options
    return onNodes(this.#machines.map((machine, id) => withEarlier(machine, nodes[id])))
  }

  /** Null as well when the node has disconnected or has not replied: the next iteration shows that. */
  async #processorTimeOf(node: SwarmNode, signal: AbortSignal): Promise<ProcessorTime | null> {
    try {
      return (await give(node, 'readProcessorTime', 1, {}, signal)).time
    } catch {
      return null
    }
  }
}

/** Events of a run, in this order, for its display. */
export interface RunEvents {
  /** One line for the user: peers that connect and disconnect, what the run waits for ... */
  message(text: string): void
  /** All peers are connected. */
  start(plan: Plan): void
  /** An iteration begins; the transfers of the one before are over. */
  begin(scheduled: ScheduledIteration): void
  /** About once a second while a transfer lasts; short ones end before. `peer` is the number of the node. */
  progress(peer: number, progress: TransferProgress): void
  /** An iteration is over, and on the disk. */
  result(result: IterationResult): void
}
