// download(): from a source to files on the disk.
import { resolve } from 'node:path'
import { reannounceFlags, statusFlags } from '../generated/enums'
import { addOptions } from '../session/add'
import { LibtorrentError } from '../support/errors'
import { runWithDeadline } from '../support/deadline'
import { check, checkOptions } from '../support/options'
import { markHandled } from '../support/promises'
import { Ownership, sessionChoice } from './ownership'
import { ProgressReporter, progressOptions } from './progress'
import { DownloadClock } from './times'
import type { AnnounceInfohash } from '../generated/records'
import type { AddOptions } from '../session/add'
import type { TorrentInfo } from '../metainfo/torrent-info'
import type { TorrentSource } from '../metainfo/source'
import type { TorrentHandle } from '../torrent/torrent-handle'
import type { ProgressOptions } from './progress'
import type { SessionChoice } from './ownership'
import type { DownloadTimes } from './times'

/** How `download()` downloads. */
export interface DownloadOptions
  extends Omit<AddOptions, 'savePath' | 'paused' | 'autoManaged'>, SessionChoice, ProgressOptions {
  /**
   * Whether the torrent is shared on once it is complete, until `close()` of the result. Default: false, it is removed
   * and a session of its own is closed before the promise resolves.
   */
  seed?: boolean | undefined
  /** Aborting rejects with the signal's reason, once the torrent is removed. Files stay, and a later call goes on with them. */
  signal?: AbortSignal | undefined
  /** Milliseconds for all of it, after which it rejects with a TimeoutError. Default: never. */
  timeout?: number | undefined
}

const downloadOptions = { ...addOptions, ...sessionChoice, ...progressOptions, seed: check.boolean }

/** A file that `download()` brought to the disk. */
export interface DownloadedFile {
  /** Absolute. */
  readonly path: string
  /** Bytes. */
  readonly length: number
}

type Parts = Pick<Download, 'info' | 'savePath' | 'files' | 'torrent' | 'fetched' | 'present'>

/** What `download()` brought. */
export class Download implements AsyncDisposable {
  readonly info: TorrentInfo
  /** Directory that the files are in; absolute. */
  readonly savePath: string
  /** The files that were chosen. */
  readonly files: readonly DownloadedFile[]
  /** It is in its session with `seed` only. */
  readonly torrent: TorrentHandle
  /** Bytes of these files that had to come: 0 when all of them were there. */
  readonly fetched: number
  /** Bytes of these files that were there before, and right. */
  readonly present: number
  readonly times: DownloadTimes
  readonly #ownership: Ownership

  /** @internal */
  constructor(parts: Parts, times: DownloadTimes, ownership: Ownership) {
    this.info = parts.info
    this.savePath = parts.savePath
    this.files = parts.files
    this.torrent = parts.torrent
    this.fetched = parts.fetched
    this.present = parts.present
    this.times = times
    this.#ownership = ownership
  }

  /**
   * Ends the sharing: closes the session if it is of its own, or else removes the torrent if `download()` added it.
   *
   * @returns when that is done; the same promise each time
   */
  close(): Promise<void> {
    return this.#ownership.release()
  }

  /** Ends the sharing at the end of a block that began with `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }
}

/**
 * Downloads a torrent, and resolves when everything that was chosen is verified and on the disk. What is in the
 * directory already is checked and not downloaded again.
 *
 * @param source a magnet link, a path, a URL, bytes ...: see {@link TorrentSource}
 * @param savePath directory that the files come to. It is created
 * @param options where, how, and how progress is reported
 * @returns the files. Rejects as `session.add()` and `torrent.finished()` do, with the signal's reason, or with what
 *   `onProgress` throws. Nothing but files is left behind then.
 * @example
 * import { download } from 'libtorrent-napi'
 *
 * const { files } = await download('magnet:?xt=urn:btih:...', 'downloads', {
 *   onProgress: ({ done, total, rate }) => console.log(`${done} of ${total} bytes, ${rate} B/s`),
 * })
 */
export function download(
  source: TorrentSource,
  savePath: string,
  options: DownloadOptions = {},
): Promise<Download> {
  return markHandled(run(source, savePath, options))
}

async function run(
  source: TorrentSource,
  savePath: string,
  options: DownloadOptions,
): Promise<Download> {
  if (typeof savePath !== 'string' || savePath === '') {
    throw new TypeError('savePath must be the path of a directory')
  }
  checkOptions(options, downloadOptions)
  const {
    session,
    settings,
    onProgress,
    progressInterval,
    seed = false,
    timeout,
    ...rest
  } = options
  rest.signal?.throwIfAborted()
  const ownership = new Ownership({ session, settings })
  const clock = new DownloadClock(ownership.session)
  try {
    const result = await runWithDeadline(
      { signal: rest.signal, timeout },
      'complete download',
      async (signal) => {
        const add = { ...rest, signal, paused: false, savePath: resolve(savePath) }
        const { torrent, isMagnet } = await ownership.add(source, add)
        clock.follow(torrent)
        await complete(torrent, { onProgress, progressInterval }, signal)
        const times = clock.times(torrent, isMagnet)
        const result = new Download(await partsOf(torrent, signal), times, ownership)
        if (!seed) await announced(torrent, signal)
        return result
      },
    )
    if (!seed) await ownership.release()
    return result
  } catch (error) {
    await ownership.release()
    throw error
  } finally {
    clock.end()
  }
}

async function complete(
  torrent: TorrentHandle,
  options: ProgressOptions,
  signal: AbortSignal,
): Promise<void> {
  const finished = torrent.finished({ signal })
  if (!options.onProgress) return finished
  const reporter = new ProgressReporter(torrent, options)
  const ended = new AbortController()
  const reporting = reporter.run(ended.signal)
  try {
    await Promise.race([finished, reporting])
  } catch (error) {
    ended.abort()
    // What failed is the reason of the rejection, whatever happens to the last report.
    await Promise.allSettled([reporting, reporter.report()])
    throw error
  }
  ended.abort()
  reporting.catch(() => {})
  await reporter.report()
}

async function partsOf(torrent: TorrentHandle, signal: AbortSignal): Promise<Parts> {
  const info = await torrent.metadata({ signal })
  const status = await torrent.status(statusFlags.querySavePath)
  const { savePath, totalWanted, totalPayloadDownload } = status
  const useful = totalPayloadDownload - status.totalRedundantBytes - status.totalFailedBytes
  const fetched = Math.min(totalWanted, Math.max(0, useful))
  const files = (await torrent.files({ signal }))
    .filter(({ priority }) => priority > 0)
    .map(({ path, length }) => ({ path: resolve(savePath, path), length }))
  const present = totalWanted - fetched
  return { torrent, info, savePath: resolve(savePath), files, fetched, present }
}

/** Milliseconds that trackers have to take the news that the download is complete. */
const announceTimeout = 2000

/**
 * Waits until the trackers that know of the download know that it is complete: removing the torrent ends announces that
 * are under way. Neither a tracker that doesn't answer nor the end of the deadline makes a complete download fail.
 */
async function announced(torrent: TorrentHandle, signal: AbortSignal): Promise<void> {
  const end = performance.now() + announceTimeout
  let wasRequested = false
  try {
    for (;;) {
      const timeout = Math.max(0, end - performance.now())
      const answer = torrent.waitFor(['tracker_reply', 'tracker_error'], { signal, timeout })
      const announces = await announcesOf(torrent)
      const isUnderWay = announces.some(({ updating }) => updating)
      const isMissing = announces.some(({ startSent, completeSent }) => startSent && !completeSent)
      if (!isUnderWay && (wasRequested || !isMissing)) return
      if (!isUnderWay) {
        // libtorrent skips the event of a download that is complete before its first announce is answered.
        const { isSeeding } = await torrent.status(0)
        if (!isSeeding) return
        wasRequested = true
        torrent.forceReannounce({ flags: reannounceFlags.ignoreMinInterval })
      }
      await answer
    }
  } catch (error) {
    if (signal.aborted) return
    const isLate = (error as Partial<Error>).name === 'TimeoutError'
    const wereDropped = error instanceof LibtorrentError && error.code === 'alerts_dropped'
    if (!isLate && !wereDropped) throw error
  }
}

async function announcesOf(torrent: TorrentHandle): Promise<readonly AnnounceInfohash[]> {
  const trackers = await torrent.trackers()
  return trackers.flatMap(({ endpoints }) => endpoints).flatMap(({ infoHashes }) => infoHashes)
}
