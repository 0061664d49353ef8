import type { TransferTimes } from '../transfer/download'
import type { Counters } from './counters'

/** What became of one peer in one iteration. */
export type PeerOutcome =
  | { readonly peer: number; readonly ok: true; readonly times: TransferTimes }
  | { readonly peer: number; readonly ok: false; readonly reason: string }

/** One iteration: a file from the seeder to every peer. */
export interface IterationResult {
  /** From 1, over the whole run. */
  readonly iteration: number
  /** Bytes of the file. */
  readonly size: number
  readonly ok: boolean
  /** Why it failed; null if it didn't. */
  readonly reason: string | null
  readonly peers: readonly PeerOutcome[]
  /** Of the seeder first, then of the peers in their order; null when not every node could be asked. */
  readonly counters: readonly Counters[] | null
  /** Whether the counters had come to rest. */
  readonly settled: boolean
}

export function failedIteration(
  iteration: number,
  size: number,
  reason: string,
  peers: readonly PeerOutcome[] = [],
): IterationResult {
  return { iteration, size, ok: false, reason, peers, counters: null, settled: false }
}
