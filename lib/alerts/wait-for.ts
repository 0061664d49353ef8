// waitFor(): a promise for an alert.
import { addon } from '../native/binding'
import { requireNames, requireTorrentAlerts, typesOf } from './emitter'
import { check, checkOptions, checkThat, checkWait, waitOptions } from '../support/options'
import { markHandled } from '../support/promises'
import type { PendingPromises } from './pending'
import type { ChecksOf, WaitOptions } from '../support/options'
import type { AlertMap, AlertType } from '../generated/alerts'
import type { Session, TorrentHandle } from '../types'

/** Which alert `torrent.waitFor()` waits for, and how long. */
export interface TorrentAlertWaitOptions<A> extends WaitOptions {
  /** Resolves with the first alert for which this returns true. Default: the first one. */
  filter?: ((alert: A) => boolean) | undefined
}

/** Which alert `session.waitFor()` waits for, and how long. */
export interface AlertWaitOptions<A> extends TorrentAlertWaitOptions<A> {
  /**
   * Only alerts about this torrent. A filter that compares handles is called for every alert of the type, so
   * 10,000 waits cost 10,000 times as much with it; `torrent` is looked up.
   */
  torrent?: TorrentHandle | undefined
}

const filterOption = { filter: check.function }
const ofSession: ChecksOf<AlertWaitOptions<unknown>> = {
  ...waitOptions,
  ...filterOption,
  torrent: checkThat((torrent) => torrent instanceof addon.TorrentHandle, 'a TorrentHandle'),
}

/** That a torrent is removed, and what follows. */
export const afterRemoval: ReadonlySet<AlertType> = new Set<AlertType>([
  'torrent_removed',
  'torrent_deleted',
  'torrent_delete_failed',
])

/** Waits for an alert of a session. */
export function waitFor<K extends AlertType>(
  session: Session,
  pending: PendingPromises,
  type: K | readonly K[],
  options: AlertWaitOptions<AlertMap[K]> = {},
): Promise<AlertMap[K]> {
  return markHandled(
    (async () => {
      checkOptions(options, ofSession)
      const { torrent, ...rest } = options
      if (torrent && torrent.session !== session)
        throw new TypeError('options.torrent belongs to another session')
      return waitForTorrent(pending, type, rest, torrent)
    })(),
  )
}

/** Waits for an alert about `torrent`. */
export function waitForTorrent<K extends AlertType>(
  pending: PendingPromises,
  type: K | readonly K[],
  options: TorrentAlertWaitOptions<AlertMap[K]> = {},
  torrent?: TorrentHandle,
): Promise<AlertMap[K]> {
  return markHandled(
    (async () => {
      const names = typeof type === 'string' ? [type] : type
      requireNames(names)
      if (torrent) requireTorrentAlerts(names)
      const types = [...names].flatMap(typesOf) as K[]
      checkWait(options, filterOption)
      const { filter, ...wait } = options
      return pending.expect<K, AlertMap[K]>({
        kind: 'observation',
        types,
        torrent,
        options: wait,
        removal: types.some((one) => afterRemoval.has(one)) ? 'awaited' : 'rejects',
        observe(alert, { resolve }) {
          if (filter === undefined || filter(alert)) resolve(alert)
        },
      })
    })(),
  )
}
