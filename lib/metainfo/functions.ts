// libtorrent's functions that belong to no class.
import { addon } from '../native/binding'
import { check, checkOptions } from '../support/options'
import { cancellable, markHandled } from '../support/promises'
import type { Check } from '../support/options'
import type { FileStorage } from './file-storage'
import type { Settings } from '../generated/settings'

/**
 * Bencodes a value: integers, strings (as UTF-8), bytes, arrays, and objects whose keys have one
 * character per byte. Keys are sorted, as BEP 3 demands. The bytes of a `Preformatted` are copied.
 *
 * The info-hash is the hash of bytes. A torrent whose keys aren't sorted gets another one when its
 * decoded info dictionary is encoded again. Keep the bytes instead:
 * `bencode({ ...bdecode(bytes), info: new Preformatted(torrentInfo.infoSection()) })`.
 *
 * @see https://libtorrent.org/reference-Bencoding.html
 */
export const bencode = addon.bencode

/**
 * Decodes bencoded bytes. Strings become Buffers, dictionaries objects without a prototype whose keys
 * have one character per byte, and integers beyond 2^53 BigInts: so nothing is lost.
 *
 * @throws LibtorrentError of the bdecode category (`'unexpected_eof'` ...)
 * @see https://libtorrent.org/reference-Bdecoding.html
 */
export const bdecode = addon.bdecode

/**
 * Parses the content of a .torrent file, for `session.addTorrent()`: set `savePath`.
 *
 * @param encoded the bytes, or the object that `writeTorrentFile()` makes
 * @throws LibtorrentError such as `'invalid_bencoding'`, `'torrent_missing_info'`
 * @see https://libtorrent.org/reference-Core.html#load_torrent_file()
 */
export const loadTorrentBuffer = addon.loadTorrentBuffer

/** As `loadTorrentBuffer()`, from a file, off this thread. */
export const loadTorrentFile = addon.loadTorrentFile

/**
 * The content of the .torrent file for params with `ti`, as an object to bencode. `info` is a
 * `Preformatted`, so the info-hash stays.
 *
 * @param flags of `writeFlags`
 * @throws LibtorrentError `'no_metadata'` without `ti`
 * @see https://libtorrent.org/reference-Resume_Data.html#write_torrent_file()
 */
export const writeTorrentFile = addon.writeTorrentFile

/** As `writeTorrentFile()`, as bytes. */
export const writeTorrentFileBuf = addon.writeTorrentFileBuf

/**
 * Reads what `writeResumeDataBuf()` or `writeResumeData()` wrote, for `session.addTorrent()`.
 *
 * @param encoded the bytes, or the object that they stand for
 * @throws LibtorrentError such as `'invalid_file_tag'`, when it is not resume data
 * @see https://libtorrent.org/reference-Resume_Data.html#read_resume_data()
 */
export const readResumeData = addon.readResumeData

/**
 * What `torrent.saveResumeData()` resolved with, as an object to bencode. Its metadata, `info`, is a
 * `Preformatted`.
 *
 * @see https://libtorrent.org/reference-Resume_Data.html#write_resume_data()
 */
export const writeResumeData = addon.writeResumeData

/** As `writeResumeData()`, as bytes to save. */
export const writeResumeDataBuf = addon.writeResumeDataBuf

/** How `addFiles()` lists a directory. */
export interface AddFilesOptions {
  /** Of `createFlags`. With `symlinks`, links stay links; otherwise their target is added. */
  flags?: number | undefined
  /** Aborting stops the listing and rejects with the signal's reason; nothing is added. */
  signal?: AbortSignal | undefined
}

/**
 * Adds a file, or a directory and everything in it, to a `FileStorage`, in the order of the names. It
 * reads the disk off this thread.
 *
 * What can't be in the torrent is an error, whose `file` names it: nothing is left out silently.
 *
 * @param files what they are added to
 * @param path the file or directory, as in `path.resolve()`; its last part is the name of the torrent
 * @param options of the listing, or only its flags
 * @returns `files`, once the files are added. Rejects with LibtorrentError `'ENOENT'` when `path` or the
 *   target of a link does not exist, `'no_files_in_torrent'` when a directory holds no file, `'EACCES'`
 *   when it can't be read, `'ELOOP'` when it contains itself by way of a link, `'EILSEQ'` when a name is
 *   not UTF-8 (`file` and the message have the bytes escaped: `\xe9`), `'ENOTSUP'` for a device, pipe or
 *   socket
 * @see https://libtorrent.org/reference-Create_Torrents.html#add_files()
 */
export function addFiles(
  files: FileStorage,
  path: string,
  options: number | AddFilesOptions = {},
): Promise<FileStorage> {
  return markHandled(listFiles(files, path, options))
}

async function listFiles(
  files: FileStorage,
  path: string,
  options: number | AddFilesOptions,
): Promise<FileStorage> {
  const given = typeof options === 'number' ? { flags: options } : options
  checkOptions(given, { flags: check.flags, signal: check.signal })
  const { flags, signal } = given
  return cancellable(signal, (receiveCancel) => addon.addFiles(files, path, flags, receiveCancel))
}

/** Which files `addFilesSync()` adds, and how. */
export interface AddFilesSyncOptions {
  /**
   * Called with the path of every file and directory, before it is read. A path for which it returns false
   * is left out, a directory with all of its content. Bytes that are not UTF-8 are escaped (`\xe9`).
   */
  filter?: ((path: string) => boolean) | null | undefined
  /** Of `createFlags`, as for `addFiles()`. */
  flags?: number | undefined
}

const functionOrNull: Check = (filter, name) => {
  if (filter !== null) check.function(filter, name)
}

/**
 * As `addFiles()`, on this thread, where a filter may choose the files.
 *
 * @param options a filter and flags, or only the flags
 * @returns `files`
 * @throws LibtorrentError as `addFiles()`; `'no_files_in_torrent'` also when the filter leaves no file
 */
export function addFilesSync(
  files: FileStorage,
  path: string,
  options: number | AddFilesSyncOptions = {},
): FileStorage {
  const given = typeof options === 'number' ? { flags: options } : options
  checkOptions(given, { filter: functionOrNull, flags: check.flags })
  const { filter, flags }: AddFilesSyncOptions = given
  return addon.addFilesSync(files, path, filter, flags)
}

/**
 * Cuts files on disk that are larger than the torrent says, off this thread. Shorter ones and missing
 * ones stay as they are.
 *
 * @param files as they should be
 * @param savePath the directory that contains them
 * @returns rejects with the error of the disk, whose `file` is the one that could not be cut
 * @see https://libtorrent.org/reference-Storage.html#truncate_files()
 */
export const truncateFiles = addon.truncateFiles

/**
 * The index of a metric among the counters of a session; -1 when there is none of that name.
 *
 * @see https://libtorrent.org/reference-Stats.html#find_metric_idx()
 */
export const findMetricIdx = addon.findMetricIdx

/**
 * The metrics that `session.sessionStats()` reports: their names, and whether they are counters or
 * gauges.
 *
 * @see https://libtorrent.org/reference-Stats.html#session_stats_metrics()
 */
export const sessionStatsMetrics = addon.sessionStatsMetrics

/**
 * libtorrent's default of every setting but `alert_mask`, which follows the listeners of a session until
 * it is set. A session that is given all of these is reset: it listens at `0.0.0.0:6881,[::]:6881` and
 * its DHT runs.
 *
 * @see https://libtorrent.org/reference-Settings.html#default_settings()
 */
export function defaultSettings(): Omit<Settings, 'alert_mask'> {
  const { alert_mask, ...settings } = addon.defaultSettings()
  return settings
}

/**
 * Settings for little memory, at the price of speed: those that libtorrent changes for that purpose, so
 * `new Session({ settings: { ...minMemoryUsage(), ...others } })` and `applySettings(minMemoryUsage())`
 * leave all others as they are.
 *
 * @see https://libtorrent.org/reference-Settings.html#min_memory_usage()
 */
export const minMemoryUsage = addon.minMemoryUsage

/**
 * Settings for a machine that does nothing but share, with many peers: those that libtorrent changes for
 * that purpose, as in `minMemoryUsage()`.
 *
 * @see https://libtorrent.org/reference-Settings.html#high_performance_seed()
 */
export const highPerformanceSeed = addon.highPerformanceSeed

/**
 * A value for `settings.peer_fingerprint`, which begins the peer id.
 *
 * @param name two letters for the client
 * @param major version numbers, 0 to 35 each
 * @see https://libtorrent.org/reference-Settings.html#generate_fingerprint()
 */
export const generateFingerprint = addon.generateFingerprint

/**
 * A short text for the `op` of an alert.
 *
 * @see https://libtorrent.org/reference-Alerts.html#operation_name()
 */
export const operationName = addon.operationName

/** The version of the libtorrent that is used, such as `'2.0.8.0'`. */
export const version: string = addon.version()
