import * as lt from 'libtorrent-napi'
import { sha256File, ensureDirectory, insideOf } from '../util/files'
import { UserError } from '../util/errors'
import { formatEndpoint, type Endpoint } from '../util/endpoint'
import { formatSize } from '../util/units'
import { flagsOf, type NetworkOptions, openNode } from './session'
import type { TransferProgress } from './transfer'
import { entriesOf, filesOf, loadSource, sizeOf } from './source'
import { retryTrackers, trackersTrouble } from './discovery'

/** Milliseconds between two reports of progress. */
const interval = 1000

export interface DownloadTorrentOptions extends NetworkOptions {
  /** Dialled at the start, besides those that trackers name. */
  readonly peers?: readonly Endpoint[]
  /** Besides those that the torrent names. */
  readonly trackers?: readonly string[]
  /** Name to store a torrent's only file under, instead of its own. */
  readonly fileName?: string | undefined
  /** What the SHA-256 of the only file has to be, in hex. */
  readonly sha256?: string
  /** Bytes that the torrent has to have. */
  readonly size?: number | undefined
  /** Milliseconds without a byte, once a transfer has begun, after which it counts as failed. */
  readonly stallTimeout?: number | undefined
  readonly signal?: AbortSignal | undefined
  /** Called about once a second. */
  readonly onProgress?: ((progress: TransferProgress) => void) | undefined
  /** Called with messages for the user, such as a tracker that does not answer. */
  readonly onMessage?: (message: string) => void
  /** Called when the download ends before it is complete, also by the signal: a later one goes on with what is there. */
  readonly onIncomplete?: (incomplete: Incomplete) => void
  /** What to do once the download is complete and before this node leaves the swarm: to seed on, for example. */
  readonly onComplete?:
    ((result: Downloaded, torrent: lt.TorrentHandle) => Promise<void>) | undefined
}

/** What is in the save path of a download that is not complete. */
export interface Incomplete {
  readonly name: string
  /** From 0 up to 1. */
  readonly share: number
}

export interface Downloaded extends Pick<lt.Download, 'fetched' | 'times'> {
  /** Where the files are now. */
  readonly files: readonly string[]
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly infoHashes: { readonly v1: string | null; readonly v2: string | null }
  /** SHA-256 of the only file, in hex; null for a torrent of several files. */
  readonly sha256: string | null
  /** All of it was in the save path before. */
  readonly wasComplete: boolean
}

/**
 * Downloads a torrent into a directory. Resolves when it is complete, verified by its hashes (and by SHA-256 if that
 * is given), and on the disk.
 */
export async function downloadTorrent(
  torrent: lt.TorrentSource,
  savePath: string,
  options: DownloadTorrentOptions = {},
): Promise<Downloaded> {
  const source = await loadSource(torrent, options)
  if (source.ti) checkBefore(source.ti, savePath, options)
  const directory = await ensureDirectory(savePath)
  await using node = await openNode(options)
  const { fileName, trackers, signal, onComplete, onMessage = () => {} } = options
  retryTrackers(node.session, onMessage)
  const params = fileName === undefined ? {} : { renamedFiles: new Map([[0, fileName]]) }
  const progress = new Progress(node.session, options)
  const downloading = lt.download({ ...source, ...params }, directory, {
    session: node.session,
    peers: (options.peers ?? []).map(formatEndpoint),
    trackers,
    flags: flagsOf(options),
    seed: onComplete !== undefined,
    signal,
    onProgress: progress.report,
    progressInterval: interval,
  })
  const download = await downloading.catch((error: unknown) => {
    progress.reportIncomplete()
    throw error
  })
  const result = await inspect(download, options)
  await onComplete?.(result, download.torrent)
  return result
}

/** What can be refused without a single byte transferred. */
function checkBefore(
  info: lt.TorrentInfo,
  savePath: string,
  { fileName, size }: DownloadTorrentOptions,
): void {
  filesOf(info, savePath)
  if (fileName !== undefined) {
    insideOf(savePath, fileName)
    if (entriesOf(info).length !== 1)
      throw new UserError(`${info.name()} has several files: it can't be given one name`)
  }
  checkSize(info, size)
}

function checkSize(info: lt.TorrentInfo, expected: number | undefined): void {
  const size = sizeOf(info)
  if (expected !== undefined && size !== expected)
    throw new UserError(`the torrent '${info.name()}' has ${size} bytes: expected ${expected}`)
}

/** Passes progress on with the trouble of trackers, and fails a download that stalls. */
class Progress {
  #torrent: lt.TorrentHandle | null = null
  #trouble: string | null = null
  #last: lt.TransferProgress | null = null
  #hasBegun = false
  /** When the last byte came. */
  #moved = performance.now()

  /** @param session which will have one torrent */
  constructor(
    session: lt.Session,
    readonly options: DownloadTorrentOptions,
  ) {
    session.once('add_torrent', ({ handle }) => (this.#torrent = handle))
    session.once('peer_connect', () => (this.#hasBegun = true))
  }

  readonly report = (progress: lt.TransferProgress): void => {
    const { done, total, rate, uploadRate, peers, downloaded } = progress
    const isMoving = downloaded !== this.#last?.downloaded
    if (isMoving || !this.#hasBegun || done === total) this.#moved = performance.now()
    const isFirst = this.#last === null
    this.#last = progress
    void this.#lookForTrouble(peers)
    const { onProgress, signal, stallTimeout = Infinity } = this.options
    // No peer can be there at the first report. The last one of a stopped download is for `reportIncomplete()`.
    if (!isFirst && !signal?.aborted)
      onProgress?.({ done, total, rate, uploadRate, peers, trouble: this.#trouble })
    if (performance.now() - this.#moved > stallTimeout) throw stalled(progress, stallTimeout)
  }

  reportIncomplete(): void {
    if (!this.#last || this.#last.total === 0) return
    const { name, done, total } = this.#last
    this.options.onIncomplete?.({ name, share: done / total })
  }

  async #lookForTrouble(peers: number): Promise<void> {
    const looked = peers === 0 && this.#torrent ? trackersTrouble(this.#torrent) : null
    this.#trouble = await Promise.resolve(looked).catch(() => null)
  }
}

function stalled({ done, total, peers }: lt.TransferProgress, timeout: number): UserError {
  const amount = `${formatSize(done)} of ${formatSize(total)}`
  const why =
    peers === 0 ? 'no peer is connected any more' : `${peers} connected peers send nothing`
  const seconds = timeout / 1000
  return new UserError(`the transfer stopped at ${amount}: nothing came for ${seconds} s, ${why}`)
}

/** Looks at what arrived. */
async function inspect(
  { info, files: arrived, fetched, times }: lt.Download,
  { size: expectedSize, sha256: expected, signal }: DownloadTorrentOptions,
): Promise<Downloaded> {
  checkSize(info, expectedSize)
  const files = arrived.map(({ path }) => path)
  const [only, second] = files
  const isOne = only !== undefined && second === undefined
  const sha256 = isOne ? await sha256File(only, { signal }) : null
  const [name, size, infoHashes] = [info.name(), sizeOf(info), info.infoHashes()]
  if (expected !== undefined && sha256 !== expected)
    throw new UserError(`what arrived as '${name}' has SHA-256 ${sha256}: expected ${expected}`)
  return { files, name, size, infoHashes, sha256, fetched, times, wasComplete: fetched === 0 }
}
