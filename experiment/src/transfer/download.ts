import * as lt from 'libtorrent-napi'
import { scope, within } from '../cancel'
import type { TransferTimes } from '../measure/results'
import type { Endpoint } from '../net/endpoint'
import { addChecked, failure, torrentFlags } from './add'
import type { Source } from './source'

/** Writing what is left in memory to the disk, once the torrent is complete. */
const flushDeadline = 60_000

export interface DownloadOptions {
  /** A directory that exists. */
  readonly savePath: string
  /** Dialled at the start, besides those that trackers name. */
  readonly peers?: readonly Endpoint[]
  /** Besides those that the torrent names. */
  readonly trackers?: readonly string[]
  /** Name to store a torrent's only file under, instead of its own. */
  readonly fileName?: string | undefined
  readonly signal?: AbortSignal | undefined
}

/** One torrent being fetched in an open session, in the steps that an experiment needs. */
export class Download {
  private constructor(
    readonly torrent: lt.TorrentHandle,
    /** Whether all of it was on the disk already. */
    readonly wasComplete: boolean,
  ) {}

  /**
   * Adds a torrent and stops it just before it would talk to anyone. Its peers are then dialled at the moment of
   * the start; peers of a running torrent wait for libtorrent's next one-second tick.
   */
  static async prepare(
    session: lt.Session,
    source: Source,
    options: DownloadOptions,
  ): Promise<Download> {
    const params = paramsOf(source, options)
    if (source.info === null) {
      // without metadata there is nothing to look at
      return new Download(await session.addTorrent(params, { signal: options.signal }), false)
    }
    const torrent = await addChecked(session, { ...params, ti: source.info }, options.signal)
    return new Download(torrent, (await torrent.status()).isFinished)
  }

  /** Lets it run until it is complete, verified by its hashes and written to the disk. */
  async fetch(signal?: AbortSignal): Promise<TransferTimes> {
    if (this.wasComplete) {
      this.torrent.resume()
      return { connect: null, firstBlock: null, finish: 0 }
    }
    const watch = scope(signal)
    try {
      const first = firstTimes(this.torrent, watch.signal)
      const finished = this.torrent.waitFor('torrent_finished', { signal: watch.signal })
      const failed = failure(this.torrent, watch.signal)
      const start = performance.now()
      this.torrent.resume()
      const { timestamp } = await Promise.race([finished, failed])
      await Promise.race([flush(this.torrent, watch.signal), failed])
      const { connect, block } = first
      return {
        connect: connect === null ? null : connect - start,
        firstBlock: block === null ? null : block - start,
        finish: timestamp - start,
      }
    } finally {
      watch.end()
    }
  }
}

function paramsOf(source: Source, options: DownloadOptions): lt.AddTorrentParamsInit {
  const { peers = [], trackers = [], fileName } = options
  const hold = source.info === null ? lt.torrentFlags.paused : lt.torrentFlags.stopWhenReady
  return {
    ...source.params,
    savePath: options.savePath,
    peers: [
      ...(source.params.peers ?? []),
      ...peers.map(({ host, port }) => ({ address: host, port })),
    ],
    trackers: [...(source.params.trackers ?? []), ...trackers],
    flags: torrentFlags | hold,
    ...(fileName !== undefined && { renamedFiles: new Map([[0, fileName]]) }),
  }
}

interface FirstTimes {
  connect: number | null
  block: number | null
}

/**
 * Fills in when the first block came, and when the connection stood that it came over. Not when the first connection
 * stood: that may have been one to this node itself, whose address a tracker gives out like any other.
 */
function firstTimes(torrent: lt.TorrentHandle, signal: AbortSignal): FirstTimes {
  const times: FirstTimes = { connect: null, block: null }
  const connects = new Map<string, number>()
  const key = ({ endpoint }: lt.PeerConnectAlert | lt.BlockFinishedAlert) =>
    `${endpoint.address} ${endpoint.port}`
  const onConnect = (alert: lt.PeerConnectAlert) => {
    if (alert.handle === torrent) connects.set(key(alert), alert.timestamp)
  }
  const { session } = torrent
  session.on('peer_connect', onConnect)
  torrent
    .waitFor('block_finished', { signal })
    .then((alert) => {
      times.block = alert.timestamp
      times.connect = connects.get(key(alert)) ?? null
    })
    .catch(() => {})
    .finally(() => session.off('peer_connect', onConnect))
  return times
}

/** What is complete may still be in memory: libtorrent hashes pieces before they are written. */
function flush(torrent: lt.TorrentHandle, signal: AbortSignal): Promise<unknown> {
  return within(flushDeadline, 'writing to the disk', signal, (signal) => {
    const flushed = torrent.waitFor('cache_flushed', { signal })
    torrent.flushCache()
    return flushed
  })
}
