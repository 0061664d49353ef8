import * as lt from 'libtorrent-napi'
import { textOf, UserError } from '../util/errors'
import { insideOf } from '../util/paths'

/** Reads what says which torrent is meant; an error gives the reason on one line. */
export async function loadSource(
  torrent: lt.TorrentSource,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<lt.SourceParams> {
  try {
    return await lt.loadSource(torrent, { signal })
  } catch (error) {
    signal?.throwIfAborted()
    if (!(error instanceof lt.LibtorrentError)) throw error
    // The library names its parameter, `source`.
    const message = textOf(error).replace(/^source is /, 'cannot read ')
    throw new UserError(message, { cause: error, exitCode: isMagnet(torrent) ? 2 : 1 })
  }
}

export function isMagnet(torrent: lt.TorrentSource): boolean {
  return typeof torrent === 'string' && /^\s*magnet:/i.test(torrent)
}

/** Reads a .torrent. */
export async function loadTorrent(path: string): Promise<lt.TorrentInfo> {
  const { ti } = await loadSource(path)
  if (!ti) throw new UserError(`${path} is no .torrent`)
  return ti
}

/** The files of a torrent, without padding. */
export function entriesOf(info: lt.TorrentInfo): lt.FileEntry[] {
  return [...info.files()].filter(({ isPadding }) => !isPadding)
}

/** Bytes of all files of a torrent. */
export function sizeOf(info: lt.TorrentInfo): number {
  return entriesOf(info).reduce((total, { size }) => total + size, 0)
}

/** Where a torrent's files are below a directory; fails when one of them would be elsewhere. */
export function filesOf(info: lt.TorrentInfo, directory: string): string[] {
  return entriesOf(info).map(({ path }) => insideOf(directory, path))
}
