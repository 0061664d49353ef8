// What a request over HTTP is answered with, for any server.
import { statusFlags } from '../generated/enums'
import { prometheusContentType, prometheusText } from '../session/prometheus'
import { LibtorrentError } from '../support/errors'
import { contentType, isActive } from './content-type'
import { filesPage, listedFile, listedTorrent, pathInTorrent, torrentsPage } from './listing'
import { requestedRange } from './ranges'
import type { Session } from '../session/session'
import type { TorrentFile } from '../torrent/file'
import type { TorrentHandle } from '../torrent/torrent-handle'
import type { ByteRange } from './ranges'

export interface Question {
  readonly method: string
  /** Path that the client sent, still encoded. */
  readonly path: string
  /** The part of the path that is below the handler's own. */
  readonly route: string
  /** A header by its name in lower case. */
  readonly header: (name: string) => string | null
}

/** Part of a file to stream. */
export interface Content extends ByteRange {
  readonly file: TorrentFile
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Null for a body that is empty, or that a HEAD request leaves out. */
  readonly body: string | Content | null
}

/** What a handler serves. */
export interface Served {
  readonly session: Session
  readonly isShown: (torrent: TorrentHandle) => boolean
  readonly hasMetrics: boolean
}

/** Answers GET and HEAD requests. */
export async function answerTo(served: Served, question: Question): Promise<Answer> {
  try {
    const answer = await route(served, question)
    if (question.method === 'GET') return answer
    if (question.method === 'HEAD') return { ...answer, body: null }
    if (answer.status === 404) return answer
    return failure(405, 'only GET and HEAD are supported', { allow: 'GET, HEAD' })
  } catch (error) {
    const code = error instanceof LibtorrentError ? error.code : ''
    if (code === 'session_closed') return failure(503, 'the session is closed')
    if (code === 'torrent_removed' || code === 'invalid_torrent_handle') return notFound()
    throw error
  }
}

async function route(
  { session, isShown, hasMetrics }: Served,
  question: Question,
): Promise<Answer> {
  const [, first = '', ...rest] = question.route.split('/')
  if (first === '' && rest.length === 0) {
    if (!question.path.endsWith('/')) return withSlash(question.path)
    const statuses = await session.getTorrentStatus(statusFlags.queryName)
    const torrents = statuses.filter(({ handle }) => isShown(handle)).map(listedTorrent)
    return list(question, torrents, () => torrentsPage(torrents))
  }
  if (hasMetrics && first === 'metrics' && rest.length === 0) {
    return textAnswer(200, prometheusContentType, prometheusText(await session.sessionStats()), {
      'cache-control': 'no-store',
    })
  }
  const isHash = /^([0-9a-f]{40}|[0-9a-f]{64})$/i.test(first)
  const torrent = isHash ? await session.findTorrent(first.toLowerCase()) : null
  if (!torrent || !isShown(torrent)) return notFound()
  if (rest.length === 0) return withSlash(question.path)
  const status = await torrent.status(statusFlags.queryName)
  if (!status.hasMetadata) {
    return failure(503, 'the metadata has not come from peers yet', { 'retry-after': '5' })
  }
  const files = await torrent.files()
  const path = decoded(rest.join('/'))
  if (path === '') return fileList(question, torrent, status.name, files)
  const file = files.find((candidate) => pathInTorrent(candidate.path) === path)
  return file ? fileAnswer(question, file) : notFound()
}

async function fileList(
  question: Question,
  torrent: TorrentHandle,
  name: string,
  files: readonly TorrentFile[],
): Promise<Answer> {
  const progress = await torrent.fileProgress()
  const listed = files.map((file) => listedFile(file, progress[file.index] ?? 0))
  return list(question, listed, () => filesPage(name, listed))
}

function fileAnswer(question: Question, file: TorrentFile): Answer {
  const { v1, v2 } = file.torrent.infoHashes()
  const etag = `"${v2 ?? v1}-${file.index}"`
  const type = contentType(file.path)
  const headers = {
    etag,
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    // Scripts in files of strangers would run with the rights of the pages of this server.
    ...(isActive(type) && { 'content-security-policy': 'sandbox' }),
  }
  const precondition = preconditionFailure(question, etag)
  if (precondition !== null) return { status: precondition, headers, body: null }

  const range = rangeOf(question, etag, file.length)
  if (range === 'unsatisfiable') {
    const contentRange = `bytes */${file.length}`
    return failure(416, 'the file has no such bytes', { ...headers, 'content-range': contentRange })
  }
  const { start, end } = range ?? { start: 0, end: file.length - 1 }
  return {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      'content-type': type,
      'content-length': String(end - start + 1),
      ...(range && { 'content-range': `bytes ${start}-${end}/${file.length}` }),
    },
    body: end < start ? null : { file, start, end },
  }
}

/** RFC 9110, 13.2.2: If-Match, then If-None-Match. Pieces of a torrent never change. */
function preconditionFailure({ header }: Question, etag: string): 304 | 412 | null {
  const [ifMatch, ifNoneMatch] = [header('if-match'), header('if-none-match')]
  if (ifMatch !== null && !lists(ifMatch, etag)) return 412
  return ifNoneMatch !== null && lists(ifNoneMatch.replaceAll('W/', ''), etag) ? 304 : null
}

function lists(header: string, etag: string): boolean {
  return header.split(',').some((entry) => ['*', etag].includes(entry.trim()))
}

/** HEAD has no ranges, and If-Range one only for the content that the client has. */
function rangeOf(
  { method, header }: Question,
  etag: string,
  size: number,
): ByteRange | 'unsatisfiable' | null {
  const isSame = (header('if-range') ?? etag) === etag
  return method === 'GET' && isSame ? requestedRange(header('range'), size) : null
}

function list(question: Question, data: unknown, html: () => string): Answer {
  const headers = { vary: 'accept', 'cache-control': 'no-store' }
  if (prefersJson(question.header('accept') ?? '')) {
    return textAnswer(200, 'application/json', JSON.stringify(data), headers)
  }
  return textAnswer(200, 'text/html; charset=utf-8', html(), {
    ...headers,
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  })
}

/** Browsers accept HTML; a program says that it wants JSON. */
function prefersJson(accept: string): boolean {
  return /\bapplication\/json\b/i.test(accept) && !/\btext\/html\b/i.test(accept)
}

/** Addresses in a list are relative to a path that ends with a slash. */
function withSlash(path: string): Answer {
  const location = `./${path.split('/').at(-1)}/`
  return textAnswer(308, 'text/plain; charset=utf-8', `see ${location}\n`, { location })
}

function notFound(): Answer {
  return failure(404, 'not found')
}

export function failure(
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return textAnswer(status, 'text/plain; charset=utf-8', `${message}\n`, headers)
}

function textAnswer(
  status: number,
  type: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): Answer {
  return {
    status,
    headers: {
      ...headers,
      'content-type': type,
      'content-length': String(Buffer.byteLength(body)),
      'x-content-type-options': 'nosniff',
    },
    body,
  }
}

/** A path without its escapes, or one that no file has. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return '\0'
  }
}
