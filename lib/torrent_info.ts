// What a .torrent file says.
import { addon } from './addon'
import type { NativeTorrentInfo } from './addon'
import type { LoadTorrentLimitsInit } from './generated/records'

interface Native {
  /**
   * Parses the content of a .torrent file. For large files `load()` does that off this thread.
   *
   * @param buffer the bytes of the file; copied
   * @param limits how large and how deeply nested it may be, for files from strangers
   * @throws LibtorrentError such as `'invalid_bencoding'`, `'torrent_missing_info'`
   */
  new (buffer: Uint8Array, limits?: LoadTorrentLimitsInit): NativeTorrentInfo
  readonly prototype: NativeTorrentInfo
}

/**
 * The metadata of a torrent: the content of a .torrent file.
 *
 * @see https://libtorrent.org/reference-Torrent_Info.html
 */
export class TorrentInfo extends (addon.TorrentInfo as Native) {
  /**
   * Reads and parses a .torrent file, off this thread.
   *
   * @param path of the file
   * @param limits how large and how deeply nested it may be, for files from strangers
   * @returns rejects with the error of the file (`'ENOENT'`) or of its content (`'invalid_bencoding'`)
   */
  static load(path: string, limits?: LoadTorrentLimitsInit): Promise<TorrentInfo> {
    return addon.TorrentInfo.load(path, limits)
  }
}
