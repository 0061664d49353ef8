// The options of a session.
import { isMask } from '../alerts/mask'
import { check } from '../support/options'
import type { ChecksOf } from '../support/options'
import type { DiskBackend, Extension } from '../generated/enums'
import type { NativeSessionOptionsInit, SessionParamsInit } from '../generated/records'
import type { SettingsInit } from '../generated/settings'

/** How to open a session: libtorrent's `session_params`, and more. */
export interface SessionOptions extends SessionParamsInit {
  /** Whether alerts have a `message`: it costs as much as all their other fields. Default: true. */
  alertMessages?: boolean
  /**
   * Whether what an async listener rejects with goes to the listeners of `'error'`, instead of an
   * unhandledRejection. Default: `EventEmitter.captureRejections`.
   */
  captureRejections?: boolean
  /**
   * Certificates of authorities, as PEM, that HTTPS trackers, HTTPS web seeds and SSL peers may be signed by, besides
   * those of the system (SSL_CERT_FILE and SSL_CERT_DIR apply). A system that has none gets those of Node.js. With an
   * addon that uses the system's libtorrent, the constructor throws when this is given: set SSL_CERT_FILE there.
   */
  certificateAuthorities?: string
  /** How files are read and written. Default: `'standard'`, what libtorrent takes on this system. */
  diskBackend?: DiskBackend
  /** libtorrent's plugins to run. Default: all three. */
  extensions?: readonly Extension[]
  /** `sessionFlags.paused` opens the session paused. Default: 0. */
  flags?: number
  /**
   * TCP_NODELAY on connections to peers. Without it, a block that no other follows may wait 40 ms for a delayed
   * acknowledgement. Such are the last block of a small transfer, and the first ones of a stream. Default: true.
   * libtorrent 2.0 has no setting for it.
   */
  tcpNoDelay?: boolean
}

/** Native code checks those of libtorrent. */
export const sessionOptions: ChecksOf<SessionOptions> = {
  alertMessages: check.boolean,
  captureRejections: check.boolean,
  certificateAuthorities: check.string,
  dhtState: check.later,
  diskBackend: check.later,
  extState: check.later,
  extensions: check.later,
  flags: check.later,
  ipFilter: check.later,
  settings: check.object,
  tcpNoDelay: check.boolean,
}

/** Options as native code takes them: those of libtorrent's `session_params`, and those of this package. */
export function nativeOptions(options: SessionOptions): {
  readonly params: SessionParamsInit
  readonly own: NativeSessionOptionsInit
} {
  const { alertMessages, diskBackend, extensions, flags, tcpNoDelay, ...rest } = options
  const { captureRejections, certificateAuthorities, ...params } = rest
  return { params, own: { alertMessages, diskBackend, extensions, flags, tcpNoDelay } }
}

/** `settings` with the mask that libtorrent starts with, unless it has one that native code refuses. */
export function withMask(settings: SettingsInit | undefined, mask: number): SettingsInit {
  if (settings === undefined) return { alert_mask: mask }
  const isRefused = settings.alert_mask !== undefined && !isMask(settings.alert_mask)
  return isRefused || typeof settings !== 'object' ? settings : { ...settings, alert_mask: mask }
}
