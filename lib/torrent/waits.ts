// Waits for a state of a torrent. An alert says only that the state may have changed; the status says which it is.
// So a wait misses no change that came before it began, or whose alert was dropped.
import { LibtorrentError, duringCall, noMetadata, torrentRemoved } from '../support/errors'
import { check } from '../support/options'
import { markHandled } from '../support/promises'
import { errorOf } from '../alerts/pending'
import { downloadPriority, torrentFlags } from '../generated/enums'
import type { OptionChecks, WaitOptions } from '../support/options'
import type { Send, Settle } from '../alerts/expectation'
import type { PendingPromises } from '../alerts/pending'
import type { AlertType } from '../generated/alerts'
import type { TorrentStatus } from '../generated/records'
import type { TorrentHandle } from './torrent-handle'
import type { TorrentInfo } from '../types'

/** Milliseconds between two reads of counters that lag. */
const longestPause = 500

/** What `finished()` and `seeding()` wait for, and how long. */
export interface FinishedOptions extends WaitOptions {
  /**
   * Whether the data must be on the disk, so that any process reads it there. Default: true. With false
   * the right hashes are enough: libtorrent may still write the last blocks, and a change of priorities
   * that was requested just before may not count yet.
   */
  flushed?: boolean | undefined
}

interface Wait<T> {
  /** Noun phrase for the message of a timeout. */
  readonly what: string
  /** The alerts after which the state may be another one. */
  readonly alerts: readonly AlertType[]
  /** Whether a `file_error` ends the wait. */
  readonly needsDisk?: boolean
  /** Checks of options besides those of WaitOptions. */
  readonly otherOptions?: OptionChecks
  /** The result, or undefined while the state is not reached. Rejects when it cannot be reached. */
  readonly look: (isOver: () => boolean) => Promise<T | undefined>
}

/** Reads the state until no alert has come during the read. One read is under way at a time. */
function looker<T>(look: () => Promise<T | undefined>): (settle: Settle<T>) => Promise<void> {
  let isLooking = false
  let isStale = false
  return async ({ resolve, reject }) => {
    isStale = true
    if (isLooking) return
    isLooking = true
    try {
      let result: T | undefined
      while (isStale) {
        isStale = false
        result = await look()
      }
      if (result !== undefined) resolve(result)
    } catch (error) {
      reject(duringCall(error))
    } finally {
      isLooking = false
    }
  }
}

function until<T>(
  pending: PendingPromises,
  torrent: TorrentHandle,
  { what, alerts, needsDisk = false, otherOptions = {}, look }: Wait<T>,
  options: WaitOptions,
  start: Send = () => {},
): Promise<T> {
  let isOver = false
  const lookAgain = looker(() => look(() => isOver))
  return pending.expect<AlertType, T>(
    {
      kind: 'observation',
      awaited: () => what,
      ended() {
        isOver = true
      },
      types: [...alerts, 'torrent_error', ...(needsDisk ? (['file_error'] as const) : [])],
      torrent,
      options,
      otherOptions,
      observe(alert, settle) {
        if (alert.type === 'file_error' && alert.error) settle.reject(errorOf(alert, alert.error))
        else void lookAgain(settle)
      },
      dropped: (settle) => void lookAgain(settle),
    },
    async (settle) => {
      await start()
      await lookAgain(settle)
    },
  )
}

/** The status of a torrent that has no error. */
async function statusOf(torrent: TorrentHandle): Promise<TorrentStatus> {
  const status = await torrent.status(0)
  if (status.errc) throw status.errc
  return status
}

const isChecked = ({ hasMetadata, state }: TorrentStatus): boolean =>
  hasMetadata && !state.startsWith('checking')

export function metadata(
  pending: PendingPromises,
  torrent: TorrentHandle,
  options: WaitOptions,
): Promise<TorrentInfo> {
  const look = async (): Promise<TorrentInfo | undefined> => {
    const { hasMetadata } = await statusOf(torrent)
    if (!hasMetadata) return undefined
    const info = await torrent.torrentFile()
    if (!info) throw torrentRemoved()
    return info
  }
  const alerts = ['metadata_received', 'state_changed'] as const
  return until(pending, torrent, { what: 'metadata', alerts, look }, options)
}

const checkAlerts = ['torrent_checked', 'state_changed', 'metadata_received'] as const

export function checked(
  pending: PendingPromises,
  torrent: TorrentHandle,
  options: WaitOptions,
): Promise<void> {
  const look = async (): Promise<true | undefined> =>
    isChecked(await statusOf(torrent)) ? true : undefined
  const wait = { what: 'end of the check', alerts: checkAlerts, needsDisk: true, look }
  return nothing(until(pending, torrent, wait, options))
}

/** The check that is under way, if there is one, counts as the one that was requested. */
export function forceRecheck(
  pending: PendingPromises,
  torrent: TorrentHandle,
  options: WaitOptions,
  send: Send,
): Promise<void> {
  const look = async (): Promise<true | undefined> => {
    const status = await statusOf(torrent)
    if (!status.hasMetadata) throw noMetadata()
    return isChecked(status) ? true : undefined
  }
  const wait = { what: 'end of the check', alerts: checkAlerts, look }
  return nothing(until(pending, torrent, wait, options, send))
}

/**
 * Sets the priority of a file, and waits until libtorrent has it. A change that is requested while another is under
 * way is carried out behind that, so the second `file_prio` ends the wait, whatever later requests have made of it.
 */
export function setFilePriority(
  pending: PendingPromises,
  torrent: TorrentHandle,
  { file, priority }: { readonly file: number; readonly priority: number },
  options: WaitOptions,
  send: () => Promise<void>,
): Promise<void> {
  let changes = 0
  const lookAgain = looker(async () => {
    const priorities = await torrent.getFilePriorities()
    const isSet = priorities[file] === Math.min(priority, downloadPriority.topPriority)
    return isSet || changes > 1 ? true : undefined
  })
  return nothing(
    pending.expect<'file_prio' | 'file_error' | 'torrent_error', true>(
      {
        kind: 'observation',
        awaited: () => 'new priority of a file',
        types: ['file_prio', 'file_error', 'torrent_error'],
        torrent,
        options,
        observe(alert, settle) {
          if (alert.type !== 'file_prio' && alert.error) {
            settle.reject(errorOf(alert, alert.error))
            return
          }
          changes += 1
          void lookAgain(settle)
        },
        dropped: (settle) => void lookAgain(settle),
      },
      async (settle) => {
        await send()
        await lookAgain(settle)
      },
    ),
  )
}

export type Complete = 'isFinished' | 'isSeeding'

/**
 * Waits until everything that is wanted, or everything, is on the disk. libtorrent changes file priorities after the disk
 * jobs before them, and reports a torrent as finished before its last blocks are written. So this function flushes the cache
 * after both, and reads the status then.
 */
export function complete(
  pending: PendingPromises,
  torrent: TorrentHandle,
  member: Complete,
  options: FinishedOptions,
): Promise<void> {
  const statusWhenReached = async (): Promise<TorrentStatus | undefined> => {
    const status = await statusOf(torrent)
    if (isChecked(status) && status[member]) return status
    if ((status.flags & torrentFlags.uploadMode) !== 0) {
      await torrent.status(0) // The alert with the cause, if there is one, comes before this result.
      throw inUploadMode()
    }
    return undefined
  }
  const look = async (isOver: () => boolean): Promise<true | undefined> => {
    if (!(await statusWhenReached())) return undefined
    if (options.flushed === false) return true
    await flushed(pending, torrent)
    // 1. libtorrent flushes by itself, too, and that alert may come while the own flush and the changes before it wait.
    // 2. libtorrent 2.0.8 may call a torrent finished while pieces that are wanted are missing. It counts a piece
    //    when the write of its last block is reported, which may be after the flush, and without an alert.
    for (let pause = 1; !isOver(); pause = Math.min(2 * pause, longestPause)) {
      const hasJobs = await torrent._hasFencedJobs()
      const status = await statusWhenReached()
      if (!status) return undefined
      if (!hasJobs && status.totalWantedDone >= status.totalWanted) return true
      await new Promise((resolve) => setTimeout(resolve, pause).unref())
    }
    return undefined
  }
  const wait = {
    what: member === 'isSeeding' ? 'complete torrent' : 'complete download',
    alerts: [...checkAlerts, 'torrent_finished', 'file_prio'] as const,
    needsDisk: true,
    otherOptions: { flushed: check.boolean },
    look,
  }
  return nothing(until(pending, torrent, wait, options))
}

function flushed(pending: PendingPromises, torrent: TorrentHandle): Promise<true> {
  return pending.expect<'cache_flushed', true>(
    {
      kind: 'observation',
      types: ['cache_flushed'],
      torrent,
      observe: (_alert, { resolve }) => resolve(true),
      // The caller looks at the state again.
      dropped: ({ resolve }) => resolve(true),
    },
    () => torrent.flushCache(),
  )
}

function nothing(promise: Promise<unknown>): Promise<void> {
  return markHandled(promise.then(() => {}))
}

function inUploadMode(): LibtorrentError {
  return new LibtorrentError(
    'the torrent is in upload mode, as after a full disk: it downloads nothing until ' +
      'torrent.unsetFlags(torrentFlags.uploadMode)',
    'upload_mode',
  )
}
