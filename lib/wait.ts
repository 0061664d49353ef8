// waitFor(): a promise for an alert.
import { typesOf } from './dispatch'
import { handled } from './promises'
import type { Expectation, Requests } from './requests'
import type { AlertMap, AlertType } from './generated/alerts'
import type { TorrentHandle } from './torrent_handle'

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

const longestTimer = 2 ** 31 - 1

export function waitFor<K extends AlertType>(
  requests: Requests,
  wanted: K | readonly K[],
  options: WaitOptions<AlertMap[K]> = {},
  torrent?: TorrentHandle,
): Promise<AlertMap[K]> {
  return handled(wait(requests, wanted, options, torrent))
}

async function wait<K extends AlertType>(
  requests: Requests,
  wanted: K | readonly K[],
  { signal, timeout = Infinity, filter = () => true }: WaitOptions<AlertMap[K]>,
  torrent: TorrentHandle | undefined,
): Promise<AlertMap[K]> {
  const names = typeof wanted === 'string' ? [wanted] : wanted
  let timer: NodeJS.Timeout | undefined
  const expectation: Expectation<K, AlertMap[K]> = {
    types: [...names].flatMap(typesOf) as K[],
    subject: torrent,
    signal,
    outlivesTorrent: names.some((name) => afterRemoval.has(name)),
    offer(alert, { resolve, reject }) {
      try {
        if (filter(alert)) resolve(alert)
      } catch (error) {
        reject(error)
      }
      return false
    },
  }
  try {
    return await requests.expect(expectation, ({ reject }) => {
      const message = `no ${names.join(' or ')} alert within ${timeout} ms`
      const expire = (): void => reject(new DOMException(message, 'TimeoutError'))
      if (timeout <= longestTimer) timer = setTimeout(expire, timeout)
    })
  } finally {
    clearTimeout(timer)
  }
}
