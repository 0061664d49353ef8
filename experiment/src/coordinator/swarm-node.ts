import type { Counters, TransferReport } from '../results/iteration-result'
import type { ChangedSettings } from '../results/changed-settings'
import type { Endpoint } from '../util/endpoint'
import type { Condition } from '../plan/condition'
import type { TransferProgress } from '../node/monitor'
import type { ContentOrder, Offered } from '../node/content'
import type { Task, Worker } from '../node/worker'

/** A session that is open. */
export interface Listening {
  readonly at: Endpoint
  readonly settings: ChangedSettings
}

/** A node of the swarm as the seeder directs it: itself, or a peer. Every order ends early with its signal. */
export interface SwarmNode {
  /** 0: the seeder; n: peer n. */
  readonly id: number
  /** What it last said of a transfer that lasts longer than a second; null when it has said nothing. */
  readonly progress: TransferProgress | null
  setUp(iteration: number, condition: Condition, signal: AbortSignal): Promise<Listening>
  meet(iteration: number, others: readonly Endpoint[], signal: AbortSignal): Promise<void>
  offer(iteration: number, order: ContentOrder, signal: AbortSignal): Promise<Offered>
  /** Rejects when what the node offered can't be shared any more. */
  broken(iteration: number, signal: AbortSignal): Promise<never>
  prepare(iteration: number, task: Task, signal: AbortSignal): Promise<void>
  ping(iteration: number, signal: AbortSignal): Promise<void>
  /** Begins at once. @param onArrived called when all has arrived; that it is verified and written comes later */
  fetch(iteration: number, onArrived: () => void, signal: AbortSignal): Promise<TransferReport>
  counters(iteration: number, signal: AbortSignal): Promise<Counters>
  clear(iteration: number, signal: AbortSignal): Promise<void>
  /** For one that does not even do what it must: it has to go. @param reason for the user */
  dismiss(reason: string): void
}

/** The seeder's own node. */
export class OwnNode implements SwarmNode {
  readonly id = 0

  constructor(private readonly worker: Worker) {}

  get progress(): TransferProgress | null {
    return this.worker.progress
  }

  setUp(_: number, condition: Condition, signal: AbortSignal): Promise<Listening> {
    return this.worker.setUp(this.id, condition, signal)
  }

  meet(_: number, others: readonly Endpoint[], signal: AbortSignal): Promise<void> {
    return this.worker.meet(others, signal)
  }

  offer(iteration: number, order: ContentOrder, signal: AbortSignal): Promise<Offered> {
    return this.worker.offer(iteration, order, signal)
  }

  broken(_: number, signal: AbortSignal): Promise<never> {
    return this.worker.broken(signal)
  }

  prepare(iteration: number, task: Task, signal: AbortSignal): Promise<void> {
    return this.worker.prepare(iteration, task, signal)
  }

  async ping(): Promise<void> {
    // no way to go
  }

  fetch(_: number, onArrived: () => void, signal: AbortSignal): Promise<TransferReport> {
    return this.worker.fetch(onArrived, signal)
  }

  counters(_: number, signal: AbortSignal): Promise<Counters> {
    return this.worker.counters(signal)
  }

  clear(): Promise<void> {
    return this.worker.clear()
  }

  dismiss(): void {
    // nobody takes its place
  }
}
