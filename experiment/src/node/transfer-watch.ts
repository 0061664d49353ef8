import type * as lt from 'libtorrent-napi'
import { mostPieces, type PieceTimeline, type TransferReport } from '../results/iteration-result'

/** Bytes of a block, but for a file's last one. */
const blockSize = 16 * 1024

/** Options of the timeline: when each piece came, and from which node. */
export interface TimelineOptions {
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
export class TransferWatch {
  readonly #connects = new Map<string, number>()
  #connected: number | null = null
  #firstBlock: number | null = null
  #finished: number | null = null
  /** Arrivals of verified pieces, three numbers each: time, index, sending node. */
  readonly #pieces: [at: number, piece: number, from: number][] = []
  /** By piece: the node that sent its latest block. */
  readonly #senders = new Map<number, number>()
  readonly #received: number[] = []
  readonly #nodes = new Map<string, number>()

  readonly #session: lt.Session
  readonly #timelineOptions: TimelineOptions | null

  /**
   * @param session which has no other torrent
   * @param timelineOptions null leaves the timeline of pieces out
   */
  constructor(session: lt.Session, timelineOptions: TimelineOptions | null) {
    this.#session = session
    this.#timelineOptions = timelineOptions
    session.on('peer_connect', this.#onConnect)
    session.on('block_finished', this.#onBlock)
    session.on('torrent_finished', this.#onFinished)
    if (timelineOptions) session.on('piece_finished', this.#onPiece)
  }

  end(): void {
    this.#session.off('peer_connect', this.#onConnect)
    this.#session.off('block_finished', this.#onBlock)
    this.#session.off('torrent_finished', this.#onFinished)
    this.#session.off('piece_finished', this.#onPiece)
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
      pieces: this.#timelineOptions && this.#timeline(start),
      received: this.#timelineOptions && this.#received,
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
      if (!this.#timelineOptions) this.#session.off('block_finished', this.#onBlock)
    }
    if (this.#timelineOptions) this.#credit(alert, this.#timelineOptions)
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
    while (this.#received.length <= node) this.#received.push(0)
    this.#received[node] = (this.#received[node] ?? 0) + Math.min(blockSize, size - offset)
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
