import type { Counters } from '../../src/results/iteration-result'

/** Counters of a node: 0 where no value is given. */
export function makeCounters(values: Partial<Counters> = {}): Counters {
  return {
    sent: 0,
    sentPayload: 0,
    sentIpOverhead: 0,
    sentTracker: 0,
    received: 0,
    receivedPayload: 0,
    receivedIpOverhead: 0,
    receivedTracker: 0,
    redundant: 0,
    failed: 0,
    sentBlocks: 0,
    receivedBlocks: 0,
    sentRequests: 0,
    receivedRequests: 0,
    sentHaves: 0,
    receivedHaves: 0,
    sentStates: 0,
    receivedStates: 0,
    connections: 0,
    accepted: 0,
    ended: 0,
    ...values,
  }
}
