import { createHash, randomBytes } from 'node:crypto'
import type * as lt from 'libtorrent-napi'
import { sha256File, writeRandomFile } from '../util/random-file'
import { largestTorrent } from '../protocol/orders'
import { UserError } from '../util/errors'
import { insideOf } from '../util/paths'
import type { Condition } from '../plan/condition'
import { torrentOf } from './make-torrent'

/** What a node is to share. */
export interface ContentOrder {
  /** An existing file; null for random content, which is made. */
  readonly file: string | null
  /** What it is called in the torrent. */
  readonly fileName: string
  /** Bytes. */
  readonly size: number
  readonly trackers: readonly string[]
  /** What everything random follows from; null: from nothing. */
  readonly seed: string | null
}

/** What others have to know to fetch it. */
export interface SharedContent {
  /** The .torrent. */
  readonly torrent: Buffer
  /** Of the content, in hex. */
  readonly sha256: string
}

interface Content extends SharedContent {
  /** Where the content is. */
  readonly path: string
  readonly info: lt.TorrentInfo
}

/**
 * Makes the content and the torrent of one iteration. Content is new each time; a given file gets a torrent with
 * info-hashes of its own: so neither the tracker nor a peer can confuse an iteration with an earlier one.
 */
export async function makeContent(
  { file, fileName, size, trackers, seed }: ContentOrder,
  { pieceSize, torrentVersion: version }: Condition,
  directory: string,
  signal: AbortSignal,
): Promise<Content> {
  const path = file ?? insideOf(directory, fileName)
  const sha256 = file
    ? await sha256File(path, { signal })
    : await writeRandomFile(path, size, { seed: seed ?? undefined, signal })
  const mark = file === null ? undefined : markOf(seed)
  const options = { trackers, pieceSize, version, mark, signal }
  const { bytes: torrent, info } = await torrentOf(path, options)
  if (torrent.length > largestTorrent)
    throw new UserError('its .torrent is too large to be sent: use a larger --piece-size')
  return { path, info, torrent, sha256 }
}

function markOf(seed: string | null): Buffer {
  return seed === null ? randomBytes(16) : createHash('sha256').update(seed).digest().subarray(16)
}
