import { availableParallelism } from 'node:os'
import { dirname, resolve } from 'node:path'
import * as lt from 'libtorrent-napi'
import { isPieceSize, type TorrentVersion } from '../plan/parameters'
import { toUserError, UserError } from '../util/errors'
import { fileSize, writeWhole } from '../util/paths'
import { sizeOf } from './source'

export interface MakeTorrentOptions {
  /** Announce URLs, in order of preference. */
  readonly trackers?: readonly string[]
  /** Bytes: a power of two of at least 16 KiB; 0 (default) for what suits the size. */
  readonly pieceSize?: number
  /** Default: hybrid. */
  readonly version?: TorrentVersion
  /** Where the .torrent goes; default: next to the content, with `.torrent` appended. */
  readonly output?: string
  /** Sets the info-hashes apart from those of other torrents that have the same content and name. */
  readonly mark?: Buffer | undefined
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: (donePieces: number, totalPieces: number) => void
}

export interface MadeTorrent {
  /** Where the .torrent is. */
  readonly path: string
  /** The .torrent itself. */
  readonly data: Buffer
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** Bytes. */
  readonly pieceSize: number
  /** Hex, or null where the torrent has no such part. */
  readonly infoHashes: { readonly v1: string | null; readonly v2: string | null }
  readonly magnet: string
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
  const data = await torrentOf(path, options)
  await writeWhole(output, data).catch((error: unknown) => {
    throw toUserError(error, `cannot write ${output}`)
  })
  const info = new lt.TorrentInfo(data)
  return {
    path: output,
    data,
    name: info.name(),
    size: sizeOf(info),
    pieceSize: info.pieceLength(),
    infoHashes: info.infoHashes(),
    magnet: lt.makeMagnetUri(info),
  }
}

/** The .torrent of a file, read and hashed. */
export async function torrentOf(
  path: string,
  options: Omit<MakeTorrentOptions, 'output'>,
): Promise<Buffer> {
  const { pieceSize = 0, version = 'hybrid', signal } = options
  const size = await fileSize(path)
  if (size === null) throw new UserError(`no such file: ${path}`)
  if (size === 0) throw new UserError(`${path} is empty: there is nothing to share`)
  checkPieceSize(pieceSize)
  const torrent = await unhashed(path, pieceSize, version)
  options.trackers?.forEach((url, tier) => torrent.addTracker(url, tier))
  await torrent.setPieceHashes(dirname(resolve(path)), {
    settings: { hashing_threads: availableParallelism() },
    signal,
    onProgress: options.onProgress,
  })
  return options.mark ? marked(torrent.generate(), options.mark) : torrent.generateBuf()
}

/** Fails for a name that a torrent can't have. */
async function unhashed(
  path: string,
  pieceSize: number,
  version: TorrentVersion,
): Promise<lt.CreateTorrent> {
  try {
    const files = await lt.addFiles(new lt.FileStorage(), path)
    return new lt.CreateTorrent(files, pieceSize, flagsOf(version))
  } catch (error) {
    throw toUserError(error, `cannot make a torrent of ${path}`)
  }
}

function flagsOf(version: TorrentVersion): number {
  return { v1: lt.createFlags.v1Only, v2: lt.createFlags.v2Only, hybrid: 0 }[version]
}

/** Refuses what libtorrent would refuse or round, with a clearer message. */
function checkPieceSize(pieceSize: number): void {
  if (!isPieceSize(pieceSize)) {
    throw new UserError(
      `bad piece size ${pieceSize}: expected a power of two from 16KiB to 256MiB`,
      { exitCode: 2 },
    )
  }
}

/** An extra key in the info dictionary: clients keep it, and the info-hashes cover it. */
function marked(torrent: lt.Entry, mark: Buffer): Buffer {
  const { info, ...rest } = dictionary(torrent)
  // what bdecode may give and bencode does not take, null, is in no torrent
  return lt.bencode({ ...rest, info: { ...dictionary(info), 'x-unique': mark } })
}

function dictionary(value: lt.Entry | undefined): Readonly<Record<string, lt.Entry>> {
  const isObject = typeof value === 'object' && !(value instanceof lt.Preformatted)
  if (!isObject || value instanceof Array || Buffer.isBuffer(value)) {
    throw new TypeError('expected a bencoded dictionary')
  }
  return value
}
