// Bencoded values whose bytes matter.
import { types } from 'node:util'
import { addon } from '../native/binding'
import { shown } from '../support/options'
import type { Entry } from '../generated/records'

/**
 * A bencoded value that `bencode()` copies byte by byte. `writeTorrentFile()`, `writeResumeData()` and
 * `CreateTorrent.generate()` return the info dictionary in this form. The info-hash is the hash of its bytes, and encoding
 * the value again may give other bytes.
 *
 * @see https://libtorrent.org/reference-Bencoding.html
 */
export class Preformatted {
  /** The bytes that are bencoded. */
  readonly bytes: Buffer

  /** @param bytes one bencoded value; copied. `bencode()` checks them */
  constructor(bytes: Uint8Array) {
    if (!types.isUint8Array(bytes)) {
      throw new TypeError(`bytes must be a Uint8Array, got ${shown(bytes)}`)
    }
    this.bytes = Buffer.from(bytes)
  }

  /**
   * The value, decoded at each call. Changing it does not change the bytes.
   *
   * @throws LibtorrentError of the bdecode category (`'unexpected_eof'` ...)
   */
  get value(): Entry | null {
    return addon.bdecode(this.bytes, { maxDepth: 1000, maxTokens: 2 ** 31 - 1 })
  }
}
