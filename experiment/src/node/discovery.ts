import type * as lt from 'libtorrent-napi'
import { pause, scope, within } from '../util/cancel'
import type { Endpoint } from '../util/endpoint'
import type { Discovery } from '../plan/parameter-kinds'
import { UserError } from '../util/errors'
import { isAbout } from './add'
import { troubleOf, unanswered } from './tracker-notes'

/** To hear from somebody whose address is known, on a busy machine. */
const answerDeadline = 60_000
/** Milliseconds for the answer of a tracker: one that fails is asked again after 1, 2, 4 and 8 seconds. */
const announceDeadline = 15_000
/** Milliseconds between two questions to the DHT, which has no event for what is waited for here. */
const askAgain = 100

/** Introduces a session's DHT node to others, and waits until one of them has answered. */
export async function joinDht(
  session: lt.Session,
  others: readonly Endpoint[],
  outer: AbortSignal,
): Promise<void> {
  for (const { host, port } of others) session.addDhtNode([host, port])
  await within(answerDeadline, 'getting into the DHT', outer, async (signal) => {
    for (;;) {
      const { routingTable } = await session.postDhtStats()
      if (routingTable.some(({ numNodes }) => numNodes > 0)) return
      await pause(askAgain, signal)
    }
  })
}

/**
 * A way to wait until others can find a torrent that is about to be shared. To be called before it is added: the news
 * may come together with it.
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
  const asked = unanswered(info.trackers().map(({ url }) => url))
  let trouble = ''
  /** An answer to one of the info-hashes is enough; who has refused all of them will not think better of it. */
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
    throw new UserError(trouble || `${asked} within ${announceDeadline / 1000} s`)
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
      await pause(askAgain, signal)
    }
  })
}
