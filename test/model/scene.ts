// What a command works with: one session, its torrents, its model.
import type * as lt from 'libtorrent-napi'
import type { Allowed, RangeErrors, SessionModel, TorrentModel } from './model'
import type { Numbers } from './command'
import type { Content } from './content'
import type { Calls, Settles } from './calls'

/** What a sequence's sessions share, workers included. */
export interface Place {
  /** The directory of the sequence. Torrents lie in directories below it. */
  readonly dir: string
  /** Where each session accepts peers; 0 until it does. */
  readonly ports: Int32Array
}

/** One session and what commands made with it. */
export interface Scene {
  readonly place: Place
  /** Index of the session: 0 or 1. */
  readonly actor: number
  readonly contents: readonly Content[]
  readonly calls: Calls
  /** The latest session, open or closed. */
  session: lt.Session
  model: SessionModel
  /** Torrents, the latest last, of earlier sessions too. */
  readonly torrents: TorrentModel[]
  /** Resume data that was saved. */
  readonly saved: { readonly content: Content; readonly bytes: Uint8Array }[]
  /** Bytes that `writeSessionParamsBuf()` made. */
  sessionState: Uint8Array | null
}

/** A scene in which the command's torrent was chosen. */
export interface TorrentScene extends Scene {
  readonly torrent: TorrentModel
  readonly handle: lt.TorrentHandle
}

/** A call of one method, and what it may give. */
export interface Call<S extends Scene> extends Omit<Allowed, 'range'> {
  readonly call: (scene: S, second: number, third: number, first: number) => unknown
  /** Says, of the state at the time of the call, whether it gives a RangeError. Default: never. */
  readonly range?: (scene: S, second: number) => RangeErrors
  /** Default: by itself. */
  readonly settles?: Settles
  /** Says, of the state at the time of the call, what its value must be. */
  readonly expect?: (scene: S, ...numbers: Numbers) => (value: unknown) => string | null
}

/** The directories that torrents are in: all sessions of a sequence share them. */
export const savePaths = ['seed', 'empty', 'third'] as const
