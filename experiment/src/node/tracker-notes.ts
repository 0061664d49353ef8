import type * as lt from 'libtorrent-napi'
import { explain } from '../util/errors'
import { quoted } from '../util/text'

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
  const onError = (alert: lt.AlertMap['tracker_error']) => {
    const troubles = troublesOf(alert.handle)
    const { failures, retryAt } = troubles.get(alert.trackerUrl) ?? { failures: 0, retryAt: 0 }
    // a hybrid torrent announces both its info-hashes: one of the two errors is enough
    if (alert.timestamp < retryAt) return
    const delay = retryDelays[failures] ?? longestDelay
    troubles.set(alert.trackerUrl, {
      failures: failures + 1,
      retryAt: alert.timestamp + delay * 1000,
    })
    report(`${troubleOf(alert)}: trying again in ${delay} s`)
    announceAgain(alert.handle, delay)
  }
  const onReply = (alert: lt.AlertMap['tracker_reply']) => {
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

/** Why a tracker names no peers; its own reason is quoted. */
export function troubleOf({ trackerUrl, failureReason, error }: lt.TrackerErrorAlert): string {
  return described(trackerUrl, failureReason, error)
}

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
export function unanswered(urls: readonly string[]): string {
  return urls.map((url) => `tracker ${quoted(url)} has not answered`).join('; ')
}

function announceAgain(torrent: lt.TorrentHandle, delay: number): void {
  try {
    torrent.forceReannounce(delay)
  } catch {
    // The torrent has been removed meanwhile.
  }
}
