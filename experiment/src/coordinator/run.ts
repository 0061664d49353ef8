import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { within } from '../util/cancel'
import { explain } from '../util/errors'
import { type Machine, thisMachine } from '../results/machine'
import { failedIteration, type IterationResult } from '../results/iteration-result'
import { type NodeSettings, SettingsNotes } from '../results/changed-settings'
import type { Endpoint } from '../util/endpoint'
import type { Binding } from '../host/addresses'
import { nameOfIteration } from '../plan/schedule'
import {
  conditionOf,
  isTraced,
  type Plan,
  type ScheduledIteration,
  peersNeeded,
  stepOf,
} from '../plan/plan'
import { formatSize } from '../util/units'
import type { RunEvents } from './events'
import { runIteration } from './iteration'
import { OwnNode } from './own-node'
import type { RemotePeer } from './remote-peer'
import { PeerRegistry } from './peer-registry'
import type { Swarm } from './swarm'
import { Worker } from '../node/worker'

/** A peer that went away gets this long to come back before the run goes on without it, in milliseconds. */
const rejoinDeadline = 10_000

export interface RunOptions extends Binding {
  readonly plan: Plan
  /** Those of the plan's iterations that are still to be carried out, in order. */
  readonly schedule: readonly ScheduledIteration[]
  /** Where the peers report. */
  readonly control: Endpoint
  /** What a peer has to show; null: nothing. */
  readonly token: string | null
  /** Whose bytes are counted next to libtorrent's; null: none. */
  readonly networkInterface: string | null
  /** Announce URLs for what a condition calls its tracker. */
  readonly trackersOf: (tracker: string) => readonly string[]
  /** Whether the first failed iteration ends the run. */
  readonly strict: boolean
  /** An existing directory for content and downloads, which are removed again. */
  readonly workDirectory: string
  readonly events: RunEvents
  /** Called when the peers can be started. */
  readonly onListening: (control: Endpoint) => void
  /** Called when all peers are there, and when another one has taken the place of one that left. */
  readonly onNodes: (nodes: readonly Machine[]) => Promise<void>
  /** What an earlier part of the run noted of the sessions' settings. */
  readonly settings: readonly NodeSettings[]
  /** Called when there is more to note of them, before the result of the iteration is recorded. */
  readonly onSettings: (settings: readonly NodeSettings[]) => Promise<void>
  /** Puts a result on the disk. */
  readonly record: (result: IterationResult) => void
}

export interface RunReport {
  readonly results: readonly IterationResult[]
  /** Why iterations that were planned were not begun; null when all were. */
  readonly stopped: string | null
}

/** Carries out a plan with peers that come by themselves. */
export async function runPlan(options: RunOptions, signal: AbortSignal): Promise<RunReport> {
  const { plan, events } = options
  const directory = await mkdtemp(join(options.workDirectory, 'seeder-'))
  try {
    await using registry = await PeerRegistry.open({
      listen: options.control,
      places: peersNeeded(plan),
      token: options.token,
      steps: plan.steps.map(({ size, iterations }) => ({ size, iterations })),
      onMessage: (text) => events.message(text),
      onProgress: (peer, progress) => events.progress(peer, progress),
    })
    await using worker = new Worker({
      savePath: directory,
      listen: options.listen,
      outgoing: options.outgoing,
      networkInterface: options.networkInterface,
      keep: false,
      fileName: undefined,
      onProgress: (progress) => events.progress(0, progress),
      onMessage: (text) => events.message(text),
    })
    const [first] = options.schedule
    // what can't be opened is better known before anybody waits for it
    if (first) await worker.openSession(0, conditionOf(plan, stepOf(plan, first)), signal)
    options.onListening(registry.endpoint)
    await registry.full(signal)
    const report = await new Run(options, registry, new OwnNode(worker)).through(signal)
    await registry.close(report.stopped)
    return report
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

class Run {
  private readonly results: IterationResult[] = []
  private readonly machines: Machine[] = [thisMachine()]
  private readonly settings: SettingsNotes
  /** Peers that were waited for in vain. */
  private readonly lost = new Set<number>()

  constructor(
    private readonly options: RunOptions,
    private readonly registry: PeerRegistry,
    private readonly own: OwnNode,
  ) {
    this.settings = new SettingsNotes([...options.settings])
  }

  async through(signal: AbortSignal): Promise<RunReport> {
    const { events, plan, strict, schedule } = this.options
    events.start(plan)
    for (const scheduled of schedule) {
      const peers = await this.present(signal)
      signal.throwIfAborted()
      if (peers.length === 0) return this.stopped('no peer is left')
      events.begin(scheduled)
      const result = await this.iterate(scheduled, peers, signal)
      this.options.record(result)
      this.results.push(result)
      events.result(result)
      if (strict && !result.ok)
        return this.stopped(`${formatSize(scheduled.size)}, ${nameOfIteration(scheduled)} failed`)
    }
    return { results: this.results, stopped: null }
  }

  private stopped(reason: string): RunReport {
    return { results: this.results, stopped: reason }
  }

  private async iterate(
    scheduled: ScheduledIteration,
    peers: readonly RemotePeer[],
    signal: AbortSignal,
  ): Promise<IterationResult> {
    const { plan, trackersOf, onSettings } = this.options
    const step = stepOf(plan, scheduled)
    const condition = conditionOf(plan, step)
    const wanted = Array.from({ length: condition.peers }, (_, index) => index + 1)
    const swarm: Swarm = {
      nodes: [this.own, ...peers.filter(({ id }) => wanted.includes(id))],
      missing: wanted.filter((number) => !peers.some(({ id }) => id === number)),
      step,
      condition,
      trackers: condition.discovery === 'tracker' ? trackersOf(condition.tracker) : [],
      seed: plan.contentSeed === null ? null : `${plan.contentSeed}/${scheduled.iteration}`,
      timeout: plan.timeout ?? 60_000 + scheduled.size / 1000,
      timeline: isTraced(plan, scheduled),
      onSettings: (node, settings) => this.settings.add(condition.name, node, settings),
    }
    const result = await runIteration(swarm, scheduled, signal).catch((error: unknown) => {
      signal.throwIfAborted()
      return failedIteration(scheduled, new Date().toISOString(), explain(error))
    })
    const news = this.settings.news()
    if (news) await onSettings(news)
    return result
  }

  /** The peers, once those that have gone are back or have been waited for. */
  private async present(signal: AbortSignal): Promise<readonly RemotePeer[]> {
    const { registry, lost } = this
    const missing = registry.missing.filter((id) => !lost.has(id))
    if (missing.length > 0) {
      this.options.events.message(`waiting for peer ${missing.join(', ')} to come back`)
      await within(rejoinDeadline, 'waiting', signal, (signal) => registry.full(signal)).catch(() =>
        signal.throwIfAborted(),
      )
    }
    lost.clear()
    registry.missing.forEach((id) => lost.add(id))
    await this.noteMachines(registry.peers)
    return registry.peers
  }

  private async noteMachines(peers: readonly RemotePeer[]): Promise<void> {
    const isNew = peers.some(({ id, machine }) => this.machines[id] !== machine)
    for (const { id, machine } of peers) this.machines[id] = machine
    if (isNew) await this.options.onNodes(this.machines)
  }
}
