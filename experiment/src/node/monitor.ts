import type * as lt from 'libtorrent-napi'
import { pause } from '../util/cancel'
import { UserError } from '../util/errors'
import { formatSize } from '../util/units'
import { trackersTrouble } from './tracker-notes'

/** Status of a running torrent. */
export interface TransferStatus {
  /** Bytes that are present and verified. */
  readonly done: number
  /** Bytes; 0 as long as a magnet link's metadata is missing. */
  readonly total: number
  /** Payload bytes per second, down and up. */
  readonly downRate: number
  readonly upRate: number
  /** Connected ones. */
  readonly peers: number
}

/** Progress of a running torrent. */
export interface TransferProgress extends TransferStatus {
  /** Why its trackers name no peers; null when one does, or when a peer is connected. */
  readonly trouble: string | null
}

export interface MonitorOptions {
  /** Called about once a second. */
  readonly onProgress?: ((progress: TransferProgress) => void) | undefined
  /** Milliseconds without a byte, once a transfer has begun, after which it counts as failed. */
  readonly stallTimeout?: number | undefined
}

const interval = 1000

/** Watches a torrent until the signal is aborted; rejects when it stalls. */
export async function monitor(
  torrent: lt.TorrentHandle,
  options: MonitorOptions,
  signal: AbortSignal,
): Promise<never> {
  const { onProgress, stallTimeout = Infinity } = options
  let moved = performance.now()
  let received = -1
  let last = { at: moved, down: 0, up: 0 }
  for (;;) {
    await pause(interval, signal)
    const status = await torrent.status()
    const now = {
      at: performance.now(),
      down: status.totalPayloadDownload,
      up: status.totalPayloadUpload,
    }
    // libtorrent's own rates lag: a transfer of ten seconds ends before they are right
    const rate = (way: 'down' | 'up') =>
      Math.round((1000 * (now[way] - last[way])) / (now.at - last.at))
    const rates = { downRate: rate('down'), upRate: rate('up') }
    const trouble = status.numPeers === 0 ? await trackersTrouble(torrent) : null
    const progress = { ...progressOf(status), ...rates, trouble }
    last = now
    onProgress?.(progress)
    const begun = status.totalDownload > 0 && progress.done < progress.total
    if (!begun || status.totalDownload !== received) moved = performance.now()
    received = status.totalDownload
    if (performance.now() - moved > stallTimeout) throw stalled(progress, stallTimeout)
  }
}

export function progressOf(status: lt.TorrentStatus): TransferStatus {
  return {
    done: status.totalWantedDone,
    total: status.totalWanted,
    downRate: status.downloadPayloadRate,
    upRate: status.uploadPayloadRate,
    peers: status.numPeers,
  }
}

function stalled({ done, total, peers }: TransferProgress, timeout: number): UserError {
  const peersNow =
    peers === 0 ? 'no peer is connected any more' : `${peers} connected peers send nothing`
  return new UserError(
    `the transfer stopped at ${formatSize(done)} of ${formatSize(total)}: nothing came for ${timeout / 1000} s, ${peersNow}`,
  )
}
