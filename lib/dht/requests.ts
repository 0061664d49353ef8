// How the DHT is asked, and when a request is over: libtorrent has no alert for the start of the DHT, nor
// for the end of a lookup of peers.
import { LibtorrentError } from '../support/errors'
import type { Patience } from '../support/promises'
import type { Expectation, Requests, Settle } from '../alerts/pending'
import type { AlertMap, AlertType } from '../generated/alerts'
import type { Endpoint } from '../generated/records'

/** What requests need of a session. An answer comes after all alerts that were posted before it. */
export interface Dht {
  readonly requests: Requests
  isRunning(): Promise<boolean>
  /** Whether `settings.enable_dht` is on. */
  isEnabled(): Promise<boolean>
  /** Has the lookups under way listed by `dht_stats` alerts. */
  postStats(): void
}

interface DhtQuestion<K extends AlertType, T> {
  readonly types: readonly K[]
  readonly offer: Expectation<K, T>['offer']
  readonly patience: Patience
  /** Sends the request. libtorrent ignores it while no DHT runs. */
  readonly ask: () => unknown
  /** What ends the request where no alert does; `isOver` says that the promise was settled meanwhile. */
  readonly follow?: (settle: Settle<T>, isOver: () => boolean) => Promise<void>
  /** What did not come when the timeout passes. Default: the alerts. */
  readonly awaited?: string
}

/** Asks once the DHT runs. */
function request<K extends AlertType, T>(dht: Dht, question: DhtQuestion<K, T>): Promise<T> {
  const { types, offer, patience, ask, follow, awaited = `${types.join(' or ')} alert` } = question
  let isAsked = false
  let isSettled = false
  const isOver = (): boolean => isSettled
  const answer = dht.requests.expect<K, T>(
    {
      types,
      offer,
      patience,
      awaited: () => (isAsked ? awaited : 'DHT (enable_dht is on, but it has not started yet)'),
    },
    async (settle) => {
      const isRunning = dht.isRunning()
      ask() // throws, DHT or not, when an argument is wrong
      if (!(await isRunning)) {
        await poll(() => isStarted(dht), isOver)
        if (isSettled) return
        ask()
      }
      isAsked = true
      await follow?.(settle, isOver)
    },
  )
  const end = (): void => {
    isSettled = true
  }
  answer.then(end, end)
  return answer
}

/** A request that one alert answers. */
export function answer<K extends AlertType>(
  dht: Dht,
  type: K,
  isAnswer: (alert: AlertMap[K]) => boolean,
  patience: Patience,
  ask: () => unknown,
): Promise<AlertMap[K]> {
  return request<K, AlertMap[K]>(dht, {
    types: [type],
    patience,
    ask,
    offer(alert, { resolve }) {
      if (isAnswer(alert)) resolve(alert)
      return false
    },
  })
}

/** @param ask returns the endpoint as the alert has it, which doesn't name the request */
export function sample(
  dht: Dht,
  patience: Patience,
  ask: () => Endpoint,
): Promise<AlertMap['dht_sample_infohashes']> {
  let asked: Endpoint | undefined
  return request<'dht_sample_infohashes', AlertMap['dht_sample_infohashes']>(dht, {
    types: ['dht_sample_infohashes'],
    patience,
    ask: () => {
      asked = ask()
    },
    offer(alert, { resolve }) {
      const { address, port } = alert.endpoint
      if (address !== asked?.address || port !== asked.port) return false
      resolve(alert)
      return true
    },
  })
}

/** libtorrent posts these without a DHT, too. */
export function stats(dht: Dht, patience: Patience): Promise<AlertMap['dht_stats']> {
  return dht.requests.expect<'dht_stats', AlertMap['dht_stats']>(
    {
      types: ['dht_stats'],
      patience,
      offer(alert, { resolve }) {
        resolve(alert)
        return false
      },
    },
    () => dht.postStats(),
  )
}

/** Looks up peers, whom libtorrent reports node by node. `dht_stats` lists a lookup until it is over. */
export function lookUp(
  dht: Dht,
  infoHash: string,
  patience: Patience,
  ask: () => unknown,
): Promise<readonly Endpoint[]> {
  const peers = new Map<string, Endpoint>()
  let isListed = false
  const isDone = async (): Promise<boolean> => {
    isListed = false
    dht.postStats()
    await dht.isRunning()
    return !isListed
  }
  return request<'dht_get_peers_reply' | 'dht_stats', readonly Endpoint[]>(dht, {
    types: ['dht_get_peers_reply', 'dht_stats'],
    awaited: 'end of the lookup',
    patience,
    ask,
    offer(alert) {
      if (alert.type === 'dht_stats') {
        isListed ||= lists(alert, infoHash.toLowerCase())
      } else if (alert.infoHash === infoHash.toLowerCase()) {
        for (const peer of alert.peers) peers.set(`${peer.address} ${peer.port}`, peer)
      }
      return false
    },
    async follow({ resolve }, isOver) {
      await poll(isDone, isOver)
      resolve([...peers.values()])
    },
  })
}

/** A lookup that is done stays in the list, with nothing to wait for, as long as libtorrent remembers it. */
function lists({ activeRequests }: AlertMap['dht_stats'], wanted: string): boolean {
  return activeRequests.some(
    ({ type, target, outstandingRequests }) =>
      type.startsWith('get_peers') && target === wanted && outstandingRequests > 0,
  )
}

async function isStarted(dht: Dht): Promise<boolean> {
  if (await dht.isRunning()) return true
  if (await dht.isEnabled()) return false
  throw new LibtorrentError('the DHT is off: enable_dht is false', 'dht_not_running')
}

/** Milliseconds between two looks. */
const shortestPause = 10
const longestPause = 500

/** Looks at what libtorrent posts no alert for, in ever longer intervals. */
async function poll(isDone: () => Promise<boolean>, isOver: () => boolean): Promise<void> {
  let pause: number = shortestPause
  while (!isOver() && !(await isDone())) {
    await new Promise((resolve) => setTimeout(resolve, pause).unref())
    pause = Math.min(2 * pause, longestPause)
  }
}
