import type { TransferProgress } from '../transfer/monitor'
import type { Display, Progress } from '../ui/display'
import { formatRate, formatSize } from '../units'

/** Shows a download while it goes on. */
export class DownloadView {
  private progress: Progress | null = null
  private saidWaiting = false

  constructor(private readonly display: Display) {}

  show({ done, total, downRate, peers, trouble }: TransferProgress): void {
    const waits = peers === 0 && (done < total || total === 0)
    if (waits && !this.saidWaiting) this.display.say('waiting for somebody who shares it')
    this.saidWaiting = waits
    this.progress ??= this.display.progress('fetching', total, formatSize)
    this.progress.setTotal(total)
    this.progress.update(
      done,
      peers === 0 ? (trouble ?? 'no peers') : `${formatRate(downRate)} from ${peers} peers`,
    )
  }

  end(): void {
    this.progress?.end()
    this.progress = null
  }
}
