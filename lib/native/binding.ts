// The native addon as the rest of lib/ sees it. Nothing else touches what loadAddon() returns.
import { factories } from '../generated/factories'
import { CONSTANTS_VERSION, PINNED_VERSION, SCHEMA_HASH } from '../generated/tables'
import { loadAddon } from './load'
import { matchConstants, factoriesFromSchema, parseSchema } from './version-compat'
import type {
  CreateTorrentMethods,
  FileStorageMethods,
  IpFilterMethods,
  PeerClassTypeFilterMethods,
  PortFilterMethods,
  Functions,
  SessionMethods,
  TorrentHandleMethods,
  TorrentInfoMethods,
} from '../generated/methods'
import type {
  LoadTorrentLimitsInit,
  NativeSessionOptionsInit,
  SessionParamsInit,
  TorrentSummary,
} from '../generated/records'
import type { SettingsInit } from '../generated/settings'
import type { Factories } from './version-compat'
import type { FileStorage, Session, TorrentInfo } from '../types'

// What the methods of the tables don't say about the native classes: the contract with native/objects.

export interface NativeSession extends SessionMethods {
  /** False until close() is called. */
  readonly closed: boolean
  /** Undoes `unref()`. */
  ref(): this
  /** Lets the process end though the session is open: it is closed then. */
  unref(): this
  /**
   * Delivers the last alerts, rejects the calls under way, and shuts down off this thread.
   * @internal
   */
  _close(): Promise<void>
  /**
   * Has alerts of this number converted and delivered, or not.
   * @internal
   */
  _listenTo(alertNumber: number, isSubscribed: boolean): void
  /**
   * Goes on with the conversion of long lists, which the hook `nextTurn` interrupts.
   * @internal
   */
  _continue(): void
}

export interface NativeTorrentHandle extends TorrentHandleMethods {
  /**
   * Sets deadlines for missing pieces that the stream of this number reads next, where it has set none. Their end is
   * the end of no other deadline. Without metadata it does nothing.
   *
   * @param position in the file, as `end`, which is exclusive and may be beyond the end of the file
   * @internal
   */
  _setStreamDeadlines(stream: number, fileIndex: number, position: number, end: number): void
  /**
   * Ends all deadlines of a stream. Pieces without others get the priorities that they had before.
   * @internal
   */
  _clearStreamDeadlines(stream: number): void
  /**
   * Reads bytes from `position` in the file, `length` at most, of pieces that have passed their hashes.
   *
   * @returns null when there are none: also without metadata, and at the end of the file
   * @internal
   */
  _readBytes(fileIndex: number, position: number, length: number): Promise<Buffer | null>
  /**
   * Of a torrent that was removed and a closed session, too.
   * @internal
   */
  _summary(): TorrentSummary
}

export interface NativeTorrentInfo extends TorrentInfoMethods {
  /** The files, with the names that they were given since; editing the result doesn't change this. */
  files(): FileStorage
  /** The files as the torrent names them. */
  origFiles(): FileStorage
}

export interface NativeCreateTorrent extends CreateTorrentMethods {
  /** The files; editing the result doesn't change this. */
  files(): FileStorage
  /**
   * Hashes in the background. Calls `receiveCancel` before hashing starts: the function that it receives
   * stops the hashing, and the promise rejects. Progress is reported on this thread, coalesced.
   * @internal
   */
  _setPieceHashes(
    path: string,
    settings: SettingsInit | undefined,
    progress: (done: number, total: number) => void,
    receiveCancel: (cancel: () => void) => void,
  ): Promise<void>
}

/** How native code calls back into this evaluation of lib/: it makes nothing of its own realm. */
export interface Runtime {
  readonly classes: Readonly<
    Record<
      | 'TorrentHandle'
      | 'TorrentInfo'
      | 'FileStorage'
      | 'IpFilter'
      | 'PeerClassTypeFilter',
      unknown
    >
  >
  /** The clock of timestamps, in milliseconds. */
  readonly now: () => number
  readonly [hook: string]: unknown
}

interface NativeAddon extends Properties<Functions> {
  readonly schemaHash: string
  /** Whether it has an OpenSSL of its own, which can be given certificate authorities. */
  readonly takesAuthorities: boolean
  hasSystemAuthorities(): boolean
  /** By their number in a record buffer. */
  readonly factoryNames: readonly string[]
  /** The tables as JSON. */
  schema(): string
  /** May be called again: the last one counts. */
  initialize(runtime: Runtime): void
  /** Scans in the background, then adds to `files`. */
  readonly addFiles: (
    files: FileStorage,
    path: string,
    flags: number | undefined,
    receiveCancel: (cancel: () => void) => void,
  ) => Promise<FileStorage>
  readonly addFilesSync: (
    files: FileStorage,
    path: string,
    filter?: ((path: string) => boolean) | null,
    flags?: number,
  ) => FileStorage

  readonly Session: NativeClass<
    [
      params: SessionParamsInit,
      deliver: (...buffer: unknown[]) => void,
      options: NativeSessionOptionsInit,
    ],
    NativeSession
  >
  /** Only native code makes them, and passes the session. */
  readonly TorrentHandle: NativeClass<[session: Session], NativeTorrentHandle>
  readonly TorrentInfo: NativeClass<
    [buffer: Uint8Array, limits?: LoadTorrentLimitsInit],
    NativeTorrentInfo
  > & { load(path: string, limits?: LoadTorrentLimitsInit): Promise<TorrentInfo> }
  readonly FileStorage: NativeClass<[], FileStorageMethods>
  readonly IpFilter: NativeClass<[], IpFilterMethods>
  readonly PortFilter: NativeClass<[], PortFilterMethods>
  readonly PeerClassTypeFilter: NativeClass<[], PeerClassTypeFilterMethods>
  readonly CreateTorrent: NativeClass<
    [files: FileStorage, pieceSize?: number, flags?: number],
    NativeCreateTorrent
  >
}

/** The same as properties: functions that need no receiver. */
type Properties<T> = { readonly [K in keyof T]: T[K] }

export interface NativeClass<Args extends unknown[], Instance> {
  new (...args: Args): Instance
  readonly prototype: Instance
}

export const addon = loadAddon() as NativeAddon

/**
 * Returns the generated factories. With another libtorrent than they were generated for, makes some for this one,
 * because its structs may have other fields, and makes the constants match.
 */
export function matchingFactories(): Factories {
  const version = addon.version()
  const isMatch = addon.schemaHash === SCHEMA_HASH
  if (isMatch && version === CONSTANTS_VERSION) return factories
  if (!isMatch && version === PINNED_VERSION) {
    throw new Error('native addon and lib were built from different tables; run npm run build:all')
  }
  const schema = parseSchema(addon.schema())
  matchConstants(schema)
  return isMatch ? factories : factoriesFromSchema(schema)
}
