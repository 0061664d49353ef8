import * as lt from 'libtorrent-napi'
import { scope, abortable } from '../util/cancel'
import { formatEndpoint } from '../util/endpoint'
import { reasonOf, UserError } from '../util/errors'
import { fileSize } from '../util/files'
import { failure, seedFlagsOf, openNode } from './session'
import type { PeerSources, NetworkOptions, Node } from './session'
import { progressOf, type TransferStatus } from './transfer'
import { entriesOf, loadTorrent } from './source'
import { retryTrackers } from './discovery'

export interface SeedOptions extends NetworkOptions, PeerSources {
  /** Ends the seeding, as `close()` does. */
  readonly signal?: AbortSignal | undefined
  /** Called with messages for the user: peers that connect and disconnect, a tracker that does not answer. */
  readonly onMessage?: (message: string) => void
}

/** Opens a session and shares a file in it. Resolves once the file has been checked against the torrent. */
export async function seedFile(
  filePath: string,
  torrentPath: string,
  options: SeedOptions = {},
): Promise<Seeding> {
  if ((await fileSize(filePath)) === null) throw new UserError(`no such file: ${filePath}`)
  const info = await loadTorrent(torrentPath)
  if (entriesOf(info).length !== 1)
    throw new UserError(`${info.name()} is a torrent of several files`)
  const node = await openNode(options)
  const { signal: outer, onMessage = () => {} } = options
  retryTrackers(node.session, onMessage)
  reportPeers(node.session, onMessage)
  const seed = { session: node.session, torrent: info, flags: seedFlagsOf(options) }
  try {
    // The signal ends the seeding by `Seeding`, which reads the last figures first.
    const { torrent } = await abortable(outer, (signal) => lt.seed(filePath, { ...seed, signal }))
    return new Seeding(node, torrent, info, outer)
  } catch (error) {
    await node.close()
    throw error
  }
}

/** Reports peers that connect and disconnect. */
function reportPeers(session: lt.Session, report: (message: string) => void): void {
  const shown = ({ endpoint: { address, port } }: lt.PeerConnectAlert | lt.PeerDisconnectedAlert) =>
    formatEndpoint({ host: address, port })
  session.on('peer_connect', (alert) => report(`connected: ${shown(alert)}`))
  session.on('peer_disconnected', (alert) => {
    report(`disconnected: ${shown(alert)} (${reasonOf(alert.error)})`)
  })
}

export interface SeedStats extends TransferStatus {
  /** Payload bytes sent since the start. */
  readonly uploaded: number
}

/** A file that is being shared, until it is closed. */
export class Seeding implements AsyncDisposable {
  /**
   * Resolves with the last figures once it is closed, by `close()` or by the signal; rejects when
   * the file can't be read any more.
   */
  readonly closed: Promise<SeedStats>
  readonly #end: () => void

  readonly #node: Node

  /** @param signal ends it, as `close()` does */
  constructor(
    node: Node,
    readonly torrent: lt.TorrentHandle,
    readonly info: lt.TorrentInfo,
    signal: AbortSignal | undefined,
  ) {
    this.#node = node

    const running = scope(signal)
    this.#end = running.end
    const ended = new Promise<void>((resolve) => {
      running.signal.addEventListener('abort', () => resolve(), { once: true })
    })
    const broken = failure(torrent, running.signal)
    this.closed = Promise.race([ended, broken]).then(async () => {
      const last = await this.stats()
      await node.close()
      return last
    })
    this.closed.catch(() => {})
  }

  get session(): lt.Session {
    return this.#node.session
  }

  /** Where it listens. */
  get address(): string {
    return this.#node.address
  }

  get port(): number {
    return this.#node.port
  }

  async stats(): Promise<SeedStats> {
    const status = await this.torrent.status()
    return { ...progressOf(status), uploaded: status.totalPayloadUpload }
  }

  /** Announces to the tracker that it stops, and closes the session. */
  async close(): Promise<void> {
    this.#end()
    await this.closed.catch(() => {})
    await this.#node.close()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }
}
