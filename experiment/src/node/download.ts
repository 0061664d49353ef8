import * as lt from 'libtorrent-napi'
import type { TransferReport } from '../results/iteration-result'
import type { Endpoint } from '../util/endpoint'
import { flagsOf, type PeerSources } from './add'
import { type TimelineOptions, TransferWatch } from './transfer-watch'

export interface DownloadOptions extends PeerSources {
  /** A directory that exists. */
  readonly savePath: string
  /** Dialled at the start, besides those that trackers name. */
  readonly peers: readonly Endpoint[]
  /** Name to store a torrent's only file under, instead of its own. */
  readonly fileName?: string | undefined
}

/**
 * Adds a torrent, waits until libtorrent has checked its files, and holds it. Its peers are dialled at the moment of
 * `resume()`; peers of a running torrent wait for libtorrent's next one-second tick.
 */
export async function hold(
  session: lt.Session,
  info: lt.TorrentInfo,
  options: DownloadOptions,
  signal?: AbortSignal,
): Promise<lt.TorrentHandle> {
  const flags = flagsOf(options) | lt.torrentFlags.stopWhenReady
  const torrent = await session.addTorrent({ ...paramsOf(info, options), flags }, { signal })
  try {
    await torrent.checked({ signal })
    return torrent
  } catch (error) {
    await session.removeTorrent(torrent)
    throw error
  }
}

/**
 * Adds a torrent as any client would, with libtorrent's own flags: what `hold()` saves is part of the time of its
 * transfer.
 */
export function addPlainly(
  session: lt.Session,
  info: lt.TorrentInfo,
  options: DownloadOptions,
): Promise<lt.TorrentHandle> {
  return session.addTorrent({ ...paramsOf(info, options), flags: flagsOf(options) })
}

/**
 * Measures a transfer until the torrent is complete and verified by its hashes; blocks may be written later.
 * @param begin starts the transfer of the only torrent of the session
 */
export async function measured(
  session: lt.Session,
  begin: () => lt.TorrentHandle | Promise<lt.TorrentHandle>,
  timeline: TimelineOptions | null,
  signal: AbortSignal,
): Promise<TransferReport> {
  const watch = new TransferWatch(session, timeline)
  try {
    const start = performance.now()
    const torrent = await begin()
    await torrent.finished({ signal, flushed: false })
    return watch.report(start)
  } finally {
    watch.end()
  }
}

function paramsOf(
  ti: lt.TorrentInfo,
  { savePath, peers, fileName }: DownloadOptions,
): lt.AddTorrentParamsInit & { readonly ti: lt.TorrentInfo } {
  return {
    ti,
    savePath,
    peers: peers.map(({ host, port }) => ({ address: host, port })),
    ...(fileName !== undefined && { renamedFiles: new Map([[0, fileName]]) }),
  }
}
