// Making .torrent files.
import { addon } from '../native/binding'
import { keepInThread } from '../support/printing'
import { check, checkOptions } from '../support/options'
import { cancellable, markHandled } from '../support/promises'
import type { ChecksOf } from '../support/options'
import type { FileStorage } from './file-storage'
import type { SettingsInit } from '../generated/settings'

/** How the pieces are hashed. */
export interface HashOptions {
  /** Aborting stops the hashing and rejects with the signal's reason. */
  signal?: AbortSignal | undefined
  /** Called with the number of pieces that are hashed and that there are, now and then and at the end. */
  onProgress?: ((done: number, total: number) => void) | undefined
  /** Settings of the disk, as a session has them. Default: `hashing_threads` is the number of cores. */
  settings?: SettingsInit | undefined
}

const hashOptions: ChecksOf<HashOptions> = {
  signal: check.signal,
  onProgress: check.function,
  settings: check.object,
}

/**
 * Makes a .torrent file of files whose pieces are to be hashed: `setPieceHashes()`, then
 * `generateBuf()`.
 *
 * @see https://libtorrent.org/reference-Create_Torrents.html
 */
export class CreateTorrent extends addon.CreateTorrent {
  #isHashing = false

  /**
   * @param files what is in the torrent; LibtorrentError `'no_files_in_torrent'` when that is nothing
   * @param pieceSize bytes per piece: a power of two, at least 16 KiB; `'invalid_piece_size'` otherwise.
   *   0, the default, chooses one
   * @param flags of `createFlags`: `v1Only`, `v2Only` ...; the default makes a hybrid torrent, which
   *   clients of both versions can use
   */
  constructor(files: FileStorage, pieceSize?: number, flags?: number) {
    super(files, pieceSize, flags)
    keepInThread(this)
  }

  /**
   * Reads the files and sets the hash of every piece, off this thread.
   *
   * @param path the directory that contains the files: what the paths of the `FileStorage` are
   *   relative to
   * @returns when every piece is hashed. Rejects with the error of a file that can't be read
   *   (`'ENOENT'`), what `onProgress` throws, or the signal's reason.
   * @see https://libtorrent.org/reference-Create_Torrents.html#set_piece_hashes()
   */
  setPieceHashes(path: string, options: HashOptions = {}): Promise<void> {
    return markHandled(this.#hash(path, options))
  }

  async #hash(path: string, options: HashOptions): Promise<void> {
    checkOptions(options, hashOptions)
    const { signal, onProgress, settings } = options
    const wasHashing = this.#isHashing // then this call fails
    this.#isHashing = true
    const hashing = cancellable(signal, (receiveCancel, stop) => {
      const report = (done: number, total: number): void => {
        try {
          onProgress?.(done, total)
        } catch (error) {
          stop(error)
        }
      }
      return this._setPieceHashes(path, settings, report, receiveCancel)
    })
    await hashing.finally(() => {
      this.#isHashing = wasHashing
    })
  }

  /** What console.log() prints of it. While pieces are hashed, the rest can't be read. */
  toJSON(): CreateTorrentSummary {
    if (this.#isHashing) return { isHashing: true }
    return {
      isHashing: false,
      totalSize: this.totalSize(),
      pieceLength: this.pieceLength(),
      numPieces: this.numPieces(),
    }
  }
}

/** What is printed of a CreateTorrent. */
export interface CreateTorrentSummary {
  readonly isHashing: boolean
  /** Bytes. */
  readonly totalSize?: number
  /** Bytes. */
  readonly pieceLength?: number
  readonly numPieces?: number
}
