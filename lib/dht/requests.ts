// How requests to the DHT are sent, and when they end: libtorrent has no alert for the start of the DHT, nor
// for the end of a lookup of peers.
import { LibtorrentError } from '../support/errors'
import type { Expectation, Settle } from '../alerts/expectation'
import type { PendingPromises } from '../alerts/pending'
import type { OptionChecks, WaitOptions } from '../support/options'
import type { AlertMap, AlertType } from '../generated/alerts'
import type { Endpoint } from '../generated/records'

/** Milliseconds. */
const defaultTimeout = 60_000
// libtorrent gives a node up after 15 s, and posts nothing.
const oneNodeTimeout = 20_000

/** The session that requests are sent to. A result comes after all alerts that were posted before it. */
export interface DhtPort {
  readonly pending: PendingPromises
  isRunning(): Promise<boolean>
  /** Whether `settings.enable_dht` is on. */
  isEnabled(): Promise<boolean>
  /** Has `dht_stats` alerts posted, which list the lookups under way. */
  postStats(): void
}

/** How a request ends where no alert says so. */
interface Course<T> {
  /** Noun phrase: what did not come when the timeout passes. Default: the alerts. */
  readonly awaited?: string
  /** Called once the request is sent; `isOver` says that the promise was settled meanwhile. */
  readonly follow?: (settle: Settle<T>, isOver: () => boolean) => Promise<void>
}

/**
 * Sends a request once the DHT runs.
 *
 * @param send libtorrent ignores the request while no DHT runs
 */
function request<K extends AlertType, T>(
  dht: DhtPort,
  expectation: Expectation<K, T>,
  send: () => unknown,
  { awaited, follow }: Course<T> = {},
): Promise<T> {
  let isSent = false
  let isSettled = false
  const isOver = (): boolean => isSettled
  const subject = awaited ?? `${expectation.types.join(' or ')} alert`
  return dht.pending.expect<K, T>(
    {
      defaultTimeout,
      ...expectation,
      awaited: () => (isSent ? subject : 'DHT (enable_dht is on, but it has not started yet)'),
      ended() {
        isSettled = true
      },
    },
    async (settle) => {
      const isRunning = dht.isRunning()
      send() // throws, DHT or not, when an argument is wrong
      if (!(await isRunning)) {
        await poll(() => isStarted(dht), isOver)
        if (isSettled) return
        send()
      }
      isSent = true
      await follow?.(settle, isOver)
    },
  )
}

/** A request to the DHT, and how long to wait for the answer. */
export interface DhtRequest {
  readonly send: () => unknown
  readonly options: WaitOptions | undefined
  /** Names of `options` besides those of WaitOptions. */
  readonly otherOptions?: OptionChecks
}

/** Sends a request that one alert answers. That alert answers all requests of the same item. */
export function answer<K extends AlertType>(
  dht: DhtPort,
  type: K,
  isAnswer: (alert: AlertMap[K]) => boolean,
  { send, ...wait }: DhtRequest,
): Promise<AlertMap[K]> {
  return request<K, AlertMap[K]>(
    dht,
    {
      kind: 'observation',
      types: [type],
      ...wait,
      observe(alert, { resolve }) {
        if (isAnswer(alert)) resolve(alert)
      },
    },
    send,
  )
}

type SampleAlert = AlertMap['dht_sample_infohashes']

/** @param send returns the endpoint as the alert spells it, which does not name the request */
export function sample(
  dht: DhtPort,
  options: WaitOptions | undefined,
  send: () => Endpoint,
): Promise<SampleAlert> {
  let sentTo: Endpoint | undefined
  return request<'dht_sample_infohashes', SampleAlert>(
    dht,
    {
      kind: 'query',
      types: ['dht_sample_infohashes'],
      options,
      defaultTimeout: oneNodeTimeout,
      answerIn(alert) {
        const { address, port } = alert.endpoint
        return address === sentTo?.address && port === sentTo.port ? { result: alert } : undefined
      },
    },
    () => {
      sentTo = send()
    },
  )
}

/** libtorrent posts these without a DHT, too. */
export function stats(
  dht: DhtPort,
  options: WaitOptions | undefined,
): Promise<AlertMap['dht_stats']> {
  return dht.pending.expect<'dht_stats', AlertMap['dht_stats']>(
    {
      kind: 'observation',
      types: ['dht_stats'],
      options,
      defaultTimeout,
      observe: (alert, { resolve }) => resolve(alert),
    },
    () => dht.postStats(),
  )
}

/** Looks up peers, which libtorrent reports node by node. `dht_stats` lists a lookup until it is over. */
export function lookUp(
  dht: DhtPort,
  infoHash: string,
  { send, ...wait }: DhtRequest,
): Promise<readonly Endpoint[]> {
  const peers = new Map<string, Endpoint>()
  let isListed = false
  const isDone = async (): Promise<boolean> => {
    isListed = false
    dht.postStats()
    await dht.isRunning()
    return !isListed
  }
  return request<'dht_get_peers_reply' | 'dht_stats', readonly Endpoint[]>(
    dht,
    {
      kind: 'observation',
      types: ['dht_get_peers_reply', 'dht_stats'],
      ...wait,
      observe(alert) {
        if (alert.type === 'dht_stats') {
          isListed ||= lists(alert, infoHash.toLowerCase())
        } else if (alert.infoHash === infoHash.toLowerCase()) {
          for (const peer of alert.peers) peers.set(`${peer.address} ${peer.port}`, peer)
        }
      },
    },
    send,
    {
      awaited: 'end of the lookup',
      async follow({ resolve }, isOver) {
        await poll(isDone, isOver)
        resolve([...peers.values()])
      },
    },
  )
}

/** Whether a lookup is listed as one that waits for answers. libtorrent lists some that are over as well. */
function lists({ activeRequests }: AlertMap['dht_stats'], infoHash: string): boolean {
  return activeRequests.some(
    ({ type, target, outstandingRequests }) =>
      type.startsWith('get_peers') && target === infoHash && outstandingRequests > 0,
  )
}

async function isStarted(dht: DhtPort): Promise<boolean> {
  if (await dht.isRunning()) return true
  if (await dht.isEnabled()) return false
  throw new LibtorrentError('the DHT is off: enable_dht is false', 'dht_not_running')
}

/** Milliseconds between two checks. */
const shortestPause = 10
const longestPause = 500

/** Checks in ever longer intervals a state for which libtorrent posts no alert. */
async function poll(isDone: () => Promise<boolean>, isOver: () => boolean): Promise<void> {
  let pause: number = shortestPause
  while (!isOver() && !(await isDone())) {
    await new Promise((resolve) => setTimeout(resolve, pause).unref())
    pause = Math.min(2 * pause, longestPause)
  }
}
