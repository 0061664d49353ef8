import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from 'libtorrent-napi'
import { type Scope, scope, within } from '../cancel'
import type { Channel } from '../control/channel'
import type { PeerMessage, SeederMessage } from '../control/messages'
import { sha256File } from '../content'
import { explain, UserError } from '../errors'
import { readCounters } from '../measure/counters'
import { insideOf } from '../paths'
import { Download } from '../transfer/download'
import { monitor, type TransferProgress } from '../transfer/monitor'
import { filesOf, sizeOf, torrentSource } from '../transfer/source'

/** To add a torrent of which nothing is on the disk. */
const prepareDeadline = 20_000

type Prepare = Extract<SeederMessage, { type: 'prepare' }>

export interface FollowerOptions {
  /** An existing directory. Nothing is ever written outside of it. */
  readonly savePath: string
  /** Leave what was downloaded in the save path; otherwise it is removed after each iteration. */
  readonly keep: boolean
  /** Name to store downloads under, instead of the torrent's. */
  readonly fileName: string | undefined
  /** Told about once a second how the transfer is doing; short ones end before. */
  readonly onProgress: (progress: TransferProgress) => void
  /** A transfer has ended; milliseconds, or why it failed. */
  readonly onTransfer: (
    iteration: number,
    size: number,
    result: { finish: number } | { failed: string },
  ) => void
}

/** One iteration, as far as it has come. */
interface Current {
  readonly offer: Prepare
  readonly directory: string
  readonly path: string
  readonly download: Download
  /** Ends with the iteration. */
  readonly life: Scope
  running: Promise<void>
}

/** Does what the seeder says, in one session, until it says goodbye or the connection ends. */
export class Follower {
  private current: Current | null = null

  constructor(
    private readonly channel: Channel<SeederMessage, PeerMessage>,
    private readonly session: lt.Session,
    private readonly options: FollowerOptions,
  ) {}

  /** @returns why the run ended early; null when it went through */
  async run(signal: AbortSignal): Promise<string | null> {
    try {
      for (;;) {
        const message = await this.channel.receive(signal)
        if (message.type === 'bye') return message.reason
        await this.obey(message, signal)
      }
    } finally {
      await this.clear()
    }
  }

  private async obey(message: SeederMessage, signal: AbortSignal): Promise<void> {
    switch (message.type) {
      case 'prepare':
        return this.prepare(message, signal)
      case 'go':
        return this.go(message.iteration)
      case 'measure':
        return this.channel.send({
          type: 'counters',
          iteration: message.iteration,
          counters: await readCounters(this.session),
        })
      case 'clear':
        await this.clear()
        return this.channel.send({ type: 'cleared', iteration: message.iteration })
      case 'welcome':
      case 'refused':
      case 'bye':
        throw new UserError(`the seeder sent '${message.type}' in the middle of the run`)
    }
  }

  private async prepare(offer: Prepare, outer: AbortSignal): Promise<void> {
    await this.clear()
    const { iteration } = offer
    try {
      this.current = await within(prepareDeadline, 'preparing', outer, (signal) =>
        this.load(offer, outer, signal),
      )
      this.channel.send({ type: 'ready', iteration })
    } catch (error) {
      outer.throwIfAborted()
      this.fail(offer, error)
    }
  }

  /** @param signal ends the loading, `outer` everything */
  private async load(offer: Prepare, outer: AbortSignal, signal: AbortSignal): Promise<Current> {
    const { fileName } = this.options
    const info = new lt.TorrentInfo(Buffer.from(offer.torrent, 'base64'))
    const directory = await mkdtemp(join(this.options.savePath, `iteration-${offer.iteration}-`))
    const life = scope(outer)
    try {
      const [path, second] = filesOf(info, directory)
      if (path === undefined || second !== undefined || sizeOf(info) !== offer.size) {
        throw new UserError('the torrent is not the single file that the seeder announced')
      }
      const stored = fileName === undefined ? path : insideOf(directory, fileName)
      const where = { savePath: directory, peers: offer.peers, fileName, signal }
      const download = await Download.prepare(this.session, torrentSource(info), where)
      return { offer, directory, path: stored, download, life, running: Promise.resolve() }
    } catch (error) {
      await rm(directory, { recursive: true, force: true })
      throw error
    }
  }

  /** Begins the transfer; the seeder goes on being listened to. */
  private go(iteration: number): void {
    const { current } = this
    if (current?.offer.iteration !== iteration)
      throw new UserError(`the seeder began iteration ${iteration} unprepared`)
    current.running = this.transfer(current)
  }

  private async transfer({ offer, path, download, life }: Current): Promise<void> {
    const { iteration, size } = offer
    const fetching = scope(life.signal)
    try {
      monitor(download.torrent, this.options, fetching.signal).catch(() => {})
      const times = await download.fetch(life.signal)
      const sha256 = await sha256File(path, { signal: life.signal })
      if (sha256 !== offer.sha256)
        throw new UserError(`what arrived has SHA-256 ${sha256} instead of ${offer.sha256}`)
      this.channel.send({ type: 'finished', iteration, times, sha256 })
      this.options.onTransfer(iteration, size, { finish: times.finish })
    } catch (error) {
      if (!life.signal.aborted) this.fail(offer, error)
    } finally {
      fetching.end()
    }
  }

  private fail({ iteration, size }: Prepare, error: unknown): void {
    const reason = explain(error).slice(0, 1000)
    this.channel.send({ type: 'failed', iteration, reason })
    this.options.onTransfer(iteration, size, { failed: reason })
  }

  /** Ends the current iteration, if there is one, and removes what it left. */
  private async clear(): Promise<void> {
    const { current } = this
    if (!current) return
    this.current = null
    current.life.end()
    await current.running
    await this.session.removeTorrent(current.download.torrent)
    if (!this.options.keep) await rm(current.directory, { recursive: true, force: true })
  }
}
