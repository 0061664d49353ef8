// createTorrent(): from a file or directory to the torrent of it.
import { promises as fs } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { createFlags } from '../generated/enums'
import { CreateTorrent } from '../metainfo/create-torrent'
import { FileStorage } from '../metainfo/file-storage'
import { addFiles, bencode } from '../metainfo/functions'
import { makeMagnetUri } from '../metainfo/magnet-uri'
import { Preformatted } from '../metainfo/preformatted'
import { checkSelection, chosenFiles } from '../metainfo/select'
import { TorrentInfo } from '../metainfo/torrent-info'
import { checkTrackers, tiersOf } from '../metainfo/trackers'
import { LibtorrentError } from '../support/errors'
import { check, checkOptions, checkThat, shown } from '../support/options'
import { markHandled } from '../support/promises'
import type { ChecksOf } from '../support/options'
import type { FileSelection } from '../metainfo/select'
import type { EntryInit } from '../generated/records'
import type { TrackerList } from '../metainfo/trackers'

/** How far the hashing of files is. */
export interface HashProgress {
  /** Bytes that are hashed. */
  readonly done: number
  /** Bytes of all files. */
  readonly total: number
  /** Bytes per second since the begin. */
  readonly rate: number
  /** Seconds until the rest is hashed at this rate; null at the begin. */
  readonly remaining: number | null
}

/** How `createTorrent()` makes a torrent. */
export interface CreateOptions {
  /** Of the protocol. Default: `'hybrid'`, which clients of both versions can use. */
  version?: 'v1' | 'v2' | 'hybrid' | undefined
  /** Bytes: a power of two from 16 KiB to 1 GiB. Default: 0, what suits the size of the files. */
  pieceSize?: number | undefined
  /** Trackers in the order in which they are tried; those in an inner array are of one tier. */
  trackers?: TrackerList | undefined
  /** URLs of servers with the files (BEP 19). */
  webSeeds?: readonly string[] | undefined
  /** Whether peers may come from trackers only (BEP 27). Default: false. */
  private?: boolean | undefined
  /** Name of the tracker or site that the torrent is for. It becomes part of the info-hash. */
  source?: string | undefined
  comment?: string | undefined
  /** Program that made the torrent. Default: none. */
  creator?: string | undefined
  /** Default: none, so that equal content gives equal bytes. */
  creationDate?: Date | undefined
  /** Which files of a directory are in the torrent. Default: all. */
  filter?: FileSelection | undefined
  /** Further keys of the info dictionary. They become part of the info-hash. */
  info?: Readonly<Record<string, EntryInit>> | undefined
  /** Aborting rejects with the signal's reason. */
  signal?: AbortSignal | undefined
  /** Called now and then while files are hashed, and at the end. What it throws ends the hashing. */
  onProgress?: ((progress: HashProgress) => void) | undefined
}

const versionFlags = { v1: createFlags.v1Only, v2: createFlags.v2Only, hybrid: 0 }

/** In bytes. libtorrent would round a smaller one up, except for version 1. */
const pieceSizes: readonly unknown[] = Array.from({ length: 17 }, (_, i) => 2 ** (14 + i))

export const createOptions: ChecksOf<CreateOptions> = {
  version: checkThat(
    (version) => typeof version === 'string' && Object.hasOwn(versionFlags, version),
    "'v1', 'v2' or 'hybrid'",
  ),
  pieceSize: checkThat(
    (size) => size === 0 || pieceSizes.includes(size),
    'a power of two from 16384 to 1073741824',
    RangeError,
  ),
  trackers: checkTrackers,
  webSeeds: check.strings,
  private: check.boolean,
  source: check.string,
  comment: check.string,
  creator: check.string,
  creationDate: check.dateOrNull,
  filter: checkSelection,
  info: check.object,
  signal: check.signal,
  onProgress: check.function,
}

/** A torrent that `createTorrent()` made. */
export interface CreatedTorrent {
  /** The content of the .torrent file. */
  readonly bytes: Buffer
  /**
   * The same, parsed. Its files have the names that they have on the disk, also where libtorrent gives others to those
   * who download.
   */
  readonly info: TorrentInfo
  readonly magnetUri: string
  /** Directory that the file or directory is in: `session.add(info, { savePath })` shares it from there. */
  readonly savePath: string
}

/**
 * Makes a torrent of a file, or of a directory and everything in it. It reads and hashes the files off this thread.
 *
 * Equal files with equal names and options give equal info-hashes on every system: the order is that of the names, and
 * times and attributes of files are left out.
 *
 * @param path of the file or directory; its last part is the name of the torrent
 * @returns the torrent, which can be shared from where the files are. Rejects as `addFiles()` and
 *   `CreateTorrent.setPieceHashes()` do, with code `'file_changed'` when a file changed meanwhile, and with
 *   `'no_matching_file'` when a pattern of `filter` matches nothing.
 * @see https://libtorrent.org/reference-Create_Torrents.html
 * @example
 * const { bytes, magnetUri } = await createTorrent('album', { trackers: ['udp://tracker.example.org:6969'] })
 * await writeFile('album.torrent', bytes)
 */
export function createTorrent(path: string, options: CreateOptions = {}): Promise<CreatedTorrent> {
  return markHandled(make(path, options))
}

/** An empty path would be the working directory: rather a mistake than meant. */
export function checkPath(path: unknown): void {
  if (typeof path === 'string' && path !== '') return
  throw new TypeError(`path must be that of a file or directory, got ${shown(path)}`)
}

async function make(path: string, options: CreateOptions): Promise<CreatedTorrent> {
  checkPath(path)
  checkOptions(options, createOptions)
  const { version = 'hybrid', signal, onProgress } = options
  const savePath = dirname(resolve(path))
  const files = await listed(resolve(path), options)
  const torrent = new CreateTorrent(files, options.pieceSize ?? 0, versionFlags[version])
  describe(torrent, options)
  const before = await stampsOf(files, savePath)
  await torrent.setPieceHashes(savePath, {
    signal,
    onProgress: onProgress && inBytes(torrent, onProgress),
  })
  requireUnchanged(before, await stampsOf(files, savePath))
  const bytes = bytesOf(torrent, options)
  const limits = {
    maxBufferSize: bytes.length,
    maxPieces: torrent.numPieces(),
    maxDecodeTokens: 2 ** 31 - 1,
  }
  const info = new TorrentInfo(bytes, limits)
  for (const [index, name] of info.originalNames()) info.renameFile(index, name)
  return { bytes, info, magnetUri: makeMagnetUri(info), savePath }
}

async function listed(path: string, { filter, signal }: CreateOptions): Promise<FileStorage> {
  const all = await addFiles(new FileStorage(), path, { flags: createFlags.noAttributes, signal })
  if (filter === undefined) return all
  const files = new FileStorage()
  for (const { path, size } of chosenFiles(all, filter, 'options.filter')) files.addFile(path, size)
  return files
}

function describe(torrent: CreateTorrent, options: CreateOptions): void {
  const { trackers = [], webSeeds = [], comment, creator, creationDate = null } = options
  for (const { url, tier } of tiersOf(trackers)) torrent.addTracker(url, tier)
  for (const url of webSeeds) torrent.addUrlSeed(url)
  if (options.private !== undefined) torrent.setPriv(options.private)
  if (comment !== undefined) torrent.setComment(comment)
  if (creator !== undefined) torrent.setCreator(creator)
  torrent.setCreationDate(creationDate)
}

/** Milliseconds between two reports of the hashing: pieces are hashed faster than a terminal prints. */
const reportInterval = 100

/** A listener of pieces that calls one of bytes. */
function inBytes(
  torrent: CreateTorrent,
  onProgress: (progress: HashProgress) => void,
): (done: number, total: number) => void {
  const start = performance.now()
  let last = -Infinity
  const [total, pieceLength] = [torrent.totalSize(), torrent.pieceLength()] // neither can be read later
  return (pieces, allPieces) => {
    const now = performance.now()
    if (pieces < allPieces && now - last < reportInterval) return
    last = now
    const done = Math.min(total, pieces * pieceLength)
    const rate = now > start ? Math.round((1000 * done) / (now - start)) : 0
    onProgress({ done, total, rate, remaining: rate > 0 ? (total - done) / rate : null })
  }
}

/** libtorrent has no functions for `source` and keys of its users. */
function bytesOf(torrent: CreateTorrent, { source, info: more }: CreateOptions): Buffer {
  if (source === undefined && more === undefined) return torrent.generateBuf()
  const whole = torrent.generate() as Readonly<Record<string, EntryInit>>
  const { info } = whole
  const made = info instanceof Preformatted ? info.value : info
  const extended = {
    ...(made as Record<string, EntryInit>),
    ...more,
    ...(source !== undefined && { source }),
  }
  return bencode({ ...whole, info: extended })
}

/** What tells that a file was changed. */
interface Stamp {
  readonly path: string
  /** Bytes. */
  readonly size: number
  /** Milliseconds. */
  readonly mtime: number
}

/** Files that are looked at together: Node.js has 4 threads for that. */
const together = 16

async function stampsOf(files: FileStorage, savePath: string): Promise<readonly Stamp[]> {
  const entries = [...files].filter(({ isPadding }) => !isPadding)
  const stamps: Stamp[] = []
  for (let i = 0; i < entries.length; i += together) {
    const some = entries.slice(i, i + together).map(async (entry) => {
      const path = join(savePath, entry.path)
      const { size, mtimeMs } = await fs.stat(path)
      if (size !== entry.size) throw fileChanged(path)
      return { path, size, mtime: mtimeMs }
    })
    stamps.push(...(await Promise.all(some)))
  }
  return stamps
}

function requireUnchanged(before: readonly Stamp[], after: readonly Stamp[]): void {
  const changed = after.find(({ mtime }, i) => mtime !== before[i]?.mtime)
  if (changed) throw fileChanged(changed.path)
}

function fileChanged(path: string): LibtorrentError {
  const text = 'the file changed while it was hashed'
  return new LibtorrentError(text, 'file_changed', undefined, 0, 'file_read', path)
}
