// Which alerts answer what is asked of a session.
import type { Ask, Requests, Settle } from '../alerts/pending'
import type {
  TorrentDeleteFailedAlert,
  TorrentDeletedAlert,
  TorrentRemovedAlert,
} from '../generated/alerts'
import type { SessionStats, TorrentStatus } from '../generated/records'
import type { TorrentHandle } from '../types'

export function postTorrentUpdates(
  requests: Requests,
  ask: Ask,
): Promise<readonly TorrentStatus[]> {
  return requests.ask({ success: 'state_update', result: (alert) => alert.status, ask })
}

export function postSessionStats(requests: Requests, ask: Ask): Promise<SessionStats> {
  return requests.ask({ success: 'session_stats', result: (alert) => alert.counters, ask })
}

type RemovalAlert = TorrentRemovedAlert | TorrentDeletedAlert | TorrentDeleteFailedAlert

/** Removing is done before the files are deleted, and the news of both come one after the other. */
export function removeTorrent(
  requests: Requests,
  torrent: TorrentHandle,
  deletesFiles: boolean,
  ask: Ask,
): Promise<void> {
  const settle = (alert: RemovalAlert, { resolve, reject }: Settle<void>): void => {
    if (alert.type === 'torrent_removed' && deletesFiles) return
    // It fails without an error where there is nothing to delete, as before the metadata came.
    if (alert.type === 'torrent_delete_failed' && alert.error) reject(alert.error)
    else resolve()
  }
  return requests.expect(
    {
      types: ['torrent_removed', 'torrent_deleted', 'torrent_delete_failed'],
      subject: torrent,
      outlivesTorrent: true,
      offer(alert, promise) {
        settle(alert, promise)
        return false
      },
    },
    ask,
  )
}
