// serveHttp(): an HTTP server for the torrents of a session.
import { basePathOf, createHttpHandler, handlerOptions } from './handler'
import { httpPath } from './listing'
import { check, checkOptions, checkThat } from '../support/options'
import type { ChecksOf } from '../support/options'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Session } from '../session/session'
import type { TorrentFile } from '../torrent/file'
import type { HttpHandlerOptions } from './handler'

/** Where `serveHttp()` listens, and what it serves. */
export interface ServeHttpOptions extends HttpHandlerOptions {
  /** Address or name to listen on. Default: `'127.0.0.1'`, which other machines do not reach. */
  host?: string | undefined
  /** From 0 to 65535. Default: 0, a free port. */
  port?: number | undefined
}

const serverOptions: ChecksOf<ServeHttpOptions> = {
  ...handlerOptions,
  host: check.string,
  port: checkThat(
    (port) => Number.isInteger(port) && Number(port) >= 0 && Number(port) <= 65535,
    'an integer from 0 to 65535',
    RangeError,
  ),
}

/** An HTTP server that `serveHttp()` has started. */
export class HttpServer implements AsyncDisposable {
  /** Address of the list of torrents, such as `'http://127.0.0.1:8080/'`. */
  readonly url: string
  readonly #server: Server
  #closed: Promise<void> | undefined

  /** @internal */
  constructor(server: Server, basePath = '') {
    const { address, family, port } = server.address() as AddressInfo
    const host = reachable[address] ?? address
    this.url = `http://${family === 'IPv6' ? `[${host}]` : host}:${port}${basePathOf(basePath)}/`
    this.#server = server
  }

  /** The address of a file, for players and browsers. */
  urlOf(file: TorrentFile): string {
    return this.url + httpPath(file)
  }

  /**
   * Stops listening and ends all connections. The session stays open.
   *
   * @returns when that is done; the same promise each time
   */
  close(): Promise<void> {
    this.#closed ??= new Promise((resolve) => {
      this.#server.close(() => resolve())
      this.#server.closeAllConnections()
    })
    return this.#closed
  }

  /** Closes the server at the end of a block that began with `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }
}

/** For servers that listen on all addresses, one that clients can connect to. */
const reachable: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' }

/**
 * Starts an HTTP server with the handler of `createHttpHandler()`, which says what is served. It keeps the process alive
 * until `close()`.
 *
 * @param session whose torrents are served
 * @param options where it listens, which torrents are served, and below which path
 * @returns the server, once it listens. Rejects as node:http does, with code `'EADDRINUSE'` for example.
 * @example
 * const server = await serveHttp(session, { port: 8080 })
 * for (const file of await torrent.files()) console.log(server.urlOf(file))
 */
export async function serveHttp(
  session: Session,
  options: ServeHttpOptions = {},
): Promise<HttpServer> {
  checkOptions(options, serverOptions)
  const { host = '127.0.0.1', port = 0, ...handled } = options
  const handler = createHttpHandler(session, handled)
  // A program without a server is spared the time to load it.
  const { createServer } = await import('node:http')
  const server = createServer(handler)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen({ host, port }, () => {
      server.off('error', reject)
      resolve()
    })
  })
  return new HttpServer(server, options.basePath)
}
