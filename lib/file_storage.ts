// The files of a torrent.
import { addon } from './addon'
import type { FileStorageMethods } from './generated/methods'

type Native = new () => FileStorageMethods

/**
 * The files of a torrent, in order: their paths, sizes and where they lie in it. Fill an empty one
 * with `addFile()` or `addFiles()` to make a torrent of it.
 *
 * @see https://libtorrent.org/reference-Storage.html#file_storage
 */
export class FileStorage extends (addon.FileStorage as Native) {}
