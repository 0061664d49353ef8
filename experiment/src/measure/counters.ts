import type * as lt from 'libtorrent-napi'
import { pause, within } from '../cancel'
import type { Counters } from './results'

const metrics = {
  sent: 'net.sent_bytes',
  sentPayload: 'net.sent_payload_bytes',
  sentIpOverhead: 'net.sent_ip_overhead_bytes',
  sentTracker: 'net.sent_tracker_bytes',
  received: 'net.recv_bytes',
  receivedPayload: 'net.recv_payload_bytes',
  receivedIpOverhead: 'net.recv_ip_overhead_bytes',
  receivedTracker: 'net.recv_tracker_bytes',
  redundant: 'net.recv_redundant_bytes',
  failed: 'net.recv_failed_bytes',
  connections: 'peer.num_peers_connected',
} as const satisfies Record<keyof Counters, string>

function mapCounters(value: (name: keyof Counters) => number): Counters {
  const names = Object.keys(metrics) as (keyof Counters)[]
  return Object.fromEntries(names.map((name) => [name, value(name)])) as unknown as Counters
}

export async function readCounters(session: lt.Session): Promise<Counters> {
  const stats = await session.postSessionStats()
  return mapCounters((name) => stats[metrics[name]])
}

/** What was counted between two readings; connections are those of the later one. */
export function since(earlier: Counters, later: Counters): Counters {
  return mapCounters((name) => (name === 'connections' ? later[name] : later[name] - earlier[name]))
}

/** The same for every node; both readings are in the same order. */
export function sinceAll(earlier: readonly Counters[], later: readonly Counters[]): Counters[] {
  return later.map((counters, node) => since(earlier[node] ?? counters, counters))
}

export function sum(all: readonly Counters[]): Counters {
  return mapCounters((name) => all.reduce((total, counters) => total + counters[name], 0))
}

/** How long counters may take to settle, in milliseconds. */
const settleDeadline = 3000

/** For before a transfer: nothing of an earlier one is under way. */
export function nobodyConnected(nodes: readonly Counters[]): boolean {
  return sum(nodes).connections === 0
}

/** For after a transfer: all that was sent has been received, or nobody is left to receive anything. */
export function allArrived(nodes: readonly Counters[]): boolean {
  const { connections, sent, received } = sum(nodes)
  return connections === 0 || sent === received
}

/**
 * Reads the counters of several nodes until they have settled: two successive readings are equal on every node, and
 * quiet. At the moment a transfer finishes they are behind, and a moment later they are not all behind by the same.
 * @returns the last readings, in the order of the nodes, and whether they have settled
 */
export async function settledCounters(
  nodes: readonly (() => Promise<Counters>)[],
  isQuiet: (nodes: readonly Counters[]) => boolean,
  signal: AbortSignal | undefined,
): Promise<{ counters: Counters[]; settled: boolean }> {
  let last: Counters[] = []
  const read = async () => (last = await Promise.all(nodes.map((node) => node())))
  try {
    await within(settleDeadline, 'settling', signal, async (signal) => {
      let earlier = await read()
      for (let wait = 1; ; wait = Math.min(2 * wait, 50)) {
        const later = await read()
        if (isQuiet(later) && equal(earlier, later)) return
        earlier = later
        await pause(wait, signal)
      }
    })
    return { counters: last, settled: true }
  } catch (error) {
    signal?.throwIfAborted()
    if (last.length === 0) throw error
    return { counters: last, settled: false }
  }
}

function equal(a: readonly Counters[], b: readonly Counters[]): boolean {
  return a.every((counters, node) =>
    Object.values(counters).every((value, index) => value === Object.values(b[node] ?? {})[index]),
  )
}
