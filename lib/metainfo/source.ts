// What people have in hand of a torrent, turned into params for addTorrent().
import { promises as fs } from 'node:fs'
import { isAbsolute, normalize, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { types } from 'node:util'
import { LibtorrentError } from '../support/errors'
import type { ErrorCode } from '../support/errors'
import { check, checkOptions, shown } from '../support/options'
import type { ChecksOf } from '../support/options'
import { markHandled } from '../support/promises'
import { checkHttp, fetchTorrent } from './fetch-torrent'
import { readResumeData } from './functions'
import { isInfoHash, parseMagnetUri } from './magnet-uri'
import { TorrentInfo } from './torrent-info'
import type { HttpOptions } from './fetch-torrent'
import type { AddTorrentParamsInit } from '../generated/records'

/**
 * Identifies a torrent:
 *
 * - a string that begins with `magnet:`, or is an info-hash and nothing else: a magnet link
 * - a string that begins with `http:`, `https:` or `file:`, or a `URL`: where a .torrent file is
 * - any other string: the path of a .torrent file. A file whose name looks like one of the above has `./` before it
 * - bytes: those of a .torrent file, or those that `writeResumeDataBuf()` made
 * - a `TorrentInfo`
 * - params, as `saveResumeData()`, `loadTorrentBuffer()` and `parseMagnetUri()` give them
 *
 * Bytes, paths and URLs are not trusted: resume data in bytes may not name files outside of the save path. It is never
 * read from paths and URLs. Params are trusted.
 */
export type TorrentSource =
  string | URL | Uint8Array | ArrayBuffer | TorrentInfo | Partial<AddTorrentParamsInit>

/** How `loadSource()` reads a source. */
export interface LoadSourceOptions {
  /** Aborting rejects with the signal's reason. */
  signal?: AbortSignal | undefined
  /** How a source that is a URL is fetched. */
  http?: HttpOptions | undefined
}

const loadOptions: ChecksOf<LoadSourceOptions> = { signal: check.signal, http: checkHttp }

/** Params for `addTorrent()`, but for the save path, which only resume data has. */
export type SourceParams = Partial<AddTorrentParamsInit>

/**
 * Reads what a source says of a torrent, without adding it: its metadata as `ti`, or the info-hashes of a magnet link.
 *
 * @param source a magnet link, a path, a URL, bytes ...: see {@link TorrentSource}
 * @returns params, which `session.add()`, `download()` and `fetchMetadata()` take as a source. Rejects with an error
 *   that says what the source was taken for, and what is wrong with it.
 * @example
 * const { ti } = await loadSource('album.torrent')
 * console.log(ti ? ti.name() : 'a magnet link')
 */
export function loadSource(
  source: TorrentSource,
  options: LoadSourceOptions = {},
): Promise<SourceParams> {
  return markHandled(load(source, options))
}

async function load(source: TorrentSource, options: LoadSourceOptions): Promise<SourceParams> {
  checkOptions(options, loadOptions)
  if (typeof source === 'string') return fromText(source, options)
  if (types.isUint8Array(source)) return fromBytes(source)
  if (types.isAnyArrayBuffer(source)) return fromBytes(new Uint8Array(source))
  if (source instanceof TorrentInfo) return { ti: source }
  if (isUrl(source)) return fromText(source.href, options)
  if (isParams(source)) return source
  throw new TypeError(
    `source must be a magnet link, a path, a URL, bytes, a TorrentInfo, or params with ti or infoHashes, got ${shown(source)}`,
  )
}

/** Of any realm. */
function isUrl(source: object): source is URL {
  return Object.prototype.toString.call(source) === '[object URL]'
}

function isParams(source: unknown): boolean {
  if (typeof source !== 'object' || source === null) return false
  return 'ti' in source || 'infoHashes' in source
}

async function fromText(source: string, options: LoadSourceOptions): Promise<SourceParams> {
  const text = source.trim()
  if (/^magnet:/i.test(text) || isInfoHash(text)) return fromMagnet(text)
  if (/^https?:/i.test(text)) return fromServer(text, options)
  if (/^file:/i.test(text)) {
    return named(`the URL ${shown(text)}`, () => fromPath(fileURLToPath(text)))
  }
  const [, scheme] = /^([a-z][a-z\d+.-]+):\/\//i.exec(text) ?? []
  if (scheme !== undefined) {
    const reason = `${scheme}: is none of magnet:, http:, https: and file:`
    throw new LibtorrentError(
      `source is the URL ${shown(text)}: ${reason}`,
      'unsupported_url_protocol',
    )
  }
  return named(`the path ${shown(source)}`, () => fromPath(source))
}

function fromMagnet(text: string): Promise<SourceParams> {
  return named(`the magnet link ${shown(text)}`, () => parseMagnetUri(text))
}

async function fromPath(path: string): Promise<SourceParams> {
  if ((await fs.stat(path)).isDirectory()) {
    throw new LibtorrentError('it is a directory, expected a .torrent file', 'EISDIR', 'system')
  }
  return { ti: await TorrentInfo.load(path) }
}

async function fromServer(
  text: string,
  { signal, http }: LoadSourceOptions,
): Promise<SourceParams> {
  const source = `the URL ${shown(withoutPassword(text))}`
  return named(source, async () => {
    const fetched = await fetchTorrent(new URL(text), signal, http)
    if (typeof fetched === 'string') return fromMagnet(fetched)
    return { ti: new TorrentInfo(fetched) }
  })
}

/** In resume data, by BEP 3's rules for strings. */
const resumeTag = '22:libtorrent resume file'

function fromBytes(bytes: Uint8Array): Promise<SourceParams> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const source = `${bytes.length} bytes`
  if (!view.includes(resumeTag)) {
    return named(`${source} of a .torrent file`, () => ({ ti: new TorrentInfo(bytes) }))
  }
  return named(`${source} of resume data`, () => {
    const params = readResumeData(bytes)
    for (const [index, name] of params.renamedFiles ?? []) {
      if (!isOutside(name)) continue
      throw new LibtorrentError(
        `it puts file ${index} outside of the save path, at ${shown(name)}: pass readResumeData(bytes) if that is meant`,
        'file_outside_save_path',
      )
    }
    return params
  })
}

function isOutside(name: string): boolean {
  return isAbsolute(name) || normalize(name).split(sep)[0] === '..'
}

/** What `load` gives. Its errors say what the source is. */
async function named(
  source: string,
  load: () => SourceParams | Promise<SourceParams>,
): Promise<SourceParams> {
  try {
    return await load()
  } catch (error) {
    throw describedError(error, source)
  }
}

function describedError(error: unknown, source: string): unknown {
  if (!(error instanceof LibtorrentError)) {
    const { code, message } = error as Partial<NodeJS.ErrnoException>
    if (code === undefined || typeof code !== 'string') return error // the reason of a signal
    const reason = (message ?? code).replace(`${code}: `, '')
    return new LibtorrentError(`source is ${source}: ${reason}`, code as ErrorCode, 'system')
  }
  const { code, category, value, operation, file, message } = error
  const reason = message.slice(`${code}: `.length)
  const described = new LibtorrentError(`source is ${source}: ${reason}`, code, category, value)
  return Object.assign(described, { operation, file })
}

function withoutPassword(text: string): string {
  // A slash, '?' or '#' in a password makes a URL invalid, so the password ends at the last '@'.
  if (!URL.canParse(text)) return text.replace(/^([^:]*:[^:]*):.*@/s, '$1@')
  const url = new URL(text)
  url.password = ''
  return url.href
}
