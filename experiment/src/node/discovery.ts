import type * as lt from 'libtorrent-napi'
import { pause, scope, within } from '../util/cancel'
import type { Endpoint } from '../util/endpoint'
import type { Discovery } from '../plan/parameter-kinds'
import { UserError } from '../util/errors'
import { isAbout } from './add'
import { troubleOf, unanswered } from './tracker-notes'

/** Milliseconds for the answer of a DHT node, on a busy machine. */
const answerDeadline = 60_000
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
  await within(answerDeadline, 'getting into the DHT', outer, async (signal) => {
    for (;;) {
      const { routingTable } = await session.dhtStats()
      if (routingTable.some(({ numNodes }) => numNodes > 0)) return
      await pause(retryInterval, signal)
    }
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
    trouble = troubleOf(alert)
    if (alert.failureReason !== '') refused.add(alert.version)
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
  await within(answerDeadline, 'announcing to the DHT', outer, async (signal) => {
    while ((await session.dhtGetPeers(target, { signal })).length === 0) {
      await pause(retryInterval, signal)
    }
  })
}
