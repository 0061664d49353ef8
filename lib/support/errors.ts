// The one error class of the package, and how the numbers of an error get their names.
import { constants } from 'node:os'
import type { LibtorrentErrorCode, OwnErrorCode } from '../types'

/**
 * Name of what went wrong: libtorrent's, one of this package's own, or in capitals that of errno or Node.js. A number of a
 * category without names is `'category:number'`. `docs/errors.md` has all of them, with advice.
 */
export type ErrorCode =
  LibtorrentErrorCode | OwnErrorCode | Uppercase<string> | `${string}:${number}`

/** Errors that this layer raises itself have this category. */
const OWN_CATEGORY = 'libtorrent-napi'

/**
 * What libtorrent, the operating system or this package reports as an error.
 *
 * @see https://libtorrent.org/reference-Error_Codes.html
 */
export class LibtorrentError extends Error {
  declare readonly name: 'LibtorrentError'

  /**
   * What went wrong, by name: libtorrent's enumerator (`'invalid_torrent_handle'`), the errno name of a
   * system error (`'ENOENT'`), or one of this package's own, such as `'session_closed'`. `docs/errors.md` has all of
   * them, with advice.
   */
  readonly code: ErrorCode

  /** Which family `value` belongs to: `'libtorrent'`, `'system'`, `'http'`, `'asio.netdb'` ... */
  readonly category: string

  /** The number within the category. */
  readonly value: number

  /** What libtorrent was doing: `'file_open'`, `'sock_bind'` ...; null when it doesn't say. */
  readonly operation: string | null

  /** The file that the error is about; null when it is about none. */
  readonly file: string | null

  /**
   * @param text what went wrong. The message is the code, the text, the operation and the file, as in
   *   errors of node:fs: `"ENOENT: no such file or directory, open '/none'"`
   */
  constructor(
    text: string,
    code: ErrorCode,
    category: string = OWN_CATEGORY,
    value = 0,
    operation: string | null = null,
    file: string | null = null,
  ) {
    super(`${code}: ${text}${circumstances(operation, file)}`)
    this.code = code
    this.category = category
    this.value = value
    this.operation = operation
    this.file = file
  }
}

// On the prototype, as the names of built-in errors: a stack begins with it.
Object.defineProperty(LibtorrentError.prototype, 'name', {
  value: 'LibtorrentError',
  configurable: true,
  writable: true,
})

/** ", open '/none'" */
function circumstances(operation: string | null, file: string | null): string {
  const isKnown = operation !== null && operation !== 'unknown'
  const done = isKnown ? operation.replace(/^(file|sock)_/, '').replaceAll('_', ' ') : ''
  const words = [done, file === null ? '' : `'${file}'`].filter((word) => word !== '')
  return words.length > 0 ? `, ${words.join(' ')}` : ''
}

/** The same error, of which another source says more. */
export function withCircumstances(
  { message, code, category, value }: LibtorrentError,
  operation: string | null,
  file: string | null,
): LibtorrentError {
  const text = message.slice(`${code}: `.length)
  return new LibtorrentError(text, code, category, value, operation, file)
}

// Where two names share a number (EAGAIN, EWOULDBLOCK) the first in the alphabet is the usual one.
const errnoNames = new Map<number, string>()
for (const name of Object.keys(constants.errno).sort().reverse()) {
  errnoNames.set(constants.errno[name as keyof typeof constants.errno], name)
}

/** Which setting to change, where libtorrent's message leaves that open. */
const hints: Readonly<Record<string, string>> = {
  ssrf_mitigation: 'settings.ssrf_mitigation says which URLs it allows',
  blocked_by_idna: 'settings.allow_idna is off',
}

/**
 * Makes the errors that native code raises: it knows libtorrent's codes by name, not the system's.
 *
 * @param keepsStack whether the error has the stack of this call. Otherwise the caller captures one later
 */
export function makeError(
  message: string,
  code: string | null,
  category: string,
  value: number,
  operation: string | null,
  file: string | null,
  keepsStack = true,
): LibtorrentError {
  const hint = code === null ? undefined : hints[code]
  const isSystem = category === 'system' || category === 'generic'
  const name = code ?? (isSystem ? errnoNames.get(value) : undefined) ?? `${category}:${value}`
  const text = hint === undefined ? asClause(message) : `${asClause(message)}: ${hint}`
  const make = (): LibtorrentError =>
    new LibtorrentError(text, name as ErrorCode, category, value, operation, file)
  return keepsStack ? make() : withoutStack(make)
}

/** Calls `make` while errors get no stack, because the caller captures another one later. */
function withoutStack<T>(make: () => T): T {
  const { stackTraceLimit } = Error
  // Where the limit can't be changed, Reflect.set() returns false and does not throw.
  Reflect.set(Error, 'stackTraceLimit', 0)
  try {
    return make()
  } finally {
    Reflect.set(Error, 'stackTraceLimit', stackTraceLimit)
  }
}

/** The system begins its texts with a capital letter: "No such file or directory". */
function asClause(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

export function sessionClosed(): LibtorrentError {
  return new LibtorrentError('the session is closed', 'session_closed')
}

// These say what libtorrent would, with its names and numbers, where it would say nothing.

/** The torrent was removed while a promise waited for it. */
export function torrentRemoved(): LibtorrentError {
  return new LibtorrentError('torrent removed', 'torrent_removed', 'libtorrent', 80)
}

/** The torrent was gone before anything was asked of it. */
export function invalidTorrentHandle(): LibtorrentError {
  return new LibtorrentError(
    'invalid torrent handle used',
    'invalid_torrent_handle',
    'libtorrent',
    20,
  )
}

/** The error of a call that began before the torrent was removed, and asked for its status since. */
export function duringCall(error: unknown): unknown {
  const isGone = error instanceof LibtorrentError && error.code === 'invalid_torrent_handle'
  return isGone ? torrentRemoved() : error
}

export function noMetadata(): LibtorrentError {
  return new LibtorrentError('torrent has no metadata', 'no_metadata', 'libtorrent', 109)
}

export function invalidInfoHash(): LibtorrentError {
  return new LibtorrentError('invalid info-hash', 'invalid_info_hash', 'libtorrent', 39)
}

export function alertsDropped(types: readonly string[]): LibtorrentError {
  const message = `alerts were dropped (${types.join(', ')}): alert_queue_size was too small`
  return new LibtorrentError(message, 'alerts_dropped')
}

/** An iterator was given a limit. */
export function alertsUnread(limit: number): LibtorrentError {
  return new LibtorrentError(`more than ${limit} alerts were not read`, 'alerts_dropped')
}

/** libtorrent says that it failed and not why, as for moving where a file is in the way. */
export function failedSilently(type: string): LibtorrentError {
  return new LibtorrentError(
    `${type.replaceAll('_', ' ')}, for a reason that libtorrent keeps`,
    type as ErrorCode,
  )
}
