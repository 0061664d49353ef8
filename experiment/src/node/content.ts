import { createHash, randomBytes } from 'node:crypto'
import { sha256File, writeRandomFile, insideOf, fileSize, writeWhole } from '../util/files'
import { largestTorrent, type RequestOf } from '../protocol/orders'
import { UserError, toUserError, usageError } from '../util/errors'
import type { Condition } from '../plan/condition'
import { resolve } from 'node:path'
import * as lt from 'libtorrent-napi'
import { expectedPieceSize, isPieceSize } from '../plan/parameters'

/** What a node is to share. */
export interface ContentOrder extends RequestOf<'share'> {
  /** An existing file; null for random content, which is made. */
  readonly file: string | null
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

export interface MakeTorrentOptions extends Pick<
  lt.CreateOptions,
  'trackers' | 'pieceSize' | 'version' | 'signal' | 'onProgress'
> {
  /** Where the .torrent goes; default: next to the content, with `.torrent` appended. */
  readonly output?: string
  /** Sets the info-hashes apart from those of other torrents that have the same content and name. */
  readonly mark?: Buffer | undefined
}

export interface MadeTorrent extends lt.CreatedTorrent {
  /** Where the .torrent is. */
  readonly path: string
}

/**
 * Makes a .torrent of a file and writes it. The file appears whole at its path, never half-written: a peer may be
 * waiting for it.
 */
export async function makeTorrent(
  path: string,
  options: MakeTorrentOptions = {},
): Promise<MadeTorrent> {
  const output = resolve(options.output ?? `${path}.torrent`)
  const created = await torrentOf(path, options)
  await writeWhole(output, created.bytes).catch((error: unknown) => {
    throw toUserError(error, `cannot write ${output}`)
  })
  return { ...created, path: output }
}

/** Makes the torrent of a file, with the mark as an extra key: clients keep it, and the info-hashes cover it. */
export async function torrentOf(
  path: string,
  { output: _, mark, pieceSize = 0, ...options }: MakeTorrentOptions,
): Promise<lt.CreatedTorrent> {
  const size = await fileSize(path)
  if (size === null) throw new UserError(`no such file: ${path}`)
  if (size === 0) throw new UserError(`${path} is empty: there is nothing to share`)
  if (!isPieceSize(pieceSize)) throw usageError(`bad piece size ${pieceSize}: ${expectedPieceSize}`)
  try {
    const info = mark && { 'x-unique': mark }
    return await lt.createTorrent(path, { ...options, pieceSize, info })
  } catch (error) {
    options.signal?.throwIfAborted()
    throw toUserError(error, `cannot make a torrent of ${path}`)
  }
}
