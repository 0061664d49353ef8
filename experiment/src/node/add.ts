import * as lt from 'libtorrent-napi'
import { reasonOf, UserError } from '../util/errors'

/** Sources of peers besides trackers and given ones. Default: none. */
export interface PeerSources {
  /** Peer exchange. It finds no peer that the tracker does not name, and makes nodes connect to themselves. */
  readonly pex?: boolean
  /** Whether a node that has all of a torrent names each peer other pieces. */
  readonly superSeeding?: boolean
  /** Libtorrent's own flags: among others, its queue decides when the torrent begins. */
  readonly libtorrentDefaults?: boolean
}

export function flagsOf({ pex = false, libtorrentDefaults = false }: PeerSources): number {
  const base = libtorrentDefaults ? lt.torrentFlags.defaultFlags : 0
  return pex ? base : base | lt.torrentFlags.disablePex
}

/** The flags of a node that has all of a torrent. */
export function seedFlagsOf(sources: PeerSources): number {
  return flagsOf(sources) | (sources.superSeeding ? lt.torrentFlags.superSeeding : 0)
}

/** A filter for alerts about a torrent that may not be in the session yet. */
export function isAbout(info: lt.TorrentInfo): (alert: { handle: lt.TorrentHandle }) => boolean {
  const wanted = JSON.stringify(info.infoHashes())
  return ({ handle }) => {
    try {
      return JSON.stringify(handle.infoHashes()) === wanted
    } catch {
      // The handle belongs to a removed torrent.
      return false
    }
  }
}

/** Rejects when libtorrent gives up on the torrent: the disk is full, a file can't be opened ... */
export async function failure(torrent: lt.TorrentHandle, signal: AbortSignal): Promise<never> {
  const { error, filename } = await torrent.waitFor(['file_error', 'torrent_error'], { signal })
  throw new UserError(`${filename || 'the torrent'}: ${reasonOf(error)}`, { cause: error })
}
