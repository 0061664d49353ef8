// waitFor(): a promise for an alert.
import { typesOf } from './emitter'
import { quiet, requireObject } from '../support/promises'
import type { Expectation, Requests } from './pending'
import type { AlertMap, AlertType } from '../generated/alerts'
import type { TorrentHandle } from '../types'

/** How waitFor() waits. */
export interface WaitOptions<A> {
  /** Aborting rejects with the signal's reason. */
  signal?: AbortSignal | undefined
  /** Milliseconds after which it rejects with a DOMException named TimeoutError. Default: never. */
  timeout?: number | undefined
  /** Resolves with the first alert for which this returns true. Default: the first one. */
  filter?: ((alert: A) => boolean) | undefined
}

const afterRemoval: ReadonlySet<AlertType> = new Set<AlertType>([
  'torrent_removed',
  'torrent_deleted',
  'torrent_delete_failed',
])

export function waitFor<K extends AlertType>(
  requests: Requests,
  wanted: K | readonly K[],
  options: WaitOptions<AlertMap[K]> = {},
  torrent?: TorrentHandle,
): Promise<AlertMap[K]> {
  return quiet(wait(requests, wanted, options, torrent))
}

async function wait<K extends AlertType>(
  requests: Requests,
  wanted: K | readonly K[],
  patience: WaitOptions<AlertMap[K]>,
  torrent: TorrentHandle | undefined,
): Promise<AlertMap[K]> {
  requireObject(patience, 'options')
  const { filter = () => true } = patience
  const names = typeof wanted === 'string' ? [wanted] : wanted
  const expectation: Expectation<K, AlertMap[K]> = {
    types: [...names].flatMap(typesOf) as K[],
    subject: torrent,
    patience,
    outlivesTorrent: names.some((name) => afterRemoval.has(name)),
    offer(alert, { resolve }) {
      if (filter(alert)) resolve(alert)
      return false
    },
  }
  return requests.expect(expectation)
}
