import type { TransferStatus } from '../node/monitor'
import { formatAmount, formatDuration, formatRate } from '../util/units'
import type { Display, Progress } from './display'

/** More than so many don't fit on a terminal with the rest: they are shown together. */
const mostBars = 8
/** The key of the bar that stands for all. */
const everybody = -1

/** Shows how the transfer of each node is doing, on a terminal; elsewhere nothing. */
export class PeersView {
  private readonly latest = new Map<number, TransferStatus>()
  private readonly bars = new Map<number, Progress>()

  /** @param nodes the numbers of those that fetch */
  constructor(
    private readonly display: Display,
    private readonly nodes: readonly number[],
  ) {}

  show(node: number, progress: TransferStatus): void {
    if (!this.display.isLive) return
    const isEach = this.nodes.length <= mostBars
    if (this.bars.size === 0) this.begin(isEach)
    this.latest.set(node, progress)
    const shown = isEach ? progress : together(this.latest)
    const bar = this.bars.get(isEach ? node : everybody)
    // of those that have not reported yet as much is expected
    const total = isEach ? shown.total : shown.total * (this.nodes.length / this.latest.size)
    bar?.setTotal(total)
    bar?.update(shown.done, ...notesOf(shown), formatAmount(shown.done, total))
  }

  /** The transfers are over. */
  end(): void {
    for (const bar of this.bars.values()) bar.end()
    this.bars.clear()
    this.latest.clear()
  }

  /** All bars at once, so that they stand in the order of the nodes. */
  private begin(isEach: boolean): void {
    for (const node of isEach ? this.nodes : [everybody]) {
      const one = node === 0 ? 'seeder' : `peer ${node}`
      const name = node === everybody ? `${this.nodes.length} peers` : one
      this.bars.set(node, this.display.progress(name, 1))
    }
  }
}

function together(nodes: ReadonlyMap<number, TransferStatus>): TransferStatus {
  const sum = (name: keyof TransferStatus) =>
    [...nodes.values()].reduce((total, progress) => total + progress[name], 0)
  return {
    ...{ done: sum('done'), total: sum('total'), peers: sum('peers') },
    ...{ downRate: sum('downRate'), upRate: sum('upRate') },
  }
}

function notesOf({ done, total, downRate }: TransferStatus): string[] {
  if (done >= total) return ['done']
  if (downRate === 0) return ['waiting']
  const left = formatDuration(((total - done) / downRate) * 1000)
  return [formatRate(downRate), `${left} left`]
}
