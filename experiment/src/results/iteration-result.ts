import { z } from 'zod'
import { type ScheduledIteration, scheduledIteration } from '../plan/plan'

const count = z.int().min(0)
const milliseconds = z.number().min(0).max(1e12)
/** The number of a node: 0 the seeder, n peer n. */
const node = z.int().min(0)

/** Pieces that one peer reports per iteration; of more, every second, third ... is reported. */
export const mostPieces = 2000

/** libtorrent's own counts of a session: bytes, messages by kind, and connections. */
export const counters = z.strictObject({
  /** BitTorrent messages, payload included. */
  sent: count,
  sentPayload: count,
  /** TCP (or uTP) and IP headers: libtorrent's estimate. */
  sentIpOverhead: count,
  sentTracker: count,
  received: count,
  receivedPayload: count,
  receivedIpOverhead: count,
  receivedTracker: count,
  /** Payload that was present already. */
  redundant: count,
  /** Payload of pieces whose hash was wrong. */
  failed: count,
  /** Messages: blocks of content, each with a header of 13 bytes. */
  sentBlocks: count,
  receivedBlocks: count,
  /** Messages of 17 bytes about one block: request, cancel, reject. */
  sentRequests: count,
  receivedRequests: count,
  /** Messages of 9 bytes about one piece: have, suggest, allowed fast. */
  sentHaves: count,
  receivedHaves: count,
  /** Messages of 5 bytes: choke, unchoke, interested, not interested, have all, have none. */
  sentStates: count,
  receivedStates: count,
  /** Connections that were open at the reading. */
  connections: count,
  /** Handshakes that the node accepted: its alerts of incoming connections. */
  accepted: count,
  /** Connections that ended; each of its two nodes counts. */
  ended: count,
  /** Bytes of IP packets that the kernel counted on the node's interface; absent without --interface. */
  linkSent: count.optional(),
  linkReceived: count.optional(),
  /** Those packets. */
  linkSentPackets: count.optional(),
  linkReceivedPackets: count.optional(),
})

/** Milliseconds from the start signal to an event, by timestamps of the peer's own alerts; null if it wasn't seen. */
export const transferTimes = z.strictObject({
  /** The connection stood over which the first block came. */
  connect: milliseconds.nullable(),
  /** The first block was here and written. */
  firstBlock: milliseconds.nullable(),
  /** The last piece arrived and its hash was right. */
  finish: milliseconds,
})

/** Verified pieces in the order of their arrival: three lists of one length. */
const pieceTimeline = z.strictObject({
  /** Only every so-many-th arrival is listed; 1 unless there are more than `mostPieces`. */
  every: z.int().min(1),
  /** Milliseconds from the start signal. */
  at: z.array(milliseconds).max(mostPieces),
  /** Index of the piece. */
  piece: z.array(count).max(mostPieces),
  /** The node that sent its last block; -1: libtorrent does not report a block that it writes after the end. */
  from: z.array(z.int().min(-1)).max(mostPieces),
})

/** Report of a peer on a successful transfer. */
export const transferReport = z.strictObject({
  times: transferTimes,
  /** Null when the plan leaves it out. */
  pieces: pieceTimeline.nullable(),
  /** Bytes of the content from each node that sent some, without blocks that libtorrent did not report; null without timeline. */
  received: z
    .array(z.tuple([node, count]))
    .max(1001)
    .nullable(),
})

/** A hybrid torrent has both. */
const infoHashes = z.strictObject({ v1: z.string().nullable(), v2: z.string().nullable() })

/** What became of one node that was to fetch the file. */
const peerOutcome = z.discriminatedUnion('ok', [
  transferReport.extend({ peer: node, ok: z.literal(true) }),
  z.strictObject({ peer: node, ok: z.literal(false), reason: z.string() }),
])

/** One iteration as it was, and as it stands on a line of raw.jsonl. */
export const iterationResult = scheduledIteration.extend({
  ok: z.boolean(),
  /** Why it failed; null if it didn't. */
  reason: z.string().nullable(),
  /** Of its torrent, in hex; null when there was none yet. */
  infoHashes: infoHashes.nullable().default(null),
  /** Bytes of the .torrent that every peer received over its connection to the seeder; null when there was none yet. */
  torrentSize: count.nullable().default(null),
  /** ISO 8601, the seeder's wall clock: for people, never for a measurement. */
  startedAt: z.string(),
  /** Milliseconds on the seeder's clock from the start signal to the report of the last peer to finish. */
  lastFinish: milliseconds.nullable(),
  /** Least milliseconds by the rates of links and limits; null where none is known. */
  leastTime: milliseconds.nullable().default(null),
  /** Milliseconds of an empty message to the slowest peer and back, measured just before the start signal. */
  controlRoundTrip: milliseconds.nullable(),
  /** The nodes that fetch: with a file of the seeder's all peers, with one of a peer's the seeder and the other peers. */
  peers: z.array(peerOutcome),
  /** By node: the seeder's first, then the peers'; null when not every node could be read. */
  counters: z.array(counters).nullable(),
  /** Whether the counters came to rest, and every byte that was sent is accounted for. */
  settled: z.boolean(),
})

export type Counters = z.infer<typeof counters>
export type PieceTimeline = z.infer<typeof pieceTimeline>
export type TransferReport = z.infer<typeof transferReport>
export type PeerOutcome = z.infer<typeof peerOutcome>
export type IterationResult = z.infer<typeof iterationResult>

/** What there is of an iteration in which something went wrong. */
export function failedIteration(
  scheduled: ScheduledIteration,
  startedAt: string,
  reason: string,
  peers: PeerOutcome[] = [],
): IterationResult {
  return {
    ...scheduled,
    ok: false,
    reason,
    infoHashes: null,
    torrentSize: null,
    startedAt,
    lastFinish: null,
    leastTime: null,
    controlRoundTrip: null,
    peers,
    counters: null,
    settled: false,
  }
}
