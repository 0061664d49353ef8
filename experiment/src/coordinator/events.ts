import type { Plan, ScheduledIteration } from '../plan/plan'
import type { IterationResult } from '../results/iteration-result'
import type { TransferProgress } from '../node/monitor'

/** What is told while a run goes on, in this order; for whoever shows it. */
export interface RunEvents {
  /** One line for the user: who came and went, what is waited for ... */
  message(text: string): void
  /** All peers are here. */
  start(plan: Plan): void
  /** An iteration begins; the transfers of the one before are over. */
  begin(scheduled: ScheduledIteration): void
  /** About once a second while a transfer lasts; short ones end before. `peer` is the number of the node. */
  progress(peer: number, progress: TransferProgress): void
  /** An iteration is over, and on the disk. */
  result(result: IterationResult): void
}
