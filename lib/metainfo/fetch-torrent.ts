// A .torrent file from a server.
import { LibtorrentError } from '../support/errors'
import type { ErrorCode } from '../support/errors'
import { runWithDeadline } from '../support/deadline'
import { check, checkOptions, shown } from '../support/options'
import type { Check, ChecksOf } from '../support/options'

/** How a .torrent file is fetched from a server. */
export interface HttpOptions {
  /** Headers of the request. `authorization` and `cookie` are not sent to another host after a redirect. */
  headers?: Readonly<Record<string, string>> | undefined
  /** Bytes that the file may have. Default: 10,000,000, as libtorrent's limit for .torrent files. */
  maxSize?: number | undefined
  /** Milliseconds within which the whole file must have come. Default: 30,000. */
  timeout?: number | undefined
  /** Redirects that are followed. Default: 5. */
  maxRedirects?: number | undefined
}

const httpOptions: ChecksOf<HttpOptions> = {
  headers: check.object,
  maxSize: check.integerFromZero,
  timeout: check.numberFromZero,
  maxRedirects: check.integerFromZero,
}

/** Checks the option `http`. */
export const checkHttp: Check = (options, name) => checkOptions(options, httpOptions, name)

/** What is at a URL: the bytes of a .torrent file, or a magnet link that the server redirects to. */
export type Fetched = Uint8Array | string

export function fetchTorrent(
  url: URL,
  signal: AbortSignal | undefined,
  { timeout = 30_000, ...options }: HttpOptions = {},
): Promise<Fetched> {
  return runWithDeadline({ signal, timeout }, `answer of ${url.host}`, async (signal) => {
    try {
      return await follow(url, signal, options)
    } catch (error) {
      signal.throwIfAborted()
      throw error instanceof LibtorrentError ? error : networkError(error)
    }
  })
}

async function follow(url: URL, signal: AbortSignal, options: HttpOptions): Promise<Fetched> {
  const { maxSize = 10_000_000, maxRedirects = 5, headers: given = {} } = options
  let [target, headers] = withoutCredentials(url, new Headers(given))
  for (let redirects = 0; ; redirects++) {
    const response = await fetch(target, { headers, signal, redirect: 'manual' })
    const location = response.headers.get('location')
    if (response.status < 300 || response.status >= 400 || location === null) {
      return bodyOf(response, maxSize)
    }
    await response.body?.cancel()
    if (/^magnet:/i.test(location)) return location
    if (redirects === maxRedirects) {
      throw new LibtorrentError(`more than ${maxRedirects} redirects`, 'too_many_redirects')
    }
    const next = redirected(location, target)
    if (next.origin !== target.origin) headers = withoutSecrets(headers)
    ;[target, headers] = withoutCredentials(next, headers)
  }
}

function redirected(location: string, base: URL): URL {
  const isUrl = URL.canParse(location, base.href)
  const url = isUrl ? new URL(location, base.href) : undefined
  if (url && ['http:', 'https:'].includes(url.protocol)) return url
  throw new LibtorrentError(`it redirects to ${shown(location)}`, 'unsupported_url_protocol')
}

/** fetch() refuses a URL with a name and a password: they become a header. */
function withoutCredentials(url: URL, headers: Headers): [URL, Headers] {
  const { username, password } = url
  if (username === '' && password === '') return [url, headers]
  const bare = new URL(url)
  bare.username = bare.password = ''
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  const sent = new Headers(headers)
  sent.set('authorization', `Basic ${Buffer.from(credentials).toString('base64')}`)
  return [bare, sent]
}

function withoutSecrets(headers: Headers): Headers {
  const sent = new Headers(headers)
  for (const name of ['authorization', 'cookie', 'proxy-authorization']) sent.delete(name)
  return sent
}

async function bodyOf(response: Response, maxSize: number): Promise<Uint8Array> {
  const { ok, status, statusText, body } = response
  if (!ok) {
    await body?.cancel()
    const text = `the server answers ${status} ${statusText.slice(0, 100)}`.trim()
    throw new LibtorrentError(text, 'http_error', 'http', status)
  }
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length
    // Leaving the loop cancels the rest.
    if (size > maxSize) {
      throw new LibtorrentError(
        `it has more than ${maxSize} bytes`,
        'metadata_too_large',
        'libtorrent',
      )
    }
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** fetch() says "fetch failed", and the reason stands in the cause. */
function networkError(error: unknown): LibtorrentError {
  const cause = (error as Partial<Error>).cause ?? error
  const { code = 'http_error', message = String(cause) } = (cause ??
    {}) as Partial<NodeJS.ErrnoException>
  if (message === 'bad port') return new LibtorrentError('fetch() refuses its port', 'http_error')
  return new LibtorrentError(message || code, code as ErrorCode, 'system')
}
