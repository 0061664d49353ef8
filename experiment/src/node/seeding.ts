import type * as lt from 'libtorrent-napi'
import { scope } from '../util/cancel'
import { failure } from './add'
import { progressOf, type TransferStatus } from './monitor'
import type { Node } from './session'

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
  private readonly end: () => void

  /** @param signal ends it, as `close()` does */
  constructor(
    private readonly node: Node,
    readonly torrent: lt.TorrentHandle,
    readonly info: lt.TorrentInfo,
    signal: AbortSignal | undefined,
  ) {
    const running = scope(signal)
    this.end = running.end
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
    return this.node.session
  }

  /** Where it listens. */
  get address(): string {
    return this.node.address
  }

  get port(): number {
    return this.node.port
  }

  async stats(): Promise<SeedStats> {
    const status = await this.torrent.status()
    return { ...progressOf(status), uploaded: status.totalPayloadUpload }
  }

  /** Says goodbye to the tracker and closes the session. */
  async close(): Promise<void> {
    this.end()
    await this.closed.catch(() => {})
    await this.node.close()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }
}
