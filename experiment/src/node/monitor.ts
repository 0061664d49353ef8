import type * as lt from 'libtorrent-napi'
import { pause } from '../util/cancel'
import { trackersTrouble } from './discovery'

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

const interval = 1000

/** Calls `onProgress` about once a second until the signal is aborted. */
export async function monitor(
  torrent: lt.TorrentHandle,
  onProgress: (progress: TransferProgress) => void,
  signal: AbortSignal,
): Promise<never> {
  let last = { at: performance.now(), down: 0, up: 0 }
  for (;;) {
    await pause(interval, signal)
    const status = await torrent.status()
    const { totalPayloadDownload: down, totalPayloadUpload: up } = status
    const now = { at: performance.now(), down, up }
    // libtorrent's own rates lag: a transfer of ten seconds ends before they are right
    const rate = (way: 'down' | 'up') =>
      Math.round((1000 * (now[way] - last[way])) / (now.at - last.at))
    const rates = { downRate: rate('down'), upRate: rate('up') }
    last = now
    const trouble = status.numPeers === 0 ? await trackersTrouble(torrent) : null
    onProgress({ ...progressOf(status), ...rates, trouble })
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
