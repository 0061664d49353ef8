import type * as lt from 'libtorrent-napi'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allowanceFor, pause, within } from '../util/cancel'
import { toUserError } from '../util/errors'
import { type Counters, counters as schema, type PeerOutcome } from './iteration-result'

type MetricName = keyof lt.SessionStats

function messages<Way extends 'incoming' | 'outgoing', Kind extends string>(
  way: Way,
  kinds: readonly Kind[],
) {
  return kinds.map((kind) => `ses.num_${way}_${kind}` as const)
}

/** Messages of one length each, by libtorrent's names. */
const requests = ['request', 'cancel', 'reject'] as const
const haves = ['have', 'suggest', 'allowed_fast'] as const
const states = [
  'choke',
  'unchoke',
  'interested',
  'not_interested',
  'have_all',
  'have_none',
] as const

type LinkCounter = Extract<keyof Counters, `link${string}`>

/** The metrics of libtorrent that make up each counter. */
const metrics: Readonly<
  Record<keyof Omit<Counters, 'accepted' | LinkCounter>, readonly MetricName[]>
> = {
  sent: ['net.sent_bytes'],
  sentPayload: ['net.sent_payload_bytes'],
  sentIpOverhead: ['net.sent_ip_overhead_bytes'],
  sentTracker: ['net.sent_tracker_bytes'],
  received: ['net.recv_bytes'],
  receivedPayload: ['net.recv_payload_bytes'],
  receivedIpOverhead: ['net.recv_ip_overhead_bytes'],
  receivedTracker: ['net.recv_tracker_bytes'],
  redundant: ['net.recv_redundant_bytes'],
  failed: ['net.recv_failed_bytes'],
  sentBlocks: ['ses.num_outgoing_piece'],
  receivedBlocks: ['ses.num_incoming_piece'],
  sentRequests: messages('outgoing', requests),
  receivedRequests: messages('incoming', requests),
  sentHaves: messages('outgoing', haves),
  receivedHaves: messages('incoming', haves),
  sentStates: messages('outgoing', states),
  receivedStates: messages('incoming', states),
  connections: ['peer.num_peers_connected'],
  ended: ['peer.disconnected_peers'],
}

/** Lengths of messages in bytes, without the content of a block. */
export const messageLengths = { blocks: 13, requests: 17, haves: 9, states: 5 } as const

const counterNames = schema.keyof().options

/** @param value undefined leaves a counter out */
function mapCounters(value: (name: keyof Counters) => number | undefined): Counters {
  const entries = counterNames.map((name) => [name, value(name)] as const)
  const known = entries.filter(([, value]) => value !== undefined)
  return Object.fromEntries(known) as unknown as Counters
}

/** Counts the handshakes that a session accepts. @returns how many there have been */
export function countAccepted(session: lt.Session): () => number {
  let accepted = 0
  session.on('peer_connect', ({ direction }) => {
    if (direction === 'in') accepted += 1
  })
  return () => accepted
}

/**
 * @param accepted handshakes that the session has accepted
 * @param networkInterface one whose bytes are counted, too; null: none
 */
export async function readCounters(
  session: lt.Session,
  accepted: () => number,
  networkInterface: string | null,
): Promise<Counters> {
  const stats = await session.sessionStats()
  const own: Readonly<Partial<Record<keyof Counters, readonly MetricName[]>>> = metrics
  const link: Partial<Counters> = networkInterface === null ? {} : readLink(networkInterface)
  return mapCounters((name) => {
    const names = own[name]
    if (name === 'accepted') return accepted()
    return names ? names.reduce((total, metric) => total + (stats[metric] ?? 0), 0) : link[name]
  })
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

/** Milliseconds that counters may take to settle: uTP repeats lost packets after seconds. */
const settleDeadline = 15_000
/** Milliseconds more for many nodes, at most: idle connections send keep-alives, the first after a minute or so. */
const longestAllowance = 30_000

/** Milliseconds between two readings, at most; of many nodes as many as there are nodes, because each of them is sent a message. */
const longestPause = 50

/** Milliseconds without a change after which nothing is under way on a link without delay. */
const stillness = 50
/**
 * Milliseconds without a change of content after which no more of it comes: uTP repeats a lost packet after a second at most, as
 * long as a connection exists.
 */
const contentStillness = 2000

/** Milliseconds without a change that show that nothing is under way. */
export interface Rest {
  /** Of any counter. 0: two equal readings suffice; Infinity: a change has to come. */
  readonly all: number
  /**
   * Of the counters of content. A node that has lost a connection, of which the other end does not know, dials every second and
   * is refused: its handshakes are counted for minutes.
   */
  readonly content: number
}

const none: Rest = { all: 0, content: 0 }

/**
 * For before a transfer: nothing of an earlier one is under way. A uTP connection that was being opened is counted for some
 * more seconds, and has no effect.
 */
export function restBefore(nodes: readonly Counters[]): Rest {
  return sum(nodes).connections === 0 ? none : { all: stillness, content: 0 }
}

/**
 * Bytes of a handshake up to the info-hash. libtorrent counts received bytes for a torrent: the accepting node does not
 * know yet which torrent these belong to, and leaves them out.
 */
const uncountedHandshake = 48

/**
 * Bytes that one node sent and no node received: those under way when a connection ended. An encrypted handshake adds what
 * libtorrent counts at one end only.
 */
export function lostBytes({ sent, received, accepted }: Counters): number {
  return sent - received - uncountedHandshake * accepted
}

interface Transferred {
  /** Of the condition. */
  readonly encryption: string
  /** Milliseconds of a message to another node and back. */
  readonly roundTrip: number
}

/**
 * Milliseconds of a message to another node and back. Of the connections the fastest one counts: others wait for their turn
 * among thousands, or their first packet was lost.
 */
export function roundTripOf(controlRoundTrip: number, peers: readonly PeerOutcome[]): number {
  const connects = peers.flatMap((peer) => (peer.ok ? (peer.times.connect ?? []) : []))
  return connects.length > 0 ? Math.max(controlRoundTrip, Math.min(...connects)) : controlRoundTrip
}

/**
 * For after a transfer, of what was counted since it began. Every byte arrives as long as connections exist; of those that
 * ended, and of encrypted handshakes, only time shows that none are under way.
 */
export function restAfter(
  nodes: readonly Counters[],
  { encryption, roundTrip }: Transferred,
): Rest {
  const total = sum(nodes)
  if (total.connections === 0 || lostBytes(total) === 0) return none
  const isContent = total.sentPayload !== total.receivedPayload
  if (total.ended === 0 && (isContent || encryption !== 'forced')) {
    return { all: Infinity, content: 0 }
  }
  return {
    all: stillness + 2 * roundTrip,
    content: isContent ? contentStillness + 2 * roundTrip : 0,
  }
}

/**
 * Reads the counters of several nodes until they have settled: two successive readings are equal on every node, and have
 * been for the time that `rest` demands. At the moment a transfer finishes they are behind, and a moment later they are not
 * all behind by the same.
 * @returns the last readings, in the order of the nodes, and whether they have settled
 */
export async function settledCounters(
  nodes: readonly (() => Promise<Counters>)[],
  rest: (nodes: readonly Counters[]) => Rest,
  signal?: AbortSignal,
): Promise<{ counters: Counters[]; settled: boolean }> {
  const read = () => Promise.all(nodes.map((node) => node()))
  let last = await read()
  try {
    const deadline = settleDeadline + Math.min(allowanceFor(nodes.length), longestAllowance)
    await within(deadline, 'settling', signal, async (signal) => {
      let earlier = last
      let changed = performance.now()
      let contentChanged = changed
      const longest = Math.max(longestPause, nodes.length)
      for (let wait = 1; ; wait = Math.min(2 * wait, longest)) {
        const later = await read()
        last = later
        const now = performance.now()
        const { all, content } = rest(later)
        if (!equal(earlier, later, contentNames)) contentChanged = now
        if (!equal(earlier, later, counterNames)) changed = now
        else if (now - changed >= all && now - contentChanged >= content) return
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

const contentNames = ['sentPayload', 'receivedPayload'] as const

function equal(
  a: readonly Counters[],
  b: readonly Counters[],
  names: readonly (keyof Counters)[],
): boolean {
  return a.every((counters, node) => names.every((name) => counters[name] === b[node]?.[name]))
}

/** Bytes of an Ethernet header. The kernel counts it, and libtorrent does not know of it. */
const ethernetHeader = 14

/** What the kernel has counted on a network interface since it exists, on Linux: IP packets, and their bytes with headers. */
function readLink(name: string): Required<Pick<Counters, LinkCounter>> {
  const read = (counter: string) => {
    const text = readFileSync(join('/sys/class/net', name, 'statistics', counter), 'utf8')
    return Number(text)
  }
  try {
    const [linkSentPackets, linkReceivedPackets] = [read('tx_packets'), read('rx_packets')]
    return {
      linkSent: read('tx_bytes') - ethernetHeader * linkSentPackets,
      linkReceived: read('rx_bytes') - ethernetHeader * linkReceivedPackets,
      linkSentPackets,
      linkReceivedPackets,
    }
  } catch (error) {
    throw toUserError(error, `cannot read the counters of the interface '${name}'`)
  }
}
