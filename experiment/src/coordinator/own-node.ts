import type { ContentOrder, SharedContent } from '../node/content'
import { executeOrder } from '../node/execute-orders'
import type { TransferProgress } from '../node/monitor'
import type { Worker } from '../node/worker'
import type { OrderName, ReplyOf, RequestOf } from '../protocol/orders'
import type { TransferReport } from '../results/iteration-result'
import type { SwarmNode } from './swarm'

/** The seeder's own node: executes orders in this process. */
export class OwnNode implements SwarmNode {
  readonly id = 0

  readonly #worker: Worker

  constructor(worker: Worker) {
    this.#worker = worker
  }

  get progress(): TransferProgress | null {
    return this.#worker.progress
  }

  order<N extends OrderName>(
    name: N,
    iteration: number,
    request: RequestOf<N>,
    signal: AbortSignal,
    onArrived = () => {},
  ): Promise<ReplyOf<N>> {
    const worker = this.#worker
    const { id: node } = this
    return executeOrder(name, request, { worker, node, iteration, onArrived, signal })
  }

  share(iteration: number, order: ContentOrder, signal: AbortSignal): Promise<SharedContent> {
    return this.#worker.share(iteration, order, signal)
  }

  sharingFailed(_: number, signal: AbortSignal): Promise<never> {
    return this.#worker.sharingFailed(signal)
  }

  async start(
    iteration: number,
    onArrived: () => void,
    signal: AbortSignal,
  ): Promise<TransferReport> {
    return (await this.order('start', iteration, {}, signal, onArrived)).report
  }

  dismiss(): void {
    // No other node takes the place of the seeder.
  }
}
