// The torrents of a session over HTTP.
import { pipeline } from 'node:stream'
import { Session } from '../session/session'
import { check, checkOptions, checkThat } from '../support/options'
import { answerTo, failure } from './answer'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ChecksOf } from '../support/options'
import type { TorrentHandle } from '../torrent/torrent-handle'
import type { Answer, Question } from './answer'

/** What `createHttpHandler()` and `createFetchHandler()` serve. */
export interface HttpHandlerOptions {
  /**
   * Path below which the handler serves, such as `'/torrents'`; other paths are not found. Express
   * strips the path of `app.use()` itself. Default: `''`.
   */
  basePath?: string | undefined
  /** Returns whether a torrent is served. Default: all are. */
  filter?: ((torrent: TorrentHandle) => boolean) | undefined
  /** Whether `/metrics` serves the counters of the session, as `prometheusText()` writes them. Default: false. */
  metrics?: boolean | undefined
}

/**
 * A request listener of node:http, and a handler of Express and Connect. What is not found goes to `next`
 * when there is one.
 */
export type HttpHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next?: (error?: unknown) => void,
) => void

/** What `createFetchHandler()` returns: for Bun, Deno, Hono and other servers of the fetch kind. */
export type FetchHandler = (request: Request) => Promise<Response>

/**
 * Serves the torrents of a session over HTTP, for `http.createServer()` and `app.use()`:
 *
 * - `/` lists torrents, `/<info-hash>/` the files of one: as a page, or as JSON
 *   (`Accept: application/json`), of {@link ListedTorrent} and {@link ListedFile}
 * - `/<info-hash>/<path>` is a file. What is missing is downloaded in the order in which it is read, so a
 *   player may play, and seek, meanwhile.
 *
 * It supports HEAD, `Range` with one range (several are answered with the whole file, as RFC 9110
 * allows), `If-Range`, `If-Match`, `If-None-Match`. Status 404 for what does not exist, 405 for other
 * methods, 416 for a range outside the file, 503 while a magnet link has no metadata, and when the
 * session is closed. A client that disconnects ends the reading, and nothing stays wanted for it.
 *
 * It knows no users: put one that does in front of it before others than this machine reach it.
 *
 * @param session whose torrents are served
 * @param options which, and where
 * @returns the handler
 */
export function createHttpHandler(session: Session, options: HttpHandlerOptions = {}): HttpHandler {
  const answer = answerer(session, options)
  return (request, response, next) => {
    const original = (request as { originalUrl?: string }).originalUrl ?? request.url ?? '/'
    const question = {
      method: request.method ?? 'GET',
      header: (name: string) => joined(request.headers[name]),
    }
    answer(question, pathOf(original), pathOf(request.url ?? '/')).then(
      (found) => {
        if (found.status === 404 && next) next()
        else send(response, found)
      },
      (error: unknown) => {
        if (next) next(error)
        else send(response, failure(500, 'internal error'))
      },
    )
  }
}

/** As `createHttpHandler()`, for servers whose handlers make a `Response` of a `Request`. */
export function createFetchHandler(
  session: Session,
  options: HttpHandlerOptions = {},
): FetchHandler {
  const answer = answerer(session, options)
  return async (request) => {
    const { pathname } = new URL(request.url)
    const question = {
      method: request.method,
      header: (name: string) => request.headers.get(name),
    }
    const { status, headers, body } = await answer(question, pathname, pathname)
    return new Response(webBody(body, request.signal), { status, headers: { ...headers } })
  }
}

export const handlerOptions: ChecksOf<HttpHandlerOptions> = {
  basePath: checkThat(
    (path) => typeof path === 'string' && /^(\/|$)/.test(path),
    'empty, or a path that begins with a slash',
  ),
  filter: check.function,
  metrics: check.boolean,
}

function answerer(session: Session, options: HttpHandlerOptions) {
  checkOptions(options, handlerOptions)
  if (!(session instanceof Session)) throw new TypeError('session must be a Session')
  const { basePath = '', filter: isShown = () => true, metrics: hasMetrics = false } = options
  const base = basePathOf(basePath)
  return async (
    question: Pick<Question, 'method' | 'header'>,
    path: string,
    local: string,
  ): Promise<Answer> => {
    const isBelow = local === base || local.startsWith(`${base}/`)
    if (!isBelow) return failure(404, 'not found')
    const route = local.slice(base.length).replace(/^\/$/, '')
    return answerTo({ session, isShown, hasMetrics }, { ...question, path, route })
  }
}

/** The path as requests have it, without a slash at the end. */
export function basePathOf(path: string): string {
  const url = new URL('http://localhost')
  url.pathname = path
  return url.pathname.replace(/\/+$/, '')
}

/** The path of a request target, without query. An absolute target, as for proxies, has its own. */
function pathOf(target: string): string {
  const [, path] = /^(?:https?:\/\/[^/?#]*)?([^?#]*)/i.exec(target) ?? []
  return path === undefined || path === '' ? '/' : path
}

function joined(header: string | string[] | undefined): string | null {
  return Array.isArray(header) ? header.join(', ') : (header ?? null)
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  if (response.destroyed) return
  response.writeHead(status, headers)
  if (body === null || typeof body === 'string') {
    response.end(body)
    return
  }
  // The first piece may take its time; a player decides by the head what it does meanwhile.
  response.flushHeaders()
  const { file, start, end } = body
  // Destroys the stream when the client disconnects, and the connection when the stream fails.
  pipeline(file.createReadStream({ start, end }), response, () => {})
}

function webBody(
  body: Answer['body'],
  signal: AbortSignal,
): ConstructorParameters<typeof Response>[0] {
  if (body === null || typeof body === 'string') return body
  const { file, start, end } = body
  return file.stream({ start, end, signal })
}
