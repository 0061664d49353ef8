// How far a transfer is, at a bounded rate.
import { statusFlags } from '../generated/enums'
import { check } from '../support/options'
import { onAbort } from '../support/promises'
import type { ChecksOf } from '../support/options'
import type { TorrentState } from '../generated/enums'
import type { TorrentStatus } from '../generated/records'
import type { TorrentHandle } from '../torrent/torrent-handle'

/** How far a transfer is. */
export interface TransferProgress {
  /** Of the torrent; empty until it is known. */
  readonly name: string
  /** `'downloading_metadata'`, `'checking_files'`, `'downloading'`, `'finished'`, `'seeding'` ... */
  readonly state: TorrentState
  /** Bytes that are there, of the files that are wanted. Blocks of pieces that are not complete yet count. */
  readonly done: number
  /** Bytes of the files that are wanted; 0 until the metadata is there. */
  readonly total: number
  /** From 0 to 1: `done` of `total`; 0 until the metadata is there. */
  readonly progress: number
  /** Payload bytes per second that are received: the mean of the last seconds. */
  readonly rate: number
  /** Payload bytes per second that are sent. */
  readonly uploadRate: number
  /** Payload bytes that were received since the torrent was added. */
  readonly downloaded: number
  /** Payload bytes that were sent since the torrent was added. */
  readonly uploaded: number
  /** Connected peers. */
  readonly peers: number
  /** Seconds until the rest is there at this rate; null when nothing comes. */
  readonly remaining: number | null
}

/** How progress is reported. */
export interface ProgressOptions {
  /** Called at the begin, then at an interval, and at the end, also of a transfer that fails. What it throws ends the transfer. */
  onProgress?: ((progress: TransferProgress) => void) | undefined
  /** Milliseconds between two calls. Default: 500. */
  progressInterval?: number | undefined
}

export const progressOptions: ChecksOf<ProgressOptions> = {
  onProgress: check.function,
  progressInterval: check.numberFromZero,
}

/** Milliseconds that rates are the mean of: libtorrent's own need longer to be right. */
const rateWindow = 5000

export class ProgressReporter {
  readonly #torrent: TorrentHandle
  readonly #onProgress: (progress: TransferProgress) => void
  readonly #interval: number
  #samples: { readonly at: number; readonly down: number; readonly up: number }[] = []

  constructor(
    torrent: TorrentHandle,
    { onProgress = () => {}, progressInterval = 500 }: ProgressOptions,
  ) {
    this.#torrent = torrent
    this.#onProgress = onProgress
    this.#interval = progressInterval
  }

  /** Reports until the signal aborts. Rejects when the listener throws. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.report()
      await pause(this.#interval, signal)
    }
  }

  async report(): Promise<void> {
    const status = await this.#torrent.status(statusFlags.queryName)
    this.#onProgress(this.#progressOf(status))
  }

  #progressOf(status: TorrentStatus): TransferProgress {
    const { totalPayloadDownload: down, totalPayloadUpload: up } = status
    const { totalWanted: total, totalWantedDone: done } = status
    const at = performance.now()
    this.#samples = [
      ...this.#samples.filter((sample) => at - sample.at <= rateWindow),
      { at, down, up },
    ]
    const [first = { at, down, up }] = this.#samples
    const perSecond = (bytes: number): number =>
      at > first.at ? Math.round((1000 * bytes) / (at - first.at)) : 0
    const rate = perSecond(down - first.down)
    return {
      name: status.name,
      state: status.state,
      done,
      total,
      progress: fractionOf(status),
      rate,
      uploadRate: perSecond(up - first.up),
      downloaded: down,
      uploaded: up,
      peers: status.numPeers,
      remaining: remainingOf(total - done, rate, status.hasMetadata),
    }
  }
}

/** A torrent of which nothing is wanted is complete. */
function fractionOf({ totalWanted, totalWantedDone, hasMetadata }: TorrentStatus): number {
  if (!hasMetadata) return 0
  return totalWanted === 0 ? 1 : totalWantedDone / totalWanted
}

function remainingOf(missing: number, rate: number, isKnown: boolean): number | null {
  if (isKnown && missing === 0) return 0
  return isKnown && rate > 0 ? missing / rate : null
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      ignoreSignal()
      resolve()
    }
    const timer = setTimeout(end, milliseconds).unref()
    const ignoreSignal = onAbort(signal, end)
  })
}
