import type { Channel } from '../protocol/channel'
import {
  longestText,
  type MessageOf,
  type OrderMessage,
  type OrderName,
  type PeerMessage,
  type ReplyMessage,
  type ReplyOf,
  type RequestOf,
  type SeederMessage,
} from '../protocol/orders'
import { readProcessorTime } from '../results/environment'
import type { TransferReport } from '../results/iteration-result'
import { explain, UserError } from '../util/errors'
import { quoted } from '../util/text'
import type { TransferProgress } from './transfer'
import type { Worker } from './worker'

/** What an order needs besides its fields. */
interface Execution {
  readonly worker: Worker
  /** Number of the node. */
  readonly node: number
  readonly iteration: number
  /** Called when all of the file has arrived, before it is verified and on the disk. */
  readonly onArrived: () => void
  readonly signal: AbortSignal
}

type Handlers = {
  readonly [N in OrderName]: (
    execution: Execution,
    request: RequestOf<N>,
  ) => Promise<ReplyOf<N>> | ReplyOf<N>
}

/** How a node executes each order, be it the seeder itself or a peer. */
const handlers: Handlers = {
  openSession: ({ worker, node, signal }, { condition }) =>
    worker.openSession(node, condition, signal),
  async joinDht({ worker, signal }, { others }) {
    await worker.joinDht(others, signal)
    return {}
  },
  async share({ worker, iteration, signal }, request) {
    const { torrent, sha256 } = await worker.share(iteration, { ...request, file: null }, signal)
    return { torrent: torrent.toString('base64'), sha256 }
  },
  async prepare({ worker, iteration, signal }, request) {
    const torrent = Buffer.from(request.torrent, 'base64')
    await worker.prepare(iteration, { ...request, torrent }, signal)
    return {}
  },
  ping: () => ({}),
  start: async ({ worker, onArrived, signal }) => ({
    report: await worker.fetch(onArrived, signal),
  }),
  readCounters: async ({ worker, signal }) => ({ counters: await worker.counters(signal) }),
  readProcessorTime: () => ({ time: readProcessorTime() }),
  async clear({ worker }) {
    await worker.clear()
    return {}
  },
}

/** Executes one order. */
export async function executeOrder<N extends OrderName>(
  name: N,
  request: RequestOf<N>,
  execution: Execution,
): Promise<ReplyOf<N>> {
  return handlers[name](execution, request)
}

/** Called when a transfer has ended, with its report or the reason of its failure. */
export type TransferListener = (
  iteration: number,
  size: number,
  result: { report: TransferReport } | { failed: string },
) => void

/** What executes the orders of a seeder. */
interface Member {
  readonly channel: Channel<SeederMessage, PeerMessage>
  readonly worker: Worker
  /** The number of this peer. */
  readonly id: number
  readonly onTransfer: TransferListener
}

/** Why the seeder ended the run early; null when it was carried out. */
export function reasonOf({ reason }: MessageOf<SeederMessage, 'runEnded'>): string | null {
  return reason === null ? null : quoted(reason)
}

/** Executes what the seeder orders until it ends the run, or the connection ends. */
export class OrderExecutor {
  /** The current iteration; 0 when there is none. */
  #iteration = 0
  /** Bytes of the file that was prepared last. */
  #size = 0
  readonly #member: Member

  constructor(member: Member) {
    this.#member = member
  }

  /** @returns why the run ended early; null when it was carried out */
  async run(signal: AbortSignal): Promise<string | null> {
    let latest: OrderName = 'clear'
    let executed = Promise.resolve()
    try {
      for (;;) {
        const message = await this.#member.channel.receive(signal)
        if (message.type === 'runEnded') return reasonOf(message)
        if (!('iteration' in message))
          throw new UserError(`the seeder sent '${message.type}' in the middle of the run`)
        // `clear` ends the order at hand. Any other one waits for that, so that two are at hand at most.
        if (message.type !== 'clear' || latest === 'clear') await executed
        latest = message.type
        executed = this.#execute(message, signal)
      }
    } finally {
      this.#iteration = 0
      await this.#member.worker.clear()
    }
  }

  /** Reports to the seeder how the transfer advances. */
  progress(progress: TransferProgress): void {
    const iteration = this.#iteration
    if (iteration === 0) return
    const trouble = progress.trouble?.slice(0, longestText) ?? null
    this.#member.channel.send({ type: 'progress', iteration, ...progress, trouble })
  }

  /** Executes an order, or reports why that failed. Never rejects. */
  async #execute(order: OrderMessage, signal: AbortSignal): Promise<void> {
    const { type, iteration } = order
    this.#iteration = type === 'clear' ? 0 : iteration
    if (type === 'prepare') this.#size = order.size
    if (type === 'start') return this.#transfer(iteration, signal)
    try {
      await this.#reply(order, signal)
      if (type === 'share') void this.#watchShared(iteration, signal)
    } catch (error) {
      // The seeder does not wait for an iteration that it has cleared.
      if (type === 'clear' || this.#iteration === iteration) this.#fail(iteration, error)
    }
  }

  async #reply<N extends OrderName>(
    order: MessageOf<OrderMessage, N>,
    signal: AbortSignal,
  ): Promise<ReplyOf<N>> {
    const { type, iteration, ...request } = order as { type: N; iteration: number }
    const { worker, id: node, channel } = this.#member
    const onArrived = () => channel.send({ type: 'arrived', iteration })
    const execution = { worker, node, iteration, onArrived, signal }
    const reply = await executeOrder(type, request as RequestOf<N>, execution)
    channel.send({ type, iteration, ...reply } as ReplyMessage)
    return reply
  }

  async #transfer(iteration: number, signal: AbortSignal): Promise<void> {
    const size = this.#size
    const { onTransfer } = this.#member
    try {
      const { report } = await this.#reply<'start'>({ type: 'start', iteration }, signal)
      onTransfer(iteration, size, { report })
    } catch (error) {
      // The seeder does not wait for an iteration that it has cleared.
      if (this.#iteration === iteration)
        onTransfer(iteration, size, { failed: this.#fail(iteration, error) })
    }
  }

  async #watchShared(iteration: number, signal: AbortSignal): Promise<void> {
    await this.#member.worker.sharingFailed(signal).catch((error: unknown) => {
      if (this.#iteration === iteration) this.#fail(iteration, error)
    })
  }

  #fail(iteration: number, error: unknown): string {
    const reason = explain(error).slice(0, longestText)
    this.#member.channel.send({ type: 'failed', iteration, reason })
    return reason
  }
}
