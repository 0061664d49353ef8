import { type Channel, ConnectionLost } from '../protocol/channel'
import type { PeerMessage, PeerReply, SeederMessage } from '../protocol/messages'
import { explain, UserError } from '../util/errors'
import type { Machine } from '../results/machine'
import type { Counters, TransferReport } from '../results/iteration-result'
import type { Endpoint } from '../util/endpoint'
import type { Condition } from '../plan/condition'
import type { TransferProgress } from '../node/monitor'
import type { Listening, SwarmNode } from './swarm-node'
import type { ContentOrder, Offered } from '../node/content'
import { quoted } from '../util/text'
import type { Task } from '../node/worker'

/** A peer that has joined, as the seeder sees it. One order at a time. */
export class RemotePeer implements SwarmNode {
  constructor(
    /** From 1. */
    readonly id: number,
    readonly machine: Machine,
    private readonly channel: Channel<PeerMessage, SeederMessage>,
    private readonly onProgress: (peer: number, progress: TransferProgress) => void,
  ) {}

  progress: TransferProgress | null = null

  get closed(): Promise<Error> {
    return this.channel.closed
  }

  async setUp(iteration: number, condition: Condition, signal: AbortSignal): Promise<Listening> {
    this.channel.send({ type: 'setUp', iteration, condition })
    return await this.reply('listening', iteration, signal)
  }

  async meet(iteration: number, others: readonly Endpoint[], signal: AbortSignal): Promise<void> {
    this.channel.send({ type: 'meet', iteration, others: [...others] })
    await this.reply('met', iteration, signal)
  }

  async offer(iteration: number, order: ContentOrder, signal: AbortSignal): Promise<Offered> {
    const { fileName, size, trackers, seed } = order
    const message = { iteration, fileName, size, trackers: [...trackers], seed }
    this.channel.send({ type: 'offer', ...message })
    const { torrent, sha256 } = await this.reply('offered', iteration, signal)
    return { torrent: Buffer.from(torrent, 'base64'), sha256 }
  }

  async broken(iteration: number, signal: AbortSignal): Promise<never> {
    const { type } = await this.reply('failed', iteration, signal)
    throw new UserError(`${type} without a reason`)
  }

  async prepare(iteration: number, task: Task, signal: AbortSignal): Promise<void> {
    const torrent = task.torrent.toString('base64')
    const { size, sha256, peers, timeline } = task
    const message = { iteration, size, sha256, torrent, peers: [...peers], timeline }
    this.channel.send({ type: 'prepare', ...message })
    await this.reply('ready', iteration, signal)
  }

  async ping(iteration: number, signal: AbortSignal): Promise<void> {
    this.channel.send({ type: 'ping', iteration })
    await this.reply('pong', iteration, signal)
  }

  async fetch(
    iteration: number,
    onArrived: () => void,
    signal: AbortSignal,
  ): Promise<TransferReport> {
    this.progress = null
    this.channel.send({ type: 'go', iteration })
    await this.reply('arrived', iteration, signal)
    onArrived()
    return (await this.reply('finished', iteration, signal)).report
  }

  async counters(iteration: number, signal: AbortSignal): Promise<Counters> {
    this.channel.send({ type: 'measure', iteration })
    return (await this.reply('counters', iteration, signal)).counters
  }

  async clear(iteration: number, signal: AbortSignal): Promise<void> {
    this.channel.send({ type: 'clear', iteration })
    await this.reply('cleared', iteration, signal)
  }

  dismiss(reason: string): void {
    this.channel.close(reason)
  }

  /** Its answer of one type in one iteration, or its failure. What it said too late before is passed over. */
  private async reply<T extends PeerMessage['type']>(
    type: T,
    iteration: number,
    signal: AbortSignal,
  ): Promise<PeerReply<T>> {
    for (;;) {
      const message = await this.channel.receive(signal).catch(lostWhile(tasks[type]))
      if (!('iteration' in message) || message.iteration !== iteration) continue
      if (message.type === 'failed' && type !== 'cleared')
        throw new UserError(quoted(message.reason))
      if (message.type === type) return message as PeerReply<T>
      if (message.type === 'progress') this.note(message)
    }
  }

  private note(progress: TransferProgress): void {
    this.progress = progress
    this.onProgress(this.id, progress)
  }
}

/** What a peer does before each message. */
const tasks: Readonly<Partial<Record<PeerMessage['type'], string>>> = {
  listening: 'opening a session',
  met: 'getting into the DHT',
  offered: 'making the content',
  ready: 'adding the torrent',
  pong: 'answering a ping',
  arrived: 'fetching the file',
  finished: 'verifying the file',
  failed: 'sharing the file',
  counters: 'reading its counters',
  cleared: 'removing the torrent',
}

/** For catch(): the loss of the connection with what was waited for. */
function lostWhile(task = 'working'): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof ConnectionLost)) throw error
    throw new ConnectionLost(`lost while ${task} (${explain(error)})`)
  }
}
