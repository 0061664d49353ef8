// When a download connected, got its first block, and was complete.
import type { AlertMap } from '../generated/alerts'
import type { Session } from '../session/session'
import type { TorrentHandle } from '../torrent/torrent-handle'

/**
 * Milliseconds from the begin of a download: from the end of the check of what was there, or for a magnet link from the
 * call. They are the times of alerts, which libtorrent's threads take.
 */
export interface DownloadTimes {
  /** The connection that brought the first block; null when no peer brought one. */
  readonly connected: number | null
  /** The first block; null when nothing had to come. */
  readonly firstBlock: number | null
  /** The last piece was verified. It may have been written later. */
  readonly finished: number
}

/** Times of one torrent, on the clock of alerts. */
class Marks {
  readonly connections = new Map<string, number>()
  checked: number | undefined
  connected: number | null = null
  firstBlock: number | null = null
  finished: number | undefined
}

type Timed = Pick<AlertMap['peer_connect'], 'handle' | 'endpoint' | 'timestamp'>

/**
 * Notes the times of a download. It listens before the torrent is added, because alerts may come together with the
 * handle, so it notes those of all torrents until `follow()`.
 */
export class DownloadClock {
  readonly #session: Session
  readonly #start = performance.now()
  readonly #marks = new Map<TorrentHandle, Marks>()
  #torrent: TorrentHandle | undefined

  constructor(session: Session) {
    this.#session = session
    session.on('peer_connect', this.#onConnect)
    session.on('block_finished', this.#onBlock)
    session.on('torrent_checked', this.#onChecked)
    session.on('torrent_finished', this.#onFinished)
  }

  follow(torrent: TorrentHandle): void {
    this.#torrent = torrent
    if (this.#marksOf(torrent).firstBlock !== null) this.#ignoreBlocks()
  }

  /** @param isMagnet whether the metadata came from peers: the check then is a part of the download */
  times(torrent: TorrentHandle, isMagnet: boolean): DownloadTimes {
    const { checked = this.#start, connected, firstBlock, finished } = this.#marksOf(torrent)
    const start = isMagnet ? this.#start : checked
    const since = (time: number): number => Math.max(0, time - start)
    return {
      connected: connected === null ? null : since(connected),
      firstBlock: firstBlock === null ? null : since(firstBlock),
      finished: since(finished ?? start),
    }
  }

  end(): void {
    this.#ignoreBlocks()
    this.#session.off('torrent_checked', this.#onChecked)
    this.#session.off('torrent_finished', this.#onFinished)
  }

  /** There is one alert for each block, and only the first one matters. */
  #ignoreBlocks(): void {
    this.#session.off('peer_connect', this.#onConnect)
    this.#session.off('block_finished', this.#onBlock)
  }

  #marksOf(torrent: TorrentHandle): Marks {
    let marks = this.#marks.get(torrent)
    if (!marks) this.#marks.set(torrent, (marks = new Marks()))
    return marks
  }

  #isOther(torrent: TorrentHandle): boolean {
    return this.#torrent !== undefined && torrent !== this.#torrent
  }

  readonly #onConnect = (alert: Timed): void => {
    if (this.#isOther(alert.handle)) return
    this.#marksOf(alert.handle).connections.set(keyOf(alert), alert.timestamp)
  }

  /** A tracker may name this session like any other peer, so not every connection is to one that sends. */
  readonly #onBlock = (alert: Timed): void => {
    if (this.#isOther(alert.handle)) return
    const marks = this.#marksOf(alert.handle)
    if (marks.firstBlock === null) {
      marks.firstBlock = alert.timestamp
      marks.connected = marks.connections.get(keyOf(alert)) ?? null
    }
    if (this.#torrent) this.#ignoreBlocks()
  }

  readonly #onChecked = ({ handle, timestamp }: AlertMap['torrent_checked']): void => {
    if (!this.#isOther(handle)) this.#marksOf(handle).checked = timestamp
  }

  readonly #onFinished = ({ handle, timestamp }: AlertMap['torrent_finished']): void => {
    if (!this.#isOther(handle)) this.#marksOf(handle).finished = timestamp
  }
}

function keyOf({ endpoint: { address, port } }: Timed): string {
  return `${address} ${port}`
}
