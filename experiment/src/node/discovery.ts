import type * as lt from 'libtorrent-napi'
import { pause, scope, within } from '../util/cancel'
import type { Endpoint } from '../util/endpoint'
import type { Discovery } from '../plan/parameter-kinds'
import { UserError, explain } from '../util/errors'
import { isAbout } from './session'
import { quoted } from '../util/text'

/** Milliseconds for the answer of a DHT node, on a busy machine. */
export const dhtDeadline = 60_000
/** Milliseconds for the answer of a tracker: announces that fail are repeated after 1, 2, 4 and 8 seconds. */
const announceDeadline = 15_000
/** Milliseconds between two requests to the DHT, which has no event for the condition. */
const retryInterval = 100

/** Adds DHT nodes to a session, and waits until one of them has answered. */
export async function joinDht(
  session: lt.Session,
  others: readonly Endpoint[],
  outer: AbortSignal,
): Promise<void> {
  for (const { host, port } of others) session.addDhtNode([host, port])
  await retried('getting into the DHT', outer, async () => {
    const { routingTable } = await session.dhtStats()
    return routingTable.some(({ numNodes }) => numNodes > 0)
  })
}

/** Waits until a condition of the DHT holds. */
async function retried(
  what: string,
  outer: AbortSignal,
  holds: (signal: AbortSignal) => Promise<boolean>,
): Promise<void> {
  await within(dhtDeadline, what, outer, async (signal) => {
    while (!(await holds(signal))) await pause(retryInterval, signal)
  })
}

/**
 * Returns a function that waits until others can find a torrent. Call this before the torrent is added: the alert may come
 * together with it.
 */
export function findable(
  session: lt.Session,
  info: lt.TorrentInfo,
  discovery: Discovery,
  outer: AbortSignal,
): () => Promise<void> {
  if (discovery === 'tracker') return untilTracked(session, info, outer)
  if (discovery === 'dht') return () => untilInDht(session, info, outer)
  return async () => {}
}

function untilTracked(
  session: lt.Session,
  info: lt.TorrentInfo,
  outer: AbortSignal,
): () => Promise<void> {
  const { signal, end } = scope(outer)
  const isMine = isAbout(info)
  const hashes = Object.values(info.infoHashes()).filter((hash) => hash !== null).length
  const refused = new Set<lt.ProtocolVersion>()
  const pending = unanswered(info.trackers().map(({ url }) => url))
  let trouble = ''
  /** One answered info-hash is enough. A tracker that has refused all of them is final as well. */
  const isFinal = (alert: lt.TrackerReplyAlert | lt.TrackerErrorAlert): boolean => {
    if (!isMine(alert) || alert.type === 'tracker_reply') return isMine(alert)
    const { trackerUrl, failureReason, error } = alert
    trouble = described(trackerUrl, failureReason, error)
    if (failureReason !== '') refused.add(alert.version)
    return refused.size === hashes
  }
  const answered = session.waitFor(['tracker_reply', 'tracker_error'], { signal, filter: isFinal })
  answered.catch(() => {})
  return async () => {
    try {
      const announce = within(announceDeadline, 'announcing to the tracker', outer, () => answered)
      if ((await announce).type === 'tracker_reply') return
    } catch {
      outer.throwIfAborted()
    } finally {
      end()
    }
    throw new UserError(trouble || `${pending} within ${announceDeadline / 1000} s`)
  }
}

async function untilInDht(
  session: lt.Session,
  info: lt.TorrentInfo,
  outer: AbortSignal,
): Promise<void> {
  const { v1, v2 } = info.infoHashes()
  const target = v1 ?? v2?.slice(0, 40) ?? ''
  await retried('announcing to the DHT', outer, async (signal) => {
    return (await session.dhtGetPeers(target, { signal })).length > 0
  })
}

/** Seconds until the next announce to a tracker that failed, by its failures in a row. */
const retryDelays = [1, 2, 4, 8, 15]
const longestDelay = 30

interface Trouble {
  readonly failures: number
  /** Time of the next announce, on the alerts' clock. */
  readonly retryAt: number
}

/**
 * Reports when a tracker can't be reached and when it can again. Announces again sooner than libtorrent, whose first retry
 * is after 17 s: a user is waiting.
 * @returns ends it
 */
export function retryTrackers(session: lt.Session, report: (message: string) => void): () => void {
  // By torrent: a new torrent does not wait as long as an older one.
  const all = new WeakMap<lt.TorrentHandle, Map<string, Trouble>>()
  const troublesOf = (torrent: lt.TorrentHandle) => {
    const troubles = all.get(torrent) ?? new Map<string, Trouble>()
    all.set(torrent, troubles)
    return troubles
  }
  const onError = ({ handle, timestamp, ...alert }: lt.TrackerErrorAlert) => {
    const { trackerUrl, failureReason, error } = alert
    const troubles = troublesOf(handle)
    const { failures, retryAt } = troubles.get(trackerUrl) ?? { failures: 0, retryAt: 0 }
    // a hybrid torrent announces both its info-hashes: one of the two errors is enough
    if (timestamp < retryAt) return
    const delay = retryDelays[failures] ?? longestDelay
    troubles.set(trackerUrl, { failures: failures + 1, retryAt: timestamp + delay * 1000 })
    report(`${described(trackerUrl, failureReason, error)}: trying again in ${delay} s`)
    try {
      handle.forceReannounce({ seconds: delay })
    } catch {
      // The torrent has been removed meanwhile.
    }
  }
  const onReply = (alert: lt.TrackerReplyAlert) => {
    if (troublesOf(alert.handle).delete(alert.trackerUrl))
      report(`tracker ${quoted(alert.trackerUrl)} answers`)
  }
  session.on('tracker_error', onError)
  session.on('tracker_reply', onReply)
  return () => {
    session.off('tracker_error', onError)
    session.off('tracker_reply', onReply)
  }
}

/** Why a tracker names no peers. @param reason its own, which is quoted; empty when it did not answer */
function described(url: string, reason: string, error: unknown): string {
  const tracker = `tracker ${quoted(url)}`
  if (reason === '') return `${tracker} cannot be reached (${explain(error)})`
  return `${tracker} refuses the torrent (${quoted(reason)})`
}

/** Why no tracker of a torrent names peers; null when one has answered, or when the torrent has none. */
export async function trackersTrouble(torrent: lt.TorrentHandle): Promise<string | null> {
  const troubles = (await torrent.trackers()).map(entryTrouble)
  return troubles.includes(null) ? null : troubles.join('; ') || null
}

function entryTrouble({ url, endpoints }: lt.AnnounceEntry): string | null {
  const announces = endpoints.flatMap(({ infoHashes }) => infoHashes)
  const failed = announces.find(({ fails }) => fails > 0)
  if (failed) return described(url, failed.message, failed.lastError)
  return announces.some(({ startSent }) => startSent) ? null : unanswered([url])
}

/** @param urls of trackers that have neither answered an announce nor failed yet */
function unanswered(urls: readonly string[]): string {
  return urls.map((url) => `tracker ${quoted(url)} has not answered`).join('; ')
}
