// A file of a torrent as a stream, downloaded in the order in which it is read.
import { Readable, addAbortSignal } from 'node:stream'
import { LibtorrentError } from '../support/errors'
import { statusFlags } from '../generated/enums'
import { checkOptions } from '../support/options'
import { onAbort } from '../support/promises'
import type { AlertMap, AlertType } from '../generated/alerts'
import type { TorrentHandle } from './torrent-handle'

/** Which part of a file to stream. */
export interface ReadStreamOptions {
  /** The first byte. Default: 0. */
  start?: number | undefined
  /** The last byte, inclusive as in `fs.createReadStream()`. A greater one, and the default, is the last of the file. */
  end?: number | undefined
  /** Aborting destroys the stream with an AbortError. */
  signal?: AbortSignal | undefined
}

const knownOptions: Record<keyof ReadStreamOptions, true> = { start: true, end: true, signal: true }

/** Bytes of the first read. The next ones double up to the largest, so that a short range costs little. */
const firstRead = 64 * 1024
const largestRead = 1024 * 1024

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
  /** Whether all pieces were there when the stream last knew: they need no deadlines. */
  isThere: boolean
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
  #readSize = firstRead

  constructor(torrent: TorrentHandle, fileIndex: number, options: ReadStreamOptions) {
    super()
    checkOptions(options, knownOptions)
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
    checkRange('end', end, start - 1, Number.MAX_SAFE_INTEGER)
    const offset = files.fileOffset(this.#fileIndex)
    const range = {
      position: offset + start,
      end: offset + Math.min(end + 1, size),
      pieceLength: info.pieceLength(),
    }
    return { ...range, isThere: await this.#isThere(range) }
  }

  async #isThere({ position, end, pieceLength }: Omit<Range, 'isThere'>): Promise<boolean> {
    const { pieces } = await this.#torrent.status(statusFlags.queryPieces)
    for (let piece = Math.floor(position / pieceLength); piece * pieceLength < end; piece++) {
      if (!pieces.get(piece)) return false
    }
    return true
  }

  /** The bytes that come next, as soon as their piece is there; null at the end. */
  async #next(): Promise<Buffer | null> {
    const range = (this.#range ??= await this.#locate())
    if (range.position >= range.end) return null
    if (!range.isThere) this.#setDeadlines(range)
    const chunk = (await this.#readThere(range)) ?? (await this.#readWhenThere(range))
    this.#destroyed.signal.throwIfAborted()
    range.position += chunk.length
    return chunk
  }

  /** The bytes that come next, up to the first piece that is not there; null when there are none. */
  async #readThere(range: Range): Promise<Buffer | null> {
    const length = Math.min(this.#readSize, range.end - range.position)
    this.#readSize = Math.min(2 * this.#readSize, largestRead)
    const chunk = await this.#readBytes(range, length)
    if (chunk?.length !== length) range.isThere = false
    return chunk
  }

  async #readWhenThere(range: Range): Promise<Buffer> {
    const { position, end, pieceLength } = range
    range.isThere = false
    this.#setDeadlines(range)
    const piece = Math.floor(position / pieceLength)
    const length = Math.min(firstRead, end - position)
    return this.#when(
      ['piece_finished', 'torrent_checked'],
      (alert) => alert.type === 'torrent_checked' || alert.pieceIndex === piece,
      () => this.#readBytes(range, length),
    )
  }

  /**
   * Bytes that could not be read are read again, as a piece: libtorrent handles only the error of that. It stops the
   * torrent, and posts `file_error`.
   */
  async #readBytes(range: Range, length: number): Promise<Buffer | null> {
    const { position, end, pieceLength } = range
    try {
      return await this.#torrent._readBytes(position, length)
    } catch {
      const piece = Math.floor(position / pieceLength)
      const bytes = await this.#torrent.readPiece(piece, { signal: this.#destroyed.signal })
      const first = piece * pieceLength
      return bytes.subarray(position - first, end - first)
    }
  }

  /** The native table of the torrent holds them by stream, beside those of others. */
  #setDeadlines({ position, end, pieceLength }: Range): void {
    const piece = Math.floor(position / pieceLength)
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
