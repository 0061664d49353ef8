import { nodeNames } from '../report/format'
import type { TransferProgress, TransferStatus } from '../node/transfer'
import { formatAmount, formatCount, formatDuration, formatRate } from '../util/units'
import type { Display, Progress } from './display'

/** Shows a download while it goes on. */
export class DownloadView {
  readonly #display: Display
  #progress: Progress | null = null
  #printedWaiting = false

  constructor(display: Display) {
    this.#display = display
  }

  show({ done, total, rate, peers, trouble }: TransferProgress): void {
    const waits = peers === 0 && (done < total || total === 0)
    if (waits && !this.#printedWaiting) this.#display.print('waiting for a peer that shares it')
    this.#printedWaiting = waits
    this.#progress ??= this.#display.progress('fetching', total)
    this.#progress.setTotal(total)
    const source = `${formatRate(rate)} from ${formatCount(peers, 'peer')}`
    const left = formatDuration(((total - done) / rate) * 1000)
    this.#progress.update(
      done,
      total > 0 ? formatAmount(done, total) : 'no metadata yet',
      ...(rate > 0 && done < total ? [`${left} left`] : []),
      peers === 0 ? (trouble ?? 'no peers') : source,
    )
  }

  end(): void {
    this.#progress?.end()
    this.#progress = null
  }
}

/** More than so many don't fit on a terminal with the rest: they are shown together. */
const mostBars = 8
/** The key of the bar that stands for all. */
const allNodes = -1

/** Shows how the transfer of each node is doing, on a terminal; elsewhere nothing. */
export class PeersView {
  readonly #latest = new Map<number, TransferStatus>()
  /** The sum of the latest of all nodes. */
  #together: TransferStatus = none
  readonly #bars = new Map<number, Progress>()

  readonly #display: Display
  readonly #nodes: readonly number[]

  /** @param nodes the numbers of those that fetch */
  constructor(display: Display, nodes: readonly number[]) {
    this.#display = display
    this.#nodes = nodes
  }

  show(node: number, progress: TransferStatus): void {
    if (!this.#display.isLive) return
    const isEach = this.#nodes.length <= mostBars
    if (this.#bars.size === 0) this.#begin(isEach)
    this.#together = replaced(this.#together, this.#latest.get(node) ?? none, progress)
    this.#latest.set(node, progress)
    const shown = isEach ? progress : this.#together
    const bar = this.#bars.get(isEach ? node : allNodes)
    // of those that have not reported yet as much is expected
    const total = isEach ? shown.total : shown.total * (this.#nodes.length / this.#latest.size)
    bar?.setTotal(total)
    bar?.update(shown.done, ...notesOf(shown), formatAmount(shown.done, total))
  }

  /** The transfers are over. */
  end(): void {
    for (const bar of this.#bars.values()) bar.end()
    this.#bars.clear()
    this.#latest.clear()
    this.#together = none
  }

  /** All bars at once, so that they stand in the order of the nodes. */
  #begin(isEach: boolean): void {
    for (const node of isEach ? this.#nodes : [allNodes]) {
      const name = node === allNodes ? `${this.#nodes.length} peers` : nodeNames([node])
      this.#bars.set(node, this.#display.progress(name, 1))
    }
  }
}

const none: TransferStatus = { done: 0, total: 0, rate: 0, uploadRate: 0, peers: 0 }

/** The sum with one of its parts replaced. A thousand nodes report each second: adding up all of them each time is slow. */
function replaced(
  sum: TransferStatus,
  before: TransferStatus,
  now: TransferStatus,
): TransferStatus {
  const of = (name: keyof TransferStatus) => sum[name] - before[name] + now[name]
  return {
    done: of('done'),
    total: of('total'),
    rate: of('rate'),
    uploadRate: of('uploadRate'),
    peers: of('peers'),
  }
}

function notesOf({ done, total, rate }: TransferStatus): string[] {
  if (done >= total) return ['done']
  if (rate === 0) return ['waiting']
  const left = formatDuration(((total - done) / rate) * 1000)
  return [formatRate(rate), `${left} left`]
}
