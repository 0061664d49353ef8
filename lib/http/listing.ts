// The lists of torrents and files, as JSON and as pages.
import { posix, sep } from 'node:path'
import { contentType } from './content-type'
import type { TorrentFile } from '../torrent/file'
import type { InfoHash, TorrentStatus } from '../generated/records'

/** A torrent in the list of `createHttpHandler()`. */
export interface ListedTorrent {
  readonly name: string
  readonly infoHashes: InfoHash
  readonly state: TorrentStatus['state']
  /** From 0 to 1, of what is wanted. */
  readonly progress: number
  /** Bytes that are wanted. */
  readonly length: number
  /** Bytes a second. */
  readonly downloadRate: number
  /** Bytes a second. */
  readonly uploadRate: number
  /** Address of the list of its files, relative to this one. */
  readonly url: string
}

/** A file in the list of a torrent of `createHttpHandler()`. */
export interface ListedFile {
  readonly index: number
  readonly path: string
  readonly length: number
  /** Bytes that are there. */
  readonly downloaded: number
  readonly type: string
  /** Address of its content, relative to this list. */
  readonly url: string
}

/**
 * Path of a file below that of its torrent. A file may have been renamed to an absolute path, or out of
 * the save path, which an address cannot say.
 */
export function pathInTorrent(path: string): string {
  return posix.normalize(`/${path.replaceAll(sep, '/')}`).slice(1)
}

/**
 * The path of a file below that of `createHttpHandler()`, such as
 * `'0123456789abcdef0123456789abcdef01234567/films/a%20film.webm'`.
 */
export function httpPath({ torrent, path }: TorrentFile): string {
  return `${hashOf(torrent.infoHashes())}/${encoded(pathInTorrent(path))}`
}

const hashOf = ({ v1, v2 }: InfoHash): string => v1 ?? v2 ?? ''

const encoded = (path: string): string => path.split('/').map(encodeURIComponent).join('/')

export function listedTorrent(status: TorrentStatus): ListedTorrent {
  const { name, infoHashes, state, progress, totalWanted, downloadRate, uploadRate } = status
  const url = `./${hashOf(infoHashes)}/`
  return { name, infoHashes, state, progress, length: totalWanted, downloadRate, uploadRate, url }
}

export function listedFile(file: TorrentFile, downloaded: number): ListedFile {
  const { index, path, length } = file
  const url = `./${encoded(pathInTorrent(path))}`
  return { index, path, length, downloaded, type: contentType(path), url }
}

export function torrentsPage(torrents: readonly ListedTorrent[]): string {
  const rows = torrents.map(({ name, infoHashes, url, length, progress }) =>
    row(url, name || hashOf(infoHashes), length, progress),
  )
  return page('Torrents', rows)
}

export function filesPage(name: string, files: readonly ListedFile[]): string {
  const rows = files.map(({ path, url, length, downloaded }) =>
    row(url, path, length, length === 0 ? 1 : downloaded / length),
  )
  return page(name, ['<tr><td><a href="../">..</a></td><td></td><td></td></tr>', ...rows])
}

function row(url: string, name: string, length: number, progress: number): string {
  const percent = (Math.floor(progress * 1000) / 10).toFixed(1)
  return (
    `<tr><td><a href="${escaped(url)}"><bdi>${escaped(name)}</bdi></a></td>` +
    `<td>${readable(length)}</td><td>${percent} %</td></tr>`
  )
}

function page(title: string, rows: readonly string[]): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>body { font-family: sans-serif } td { padding: 0.1em 1em 0.1em 0; overflow-wrap: anywhere }</style>
<h1><bdi>${escaped(title)}</bdi></h1>
<table>
${rows.join('\n')}
</table>
</html>
`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Names come from strangers. */
function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
}

const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB']

function readable(bytes: number): string {
  const power = bytes < 1024 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1)
  return `${(bytes / 1024 ** power).toFixed(power > 0 ? 1 : 0)} ${units[power]}`
}
