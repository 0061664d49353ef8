// Queries a tracker for the size of a swarm. libtorrent sends a query from each address that it listens on, and for
// each version of the info-hash. So one request has several answers.
import { LibtorrentError } from '../support/errors'
import { check } from '../support/options'
import type { Send, Settle } from '../alerts/expectation'
import type { PendingPromises } from '../alerts/pending'
import type { WaitOptions } from '../support/options'
import type { ScrapeFailedAlert, ScrapeReplyAlert } from '../generated/alerts'
import type { AnnounceEntry } from '../generated/records'
import type { TorrentHandle } from './torrent-handle'

/** Which tracker to query, and how long to wait. */
export interface ScrapeOptions extends WaitOptions {
  /** Index in `trackers()`. Default: the tracker that worked last. */
  index?: number | undefined
}

/** Size of a swarm as a tracker reports it; -1 where it reports nothing. */
export interface ScrapeResult {
  /** Peers that have everything. */
  readonly complete: number
  /** Peers that do not. */
  readonly incomplete: number
}

export function scrapeTracker(
  pending: PendingPromises,
  torrent: TorrentHandle,
  options: ScrapeOptions,
  send: Send,
): Promise<ScrapeResult> {
  const answers = new Answers()
  return pending.expect(
    {
      kind: 'observation',
      types: ['scrape_reply', 'scrape_failed'],
      torrent,
      options,
      otherOptions: { index: check.later },
      observe(alert, settle) {
        answers.received.push(alert)
        answers.conclude(settle)
      },
    },
    async (settle) => {
      await send()
      const { v1, v2 } = torrent.infoHashes()
      const versions = [v1, v2].filter((hash) => hash !== null).length
      // After the request: that makes libtorrent list the addresses of a new tracker.
      answers.expectFrom(await torrent.trackers(), versions, options.index)
      answers.conclude(settle)
    },
  )
}

class Answers {
  readonly received: (ScrapeReplyAlert | ScrapeFailedAlert)[] = []
  #url: string | undefined
  #queries: ReadonlyMap<string, number> | undefined

  /**
   * Counts the queries that each tracker gets.
   *
   * @param versions how many versions of the info-hash there are
   * @param index of the tracker; where libtorrent chooses, the first answer names the tracker
   */
  expectFrom(trackers: readonly AnnounceEntry[], versions: number, index?: number): void {
    if (index !== undefined) this.#url = trackers[index]?.url
    this.#queries = new Map(
      trackers.map(({ url, endpoints }) => [
        url,
        versions * endpoints.filter((endpoint) => endpoint.enabled).length,
      ]),
    )
  }

  /** Settles the promise when every query is answered. */
  conclude({ resolve, reject }: Settle<ScrapeResult>): void {
    if (!this.#queries) return
    const url = this.#url ?? this.received[0]?.trackerUrl
    const counts = url === undefined ? this.#queries.values() : [this.#queries.get(url) ?? 0]
    const expected = Math.max(0, ...counts)
    if (expected === 0) return reject(new LibtorrentError('no tracker to scrape', 'no_tracker'))
    const answers = this.received.filter((answer) => answer.trackerUrl === url)
    if (answers.length < expected) return
    const replies = answers.filter((answer) => answer.type === 'scrape_reply')
    const failure = answers.find((answer) => answer.type === 'scrape_failed')
    if (replies.length === 0) return reject(failure?.error)
    resolve({
      complete: Math.max(...replies.map((reply) => reply.complete)),
      incomplete: Math.max(...replies.map((reply) => reply.incomplete)),
    })
  }
}
