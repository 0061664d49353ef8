import { pause } from '../util/cancel'
import { trackersTrouble } from './discovery'
import type * as lt from 'libtorrent-napi'
import { type TransferReport, mostPieces, type PieceTimeline } from '../results/iteration-result'
import type { Endpoint } from '../util/endpoint'
import { flagsOf, type PeerSources } from './session'

export interface DownloadOptions extends PeerSources {
  /** A directory that exists. */
  readonly savePath: string
  /** Dialled at the start, besides those that trackers name. */
  readonly peers: readonly Endpoint[]
  /** Name to store a torrent's only file under, instead of its own. */
  readonly fileName?: string | undefined
}

/**
 * Adds a torrent that downloads into a directory. Peers of a torrent that `stopWhenReady` has stopped are dialled at the
 * moment of `resume()`; those of a running torrent wait for libtorrent's next one-second tick.
 */
export function add(
  session: lt.Session,
  ti: lt.TorrentInfo,
  { savePath, peers, fileName, ...sources }: DownloadOptions,
  flags = 0,
): Promise<lt.TorrentHandle> {
  return session.addTorrent({
    ti,
    savePath,
    peers: peers.map(({ host, port }) => ({ address: host, port })),
    flags: flagsOf(sources) | flags,
    ...(fileName !== undefined && { renamedFiles: new Map([[0, fileName]]) }),
  })
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

/** Bytes of a block, but for a file's last one. */
const blockSize = 16 * 1024

/** Options of the timeline: when each piece came, and from which node. */
interface TimelineOptions {
  /** Which node a peer id belongs to; -1: none that is known. */
  readonly nodeOf: (peerId: string) => number
  /** Bytes of the content. */
  readonly size: number
  readonly pieceLength: number
}

/**
 * Records the events of a transfer by the timestamps of its alerts. libtorrent's threads take these, so other work of this
 * process does not change them.
 */
class TransferWatch {
  readonly #connects = new Map<string, number>()
  #connected: number | null = null
  #firstBlock: number | null = null
  #finished: number | null = null
  /** Arrivals of verified pieces, three numbers each: time, index, sending node. */
  readonly #pieces: [at: number, piece: number, from: number][] = []
  /** By piece: the node that sent its latest block. */
  readonly #senders = new Map<number, number>()
  /** Bytes by the node that sent them. */
  readonly #received = new Map<number, number>()
  readonly #nodes = new Map<string, number>()

  /**
   * @param session which has no other torrent
   * @param traced null leaves the timeline of pieces out
   */
  constructor(
    readonly session: lt.Session,
    readonly traced: TimelineOptions | null,
  ) {
    session.on('peer_connect', this.#onConnect)
    session.on('block_finished', this.#onBlock)
    session.on('torrent_finished', this.#onFinished)
    if (traced) session.on('piece_finished', this.#onPiece)
  }

  end(): void {
    this.session.off('peer_connect', this.#onConnect)
    this.session.off('block_finished', this.#onBlock)
    this.session.off('torrent_finished', this.#onFinished)
    this.session.off('piece_finished', this.#onPiece)
  }

  /** @param start the start signal, on the alerts' clock */
  report(start: number): TransferReport {
    const since = (time: number | null) => (time === null ? null : microseconds(time - start))
    return {
      times: {
        connect: since(this.#connected),
        firstBlock: since(this.#firstBlock),
        finish: microseconds((this.#finished ?? start) - start),
      },
      pieces: this.traced && this.#timeline(start),
      received: this.traced && [...this.#received].sort(([a], [b]) => a - b),
    }
  }

  #timeline(start: number): PieceTimeline {
    const every = Math.max(1, Math.ceil(this.#pieces.length / mostPieces))
    const listed = this.#pieces.filter((_, index) => (index + 1) % every === 0)
    return {
      every,
      at: listed.map(([at]) => microseconds(at - start)),
      piece: listed.map(([, piece]) => piece),
      from: listed.map(([, , from]) => from),
    }
  }

  readonly #onConnect = (alert: lt.PeerConnectAlert) => {
    this.#connects.set(keyOf(alert), alert.timestamp)
  }

  /**
   * The connection that counts is that of the first block. The first connection may have been one to this node itself,
   * whose address a tracker may send like any other.
   */
  readonly #onBlock = (alert: lt.BlockFinishedAlert) => {
    if (this.#firstBlock === null) {
      this.#firstBlock = alert.timestamp
      this.#connected = this.#connects.get(keyOf(alert)) ?? null
      // Without a timeline, no later block matters.
      if (!this.traced) this.session.off('block_finished', this.#onBlock)
    }
    if (this.traced) this.#credit(alert, this.traced)
  }

  #credit(
    { pid, pieceIndex, blockIndex }: lt.BlockFinishedAlert,
    { nodeOf, size, pieceLength }: TimelineOptions,
  ): void {
    let node = this.#nodes.get(pid)
    if (node === undefined) this.#nodes.set(pid, (node = nodeOf(pid)))
    this.#senders.set(pieceIndex, node)
    if (node < 0) return
    const offset = pieceIndex * pieceLength + blockIndex * blockSize
    const earlier = this.#received.get(node) ?? 0
    this.#received.set(node, earlier + Math.min(blockSize, size - offset))
  }

  readonly #onFinished = ({ timestamp }: lt.TorrentFinishedAlert) => {
    this.#finished = timestamp
  }

  readonly #onPiece = ({ timestamp, pieceIndex }: lt.PieceFinishedAlert) => {
    this.#pieces.push([timestamp, pieceIndex, this.#senders.get(pieceIndex) ?? -1])
    this.#senders.delete(pieceIndex)
  }
}

function keyOf({ endpoint }: lt.PeerConnectAlert | lt.BlockFinishedAlert): string {
  return `${endpoint.address} ${endpoint.port}`
}

/** A millisecond with three decimals: what is below is noise, and longer on the disk. */
function microseconds(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000
}

/** Status of a running torrent. */
export type TransferStatus = Pick<
  lt.TransferProgress,
  'done' | 'total' | 'rate' | 'uploadRate' | 'peers'
>

/** Progress of a running torrent. */
export interface TransferProgress extends TransferStatus {
  /** Why its trackers name no peers; null when one does, or when a peer is connected. */
  readonly trouble: string | null
}

const interval = 1000

/** Calls `onProgress` about once a second until the signal is aborted. */
export async function monitor(
  torrent: lt.TorrentHandle,
  onProgress: (progress: TransferProgress) => void,
  signal: AbortSignal,
): Promise<never> {
  let last = { at: performance.now(), down: 0, up: 0 }
  for (;;) {
    await pause(interval, signal)
    const status = await torrent.status()
    const { totalPayloadDownload: down, totalPayloadUpload: up } = status
    const now = { at: performance.now(), down, up }
    // libtorrent's own rates lag: a transfer of ten seconds ends before they are right
    const rateOf = (way: 'down' | 'up') =>
      Math.round((1000 * (now[way] - last[way])) / (now.at - last.at))
    const rates = { rate: rateOf('down'), uploadRate: rateOf('up') }
    last = now
    const trouble = status.numPeers === 0 ? await trackersTrouble(torrent) : null
    onProgress({ ...progressOf(status), ...rates, trouble })
  }
}

export function progressOf(status: lt.TorrentStatus): TransferStatus {
  return {
    done: status.totalWantedDone,
    total: status.totalWanted,
    rate: status.downloadPayloadRate,
    uploadRate: status.uploadPayloadRate,
    peers: status.numPeers,
  }
}
