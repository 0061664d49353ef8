// The state of a session as bytes: settings, DHT state and filters, for the next start.
import { addon } from './addon'

/**
 * Reads what `writeSessionParamsBuf()` wrote, for `new Session()`.
 *
 * @param flags which parts, of `saveStateFlags`; default: all
 * @throws LibtorrentError when the bytes are not bencoded
 * @see https://libtorrent.org/reference-Session.html#read_session_params()
 */
export const readSessionParams = addon.readSessionParams

/**
 * The state of a session, as `session.sessionState()` gives it, as a bencoded object.
 *
 * @param flags which parts, of `saveStateFlags`; default: all
 * @see https://libtorrent.org/reference-Session.html#write_session_params()
 */
export const writeSessionParams = addon.writeSessionParams

/** As `writeSessionParams()`, as bytes. */
export const writeSessionParamsBuf = addon.writeSessionParamsBuf
