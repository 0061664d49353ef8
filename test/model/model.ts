// What must be true of a session and its torrents, whatever libtorrent's threads are doing.
import { LibtorrentError } from 'libtorrent-napi'
import type { TorrentHandle } from 'libtorrent-napi'
import type { Content } from './content'

/** One session from its constructor on. */
export class SessionModel {
  /** Whether `close()` was called. */
  isClosed = false
  /** By name of the content: the torrents that were added and not removed, as of the last call. */
  readonly present = new Map<string, TorrentModel>()
  /** Ids that `createPeerClass()` gave and `deletePeerClass()` did not take back. */
  readonly peerClasses = new Set<number>()
  readonly portMappings = new Set<number>()
  /** How many ids are being made, which the session knows before the model does. */
  idsUnderWay = 0
}

/** One torrent from the call that added it to a session. */
export class TorrentModel {
  /** Whether `removeTorrent()` was called. */
  isRemoved = false
  #strong: TorrentHandle | undefined
  #weak: WeakRef<TorrentHandle> | undefined

  constructor(
    readonly session: SessionModel,
    readonly content: Content,
    /** Whether it was added with its metadata; without, peers may give the metadata at any time. */
    readonly hasMetadata: boolean,
  ) {}

  get handle(): TorrentHandle | undefined {
    return this.#strong ?? this.#weak?.deref()
  }

  /** Lets the garbage collector have the handle. */
  drop(): void {
    this.#strong = undefined
  }

  /** Takes a handle that the session gave; returns false if another object stood for the torrent. */
  accept(handle: TorrentHandle): boolean {
    const known = this.handle
    this.#strong = handle
    this.#weak = new WeakRef(handle)
    return known === undefined || known === handle
  }
}

/** Whether a call gives a RangeError, as of an index that its torrent does not have. */
export type RangeErrors = 'never' | 'may' | 'must'

/** Which results a call may have. */
export interface Allowed {
  /** Of a LibtorrentError. */
  readonly codes?: readonly string[]
  /** Errors of the operating system, as when another command deleted the files, and `diskCodes`. */
  readonly disk?: boolean
  /** Default: never. A call that must give one may still fail for another reason that is allowed. */
  readonly range?: RangeErrors
  /** Names of other errors, as of a signal that aborted. */
  readonly names?: readonly string[]
  /** The call works on a torrent after its removal, too. */
  readonly afterRemoval?: boolean
  /** The removal of the torrent does not end the call. */
  readonly outlivesTorrent?: boolean
  /** The call works on a closed session, too. */
  readonly afterClose?: boolean
}

const diskCategories = new Set(['system', 'generic'])
/** Of a disk job whose torrent or session is being stopped, a short file, a file of another torrent in the way. */
const diskCodes = new Set([
  'ECANCELED',
  'session_is_closing',
  'file_too_short',
  'eof',
  'file_collision',
])

/** The state at the time of a call, which decides what its result must be. */
export interface Situation {
  readonly session: SessionModel
  readonly torrent: TorrentModel | undefined
  readonly wasClosed: boolean
  readonly wasRemoved: boolean
}

export function situationOf(session: SessionModel, torrent?: TorrentModel): Situation {
  const wasRemoved = torrent?.isRemoved ?? false
  return { session, torrent, wasClosed: session.isClosed, wasRemoved }
}

/** Returns why a call must not have succeeded, or null. */
export function wrongSuccess(situation: Situation, allowed: Allowed): string | null {
  if (situation.wasClosed && !allowed.afterClose) return 'it succeeded on a closed session'
  if (situation.wasRemoved && !allowed.afterRemoval) return 'it succeeded on a removed torrent'
  return allowed.range === 'must' ? 'it took an argument that is out of range' : null
}

/** Returns why a call must not have failed like this, or null. */
export function wrongFailure(
  error: unknown,
  situation: Situation,
  allowed: Allowed,
): string | null {
  if (error instanceof LibtorrentError) return wrongCode(error, situation, allowed)
  const name = error instanceof Error ? error.name : typeof error
  const { range = 'never', names = [] } = allowed
  const isAllowed = (name === 'RangeError' && range !== 'never') || names.includes(name)
  return isAllowed ? null : `it failed with ${String(error)}`
}

function wrongCode(
  { code, category }: LibtorrentError,
  { session, torrent, wasClosed, wasRemoved }: Situation,
  allowed: Allowed,
): string | null {
  const { codes = [], disk = false } = allowed
  const { afterRemoval = false, outlivesTorrent = false, afterClose = false } = allowed
  if (code === 'session_closed') return session.isClosed ? null : 'its session is open'
  if (wasClosed && !wasRemoved && !afterClose) return `a closed session gave '${code}'`
  if (code === 'invalid_torrent_handle' || code === 'torrent_removed') {
    if (outlivesTorrent) return `it gave '${code}' instead of the removal`
    if (!torrent?.isRemoved) return `it gave '${code}' and its torrent was not removed`
    const isRight = !wasRemoved || code === 'invalid_torrent_handle'
    return isRight ? null : `a call after the removal gave '${code}'`
  }
  if (wasRemoved && !afterRemoval) return `a removed torrent gave '${code}'`
  if (code === 'no_metadata' && torrent && !torrent.hasMetadata) return null
  if (codes.includes(code)) return null
  const isOfDisk = diskCategories.has(category) || diskCodes.has(code)
  return disk && isOfDisk ? null : `it gave '${code}' (${category})`
}
