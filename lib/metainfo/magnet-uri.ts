// Magnet links, read and written.
import { addon } from '../native/binding'
import { invalidInfoHash } from '../support/errors'
import { TorrentInfo } from './torrent-info'
import type { AddTorrentParams, AddTorrentParamsInit } from '../generated/records'

const v1Hash = /^(?:[0-9a-f]{40}|[a-z2-7]{32})$/i
const v2Hash = /^[0-9a-f]{64}$/i

/** The name of an info-hash in a link, as `xt=urn:btih:`; the number of `xt.1=` has no meaning. */
const hashName = /([?&]xt(?:\.\d*)?=)urn:(btih|btmh):/gi
const hashes = /[?&]xt(?:\.\d*)?=urn:(?:btih:|btmh:1220)([^&]*)/gi

/**
 * What a magnet link says, for `session.addTorrent()`: set `savePath`. White space around the link doesn't
 * count, nor does the case of `magnet:` and `urn:btih:`.
 *
 * @param uri a magnet link, or an info-hash alone: 40 hexadecimal digits or 32 characters of base32 for
 *   version 1, 64 hexadecimal digits for version 2
 * @throws LibtorrentError such as `'unsupported_url_protocol'`, `'missing_info_hash_in_uri'`,
 *   `'invalid_info_hash'`
 * @see https://libtorrent.org/reference-Core.html#parse_magnet_uri()
 */
export function parseMagnetUri(uri: string): AddTorrentParams {
  if (typeof uri !== 'string') return addon.parseMagnetUri(uri)
  const link = linkOf(uri.trim())
  const params = addon.parseMagnetUri(link)
  // libtorrent takes letters beyond f for a hash of zeros.
  for (const [, hash = ''] of link.matchAll(hashes)) {
    if (!hash.includes('%') && !v1Hash.test(hash) && !v2Hash.test(hash)) throw invalidInfoHash()
  }
  return params
}

/** Whether a text is an info-hash and nothing else. */
export function isInfoHash(text: string): boolean {
  return v1Hash.test(text) || v2Hash.test(text)
}

function linkOf(text: string): string {
  if (v1Hash.test(text)) return `magnet:?xt=urn:btih:${text}`
  if (v2Hash.test(text)) return `magnet:?xt=urn:btmh:1220${text}`
  return text
    .replace(/^magnet:/i, 'magnet:')
    .replace(hashName, (_, xt: string, kind: string) => `${xt}urn:${kind.toLowerCase()}:`)
}

/**
 * The magnet link of a torrent, with its trackers and web seeds.
 *
 * @see https://libtorrent.org/reference-Core.html#make_magnet_uri()
 */
export function makeMagnetUri(torrent: TorrentInfo | Partial<AddTorrentParamsInit>): string {
  if (!(torrent instanceof TorrentInfo)) return addon.makeMagnetUri(torrent)
  return addon.makeMagnetUri({
    infoHashes: torrent.infoHashes(),
    name: torrent.name(),
    trackers: torrent.trackers().map((tracker) => tracker.url),
    urlSeeds: torrent
      .webSeeds()
      .filter((seed) => seed.type === 'url_seed')
      .map((seed) => seed.url),
  })
}
