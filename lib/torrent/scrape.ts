// Asking a tracker for the size of a swarm. libtorrent asks once from each address that it listens on
// and for each version of the info-hash, so there are several answers to one request.
import { LibtorrentError } from '../support/errors'
import type { Patience } from '../support/promises'
import type { Ask, Requests, Settle } from '../alerts/pending'
import type { ScrapeFailedAlert, ScrapeReplyAlert } from '../generated/alerts'
import type { AnnounceEntry } from '../generated/records'
import type { TorrentHandle } from './torrent-handle'

/** What a tracker says about the size of a swarm; -1 where it says nothing. */
export interface ScrapeResult {
  /** Peers that have everything. */
  readonly complete: number
  /** Peers that don't. */
  readonly incomplete: number
}

export function scrapeTracker(
  requests: Requests,
  torrent: TorrentHandle,
  index: number | undefined,
  patience: Patience,
  ask: Ask,
): Promise<ScrapeResult> {
  const survey = new Survey(index)
  return requests.expect(
    {
      types: ['scrape_reply', 'scrape_failed'],
      subject: torrent,
      patience,
      offer(alert, settle) {
        survey.answers.push(alert)
        survey.conclude(settle)
        return false
      },
    },
    async (settle) => {
      await ask()
      const { v1, v2 } = torrent.infoHashes()
      const versions = [v1, v2].filter((hash) => hash !== null).length
      // Asked for afterwards: scraping is what makes libtorrent list the addresses of a new tracker.
      survey.setQuestions(await torrent.trackers(), versions)
      survey.conclude(settle)
    },
  )
}

class Survey {
  readonly answers: (ScrapeReplyAlert | ScrapeFailedAlert)[] = []
  readonly #index: number | undefined
  #url: string | undefined
  #questions: ReadonlyMap<string, number> | undefined

  /** @param index of the tracker; if libtorrent chooses, the first answer says which */
  constructor(index: number | undefined) {
    this.#index = index
  }

  setQuestions(trackers: readonly AnnounceEntry[], versions: number): void {
    if (this.#index !== undefined) this.#url = trackers[this.#index]?.url
    this.#questions = new Map(
      trackers.map(({ url, endpoints }) => [
        url,
        versions * endpoints.filter((endpoint) => endpoint.enabled).length,
      ]),
    )
  }

  conclude({ resolve, reject }: Settle<ScrapeResult>): void {
    if (!this.#questions) return
    const url = this.#url ?? this.answers[0]?.trackerUrl
    const counts = url === undefined ? this.#questions.values() : [this.#questions.get(url) ?? 0]
    const expected = Math.max(0, ...counts)
    if (expected === 0) return reject(new LibtorrentError('no tracker to scrape', 'no_tracker'))
    const answers = this.answers.filter((answer) => answer.trackerUrl === url)
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
