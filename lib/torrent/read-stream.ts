// A file of a torrent as a stream, downloaded in the order in which it is read.
import { Readable, addAbortSignal } from 'node:stream'
import { LibtorrentError } from '../support/errors'
import { check, checkOptions, shown } from '../support/options'
import { onAbort } from '../support/promises'
import type { ChecksOf } from '../support/options'
import type { AlertMap, TorrentAlertType } from '../generated/alerts'
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

const checks: ChecksOf<ReadStreamOptions> = {
  start: check.integerFromZero,
  end: check.integerFromZero,
  signal: check.signal,
}

/** Bytes of the first read. The next ones double up to the largest, so that a short range costs little. */
const firstRead = 64 * 1024
const largestRead = 1024 * 1024

/** Number of the last stream; the deadlines of a stream have its number. */
let lastNumber = 0

/** Where the file is in its torrent. */
interface Place {
  readonly fileOffset: number
  readonly pieceLength: number
}

// Node.js delays _destroy() until _construct() has called back, so a stream that waited for metadata in
// _construct() could not be destroyed. This class has no _construct(): the first read that finds nothing locates the
// file. A range that is there is read before that, with one request.
export class TorrentReadStream extends Readable {
  readonly #torrent: TorrentHandle
  readonly #fileIndex: number
  readonly #part: ReadStreamOptions
  readonly #destroyed = new AbortController()
  readonly #number = ++lastNumber
  /** The bytes that remain, as offsets in the file. #locate() puts the end where that of the file is, at most. */
  #position: number
  #end: number
  #isRead = false
  #place: Place | undefined
  #readSize = firstRead

  constructor(torrent: TorrentHandle, fileIndex: number, options: ReadStreamOptions) {
    super()
    check.integerFromZero(fileIndex, 'fileIndex')
    checkOptions(options, checks)
    this.#torrent = torrent
    this.#fileIndex = fileIndex
    this.#part = options
    const { start = 0, end = Infinity } = options
    this.#position = start
    this.#end = Math.min(end, Number.MAX_SAFE_INTEGER - 1) + 1
    // A signal that has aborted destroys the stream at once, and _destroy() needs the fields above.
    if (options.signal) addAbortSignal(options.signal, this)
    this.#setFirstDeadlines()
  }

  /**
   * Sets deadlines before peers are dialled that were given to the `add()` before: a piece that is requested later
   * waits for all that was requested until then.
   */
  #setFirstDeadlines(): void {
    try {
      this.#setDeadlines()
    } catch {
      // The first read reports what is wrong with the range or the torrent.
    }
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
      this.#torrent._clearStreamDeadlines(this.#number)
    } catch {
      // The torrent was removed or the session closed, and the deadlines ended with it.
    }
    callback(error)
  }

  /** The bytes that come next, as soon as their piece is there; null at the end. */
  async #next(): Promise<Buffer | null> {
    if (this.#isRead) return null
    this.#setDeadlines()
    const chunk = (await this.#readThere()) ?? (await this.#readWhenThere())
    this.#destroyed.signal.throwIfAborted()
    this.#position += chunk?.length ?? 0
    this.#isRead = this.#position >= this.#end
    return chunk
  }

  /** The bytes that come next, up to the first piece that is not there; null when there are none. */
  async #readThere(): Promise<Buffer | null> {
    const length = Math.min(this.#readSize, this.#end - this.#position)
    this.#readSize = Math.min(2 * this.#readSize, largestRead)
    try {
      return await this.#torrent._readBytes(this.#fileIndex, this.#position, length)
    } catch {
      return null // #readWhenThere() finds out what is wrong
    }
  }

  /** The bytes that come next, when the first piece is there; null at the end. */
  async #readWhenThere(): Promise<Buffer | null> {
    const { fileOffset, pieceLength } = (this.#place ??= await this.#locate())
    if (this.#position >= this.#end) return null
    this.#setDeadlines() // which had no effect without metadata
    const piece = Math.floor((fileOffset + this.#position) / pieceLength)
    return this.#when(
      ['piece_finished', 'torrent_checked'],
      (alert) => alert.type === 'torrent_checked' || alert.pieceIndex === piece,
      () => this.#readOrFail(piece, fileOffset - piece * pieceLength),
    )
  }

  /** Waits for the metadata, and checks the range. */
  async #locate(): Promise<Place> {
    const info = await this.#when(['metadata_received'], undefined, () =>
      this.#torrent.torrentFile(),
    )
    const files = info.files()
    checkRange('fileIndex', this.#fileIndex, 0, files.numFiles() - 1)
    const fileSize = files.fileSize(this.#fileIndex)
    const { start = 0, end = fileSize - 1 } = this.#part
    checkRange('options.start', start, 0, fileSize)
    checkRange('options.end', end, start - 1, Number.MAX_SAFE_INTEGER)
    this.#end = Math.min(this.#end, fileSize)
    return { fileOffset: files.fileOffset(this.#fileIndex), pieceLength: info.pieceLength() }
  }

  /**
   * Bytes that could not be read are read again, as a piece: libtorrent handles only the error of that. It stops the
   * torrent, and posts `file_error`.
   */
  async #readOrFail(piece: number, fileStart: number): Promise<Buffer | null> {
    const length = Math.min(firstRead, this.#end - this.#position)
    try {
      return await this.#torrent._readBytes(this.#fileIndex, this.#position, length)
    } catch {
      const bytes = await this.#torrent.readPiece(piece, { signal: this.#destroyed.signal })
      return bytes.subarray(fileStart + this.#position, fileStart + this.#end)
    }
  }

  /** The native table of the torrent holds them by stream, beside those of others. */
  #setDeadlines(): void {
    this.#destroyed.signal.throwIfAborted() // deadlines that are set later would stay
    this.#torrent._setStreamDeadlines(this.#number, this.#fileIndex, this.#position, this.#end)
  }

  /**
   * Calls `look` now, and again after each of these alerts, until it finds something. Rejects once the
   * stream is destroyed, also when `look` was under way: its result would set deadlines that stay.
   */
  async #when<K extends TorrentAlertType, T>(
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
  throw new RangeError(`${name} must be an integer from ${least} to ${most}, got ${shown(value)}`)
}
