// What a .torrent file says.
import { addon } from '../native/binding'
import { keepInThread } from '../support/printing'
import type { InfoHash, LoadTorrentLimitsInit } from '../generated/records'

/**
 * The metadata of a torrent: the content of a .torrent file.
 *
 * @see https://libtorrent.org/reference-Torrent_Info.html
 */
export class TorrentInfo extends addon.TorrentInfo {
  /**
   * Parses the content of a .torrent file. For large files `load()` does that off this thread.
   *
   * @param buffer the bytes of the file; copied
   * @param limits how large and how deeply nested it may be, for files from strangers
   * @throws LibtorrentError such as `'invalid_bencoding'`, `'torrent_missing_info'`
   */
  constructor(buffer: Uint8Array, limits?: LoadTorrentLimitsInit) {
    super(buffer, limits)
    keepInThread(this)
  }

  /**
   * Reads and parses a .torrent file, off this thread.
   *
   * @param path of the file
   * @param limits how large and how deeply nested it may be, for files from strangers
   * @returns rejects with the error of the file (`'ENOENT'`) or of its content (`'invalid_bencoding'`)
   */
  static override load(path: string, limits?: LoadTorrentLimitsInit): Promise<TorrentInfo> {
    return addon.TorrentInfo.load(path, limits)
  }

  /** What console.log() prints of it. The bytes are those of `writeTorrentFileBuf()`. */
  toJSON(): TorrentInfoSummary {
    return {
      name: this.name(),
      infoHashes: this.infoHashes(),
      numFiles: this.numFiles(),
      totalSize: this.totalSize(),
      pieceLength: this.pieceLength(),
      numPieces: this.numPieces(),
    }
  }
}

/** What is printed of a TorrentInfo. */
export interface TorrentInfoSummary {
  readonly name: string
  readonly infoHashes: InfoHash
  readonly numFiles: number
  /** Bytes. */
  readonly totalSize: number
  /** Bytes. */
  readonly pieceLength: number
  readonly numPieces: number
}
