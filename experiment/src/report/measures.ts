import { lostBytes, messageLengths, sum } from '../results/counters'
import type { Counters, IterationResult, TransferReport } from '../results/iteration-result'
import type { Cluster } from './statistics'

/** What is measured of an iteration that went well. */
interface Measure {
  /** In words. */
  readonly title: string
  readonly unit: string
  /**
   * The values of one iteration: one per peer, or one for the swarm; none where it was not seen.
   * @param source the node that had the file
   */
  of(result: IterationResult, source: number): Cluster
}

/** Bits per millisecond are kbit/s; bytes per millisecond are kB/s. */
export const kbit = 8
/** kbit/s in one MB/s. */
export const kbitPerMegabyte = 8000

function perPeer(value: (report: TransferReport, size: number) => number | null): Measure['of'] {
  return ({ peers, size }) =>
    peers.flatMap((peer) => {
      const found = peer.ok ? value(peer, size) : null
      return found === null ? [] : [found]
    })
}

/** Of all nodes together; only settled counters are used. */
function perSwarm(
  value: (total: Counters, result: IterationResult) => number | undefined,
): Measure['of'] {
  return (result) => {
    const { counters, settled } = result
    const found = settled && counters ? value(sum(counters), result) : undefined
    return found === undefined ? [] : [found]
  }
}

function perByteNeeded(
  bytes: (total: Counters, needed: number) => number | undefined,
): Measure['of'] {
  return perSwarm((total, { peers, size }) => {
    const needed = peers.length * size
    const found = bytes(total, needed)
    return found === undefined ? undefined : found / needed
  })
}

/** Payload bytes that the peers of an iteration received, by where they came from. */
export interface Shares {
  /** The node that had the file at the start. */
  readonly source: number
  /** Nodes that were fetching it themselves. */
  readonly others: number
}

/** By the nodes' own counts of what they sent; null when these have not come to rest. */
export function sharesOf({ counters, settled }: IterationResult, source: number): Shares | null {
  if (!counters || !settled) return null
  const own = counters[source]?.sentPayload ?? 0
  const total = sum(counters).sentPayload
  return total > 0 ? { source: own, others: total - own } : null
}

/** Bytes of messages that have one length each. */
function fixedLengthBytes(total: Counters): number {
  return messageLengths.blocks * total.sentBlocks + requestBytes(total) + stateBytes(total)
}

function requestBytes({ sentRequests }: Counters): number {
  return messageLengths.requests * sentRequests
}

function stateBytes({ sentHaves, sentStates }: Counters): number {
  return messageLengths.haves * sentHaves + messageLengths.states * sentStates
}

/** One part of the bytes that all nodes sent, per byte that had to arrive. */
function part(title: string, bytes: Parameters<typeof perByteNeeded>[0]) {
  return { title: `${title} / (peers x size)`, unit: '1', of: perByteNeeded(bytes) } as const
}

/** Parts of the overhead: the first five and 1, the content itself, add up to `overhead`. */
const parts = {
  repeatedPart: part('content sent twice', ({ sentPayload }, needed) => sentPayload - needed),
  blocksPart: part('headers of blocks', ({ sentBlocks }) => messageLengths.blocks * sentBlocks),
  requestsPart: part('request, cancel, reject', requestBytes),
  statesPart: part('have, choke, interest', stateBytes),
  handshakesPart: part(
    'handshakes, bitfields, extensions',
    (total) => total.sent - total.sentPayload - fixedLengthBytes(total),
  ),
  headersPart: part('TCP/IP headers', ({ linkSent, sent, sentTracker, sentIpOverhead }) =>
    linkSent === undefined ? sentIpOverhead : linkSent - sent - sentTracker,
  ),
  trackerPart: part('sent to the tracker', ({ sentTracker }) => sentTracker),
}

export const measures = {
  transferTime: {
    title: 'transfer time, per peer',
    unit: 'ms',
    of: perPeer(({ times }) => times.finish),
  },
  connectTime: {
    title: 'time to the connection that the first block came over, per peer',
    unit: 'ms',
    of: perPeer(({ times }) => times.connect),
  },
  firstBlockTime: {
    title: 'time to the first block, per peer',
    unit: 'ms',
    of: perPeer(({ times }) => times.firstBlock),
  },
  swarmTime: {
    title: 'time to the last finish, per swarm',
    unit: 'ms',
    of: ({ lastFinish }) => (lastFinish === null ? [] : [lastFinish]),
  },
  timeRatio: {
    title: 'time to the last finish / least time that the rates allow',
    unit: '1',
    of: ({ leastTime, peers }) => {
      const finishes = peers.flatMap((peer) => (peer.ok ? [peer.times.finish] : []))
      return leastTime === null || finishes.length === 0 ? [] : [Math.max(...finishes) / leastTime]
    },
  },
  throughput: {
    title: 'throughput, per peer',
    unit: 'kbit/s',
    of: perPeer(({ times }, size) => (times.finish > 0 ? (kbit * size) / times.finish : null)),
  },
  aggregateThroughput: {
    title: 'throughput, all peers together',
    unit: 'kbit/s',
    of: ({ lastFinish, peers, size }) =>
      lastFinish !== null && lastFinish > 0 ? [(kbit * size * peers.length) / lastFinish] : [],
  },
  overhead: {
    title: 'bytes uploaded by all nodes / (peers x size)',
    unit: '1',
    of: perByteNeeded(({ sent }) => sent),
  },
  overheadReceived: {
    title: 'bytes downloaded by all nodes / (peers x size)',
    unit: '1',
    of: perByteNeeded(({ received }) => received),
  },
  lost: {
    title: 'bytes that were under way when their connection ended / (peers x size)',
    unit: '1',
    of: perByteNeeded(lostBytes),
  },
  lostContent: {
    title: 'content that was under way when its connection ended / (peers x size)',
    unit: '1',
    of: perByteNeeded(({ sentPayload, receivedPayload }) => sentPayload - receivedPayload),
  },
  wireOverhead: {
    title: 'overhead with TCP/IP headers (an estimate) and what went to the tracker',
    unit: '1',
    of: perByteNeeded(
      ({ sent, sentIpOverhead, sentTracker }) => sent + sentIpOverhead + sentTracker,
    ),
  },
  linkOverhead: {
    title: 'bytes that the kernel counted on the interfaces of all nodes / (peers x size)',
    unit: '1',
    of: perByteNeeded(({ linkSent }) => linkSent),
  },
  packetHeader: {
    title: 'headers of a packet: what the kernel counted besides the bytes of libtorrent',
    unit: 'bytes',
    of: perSwarm(({ linkSent, linkSentPackets, sent, sentTracker }) =>
      linkSent === undefined || !linkSentPackets
        ? undefined
        : (linkSent - sent - sentTracker) / linkSentPackets,
    ),
  },
  sourceShare: {
    title: 'payload from the node that had the file / all payload',
    unit: '1',
    of: (result, source) => {
      const shares = sharesOf(result, source)
      return shares ? [shares.source / (shares.source + shares.others)] : []
    },
  },
  ...parts,
} as const satisfies Record<string, Measure>

export type MeasureName = keyof typeof measures
export const measureNames = Object.keys(measures) as MeasureName[]
export const partNames = Object.keys(parts) as (keyof typeof parts)[]
