// seed(): shares a file or directory.
import { promises as fs } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { statusFlags, torrentFlags } from '../generated/enums'
import { makeMagnetUri } from '../metainfo/magnet-uri'
import { loadSource } from '../metainfo/source'
import { LibtorrentError } from '../support/errors'
import { Bitfield } from '../support/bitfield'
import { check, checkOptions, shown } from '../support/options'
import { onAbort, markHandled } from '../support/promises'
import { checkPath, createOptions, createTorrent } from './create'
import { Ownership, sessionChoice } from './ownership'
import type { CreateOptions } from './create'
import type { TorrentInfo } from '../metainfo/torrent-info'
import type { SourceParams, TorrentSource } from '../metainfo/source'
import type { Session } from '../session/session'
import type { TorrentHandle } from '../torrent/torrent-handle'
import type { SessionChoice } from './ownership'

/** How `seed()` shares. Options of `createTorrent()` describe the torrent that it makes. */
export interface SeedOptions extends CreateOptions, SessionChoice {
  /** The torrent of the files, if there is one. Default: `createTorrent()` makes one. */
  torrent?: TorrentSource | undefined
  /**
   * Of `torrentFlags`, such as `superSeeding` or `disablePex`. With `autoManaged`, libtorrent's queue decides when the
   * torrent runs; `paused` is left out. Default: `torrentFlags.defaultFlags` without `autoManaged`.
   */
  flags?: number | undefined
  /** Aborting ends the sharing, as `close()` does; before it has begun, it rejects with the signal's reason. */
  signal?: AbortSignal | undefined
}

/** `stopWhenReady` stops the torrent once the files are checked: others would be downloaded, and overwritten. */
const { defaultFlags, autoManaged, paused, stopWhenReady } = torrentFlags
const runningFlags = defaultFlags & ~autoManaged

const seedOptions = { ...createOptions, ...sessionChoice, torrent: check.later, flags: check.flags }

/** A file or directory that is shared until `close()`. */
export class Seeding implements AsyncDisposable {
  readonly torrent: TorrentHandle
  readonly info: TorrentInfo
  /** The content of the .torrent file that `seed()` made; null when it was given the torrent. */
  readonly bytes: Buffer | null
  readonly magnetUri: string
  readonly #ownership: Ownership
  readonly #ignoreSignal: () => void

  /** @internal */
  constructor(
    parts: Pick<Seeding, 'torrent' | 'info' | 'bytes'> & {
      readonly signal: AbortSignal | undefined
    },
    ownership: Ownership,
  ) {
    this.torrent = parts.torrent
    this.info = parts.info
    this.bytes = parts.bytes
    this.magnetUri = makeMagnetUri(parts.info)
    this.#ownership = ownership
    this.#ignoreSignal = onAbort(parts.signal, () => void this.close())
  }

  get session(): Session {
    return this.torrent.session
  }

  /**
   * Ends the sharing: closes the session if it is of its own, or else removes the torrent if `seed()` added it.
   *
   * @returns when that is done; the same promise each time
   */
  close(): Promise<void> {
    this.#ignoreSignal()
    return this.#ownership.release()
  }

  /** Ends the sharing at the end of a block that began with `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }
}

/**
 * Shares a file, or a directory and everything in it, from where it is.
 *
 * @param path of the file or directory. With `torrent`, it may have another name than the torrent
 * @param options the session, and what the torrent says; with `torrent`, only `trackers` and `webSeeds` of the latter
 * @returns the sharing, once it has begun. Rejects as `createTorrent()` and `session.add()` do, and with code
 *   `'not_the_content'` when `path` is not what `torrent` describes: nothing is downloaded or changed then.
 * @example
 * await using seeding = await seed('album', { trackers: ['udp://tracker.example.org:6969'] })
 * console.log(seeding.magnetUri)
 */
export function seed(path: string, options: SeedOptions = {}): Promise<Seeding> {
  return markHandled(run(path, options))
}

async function run(path: string, options: SeedOptions): Promise<Seeding> {
  checkPath(path)
  checkOptions(options, seedOptions)
  const { session, settings, torrent: source, flags = runningFlags, ...rest } = options
  const { signal } = rest
  signal?.throwIfAborted()
  const { params, info, bytes } =
    source === undefined ? await made(path, rest) : await given(path, source, signal)
  const ownership = new Ownership({ session, settings })
  try {
    const savePath = dirname(resolve(path))
    const { trackers, webSeeds } = source === undefined ? {} : rest
    const checking = ((flags & ~(autoManaged | paused)) | stopWhenReady) >>> 0
    const add = { savePath, trackers, webSeeds, signal, flags: checking }
    const { torrent, isNew } = await ownership.add(params, add)
    await verified(torrent, path, signal)
    signal?.throwIfAborted()
    if (isNew) torrent.resume()
    if (isNew && (flags & autoManaged) !== 0) torrent.setFlags(autoManaged)
    return new Seeding({ torrent, info, bytes, signal }, ownership)
  } catch (error) {
    await ownership.release()
    throw error
  }
}

interface Content {
  readonly params: SourceParams
  readonly info: TorrentInfo
  readonly bytes: Buffer | null
}

/** It has just been hashed, and so needs no check. */
async function made(path: string, options: CreateOptions): Promise<Content> {
  const { info, bytes, savePath } = await createTorrent(path, options)
  const havePieces = Bitfield.from(Array.from({ length: info.numPieces() }, () => true))
  return { params: { ti: info, savePath, havePieces }, info, bytes }
}

async function given(
  path: string,
  source: TorrentSource,
  signal: AbortSignal | undefined,
): Promise<Content> {
  const { ti: info, ...params } = await loadSource(source, { signal })
  if (!info) throw new TypeError('options.torrent must have metadata: a magnet link has none')
  const renamedFiles = await namesOf(info, resolve(path))
  return { params: { ...params, ti: info, renamedFiles }, info, bytes: null }
}

/** Names of the files where the torrent is called as `path`, and files as its maker called them, or as libtorrent does. */
async function namesOf(info: TorrentInfo, path: string): Promise<ReadonlyMap<number, string>> {
  const originals = info.originalNames()
  const names = new Map<number, string>()
  for (const { index, path: known } of info.files()) {
    const original = originals.get(index)
    const isThere = original !== undefined && (await exists(join(path, belowRoot(original))))
    const name = basename(path) + belowRoot(isThere ? original : known)
    if (name !== known) names.set(index, name)
  }
  return names
}

/** The path of a file behind the name of the torrent: empty for its only file, or else with a slash before it. */
function belowRoot(path: string): string {
  const slash = path.indexOf('/')
  return slash < 0 ? '' : path.slice(slash)
}

async function exists(path: string): Promise<boolean> {
  return fs.access(path).then(
    () => true,
    () => false,
  )
}

async function verified(
  torrent: TorrentHandle,
  path: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  await torrent.checked({ signal })
  const { isSeeding, name } = await torrent.status(statusFlags.queryName)
  if (isSeeding) return
  throw new LibtorrentError(
    `${shown(path)} is not the content of the torrent ${shown(name)}, or not all of it`,
    'not_the_content',
  )
}
