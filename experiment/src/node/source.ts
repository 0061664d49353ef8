import { stat } from 'node:fs/promises'
import * as lt from 'libtorrent-napi'
import { reasonOf, toUserError, UserError } from '../util/errors'
import { insideOf } from '../util/paths'
import { fetchTorrent, isHttpUrl } from './fetch-torrent'

/** What to download. */
export interface Source {
  /** Parameters of add_torrent. */
  readonly params: Partial<lt.AddTorrentParams> &
    (Pick<lt.AddTorrentParams, 'infoHashes'> | { readonly ti: lt.TorrentInfo })
  /** Null for a magnet link: its metadata comes from the swarm. */
  readonly info: lt.TorrentInfo | null
}

/** A .torrent by its path, its http or https URL, or its content; or a magnet link. */
export type TorrentInput = string | Buffer

export async function loadSource(
  torrent: TorrentInput,
  options: { signal?: AbortSignal | undefined } = {},
): Promise<Source> {
  if (typeof torrent !== 'string') return torrentSource(parsed(torrent))
  if (isMagnet(torrent)) return magnetSource(torrent)
  if (isHttpUrl(torrent)) return torrentSource(parsed(await fetchTorrent(torrent, options)))
  return torrentSource(await loadTorrent(torrent))
}

export function isMagnet(torrent: string): boolean {
  return /^\s*magnet:/i.test(torrent)
}

function parsed(content: Buffer): lt.TorrentInfo {
  try {
    return new lt.TorrentInfo(content)
  } catch (error) {
    throw toUserError(error, 'cannot read the torrent')
  }
}

/** Reads a .torrent; an error gives the reason on one line. */
export async function loadTorrent(path: string): Promise<lt.TorrentInfo> {
  try {
    if ((await stat(path)).isDirectory())
      throw new UserError(`${path} is a directory: expected a .torrent`)
    return await lt.TorrentInfo.load(path)
  } catch (error) {
    throw toUserError(error, `cannot read the torrent ${path}`)
  }
}

export function torrentSource(info: lt.TorrentInfo): Source {
  return { params: { ti: info }, info }
}

function magnetSource(uri: string): Source {
  try {
    return { params: lt.parseMagnetUri(uri), info: null }
  } catch (error) {
    throw new UserError(`not a usable magnet link: ${reasonOf(error)}`, {
      cause: error,
      exitCode: 2,
    })
  }
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
