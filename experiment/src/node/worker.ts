import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from 'libtorrent-napi'
import { scope, abortable } from '../util/cancel'
import { sha256File, insideOf } from '../util/files'
import { TemporaryDirectory } from '../util/temporary-directory'
import { UserError } from '../util/errors'
import { countAccepted, readCounters } from '../results/counters'
import type { ReplyOf, RequestOf } from '../protocol/orders'
import type { Counters, TransferReport } from '../results/iteration-result'
import { type ChangedSettings, changedSettingsOf } from '../results/environment'
import type { Endpoint } from '../util/endpoint'
import type { Binding } from '../host/addresses'
import type { Condition } from '../plan/condition'
import { networkOf, type Node, nodeOf, openNode, failure, seedFlagsOf } from './session'
import { add, type DownloadOptions, measured, monitor, type TransferProgress } from './transfer'
import { filesOf, sizeOf } from './source'
import { retryTrackers, findable, joinDht } from './discovery'
import { type ContentOrder, makeContent, type SharedContent } from './content'

const { stopWhenReady } = lt.torrentFlags

/** Milliseconds for what is left in memory to be written to the disk. */
const flushDeadline = 60_000

export interface WorkerOptions extends Binding {
  /** An existing directory. Nothing is ever written outside of it. */
  readonly savePath: string
  /** Whose bytes are counted next to libtorrent's; null: none. */
  readonly networkInterface: string | null
  /** Leave what was downloaded in the save path; otherwise it is removed after each iteration. */
  readonly keep: boolean
  /** Name to store downloads under, instead of the torrent's. */
  readonly fileName: string | undefined
  /** Called about once a second with the progress of a transfer; short ones end before. */
  readonly onProgress: (progress: TransferProgress) => void
  readonly onMessage: (message: string) => void
}

/** What a node is to fetch. */
export interface Task extends Omit<RequestOf<'prepare'>, 'torrent'> {
  readonly torrent: Buffer
}

/** The session of a condition. */
interface ConditionSession {
  readonly key: string
  readonly condition: Condition
  readonly node: Node
  readonly settings: ChangedSettings
  /** Handshakes that the session has accepted. */
  readonly accepted: () => number
}

/** A task until it is cleared. */
interface Prepared {
  readonly task: Task
  readonly info: lt.TorrentInfo
  readonly where: DownloadOptions
  /** Where the file will be. */
  readonly path: string
  /** Null when the torrent is added at the start signal only. */
  readonly torrent: lt.TorrentHandle | null
}

/**
 * One node of a run: the seeder's own, or a peer's. It has one session per condition, and in it one torrent per
 * iteration. Calls are executed one after the other.
 */
export class Worker implements AsyncDisposable {
  /** Of the transfer that goes on, once it lasts longer than a second. */
  progress: TransferProgress | null = null
  #open: ConditionSession | null = null
  #prepared: Prepared | null = null
  #torrent: lt.TorrentHandle | null = null
  readonly #temporary: TemporaryDirectory[] = []
  #last: Promise<unknown> = Promise.resolve()
  #endLast = () => {}

  readonly #options: WorkerOptions

  constructor(options: WorkerOptions) {
    this.#options = options
  }

  /** Opens a session for a condition, unless the session of the iteration before has the same one. */
  openSession(
    number: number,
    condition: Condition,
    signal: AbortSignal,
  ): Promise<ReplyOf<'openSession'>> {
    return this.#enqueue(signal, async (signal) => {
      const { onMessage } = this.#options
      const key = JSON.stringify([number, condition])
      if (this.#open?.key !== key) {
        await this.#closeSession()
        const node = await openNode({ ...networkOf(condition, number, this.#options), signal })
        retryTrackers(node.session, onMessage)
        const settings = await changedSettingsOf(node.session)
        this.#open = { condition, key, node, settings, accepted: countAccepted(node.session) }
      }
      const { node, settings } = this.#current
      return { at: { host: node.address, port: node.port }, settings }
    })
  }

  /** Adds the DHT nodes of the others, and waits until one of them has answered. */
  joinDht(others: readonly Endpoint[], signal: AbortSignal): Promise<void> {
    return this.#enqueue(signal, (signal) => joinDht(this.#current.node.session, others, signal))
  }

  /** Makes content and its torrent, and shares it until the iteration is cleared. */
  share(iteration: number, order: ContentOrder, signal: AbortSignal): Promise<SharedContent> {
    return this.#enqueue(signal, async (signal) => {
      const { condition, node } = this.#current
      const directory = await this.#makeDirectory(iteration)
      const { info, path, torrent, sha256 } = await makeContent(order, condition, directory, signal)
      const found = findable(node.session, info, condition.discovery, signal)
      const seed = { session: node.session, torrent: info, flags: seedFlagsOf(condition) }
      const shared = await abortable(signal, (signal) => lt.seed(path, { ...seed, signal }))
      this.#torrent = shared.torrent
      await found()
      return { torrent, sha256 }
    })
  }

  /** Rejects when the content can't be shared any more, or when the iteration is cleared. */
  async sharingFailed(outer: AbortSignal): Promise<never> {
    const torrent = this.#torrent
    if (!torrent) throw new UserError('nothing is being shared')
    return await failure(torrent, outer)
  }

  /**
   * Adds a torrent, and waits until libtorrent has checked its files and stopped it. With libtorrent's defaults, it only
   * reads the torrent: what this saves is part of the time of the transfer then.
   */
  prepare(iteration: number, task: Task, signal: AbortSignal): Promise<void> {
    return this.#enqueue(signal, async (signal) => {
      const { condition, node } = this.#current
      const { fileName } = this.#options
      const info = new lt.TorrentInfo(task.torrent)
      const savePath = await this.#makeDirectory(iteration)
      const path = onlyFile(info, task.size, savePath)
      const where = { ...condition, savePath, peers: task.peers, fileName }
      const plainly = condition.libtorrentDefaults
      const torrent = plainly ? null : await add(node.session, info, where, stopWhenReady)
      this.#torrent = torrent
      await torrent?.checked({ signal })
      const stored = fileName === undefined ? path : insideOf(savePath, fileName)
      this.#prepared = { task, info, where, path: stored, torrent }
    })
  }

  /**
   * Fetches what was prepared, and verifies its SHA-256.
   * @param onArrived called as soon as all of it is here and verified by its hashes
   */
  fetch(onArrived: () => void, signal: AbortSignal): Promise<TransferReport> {
    return this.#enqueue(signal, async (signal) => {
      const prepared = this.#prepared
      if (!prepared) throw new UserError('the seeder started a transfer that it had not prepared')
      const { path, task } = prepared
      const report = await this.#transfer(prepared, signal)
      onArrived()
      await this.#torrent?.finished({ signal, timeout: flushDeadline })
      const sha256 = await sha256File(path, { signal })
      if (sha256 === task.sha256) return report
      throw new UserError(`what arrived has SHA-256 ${sha256} instead of ${task.sha256}`)
    })
  }

  counters(signal: AbortSignal): Promise<Counters> {
    return this.#enqueue(signal, () => {
      const { node, accepted } = this.#current
      return readCounters(node.session, accepted, this.#options.networkInterface)
    })
  }

  /** Ends the current iteration, whatever it is at, and removes what it left. */
  clear(): Promise<void> {
    this.#endLast()
    return this.#enqueue(undefined, async () => {
      const torrent = this.#torrent
      // libtorrent closes the files of a download before it deletes them: until then they fill the disk.
      const deleteFiles = this.#prepared !== null && !this.#options.keep
      this.#prepared = null
      this.#torrent = null
      if (torrent) await torrent.session.removeTorrent(torrent, { deleteFiles })
      for (const directory of this.#temporary.splice(0)) await directory[Symbol.asyncDispose]()
    })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.clear()
    await this.#closeSession()
  }

  get #current(): ConditionSession {
    if (!this.#open) throw new UserError('the seeder gave an order before it had set up a session')
    return this.#open
  }

  async #transfer(prepared: Prepared, outer: AbortSignal): Promise<TransferReport> {
    const { torrent: held, info, task, where } = prepared
    const { session } = this.#current.node
    const pieceLength = info.pieceLength()
    const timeline = task.timeline ? { nodeOf, size: task.size, pieceLength } : null
    const running = scope(outer)
    const begin = async () => {
      held?.resume()
      this.#torrent = held ?? (await add(session, info, where))
      this.progress = null
      monitor(this.#torrent, this.#report, running.signal).catch(() => {})
      return this.#torrent
    }
    try {
      return await measured(session, begin, timeline, running.signal)
    } finally {
      running.end()
    }
  }

  readonly #report = (progress: TransferProgress) => {
    this.progress = progress
    this.#options.onProgress(progress)
  }

  /** Runs one call after the other: an aborted one ends before the next begins. */
  #enqueue<T>(
    outer: AbortSignal | undefined,
    act: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const acting = scope(outer)
    const result = this.#last
      .then(() => {
        acting.signal.throwIfAborted()
        return act(acting.signal)
      })
      .finally(() => acting.end())
    this.#last = result.catch(() => {})
    this.#endLast = acting.end
    return result
  }

  async #makeDirectory(iteration: number): Promise<string> {
    const { savePath, keep } = this.#options
    const prefix = `iteration-${iteration}-`
    if (keep) return await mkdtemp(join(savePath, prefix))
    const directory = await TemporaryDirectory.in(savePath, prefix)
    this.#temporary.push(directory)
    return directory.path
  }

  async #closeSession(): Promise<void> {
    const open = this.#open
    this.#open = null
    await open?.node.close()
  }
}

/** Where the only file of a torrent will be. */
function onlyFile(info: lt.TorrentInfo, size: number, directory: string): string {
  const [path, second] = filesOf(info, directory)
  if (path !== undefined && second === undefined && sizeOf(info) === size) return path
  throw new UserError('the torrent is not the single file that the seeder announced')
}
