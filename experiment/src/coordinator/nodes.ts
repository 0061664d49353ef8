import type { ContentOrder, SharedContent } from '../node/content'
import { executeOrder } from '../node/execute-orders'
import type { TransferProgress } from '../node/transfer'
import type { Worker } from '../node/worker'
import {
  type OrderName,
  type ReplyOf,
  type RequestOf,
  type MessageOf,
  type OrderMessage,
  orders,
  type PeerMessage,
  type SeederMessage,
} from '../protocol/orders'
import type { TransferReport } from '../results/iteration-result'
import type { SwarmNode } from './swarm'
import { type Channel, ConnectionLost } from '../protocol/channel'
import type { Machine } from '../results/environment'
import { explain, UserError } from '../util/errors'
import { quoted } from '../util/text'

/** Returns the seeder's own node, which executes orders in this process. */
export function ownNode(worker: Worker): SwarmNode {
  const onArrived = () => {}
  return {
    id: 0,
    get progress() {
      return worker.progress
    },
    order: (name, iteration, request, signal) =>
      executeOrder(name, request, { worker, node: 0, iteration, onArrived, signal }),
    share: (iteration, order, signal) => worker.share(iteration, order, signal),
    sharingFailed: (_, signal) => worker.sharingFailed(signal),
    start: (_, onArrived, signal) => worker.fetch(onArrived, signal),
    // No other node takes the place of the seeder.
    dismiss: () => {},
  }
}

/** A peer that has joined: sends it orders, one at a time. */
export class RemotePeer implements SwarmNode {
  readonly #channel: Channel<PeerMessage, SeederMessage>
  readonly #onProgress: (peer: number, progress: TransferProgress) => void

  constructor(
    /** From 1. */
    readonly id: number,
    readonly machine: Machine,
    channel: Channel<PeerMessage, SeederMessage>,
    onProgress: (peer: number, progress: TransferProgress) => void,
  ) {
    this.#channel = channel
    this.#onProgress = onProgress
  }

  progress: TransferProgress | null = null

  get closed(): Promise<Error> {
    return this.#channel.closed
  }

  async order<N extends OrderName>(
    name: N,
    iteration: number,
    request: RequestOf<N>,
    signal: AbortSignal,
  ): Promise<ReplyOf<N>> {
    this.#channel.send({ type: name, iteration, ...request } as OrderMessage)
    return this.#receive(name, iteration, orders[name].task, signal)
  }

  async share(
    iteration: number,
    { file: _, ...request }: ContentOrder,
    signal: AbortSignal,
  ): Promise<SharedContent> {
    const { torrent, sha256 } = await this.order('share', iteration, request, signal)
    return { torrent: Buffer.from(torrent, 'base64'), sha256 }
  }

  async sharingFailed(iteration: number, signal: AbortSignal): Promise<never> {
    await this.#receive('failed', iteration, 'sharing the file', signal)
    throw new UserError('failed without a reason')
  }

  async start(
    iteration: number,
    onArrived: () => void,
    signal: AbortSignal,
  ): Promise<TransferReport> {
    this.progress = null
    this.#channel.send({ type: 'start', iteration })
    await this.#receive('arrived', iteration, orders.start.task, signal)
    onArrived()
    return (await this.#receive('start', iteration, 'verifying the file', signal)).report
  }

  dismiss(reason: string): void {
    this.#channel.close(reason)
  }

  /** Receives the message of one type in one iteration, or its failure; late messages of earlier ones are skipped. */
  async #receive<T extends PeerMessage['type']>(
    type: T,
    iteration: number,
    task: string,
    signal: AbortSignal,
  ): Promise<MessageOf<PeerMessage, T>> {
    for (;;) {
      const message = await this.#channel.receive(signal).catch(lostWhile(task))
      if (!('iteration' in message) || message.iteration !== iteration) continue
      if (message.type === 'failed' && type !== 'clear') throw new UserError(quoted(message.reason))
      if (message.type === type) return message as MessageOf<PeerMessage, T>
      if (message.type === 'progress') {
        this.progress = message
        this.#onProgress(this.id, message)
      }
    }
  }
}

/** For catch(): the loss of the connection, with what the peer was doing. */
function lostWhile(task: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof ConnectionLost)) throw error
    throw new ConnectionLost(`lost while ${task} (${explain(error)})`)
  }
}
