// A file of a torrent as a stream, downloaded in the order in which it is read.
import { Readable, addAbortSignal } from 'node:stream'
import { LibtorrentError } from '../support/errors'
import { statusFlags } from '../generated/enums'
import { onAbort } from '../support/promises'
import type { AlertMap, AlertType } from '../generated/alerts'
import type { TorrentHandle } from './torrent-handle'

/** Which part of a file to stream. */
export interface ReadStreamOptions {
  /** The first byte. Default: 0. */
  start?: number | undefined
  /** The last byte, inclusive as in `fs.createReadStream()`. Default: the last of the file. */
  end?: number | undefined
  /** Aborting destroys the stream with an AbortError. */
  signal?: AbortSignal | undefined
}

/** How many bytes ahead of the reader have deadlines, but always two pieces. */
const windowSize = 4 * 1024 * 1024

/** Milliseconds between the deadlines of one piece and the next. */
const deadlineStep = 250

/** Number of the last stream; the deadlines of a stream have its number. */
let lastNumber = 0

/** The bytes that remain to be read, as offsets in the torrent. */
interface Range {
  position: number
  readonly end: number
  readonly pieceLength: number
}

// Node.js delays _destroy() until _construct() has called back, so a stream that waited for metadata in
// _construct() could not be destroyed. This class has no _construct(): the first read locates the file.
export class TorrentReadStream extends Readable {
  readonly #torrent: TorrentHandle
  readonly #fileIndex: number
  readonly #part: ReadStreamOptions
  readonly #destroyed = new AbortController()
  readonly #number = ++lastNumber
  #nextDeadline = 0 // the first piece that had none yet
  #range: Range | undefined

  constructor(torrent: TorrentHandle, fileIndex: number, options: ReadStreamOptions) {
    super()
    this.#torrent = torrent
    this.#fileIndex = fileIndex
    this.#part = options
    // A signal that has aborted destroys the stream at once, and _destroy() needs the fields above.
    if (options.signal) addAbortSignal(options.signal, this)
  }

  override _read(): void {
    this.#next().then(
      (chunk) => this.push(chunk),
      (error: unknown) => this.destroy(error as Error),
    )
  }

  override _destroy(error: Error | null, callback: (error?: Error | null) => void): void {
    this.#destroyed.abort()
    try {
      if (this.#nextDeadline > 0) this.#torrent._clearStreamDeadlines(this.#number)
    } catch {
      // The torrent was removed or the session closed, and the deadlines ended with it.
    }
    callback(error)
  }

  async #locate(): Promise<Range> {
    const info = await this.#when(['metadata_received'], undefined, () =>
      this.#torrent.torrentFile(),
    )
    const files = info.files()
    checkRange('fileIndex', this.#fileIndex, 0, files.numFiles() - 1)
    const size = files.fileSize(this.#fileIndex)
    const { start = 0, end = size - 1 } = this.#part
    checkRange('start', start, 0, size)
    checkRange('end', end, start - 1, size - 1)
    const offset = files.fileOffset(this.#fileIndex)
    return { position: offset + start, end: offset + end + 1, pieceLength: info.pieceLength() }
  }

  /** What is left of the piece that comes next; null at the end. */
  async #next(): Promise<Buffer | null> {
    const range = (this.#range ??= await this.#locate())
    const { position, end, pieceLength } = range
    if (position >= end) return null
    const piece = Math.floor(position / pieceLength)
    this.#setDeadlines(piece, range)
    await this.#when(
      ['piece_finished', 'torrent_checked'],
      (alert) => alert.type === 'torrent_checked' || alert.pieceIndex === piece,
      () => this.#hasPassed(piece),
    )
    const bytes = await this.#torrent.readPiece(piece, { signal: this.#destroyed.signal })
    const first = piece * pieceLength
    const chunk = bytes.subarray(position - first, end - first)
    range.position += chunk.length
    return chunk
  }

  /**
   * Whether the hash of a piece was right, which is when libtorrent posts piece_finished, and from when on
   * it can be read. `havePiece()` waits for the disk on top of that, of which no alert tells.
   */
  async #hasPassed(piece: number): Promise<boolean> {
    const { pieces } = await this.#torrent.status(statusFlags.queryPieces)
    return pieces.get(piece)
  }

  /** The native table of the torrent holds them by stream, beside those of others. */
  #setDeadlines(piece: number, { end, pieceLength }: Range): void {
    const ahead = Math.max(2, Math.ceil(windowSize / pieceLength))
    const last = Math.min(piece + ahead, Math.ceil(end / pieceLength)) - 1
    for (let next = Math.max(piece, this.#nextDeadline); next <= last; next++) {
      const milliseconds = (next - piece) * deadlineStep
      this.#torrent._setStreamDeadline(this.#number, next, milliseconds)
      this.#nextDeadline = next + 1
    }
  }

  /**
   * Calls `look` now, and again after each of these alerts, until it finds something. Rejects once the
   * stream is destroyed, also when `look` was under way: its result would set deadlines that stay.
   */
  async #when<K extends AlertType, T>(
    types: readonly K[],
    filter: ((alert: AlertMap[K]) => boolean) | undefined,
    look: () => Promise<T | null>,
  ): Promise<NonNullable<T>> {
    for (;;) {
      this.#destroyed.signal.throwIfAborted()
      const round = new AbortController()
      const stopFollowing = onAbort(this.#destroyed.signal, () => round.abort())
      const news = this.#torrent.waitFor(types, { signal: round.signal, filter })
      try {
        const found = await look()
        this.#destroyed.signal.throwIfAborted()
        if (found) return found
        await news
      } catch (error) {
        const wereDropped = error instanceof LibtorrentError && error.code === 'alerts_dropped'
        if (!wereDropped) throw error
      } finally {
        stopFollowing()
        round.abort()
      }
    }
  }
}

function checkRange(name: string, value: number, least: number, most: number): void {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return
  throw new RangeError(`${name} must be an integer from ${least} to ${most}, got ${value}`)
}
