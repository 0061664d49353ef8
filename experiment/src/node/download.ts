import * as lt from 'libtorrent-napi'
import { scope, within } from '../util/cancel'
import type { TransferReport } from '../results/iteration-result'
import type { Endpoint } from '../util/endpoint'
import { addChecked, failure, flagsOf, storageError, type PeerSources } from './add'
import { type Source, sizeOf } from './source'
import { type TimelineOptions, TransferWatch } from './transfer-watch'

/** Writing what is left in memory to the disk, once the torrent is complete. */
const flushDeadline = 60_000

export interface DownloadOptions extends PeerSources {
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
    /** Bytes that were on the disk already; resolves once libtorrent has looked at them. */
    readonly present: Promise<number>,
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
    const hold = source.info === null ? lt.torrentFlags.paused : lt.torrentFlags.stopWhenReady
    const flags = flagsOf(options) | hold
    const params = { ...paramsOf(source, options), flags }
    if (source.info === null) {
      // without metadata there is nothing to look at
      const torrent = await session.addTorrent(params, { signal: options.signal })
      const present = foundByCheck(torrent, options.signal)
      present.catch(() => {})
      return new Download(torrent, false, present)
    }
    const torrent = await addChecked(session, { ...params, ti: source.info }, options.signal)
    const { isFinished, totalWantedDone } = await torrent.status()
    return new Download(torrent, isFinished, Promise.resolve(totalWantedDone))
  }

  /** Lets it run until it is complete and verified by its hashes; see `written()` for the rest. */
  async fetch(
    timeline: TimelineOptions | null,
    signal: AbortSignal | undefined,
  ): Promise<TransferReport> {
    const { session } = this.torrent
    if (this.wasComplete) {
      this.torrent.resume()
      const times = { connect: null, firstBlock: null, finish: 0 }
      return { times, pieces: null, received: null }
    }
    const watch = new TransferWatch(session, this.torrent, timeline)
    const running = scope(signal)
    try {
      const finished = this.torrent.waitFor('torrent_finished', { signal: running.signal })
      const failed = failure(this.torrent, running.signal)
      const start = performance.now()
      this.torrent.resume()
      const { timestamp } = await Promise.race([finished, failed])
      return watch.report(start, timestamp)
    } finally {
      watch.end()
      running.end()
    }
  }
}

/**
 * Waits until libtorrent has looked for the content of a magnet link on the disk. It posts an alert for each piece that
 * is there, then one that it has looked, then those for pieces that come.
 * @returns the bytes that are there
 */
async function foundByCheck(
  torrent: lt.TorrentHandle,
  signal: AbortSignal | undefined,
): Promise<number> {
  const finished: lt.PieceFinishedAlert[] = []
  const note = (alert: lt.PieceFinishedAlert) => finished.push(alert)
  torrent.session.on('piece_finished', note)
  try {
    const { timestamp } = await torrent.waitFor('torrent_checked', { signal })
    const there = finished.filter((piece) => piece.timestamp <= timestamp)
    const info = await torrent.torrentFile()
    const size = info ? sizeOf(info) : 0
    const pieces = there.map(({ pieceIndex }) => info?.pieceSize(pieceIndex) ?? 0)
    // a last piece may have padding, which is no content
    return Math.min(
      size,
      pieces.reduce((total, piece) => total + piece, 0),
    )
  } finally {
    torrent.session.off('piece_finished', note)
  }
}

/**
 * Adds a torrent as any client would, with libtorrent's own flags, and lets it run until it is complete: what the steps
 * of `Download` save is part of the time then.
 * @param onAdded gets the torrent before it is complete
 */
export async function fetchPlainly(
  session: lt.Session,
  source: Source,
  options: DownloadOptions,
  timeline: TimelineOptions | null,
  onAdded: (torrent: lt.TorrentHandle) => void,
): Promise<TransferReport> {
  const watch = new TransferWatch(session, null, timeline)
  const running = scope(options.signal)
  const { signal } = running
  try {
    const ended = session.waitFor(['torrent_finished', 'file_error', 'torrent_error'], { signal })
    const start = performance.now()
    const params = { ...paramsOf(source, options), flags: flagsOf(options) }
    onAdded(await session.addTorrent(params, { signal }))
    const alert = await ended
    if (alert.type !== 'torrent_finished') throw storageError(alert)
    return watch.report(start, alert.timestamp)
  } finally {
    watch.end()
    running.end()
  }
}

function paramsOf(source: Source, options: DownloadOptions): lt.AddTorrentParamsInit {
  const { peers = [], trackers = [], fileName } = options
  return {
    ...source.params,
    savePath: options.savePath,
    peers: [
      ...(source.params.peers ?? []),
      ...peers.map(({ host, port }) => ({ address: host, port })),
    ],
    trackers: [...(source.params.trackers ?? []), ...trackers],
    ...(fileName !== undefined && { renamedFiles: new Map([[0, fileName]]) }),
  }
}

/** Resolves when all of a finished torrent is on the disk: libtorrent hashes pieces before they are written. */
export async function written(torrent: lt.TorrentHandle, outer?: AbortSignal): Promise<void> {
  const writing = scope(outer)
  try {
    const flushed = within(flushDeadline, 'writing to the disk', writing.signal, (signal) => {
      const flushed = torrent.waitFor('cache_flushed', { signal })
      torrent.flushCache()
      return flushed
    })
    await Promise.race([flushed, failure(torrent, writing.signal)])
  } finally {
    writing.end()
  }
}
