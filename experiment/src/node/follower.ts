import type { Channel } from '../protocol/channel'
import { longestText, type PeerMessage, type SeederMessage } from '../protocol/messages'
import { explain, UserError } from '../util/errors'
import type { TransferReport } from '../results/iteration-result'
import type { TransferProgress } from './monitor'
import { quoted } from '../util/text'
import type { Worker } from './worker'

export interface FollowerOptions {
  /** A transfer has ended; or why it failed. */
  readonly onTransfer: (
    iteration: number,
    size: number,
    result: { report: TransferReport } | { failed: string },
  ) => void
}

type Order = Extract<SeederMessage, { iteration: number }>

/** Why the seeder ends the run early; null when it went through. */
export function reasonOf({ reason }: Extract<SeederMessage, { type: 'bye' }>): string | null {
  return reason === null ? null : quoted(reason)
}

/** Has the worker of a peer do what the seeder says, until that says goodbye or the connection ends. */
export class Follower {
  /** Of the iteration that is going on. */
  private iteration = 0
  private size = 0

  constructor(
    private readonly channel: Channel<SeederMessage, PeerMessage>,
    private readonly worker: Worker,
    /** The number of this peer. */
    private readonly id: number,
    private readonly options: FollowerOptions,
  ) {}

  /** @returns why the run ended early; null when it went through */
  async run(signal: AbortSignal): Promise<string | null> {
    try {
      for (;;) {
        const message = await this.channel.receive(signal)
        if (message.type === 'bye') return reasonOf(message)
        if (!('iteration' in message))
          throw new UserError(`the seeder sent '${message.type}' in the middle of the run`)
        await this.obey(message, signal)
      }
    } finally {
      this.iteration = 0
      await this.worker.clear()
    }
  }

  /** Tells the seeder how the transfer is doing. */
  progress(progress: TransferProgress): void {
    const { iteration } = this
    if (iteration === 0) return
    const trouble = progress.trouble?.slice(0, longestText) ?? null
    this.channel.send({ type: 'progress', iteration, ...progress, trouble })
  }

  /** What fails is reported, and does not keep this peer from the next order. */
  private async obey(order: Order, signal: AbortSignal): Promise<void> {
    const { iteration } = order
    this.iteration = iteration
    if (order.type === 'go') {
      // goes on while the seeder is listened to
      void this.transfer(iteration, signal)
      return
    }
    try {
      this.channel.send(await this.answer(order, signal))
    } catch (error) {
      signal.throwIfAborted()
      this.fail(iteration, error)
    }
  }

  private async answer(
    order: Exclude<Order, { type: 'go' }>,
    signal: AbortSignal,
  ): Promise<PeerMessage> {
    const { worker } = this
    const { iteration } = order
    switch (order.type) {
      case 'setUp': {
        const { at, settings } = await worker.setUp(this.id, order.condition, signal)
        return { type: 'listening', iteration, at: { ...at }, settings }
      }
      case 'meet':
        await worker.meet(order.others, signal)
        return { type: 'met', iteration }
      case 'offer': {
        const offered = await worker.offer(iteration, { ...order, file: null }, signal)
        void this.watchOffer(iteration, signal)
        const torrent = offered.torrent.toString('base64')
        return { type: 'offered', iteration, torrent, sha256: offered.sha256 }
      }
      case 'prepare':
        this.size = order.size
        await worker.prepare(
          iteration,
          { ...order, torrent: Buffer.from(order.torrent, 'base64') },
          signal,
        )
        return { type: 'ready', iteration }
      case 'ping':
        return { type: 'pong', iteration }
      case 'measure':
        return { type: 'counters', iteration, counters: await worker.counters(signal) }
      case 'clear':
        this.iteration = 0
        await worker.clear()
        return { type: 'cleared', iteration }
    }
  }

  private async transfer(iteration: number, signal: AbortSignal): Promise<void> {
    const { size } = this
    try {
      const arrived = () => this.channel.send({ type: 'arrived', iteration })
      const report = await this.worker.fetch(arrived, signal)
      this.channel.send({ type: 'finished', iteration, report })
      this.options.onTransfer(iteration, size, { report })
    } catch (error) {
      // when it was cleared, nobody wants to know
      if (this.iteration !== iteration) return
      this.options.onTransfer(iteration, size, { failed: this.fail(iteration, error) })
    }
  }

  private async watchOffer(iteration: number, signal: AbortSignal): Promise<void> {
    await this.worker.broken(signal).catch((error: unknown) => {
      if (this.iteration === iteration) this.fail(iteration, error)
    })
  }

  private fail(iteration: number, error: unknown): string {
    const reason = explain(error).slice(0, longestText)
    this.channel.send({ type: 'failed', iteration, reason })
    return reason
  }
}
