// A torrent in a session.
import { addon } from '../native/binding'
import { emitting } from '../alerts/emitting'
import { routerOf } from '../alerts/router'
import { keepInThread } from '../support/printing'
import { filesOf } from './file'
import { TorrentReadStream } from './read-stream'
import { scrapeTracker } from './scrape'
import * as requests from './requests'
import * as state from './waits'
import { checkOptions } from '../support/options'
import { markHandled } from '../support/promises'
import { waitForTorrent } from '../alerts/wait-for'
import type { Readable } from 'node:stream'
import type {
  ConnectPeerOptions,
  MoveStorageOptions,
  ReannounceOptions,
  RenameOptions,
  ResumeData,
  SaveResumeDataOptions,
} from './requests'
import type { ReadStreamOptions } from './read-stream'
import type { PendingPromises } from '../alerts/pending'
import type { AlertSource } from '../alerts/source'
import type { TorrentListenerMap } from '../alerts/emitter'
import type { ScrapeOptions, ScrapeResult } from './scrape'
import type { TorrentFile } from './file'
import type { Session, TorrentInfo } from '../types'
import type { FinishedOptions } from './waits'
import type { TorrentAlertWaitOptions } from '../alerts/wait-for'
import type { WaitOptions } from '../support/options'
import type { AlertMap, TorrentAlertType } from '../generated/alerts'
import type { Endpoint, TorrentSummary } from '../generated/records'

function sourceOf(torrent: object): AlertSource {
  return routerOf((torrent as TorrentHandle).session).ofTorrent(torrent as TorrentHandle)
}

/**
 * A torrent in a session. The session makes one object per torrent, so `===` and Map keys distinguish torrents.
 *
 * A handle doesn't keep its torrent. Once the torrent was removed, methods reject or throw with a LibtorrentError of code
 * `'invalid_torrent_handle'`, and promises that were under way reject with `'torrent_removed'`. Once the session was
 * closed, the code is `'session_closed'`. A promise rejects with `'alerts_dropped'` when the alert that it waits for was
 * dropped.
 *
 * @see https://libtorrent.org/reference-Torrent_Handle.html
 */
export class TorrentHandle extends emitting<TorrentListenerMap>()(addon.TorrentHandle, sourceOf) {
  readonly #session: Session

  /** @internal Only sessions make handles. */
  constructor(session: Session) {
    super(session)
    this.#session = session
    keepInThread(this)
  }

  /** The session that the torrent was added to. */
  get session(): Session {
    return this.#session
  }

  get #pending(): PendingPromises {
    return routerOf(this.#session).pending
  }

  /**
   * Resolves with the next alert of a type about this torrent. Register before you cause it: what
   * libtorrent has posted already is not waited for, and it may have posted the first alerts before
   * `addTorrent()` has resolved. To wait for a state, call `metadata()`, `checked()`, `finished()` or
   * `seeding()`: they resolve at once when it is reached already.
   *
   * @param type one alert type or several, of which the first to come counts
   * @returns the alert. Rejects when the torrent is removed (code `'torrent_removed'`, unless it is
   *   the removal that is waited for), the session closes, alerts of the type are dropped, the
   *   timeout passes or the signal aborts. It resolves whatever `alert_mask` says.
   * @see https://libtorrent.org/reference-Alerts.html
   */
  waitFor<K extends TorrentAlertType>(
    type: K | readonly K[],
    options?: TorrentAlertWaitOptions<AlertMap[K]>,
  ): Promise<AlertMap[K]> {
    return waitForTorrent(this.#pending, type, options, this)
  }

  /**
   * Resolves when the torrent has its metadata, as one that is added with `ti` has from the start. That
   * of a magnet link comes from peers, or from `setMetadata()`.
   *
   * @returns the metadata. Rejects with the error of the torrent; when the torrent is removed
   *   (`'torrent_removed'`), the session closes (`'session_closed'`), the timeout passes or the signal
   *   aborts. Alerts: `metadata_received`, `torrent_error`.
   */
  metadata(options: WaitOptions = {}): Promise<TorrentInfo> {
    return state.metadata(this.#pending, this, options)
  }

  /**
   * Resolves when the torrent has its metadata and no check of its files is under way. `status()` then
   * says what is there. A torrent that is paused is checked once it is resumed.
   *
   * @returns nothing. Rejects as `metadata()` does, and with the error of the disk. Alerts:
   *   `torrent_checked`, `file_error`, `torrent_error`.
   */
  checked(options: WaitOptions = {}): Promise<void> {
    return state.checked(this.#pending, this, options)
  }

  /**
   * Resolves when everything that is wanted (`prioritizeFiles()`) is there: its hashes are right, and it
   * is written to the disk. A change of priorities that was requested before counts.
   *
   * @param options `flushed: false` does not wait for the disk
   * @returns nothing. Rejects as `checked()` does. A disk that is full rejects it with the error of the
   *   alert `file_error`, or with code `'upload_mode'` if that came before the call. Other alerts:
   *   `torrent_finished`, `cache_flushed`, `torrent_error`.
   */
  finished(options: FinishedOptions = {}): Promise<void> {
    return state.complete(this.#pending, this, 'isFinished', options)
  }

  /**
   * As `finished()`, for all files of the torrent, wanted or not.
   *
   * @returns nothing, when the torrent is a seed. Rejects as `finished()` does. While files are left
   *   out, it waits.
   */
  seeding(options: FinishedOptions = {}): Promise<void> {
    return state.complete(this.#pending, this, 'isSeeding', options)
  }

  /**
   * Collects what is needed to add the torrent again without checking its files.
   *
   * @param options `flags` of `resumeDataFlags`: `saveInfoDict` includes the metadata; `onlyIfModified` makes it
   *   reject with code `'resume_data_not_modified'` when nothing has changed since the last time;
   *   `flushDiskCache` writes what is cached first
   * @returns what `addTorrent()` takes and `writeResumeDataBuf()` turns into bytes. The
   *   `save_resume_data` alert carries the same, `save_resume_data_failed` the error.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#save_resume_data()
   */
  saveResumeData(options: SaveResumeDataOptions = {}): Promise<ResumeData> {
    return requests.saveResumeData(this.#pending, this, options, () =>
      this._saveResumeData(options.flags),
    )
  }

  /**
   * Reads a piece from disk. The torrent must have it (`havePiece()`): libtorrent reads whatever is on
   * disk otherwise, and takes a file that is missing for a disk error.
   *
   * @param piece its index
   * @returns the bytes of the piece. Rejects with `'no_metadata'`, `'invalid_piece_index'` or the
   *   error of the disk. The `read_piece` alert carries the same.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#read_piece()
   */
  readPiece(piece: number, options: WaitOptions = {}): Promise<Buffer> {
    return requests.readPiece(this.#pending, this, piece, options, () => this._readPiece(piece))
  }

  /**
   * Moves the files of the torrent to another directory, while it stays in the session.
   *
   * @param savePath the new directory
   * @param options `flags`: what happens to files that are there already. By default they are replaced. With
   *   `'fail_if_exist'` nothing is moved when one of them exists; with `'dont_replace'` they become those
   *   of the torrent, which is checked again
   * @returns the new path, when everything was moved. Rejects with the error of the disk, and with
   *   `'file_collision'` where another torrent has a file of the same path and another content. Alerts:
   *   `storage_moved`, `storage_moved_failed`.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#move_storage()
   */
  moveStorage(savePath: string, options: MoveStorageOptions = {}): Promise<string> {
    return requests.moveStorage(this.#pending, this, options, () =>
      this._moveStorage(savePath, options.flags),
    )
  }

  /**
   * Renames a file of the torrent on disk.
   *
   * @param index of the file
   * @param newName relative to the save path, or absolute
   * @param options `overwrite` replaces what has the new name, or takes it for the torrent's file when
   *   that is not on the disk yet. Another file of the torrent is never replaced
   * @returns the new name, when the file has it. Rejects with `'EEXIST'` when the name is taken, and with
   *   the error of the disk; the file keeps its name then. The disk is checked when the rename begins: what
   *   another process creates in the moment that follows is replaced. Alerts: `file_renamed`,
   *   `file_rename_failed`.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#rename_file()
   */
  renameFile(index: number, newName: string, options: RenameOptions = {}): Promise<string> {
    return requests.renameFile(this.#pending, this, { index, newName }, options, () =>
      this._renameFile(index, newName, options.overwrite),
    )
  }

  /**
   * Sets the priority of a file, and so of its pieces. It has no effect on seeds.
   *
   * @param file its index
   * @param priority of `downloadPriority`, 0 to 255; more than 7 counts as 7
   * @returns when `getFilePriorities()` has it. Rejects with `'no_metadata'`, a RangeError when there is no
   *   such file, and with the error of the disk. Alerts: `file_prio`, or `file_error`.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#file_priority()
   */
  setFilePriority(file: number, priority: number, options: WaitOptions = {}): Promise<void> {
    return state.setFilePriority(this.#pending, this, { file, priority }, options, () =>
      this._setFilePriority(file, priority),
    )
  }

  /**
   * Forgets which pieces the torrent has and checks its files again. Peers are disconnected.
   *
   * @returns when the check is done; if one was under way already, when that one is. A torrent that
   *   is paused is checked once it is resumed (an error pauses it). Rejects with `'no_metadata'`, or the error that stopped
   *   the check. Alerts: `state_changed`, then `torrent_checked` or `torrent_error`.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#force_recheck()
   */
  forceRecheck(options: WaitOptions = {}): Promise<void> {
    return state.forceRecheck(this.#pending, this, options, () => this._forceRecheck())
  }

  /**
   * Announces to trackers again, for more peers. A tracker that has answered gets the next announce when its shortest
   * interval has passed: its `min interval`, 30 s over HTTP when it has none, 60 s over UDP. `minAnnounce` in `trackers()`
   * is that time. With `reannounceFlags.ignoreMinInterval` all get it at once. Nothing happens while the torrent is
   * paused, or without a tracker of that index. Alerts: `tracker_announce`, then `tracker_reply` or `tracker_error`.
   *
   * @see https://libtorrent.org/reference-Torrent_Handle.html#force_reannounce()
   */
  forceReannounce(options: ReannounceOptions = {}): void {
    checkOptions(options, requests.reannounceOptions)
    this._forceReannounce(options.seconds, options.trackerIndex, options.flags)
  }

  /**
   * Makes a peer known, and connects to it when it is its turn. Alerts: `peer_connect`, or `peer_blocked`.
   *
   * @param endpoint its address and port
   * @see https://libtorrent.org/reference-Torrent_Handle.html#connect_peer()
   */
  connectPeer(endpoint: Endpoint, options: ConnectPeerOptions = {}): void {
    checkOptions(options, requests.connectPeerOptions)
    this._connectPeer(endpoint, options.source, options.flags)
  }

  /**
   * Queries a tracker for the size of the swarm.
   *
   * @param options `index` of the tracker in `trackers()`; default: the tracker that worked last
   * @returns the numbers; where the tracker got several queries (over IPv4 and IPv6, or for both
   *   info-hashes of a hybrid torrent), the largest. Rejects when no query was answered, and
   *   with code `'no_tracker'` when there is no tracker. Alerts, one per query: `scrape_reply`,
   *   `scrape_failed`.
   * @see https://libtorrent.org/reference-Torrent_Handle.html#scrape_tracker()
   */
  scrapeTracker(options: ScrapeOptions = {}): Promise<ScrapeResult> {
    return scrapeTracker(this.#pending, this, options, () => this._scrapeTracker(options.index))
  }

  /**
   * The files of the torrent as objects: each is chosen, read, streamed and renamed by its own methods.
   * Padding is left out, so an `index` may be greater than the position in the array.
   *
   * @returns the files with the names and priorities that they have now, once the metadata is there.
   *   Rejects as `metadata()` does
   * @example
   * for (const file of await torrent.files()) console.log(file.path, file.length, await file.progress())
   */
  files(options: WaitOptions = {}): Promise<TorrentFile[]> {
    return markHandled(filesOf(this, options))
  }

  /**
   * Streams a file, or a part of it, downloading what is missing in the order in which it is read.
   *
   * The stream sets deadlines when it is created, and while it is read: destroy one that is not read to its end.
   * Pieces that it waits for have deadlines and `downloadPriority.topPriority`. When such a piece has come, or the stream
   * has ended, the piece gets back its former priority, or keeps one that was set meanwhile. Deadlines of other streams and
   * of `setPieceDeadline()` stay.
   *
   * @param fileIndex index of the file; RangeError (by the 'error' event) when there is none
   * @param options `start` and `end`, as `fileIndex`, are integers from 0: anything else is a RangeError, thrown at once
   * @returns a stream of Buffers. It waits for the metadata of a magnet link. It fails when the torrent
   *   is removed, the session closes, the disk fails or the signal aborts.
   */
  createReadStream(fileIndex: number, options: ReadStreamOptions = {}): Readable {
    return new TorrentReadStream(this, fileIndex, options)
  }

  /**
   * Returns what is known without a call of libtorrent; console.log() prints it. It neither waits nor fails. Of
   * a torrent that was removed, or whose session was closed, it is the last known state.
   */
  toJSON(): TorrentSummary {
    return this._summary()
  }
}
