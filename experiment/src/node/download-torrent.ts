import type * as lt from 'libtorrent-napi'
import { scope, within } from '../util/cancel'
import { sha256File } from '../util/random-file'
import { UserError } from '../util/errors'
import type { TransferTimes } from '../results/iteration-result'
import type { Endpoint } from '../util/endpoint'
import { ensureDirectory, insideOf } from '../util/paths'
import { Download, written } from './download'
import { monitor, type MonitorOptions } from './monitor'
import { type NetworkOptions, openNode } from './session'
import { entriesOf, filesOf, loadSource, sizeOf, type TorrentInput } from './source'
import { retryTrackers } from './tracker-notes'

/** Milliseconds for the announce of the completed download, before the session closes. */
const announceDeadline = 2000

export interface DownloadTorrentOptions extends NetworkOptions, MonitorOptions {
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
  readonly signal?: AbortSignal | undefined
  /** Called with messages for the user, such as a tracker that does not answer. */
  readonly onMessage?: (message: string) => void
  /** Called when the download ends before it is complete, also by the signal: a later one goes on with what is there. */
  readonly onIncomplete?: (incomplete: Incomplete) => void
  /** What to do once the download is complete and before this node leaves the swarm: to seed on, for example. */
  readonly onComplete?: (result: Downloaded, torrent: lt.TorrentHandle) => Promise<void> | void
}

/** What is in the save path of a download that is not complete. */
export interface Incomplete {
  readonly name: string
  /** From 0 up to 1, by whole pieces: a later download fetches others anew. */
  readonly share: number
}

export interface Downloaded {
  /** Where the files are now. */
  readonly files: readonly string[]
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** Bytes that were missing at the start. */
  readonly fetched: number
  readonly infoHashes: { readonly v1: string | null; readonly v2: string | null }
  /** SHA-256 of the only file, in hex; null for a torrent of several files. */
  readonly sha256: string | null
  readonly times: TransferTimes
  /** All of it was in the save path before. */
  readonly wasComplete: boolean
}

/**
 * Downloads a torrent into a directory. Resolves when it is complete, verified by its hashes (and by SHA-256 if that
 * is given), and on the disk.
 */
export async function downloadTorrent(
  torrent: TorrentInput,
  savePath: string,
  options: DownloadTorrentOptions = {},
): Promise<Downloaded> {
  const source = await loadSource(torrent, options)
  if (source.info) checkBefore(source.info, savePath, options)
  const directory = await ensureDirectory(savePath)
  const node = await openNode(options)
  const watch = scope(options.signal)
  const forget = retryTrackers(node.session, options.onMessage ?? (() => {}))
  try {
    const { signal } = watch
    const announced = announcesDone(node.session)
    const download = await Download.prepare(node.session, source, {
      ...options,
      savePath: directory,
      signal,
    })
    const fetch = async () => {
      const { times } = await download.fetch(null, signal)
      if (!download.wasComplete) await written(download.torrent, signal)
      return times
    }
    const fetching = Promise.race([fetch(), monitor(download.torrent, options, signal)])
    const times = await fetching.catch(async (error: unknown) => {
      await reportIncomplete(download.torrent, options)
      throw error
    })
    const result = await inspect(download, times, directory, options)
    await options.onComplete?.(result, download.torrent)
    if (!signal.aborted) await announced(signal)
    return result
  } finally {
    forget()
    watch.end()
    await node.close()
  }
}

/** What can be refused without a single byte transferred. */
function checkBefore(
  info: lt.TorrentInfo,
  savePath: string,
  options: DownloadTorrentOptions,
): void {
  filesOf(info, savePath)
  if (options.fileName !== undefined) {
    insideOf(savePath, options.fileName)
    if (entriesOf(info).length !== 1)
      throw new UserError(`${info.name()} has several files: it can't be given one name`)
  }
  checkSize(info, options.size)
}

function checkSize(info: lt.TorrentInfo, expected: number | undefined): void {
  if (expected !== undefined && sizeOf(info) !== expected) {
    throw new UserError(
      `the torrent '${info.name()}' has ${sizeOf(info)} bytes: expected ${expected}`,
    )
  }
}

async function reportIncomplete(
  torrent: lt.TorrentHandle,
  { onIncomplete }: DownloadTorrentOptions,
): Promise<void> {
  const info = await torrent.torrentFile()
  // without metadata nothing has come
  if (!info || !onIncomplete) return
  const { numPieces } = await torrent.status()
  onIncomplete({ name: info.name(), share: numPieces / info.numPieces() })
}

/** Looks at what arrived. */
async function inspect(
  { torrent, wasComplete, present }: Download,
  times: TransferTimes,
  directory: string,
  options: DownloadTorrentOptions,
): Promise<Downloaded> {
  const info = await torrent.torrentFile()
  if (!info) throw new Error('a finished torrent without metadata')
  checkSize(info, options.size)
  const files = filesOf(info, directory)
  const only = files.length === 1 ? files[0] : undefined
  const sha256 = only === undefined ? null : await sha256File(only, { signal: options.signal })
  if (options.sha256 !== undefined && sha256 !== options.sha256) {
    throw new UserError(
      `what arrived as '${info.name()}' has SHA-256 ${sha256}: expected ${options.sha256}`,
    )
  }
  return {
    files,
    name: info.name(),
    size: sizeOf(info),
    fetched: sizeOf(info) - (await present),
    infoHashes: info.infoHashes(),
    sha256,
    times,
    wasComplete,
  }
}

/**
 * Returns a function that waits briefly until no announce is under way. To close the session cancels an announce, and the
 * tracker would not learn of the completed download.
 */
function announcesDone(session: lt.Session): (signal: AbortSignal) => Promise<void> {
  let underWay = 0
  session.on('tracker_announce', () => (underWay += 1))
  session.on('tracker_reply', () => (underWay -= 1))
  session.on('tracker_error', () => (underWay -= 1))
  return async (signal) => {
    await within(announceDeadline, 'announcing the completed download', signal, async (signal) => {
      while (underWay > 0) await session.waitFor(['tracker_reply', 'tracker_error'], { signal })
    }).catch(() => signal.throwIfAborted())
  }
}
