import type { TransferProgress } from '../transfer/monitor'
import { formatRate, formatSize, formatTime } from '../units'
import type { Display, Progress } from './display'

/** More than so many don't fit on a terminal with the rest: they are shown together. */
const mostBars = 8

/** Shows how each peer's transfer is doing, on a terminal; elsewhere nothing. */
export class PeersView {
  private readonly peers = new Map<number, TransferProgress>()
  private readonly bars = new Map<number, Progress>()

  constructor(
    private readonly display: Display,
    /** How many there are. */
    private readonly count: number,
  ) {}

  /** @param peer the number of its node */
  show(peer: number, progress: TransferProgress): void {
    if (!this.display.isLive) return
    this.peers.set(peer, progress)
    if (this.count <= mostBars) this.draw(peer, peer === 0 ? 'seeder' : `peer ${peer}`, progress)
    else this.draw(-1, `${this.peers.size} of ${this.count} peers`, together(this.peers))
  }

  /** The transfers are over. */
  end(): void {
    for (const bar of this.bars.values()) bar.end()
    this.bars.clear()
    this.peers.clear()
  }

  private draw(key: number, name: string, progress: TransferProgress): void {
    const { done, total } = progress
    const bar = this.bars.get(key) ?? this.display.progress(name, total, formatSize)
    this.bars.set(key, bar)
    bar.setTotal(total)
    bar.update(done, noteOf(progress))
  }
}

function together(peers: ReadonlyMap<number, TransferProgress>): TransferProgress {
  const sum = (name: keyof TransferProgress) =>
    [...peers.values()].reduce((total, progress) => total + progress[name], 0)
  return {
    ...{ done: sum('done'), total: sum('total'), peers: sum('peers') },
    ...{ downRate: sum('downRate'), upRate: sum('upRate') },
  }
}

function noteOf({ done, total, downRate }: TransferProgress): string {
  if (done >= total) return 'done'
  if (downRate === 0) return 'waiting'
  return `${formatRate(downRate)}, ${formatTime(((total - done) / downRate) * 1000)} left`
}
