// The files of a torrent as objects.
import { basename } from 'node:path'
import { downloadPriority } from '../generated/enums'
import { shown } from '../support/options'
import { markHandled } from '../support/promises'
import { webStreamOf } from './web-stream'
import type { Readable } from 'node:stream'
import type { ReadStreamOptions } from './read-stream'
import type { RenameOptions } from './requests'
import type { TorrentHandle } from './torrent-handle'
import type { WaitOptions } from '../support/options'
import type { FileEntry } from '../types'

/**
 * A file of a torrent. `torrent.files()` makes these. `path`, `name` and `priority` are those of the moment
 * of that call, or those that this object has given the file since.
 *
 * @example
 * const [file] = await torrent.files()
 * for await (const chunk of file) hash.update(chunk)
 */
export class TorrentFile implements AsyncIterable<Buffer> {
  readonly torrent: TorrentHandle
  /** Position among all files of the torrent, padding included, from 0. */
  readonly index: number
  /** Bytes. */
  readonly length: number
  /** Bytes of the torrent before the file. */
  readonly offset: number
  #path: string
  #priority: number

  /** @internal Only `torrent.files()` makes these. */
  constructor(torrent: TorrentHandle, { index, path, size, offset }: FileEntry, priority: number) {
    this.torrent = torrent
    this.index = index
    this.length = size
    this.offset = offset
    this.#path = path
    this.#priority = priority
  }

  /** Relative to the save path of the torrent, unless it was renamed to an absolute path. */
  get path(): string {
    return this.#path
  }

  /** Last part of the path. */
  get name(): string {
    return basename(this.#path)
  }

  /** Of `downloadPriority`: 0 is not wanted, 7 comes first. */
  get priority(): number {
    return this.#priority
  }

  /**
   * Bytes of the file that are there. Blocks of pieces that are not complete count.
   *
   * @returns rejects when the torrent was removed or the session closed
   */
  downloaded(): Promise<number> {
    return markHandled(this.torrent.fileProgress().then((bytes) => bytes[this.index] ?? 0))
  }

  /**
   * Part of the file that is there, from 0 to 1; 1 for an empty file.
   *
   * @returns rejects when the torrent was removed or the session closed
   */
  progress(): Promise<number> {
    const { length } = this
    return markHandled(this.downloaded().then((bytes) => (length === 0 ? 1 : bytes / length)))
  }

  /**
   * Downloads the file.
   *
   * @param priority of `downloadPriority`, 1 to 7. Default: 4
   * @returns when the torrent has the priority. Rejects with a RangeError for another number, and as
   *   `torrent.setFilePriority()` does
   * @see https://libtorrent.org/reference-Torrent_Handle.html#file_priority()
   */
  select(priority: number = downloadPriority.defaultPriority): Promise<void> {
    if (Number.isInteger(priority) && priority >= 1 && priority <= 7)
      return this.#prioritize(priority)
    return Promise.reject(
      new RangeError(`priority must be an integer from 1 to 7, got ${shown(priority)}`),
    )
  }

  /**
   * Does not download the file, except for pieces that it shares with a file that is wanted.
   *
   * @returns when the torrent has the priority. Rejects as `torrent.setFilePriority()` does
   */
  deselect(): Promise<void> {
    return this.#prioritize(downloadPriority.dontDownload)
  }

  #prioritize(priority: number): Promise<void> {
    const change = async (): Promise<void> => {
      await this.torrent.setFilePriority(this.index, priority)
      this.#priority = priority
    }
    return markHandled(change())
  }

  /**
   * Streams the file, or a part of it, downloading what is missing in the order in which it is read: see
   * `torrent.createReadStream()`.
   *
   * @param options `start` and `end` are bytes of the file, `end` inclusive
   */
  createReadStream(options: ReadStreamOptions = {}): Readable {
    return this.torrent.createReadStream(this.index, options)
  }

  /** As `createReadStream()`, as a web stream: `new Response(file.stream())`. */
  stream(options: ReadStreamOptions = {}): ReadableStream<Uint8Array> {
    return webStreamOf(this.createReadStream(options))
  }

  /** The bytes of the file, for `for await`. Leaving the loop ends the stream. */
  [Symbol.asyncIterator](): AsyncIterableIterator<Buffer> {
    return this.createReadStream()[Symbol.asyncIterator]() as AsyncIterableIterator<Buffer>
  }

  /**
   * Renames the file on the disk: see `torrent.renameFile()`.
   *
   * @param path relative to the save path of the torrent, or absolute
   * @returns the new path, when the file has it
   */
  rename(path: string, options: RenameOptions = {}): Promise<string> {
    const change = async (): Promise<string> => {
      this.#path = await this.torrent.renameFile(this.index, path, options)
      return this.#path
    }
    return markHandled(change())
  }

  /** What console.log() prints of it. */
  toJSON(): TorrentFileSummary {
    const { index, path, length, offset, priority } = this
    return { index, path, length, offset, priority }
  }
}

/** What is printed of a TorrentFile. */
export interface TorrentFileSummary {
  readonly index: number
  readonly path: string
  /** Bytes. */
  readonly length: number
  /** Bytes of the torrent before the file. */
  readonly offset: number
  /** Of `downloadPriority`. */
  readonly priority: number
}

export async function filesOf(
  torrent: TorrentHandle,
  options: WaitOptions,
): Promise<TorrentFile[]> {
  const info = await torrent.metadata(options)
  const priorities = await torrent.getFilePriorities()
  return [...info.files()]
    .filter(({ isPadding }) => !isPadding)
    .map(
      (entry) =>
        new TorrentFile(
          torrent,
          entry,
          priorities[entry.index] ?? downloadPriority.defaultPriority,
        ),
    )
}
