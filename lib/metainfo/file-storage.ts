// The files of a torrent.
import { addon } from '../native/binding'
import { keepInThread } from '../support/printing'
import type { FileStorageMethods } from '../generated/methods'

type Native = new () => FileStorageMethods

/**
 * The files of a torrent, in order: their paths, sizes and where they lie in it. Fill an empty one
 * with `addFile()` or `addFiles()` to make a torrent of it.
 *
 * @see https://libtorrent.org/reference-Storage.html#file_storage
 */
export class FileStorage extends (addon.FileStorage as Native) {
  constructor() {
    super()
    keepInThread(this)
  }

  /** What console.log() prints of it. */
  toJSON(): FileStorageSummary {
    return {
      name: this.name(),
      numFiles: this.numFiles(),
      totalSize: this.totalSize(),
      pieceLength: this.pieceLength(),
      numPieces: this.numPieces(),
    }
  }
}

/** What is printed of a FileStorage. */
export interface FileStorageSummary {
  /** Of the torrent; empty as long as there are no files. */
  readonly name: string
  readonly numFiles: number
  /** Bytes. */
  readonly totalSize: number
  /** Bytes; 0 as long as it isn't set. */
  readonly pieceLength: number
  readonly numPieces: number
}
