import type { TransferProgress } from '../node/monitor'
import type { Display, Progress } from './display'
import { formatAmount, formatCount, formatDuration, formatRate } from '../util/units'

/** Shows a download while it goes on. */
export class DownloadView {
  private progress: Progress | null = null
  private printedWaiting = false

  constructor(private readonly display: Display) {}

  show({ done, total, downRate, peers, trouble }: TransferProgress): void {
    const waits = peers === 0 && (done < total || total === 0)
    if (waits && !this.printedWaiting) this.display.print('waiting for somebody who shares it')
    this.printedWaiting = waits
    this.progress ??= this.display.progress('fetching', total)
    this.progress.setTotal(total)
    const rate = `${formatRate(downRate)} from ${formatCount(peers, 'peer')}`
    const left = formatDuration(((total - done) / downRate) * 1000)
    this.progress.update(
      done,
      total > 0 ? formatAmount(done, total) : 'no metadata yet',
      ...(downRate > 0 && done < total ? [`${left} left`] : []),
      peers === 0 ? (trouble ?? 'no peers') : rate,
    )
  }

  end(): void {
    this.progress?.end()
    this.progress = null
  }
}
