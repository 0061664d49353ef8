import * as lt from 'libtorrent-napi'
import { scope } from '../util/cancel'
import { UserError, reasonOf } from '../util/errors'

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

/**
 * Adds a torrent and waits until libtorrent has checked its files. When it can't, removes the torrent again and rejects
 * with the reason.
 */
export async function addChecked(
  session: lt.Session,
  params: lt.AddTorrentParamsInit & { readonly ti: lt.TorrentInfo },
  outer: AbortSignal | undefined,
): Promise<lt.TorrentHandle> {
  const { signal, end } = scope(outer)
  let torrent: lt.TorrentHandle | undefined
  try {
    // The wait begins before the torrent is added: the alert may come together with it.
    const looked = session.waitFor(['torrent_checked', 'file_error', 'torrent_error'], {
      signal,
      filter: isAbout(params.ti),
    })
    torrent = await session.addTorrent(params, { signal })
    const alert = await looked
    if (alert.type !== 'torrent_checked') throw storageError(alert)
    return torrent
  } catch (error) {
    if (torrent) await session.removeTorrent(torrent)
    throw error
  } finally {
    end()
  }
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
export function failure(torrent: lt.TorrentHandle, signal: AbortSignal): Promise<never> {
  const failed = torrent.waitFor(['file_error', 'torrent_error'], { signal }).then((alert) => {
    throw storageError(alert)
  })
  failed.catch(() => {})
  return failed
}

export function storageError({
  error,
  filename,
}: lt.FileErrorAlert | lt.TorrentErrorAlert): UserError {
  return new UserError(`${filename || 'the torrent'}: ${reasonOf(error)}`, { cause: error })
}
