// The files of a torrent.
import { addon } from '../native/binding'
import { keepInThread } from '../support/printing'

/**
 * The files of a torrent, in order: their paths, sizes and where they lie in it. Fill an empty one
 * with `addFile()` or `addFiles()` to make a torrent of it.
 *
 * @see https://libtorrent.org/reference-Storage.html#file_storage
 */
export class FileStorage extends addon.FileStorage {
  constructor() {
    super()
    keepInThread(this)
  }

  /**
   * The files in their order, padding included, as plain objects.
   *
   * @example
   * for (const { path, size } of info.files()) console.log(path, size)
   */
  *[Symbol.iterator](): IterableIterator<FileEntry> {
    for (let index = 0; index < this.numFiles(); index++) yield this.#entry(index)
  }

  #entry(index: number): FileEntry {
    return {
      index,
      path: this.filePath(index),
      name: this.fileName(index),
      size: this.fileSize(index),
      offset: this.fileOffset(index),
      isPadding: this.padFileAt(index),
      flags: this.fileFlags(index),
      mtime: this.mtime(index),
      symlink: this.symlink(index),
    }
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

/** A file of a torrent, as its metadata describes it. */
export interface FileEntry {
  /** Position among the files of the torrent, from 0. */
  readonly index: number
  /** Relative to the save path, and absolute for a file that was renamed to an absolute path. */
  readonly path: string
  /** Last part of the path. */
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** Bytes of the torrent before the file. */
  readonly offset: number
  /** Whether it is padding: zeros that are neither downloaded nor saved. */
  readonly isPadding: boolean
  /** Of `fileFlags`. */
  readonly flags: number
  /** When it was last changed, or null where the torrent does not tell. */
  readonly mtime: Date | null
  /** Path that it points to, with `fileFlags.flagSymlink`; empty otherwise. */
  readonly symlink: string
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
