import { types } from 'node:util'
import * as lt from 'libtorrent-napi'
import { within } from '../util/cancel'
import { reasonOf, UserError } from '../util/errors'
import { formatSize } from '../util/units'
import { quoted } from '../util/text'

/** Milliseconds for the whole answer of a server. */
const defaultDeadline = 30_000
/** Bytes: libtorrent reads no larger .torrent by default. */
const defaultLimit = 10_000_000

export interface FetchOptions {
  readonly signal?: AbortSignal | undefined
  /** Milliseconds until the whole answer has to be here; default: 30,000. */
  readonly deadline?: number
  /** Bytes that the answer may have; default: 10,000,000. */
  readonly limit?: number
}

export function isHttpUrl(text: string): boolean {
  return /^https?:/i.test(text)
}

/** Returns the .torrent at an http or https URL; an error gives the reason on one line. */
export async function fetchTorrent(url: string, options: FetchOptions = {}): Promise<Buffer> {
  const { signal, deadline = defaultDeadline, limit = defaultLimit } = options
  try {
    return await within(deadline, 'its server', signal, async (signal) => {
      const response = await fetch(...requestOf(url, signal))
      if (!response.ok)
        throw new UserError(`its server answers ${response.status} ${quoted(response.statusText)}`)
      return checked(await bodyOf(response, limit))
    })
  } catch (error) {
    signal?.throwIfAborted()
    throw new UserError(`cannot fetch the torrent ${withoutPassword(url)}: ${causeOf(error)}`, {
      cause: error,
    })
  }
}

/** fetch() takes no URL with a name and a password: they become a header. */
function requestOf(text: string, signal: AbortSignal): [URL, RequestInit] {
  if (!URL.canParse(text)) throw new UserError('not an URL')
  const url = new URL(text)
  const { username, password } = url
  if (username === '' && password === '') return [url, { signal }]
  url.username = url.password = ''
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  const authorization = `Basic ${Buffer.from(credentials).toString('base64')}`
  return [url, { signal, headers: { authorization } }]
}

async function bodyOf({ body }: Response, limit: number): Promise<Buffer> {
  const chunks: AsyncIterable<Uint8Array> | null = body
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of chunks ?? []) {
    size += part.length
    if (size > limit) throw new UserError(`it has more than ${formatSize(limit)}`)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** Web pages about a torrent, or about a login, have its URL as well. */
function checked(content: Buffer): Buffer {
  try {
    new lt.TorrentInfo(content)
    return content
  } catch (error) {
    throw new UserError(`its server has something else there (${reasonOf(error)})`, {
      cause: error,
    })
  }
}

function withoutPassword(text: string): string {
  if (!URL.canParse(text)) return quoted(text)
  const url = new URL(text)
  url.password = ''
  return quoted(url.href)
}

/** The message of fetch() is "fetch failed"; the reason is in its cause. */
function causeOf(error: unknown): string {
  const isFailedFetch = types.isNativeError(error) && error.name === 'TypeError' && error.cause
  const reason = reasonOf(isFailedFetch ? error.cause : error)
  return reason === 'bad port' ? 'Node.js fetches nothing from that port' : reason
}
