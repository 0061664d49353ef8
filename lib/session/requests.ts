// Which alerts answer the requests to a session.
import { removeFlags } from '../generated/enums'
import { check, checkWait } from '../support/options'
import { markHandled } from '../support/promises'
import type { Send, Settle } from '../alerts/expectation'
import type { PendingPromises } from '../alerts/pending'
import type { ChecksOf, WaitOptions } from '../support/options'
import type {
  TorrentDeleteFailedAlert,
  TorrentDeletedAlert,
  TorrentRemovedAlert,
} from '../generated/alerts'
import type { SessionStats, TorrentStatus } from '../generated/records'
import type { TorrentHandle } from '../types'

/** Which members of the status to query, and how long to wait. */
export interface TorrentUpdatesOptions extends WaitOptions {
  /** Of `statusFlags`: what to find out besides the rest. Default: everything. */
  flags?: number | undefined
}

/** What to delete with a torrent, and how long to wait. */
export interface RemoveTorrentOptions extends WaitOptions {
  /** Whether the files of the torrent are deleted. Default: false. */
  deleteFiles?: boolean | undefined
  /** Whether the part file is deleted, which has blocks of files that are not wanted. Default: false. */
  deletePartfile?: boolean | undefined
  /** The same as libtorrent's flags: of `removeFlags`. Default: 0. */
  flags?: number | undefined
}

export function torrentUpdates(
  pending: PendingPromises,
  options: TorrentUpdatesOptions,
  send: Send,
): Promise<readonly TorrentStatus[]> {
  return pending.request({
    success: 'state_update',
    options,
    otherOptions: { flags: check.flags },
    result: (alert) => alert.status,
    send,
  })
}

export function sessionStats(
  pending: PendingPromises,
  options: WaitOptions,
  send: Send,
): Promise<SessionStats> {
  return pending.request({
    success: 'session_stats',
    options,
    result: (alert) => alert.counters,
    send,
  })
}

type RemovalAlert = TorrentRemovedAlert | TorrentDeletedAlert | TorrentDeleteFailedAlert

const removeOptions: ChecksOf<Omit<RemoveTorrentOptions, keyof WaitOptions>> = {
  deleteFiles: check.boolean,
  deletePartfile: check.boolean,
  flags: check.later,
}

/**
 * When files are deleted, libtorrent posts two alerts: 2.0.8 the removal first, 2.0.11 the deletion.
 *
 * @param send gets libtorrent's flags
 */
export function removeTorrent(
  pending: PendingPromises,
  torrent: TorrentHandle,
  options: RemoveTorrentOptions,
  send: (flags: number) => void,
): Promise<void> {
  const remove = async (): Promise<void> => {
    checkWait(options, removeOptions)
    const flags = removeFlagsOf(options)
    let left = flags === 0 ? 1 : 2
    let failure: Error | null = null
    const observe = (alert: RemovalAlert, { resolve, reject }: Settle<void>): void => {
      // It fails without an error where there is nothing to delete, as before the metadata came.
      if (alert.type === 'torrent_delete_failed') failure = alert.error
      if (--left > 0) return
      if (failure) reject(failure)
      else resolve()
    }
    const { signal, timeout } = options
    await pending.expect(
      {
        kind: 'observation',
        types: ['torrent_removed', 'torrent_deleted', 'torrent_delete_failed'],
        torrent,
        options: { signal, timeout },
        removal: 'awaited',
        observe,
      },
      () => send(flags),
    )
  }
  return markHandled(remove())
}

function removeFlagsOf({ flags = 0, ...choices }: RemoveTorrentOptions): number {
  let all = flags
  for (const name of ['deleteFiles', 'deletePartfile'] as const) {
    if (choices[name]) all |= removeFlags[name]
  }
  return all
}
