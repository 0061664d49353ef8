import type * as lt from 'libtorrent-napi'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pause, within } from '../util/cancel'
import { toUserError } from '../util/errors'
import { type Counters, counters as schema } from './iteration-result'

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
} as const satisfies Record<keyof Omit<Counters, 'linkSent' | 'linkReceived'>, string>

type MetricName = (typeof metrics)[keyof typeof metrics]

/** @param value undefined leaves a counter out */
function mapCounters(value: (name: keyof Counters) => number | undefined): Counters {
  const entries = schema.keyof().options.map((name) => [name, value(name)] as const)
  const known = entries.filter(([, value]) => value !== undefined)
  return Object.fromEntries(known) as unknown as Counters
}

/** @param networkInterface one whose bytes are counted, too; null: none */
export async function readCounters(
  session: lt.Session,
  networkInterface: string | null,
): Promise<Counters> {
  const stats = await session.sessionStats()
  const own: Readonly<Partial<Record<keyof Counters, MetricName>>> = metrics
  const link: Partial<Counters> = networkInterface === null ? {} : readLink(networkInterface)
  return mapCounters((name) => (own[name] === undefined ? link[name] : stats[own[name]]))
}

/** What was counted between two readings; connections are those of the later one. */
export function since(earlier: Counters, later: Counters): Counters {
  return mapCounters((name) => {
    const value = later[name]
    return name === 'connections' || value === undefined ? value : value - (earlier[name] ?? 0)
  })
}

/** The same for every node; both readings are in the same order. */
export function sinceAll(earlier: readonly Counters[], later: readonly Counters[]): Counters[] {
  return later.map((counters, node) => since(earlier[node] ?? counters, counters))
}

/** A counter that not every node has is left out. */
export function sum(all: readonly Counters[]): Counters {
  return mapCounters((name) => {
    const values = all.flatMap((counters) => counters[name] ?? [])
    return values.length === all.length
      ? values.reduce((total, value) => total + value, 0)
      : undefined
  })
}

/** How long counters may take to settle, in milliseconds. */
const settleDeadline = 3000

/** For before a transfer: nothing of an earlier one is under way. */
export function noneConnected(nodes: readonly Counters[]): boolean {
  return sum(nodes).connections === 0
}

/** For after a transfer: all that was sent has been received, or no peer is connected any more. */
export function allArrived(nodes: readonly Counters[]): boolean {
  const { connections, sent, received } = sum(nodes)
  return connections === 0 || sent === received
}

/**
 * Reads the counters of several nodes until they have settled: two successive readings are equal on every node, and
 * `isQuiet`. At the moment a transfer finishes they are behind, and a moment later they are not all behind by the same.
 * @returns the last readings, in the order of the nodes, and whether they have settled
 */
export async function settledCounters(
  nodes: readonly (() => Promise<Counters>)[],
  isQuiet: (nodes: readonly Counters[]) => boolean,
  signal: AbortSignal | undefined,
): Promise<{ counters: Counters[]; settled: boolean }> {
  const read = () => Promise.all(nodes.map((node) => node()))
  let last = await read()
  try {
    await within(settleDeadline, 'settling', signal, async (signal) => {
      let earlier = last
      for (let wait = 1; ; wait = Math.min(2 * wait, 50)) {
        const later = await read()
        last = later
        if (isQuiet(later) && equal(earlier, later)) return
        earlier = later
        await pause(wait, signal)
      }
    })
    return { counters: last, settled: true }
  } catch {
    signal?.throwIfAborted()
    return { counters: last, settled: false }
  }
}

function equal(a: readonly Counters[], b: readonly Counters[]): boolean {
  return a.every((counters, node) =>
    Object.values(counters).every((value, index) => value === Object.values(b[node] ?? {})[index]),
  )
}

/** Bytes of an Ethernet header. The kernel counts it, and libtorrent does not know of it. */
const ethernetHeader = 14

/** What the kernel has counted on a network interface since it exists, on Linux: bytes of IP packets, with headers. */
export function readLink(name: string): Required<Pick<Counters, 'linkSent' | 'linkReceived'>> {
  const read = (counter: string) => {
    const text = readFileSync(join('/sys/class/net', name, 'statistics', counter), 'utf8')
    return Number(text)
  }
  try {
    return {
      linkSent: read('tx_bytes') - ethernetHeader * read('tx_packets'),
      linkReceived: read('rx_bytes') - ethernetHeader * read('rx_packets'),
    }
  } catch (error) {
    throw toUserError(error, `cannot read the counters of the interface '${name}'`)
  }
}
