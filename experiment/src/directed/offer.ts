import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from 'libtorrent-napi'
import { longestSeederLine } from '../control/messages'
import { sha256File, writeRandomFile } from '../content'
import { UserError } from '../errors'
import { makeTorrent, type TorrentVersion } from '../transfer/makeTorrent'

/** Bytes: in base64 it has to fit into a message, with some room for the rest. */
const largestTorrent = longestSeederLine / 2

/** What the seeder shares in one iteration. */
export interface Offer extends AsyncDisposable {
  readonly filePath: string
  readonly info: lt.TorrentInfo
  /** The .torrent. */
  readonly torrent: Buffer
  /** Bytes. */
  readonly size: number
  readonly sha256: string
}

export interface OfferOptions {
  /** A directory for files that last as long as the offer. */
  readonly directory: string
  /** An existing file to share; without it, random content is made. */
  readonly file: string | null
  /** Name of random content. */
  readonly name: string
  readonly trackers: readonly string[]
  readonly pieceSize: number
  readonly version: TorrentVersion
}

/**
 * Makes the file and the torrent of one iteration. Content is new each time; a given file gets a torrent with
 * info-hashes of its own: so neither the tracker nor a peer can confuse an iteration with an earlier one.
 */
export async function makeOffer(
  size: number,
  options: OfferOptions,
  signal: AbortSignal,
): Promise<Offer> {
  const directory = join(options.directory, 'offer')
  const dispose = () => rm(directory, { recursive: true, force: true })
  await dispose()
  await mkdir(directory, { recursive: true })
  const filePath = options.file ?? join(directory, options.name)
  const sha256 = options.file
    ? await sha256File(filePath, { signal })
    : await writeRandomFile(filePath, size, { signal })
  const { data } = await makeTorrent(filePath, {
    trackers: options.trackers,
    pieceSize: options.pieceSize,
    version: options.version,
    output: join(directory, `${options.name}.torrent`),
    unique: options.file !== null,
    signal,
  })
  if (data.length > largestTorrent)
    throw new UserError('its .torrent is too large to be handed out: use a larger --piece-size')
  return {
    filePath,
    info: new lt.TorrentInfo(data),
    torrent: data,
    size,
    sha256,
    [Symbol.asyncDispose]: dispose,
  }
}
