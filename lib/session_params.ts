// The state of a session as bytes: settings, DHT state and filters, for the next start.
import { addon } from './addon'
import type { Entry, SessionParams } from './generated/records'
import type { Settings, SettingsInit } from './generated/settings'

/**
 * What `new Session()` needs to go on where another one was. Its settings have an `alert_mask` only if
 * one was set: otherwise the mask of the new session follows what is listened to, too.
 */
export interface SessionState extends Omit<SessionParams, 'settings'> {
  readonly settings: Omit<Settings, 'alert_mask'> & Pick<SettingsInit, 'alert_mask'>
}

/** `params` with the alert_mask that the user set, if any, instead of the one that was in force. */
export function withUserMask(params: SessionParams, mask: number | undefined): SessionState {
  return { ...params, settings: { ...params.settings, alert_mask: mask } }
}

/**
 * Reads what `writeSessionParamsBuf()` wrote, for `new Session()`.
 *
 * @param flags which parts, of `saveStateFlags`; default: all
 * @throws LibtorrentError when the bytes are not bencoded
 * @see https://libtorrent.org/reference-Session.html#read_session_params()
 */
export function readSessionParams(bytes: Uint8Array, flags?: number): SessionState {
  const params = addon.readSessionParams(bytes, flags)
  const saved = member(member(addon.bdecode(bytes), 'settings'), 'alert_mask')
  return withUserMask(params, saved === undefined ? undefined : params.settings.alert_mask)
}

function member(entry: Entry | undefined, key: string): Entry | undefined {
  const isDictionary = typeof entry === 'object' && !Array.isArray(entry) && !Buffer.isBuffer(entry)
  return isDictionary ? (entry as Readonly<Record<string, Entry>>)[key] : undefined
}

/**
 * The state of a session, as `session.sessionState()` gives it, as a bencoded object.
 *
 * @param flags which parts, of `saveStateFlags`; default: all
 * @see https://libtorrent.org/reference-Session.html#write_session_params()
 */
export const writeSessionParams = addon.writeSessionParams

/** As `writeSessionParams()`, as bytes. */
export const writeSessionParamsBuf = addon.writeSessionParamsBuf
