// The state of a session as bytes: settings, DHT state and filters, for the next start.
import { addon } from '../native/binding'
import { saveStateFlags } from '../generated/enums'
import type { SessionParams } from '../generated/records'

/**
 * What `new Session()` needs to go on where another one was. Its `settings` are those that differ from
 * libtorrent's defaults. They have an `alert_mask` only if one was set: otherwise the mask of the new
 * session follows what is listened to, too.
 */
export type SessionState = SessionParams

/** `params` with the alert_mask that the user set, if any, instead of the one that was in force. */
export function withUserMask(
  params: SessionParams,
  mask: number | undefined,
  flags: number = saveStateFlags.saveSettings,
): SessionState {
  const { alert_mask, ...settings } = params.settings
  const isSaved = mask !== undefined && (flags & saveStateFlags.saveSettings) !== 0
  return { ...params, settings: isSaved ? { ...settings, alert_mask: mask } : settings }
}

/**
 * Reads what `writeSessionParamsBuf()` or `writeSessionParams()` wrote, for `new Session()`.
 *
 * @param encoded the bytes, or the object that they stand for
 * @param flags which parts, of `saveStateFlags`; default: all
 * @throws LibtorrentError when the bytes are not bencoded
 * @see https://libtorrent.org/reference-Session.html#read_session_params()
 */
export const readSessionParams = addon.readSessionParams

/**
 * The state of a session, as `session.sessionState()` gives it, as an object to bencode.
 * `readSessionParams()` takes it, too.
 *
 * @param flags which parts, of `saveStateFlags`; default: all
 * @see https://libtorrent.org/reference-Session.html#write_session_params()
 */
export const writeSessionParams = addon.writeSessionParams

/** As `writeSessionParams()`, as bytes. */
export const writeSessionParamsBuf = addon.writeSessionParamsBuf
