import { isIP } from 'node:net'
import { z } from 'zod'
import { condition } from '../plan/condition'
import { changedSettings, machine, processorTime } from '../results/environment'
import { counters, transferReport } from '../results/iteration-result'
import { usageError } from '../util/errors'

/** Raised whenever messages change their form or their meaning: both sides must have the same. */
export const protocolVersion = 12

/** Bytes of one line between nodes that take part in a run: the longest one carries a torrent. */
export const longestLine = 16 * 1024 * 1024
/** Bytes of one line of a peer that has not been admitted. */
export const longestGreeting = 16 * 1024
/** Bytes of a .torrent: in base64 it has to fit into a line, with some room for the rest. */
export const largestTorrent = longestLine / 2

/** Characters of a reason or of another text in a message. */
export const longestText = 1000

/** Reads a token: an empty one would be none, and a longer one fits no hello. */
export function parseToken(text: string): string {
  if (text.length >= 1 && text.length <= longestText) return text
  throw usageError(
    `bad --token of ${text.length} characters: expected 1 to ${longestText} characters`,
  )
}

const text = z.string().max(longestText)
const count = z.int().min(0)
const iteration = z.int().min(1)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** A .torrent in base64. */
const torrent = z.base64()

const address = z.string().refine((value) => isIP(value) !== 0, 'expected an IP address')
const endpoint = z.strictObject({ host: address, port: z.int().min(1).max(65535) })
const endpoints = z.array(endpoint).max(1001)

interface Order<Request extends z.ZodRawShape, Reply extends z.ZodRawShape> {
  /** What a peer does between the two, for the message about a lost connection. */
  readonly task: string
  readonly request: Request
  readonly reply: Reply
}

function order<Request extends z.ZodRawShape, Reply extends z.ZodRawShape>(
  task: string,
  request: Request,
  reply: Reply,
): Order<Request, Reply> {
  return { task, request, reply }
}

/**
 * The orders of the seeder to its peers, each about one iteration: what the seeder sends, and what the peer replies.
 * The reply has the type of the order; a peer that can't execute it replies `failed` instead.
 */
export const orders = {
  /** Opens a session for a condition, unless the session of the iteration before has the same one. */
  openSession: order(
    'opening a session',
    { condition },
    { at: endpoint, settings: changedSettings },
  ),
  /** Adds the DHT nodes of the others, and waits until one of them has answered. */
  joinDht: order('joining the DHT', { others: endpoints }, {}),
  /** Makes content and shares it. */
  share: order(
    'making the content',
    { fileName: text, size: count, trackers: z.array(text).max(100), seed: text.nullable() },
    { torrent, sha256 },
  ),
  /** Adds a torrent and holds it. */
  prepare: order(
    'adding the torrent',
    { size: count, sha256, torrent, peers: endpoints, timeline: z.boolean() },
    {},
  ),
  ping: order('answering a ping', {}, {}),
  /** The start signal. `arrived` precedes the reply, which follows once the file is on the disk and verified. */
  start: order('fetching the file', {}, { report: transferReport }),
  readCounters: order('reading its counters', {}, { counters }),
  /** Executed before the first iteration and after the last one. */
  readProcessorTime: order('reading its processor time', {}, { time: processorTime.nullable() }),
  /** Ends the iteration, whatever it is at, and removes what it left. */
  clear: order('removing the torrent', {}, {}),
} as const

export type OrderName = keyof typeof orders
export type RequestOf<N extends OrderName> = Fields<(typeof orders)[N]['request']>
export type ReplyOf<N extends OrderName> = Fields<(typeof orders)[N]['reply']>

type Fields<Shape extends z.ZodRawShape> = { [Key in keyof Shape]: z.infer<Shape[Key]> }
type Message<N, F> = { readonly type: N; readonly iteration: number } & F
export type OrderMessage = { [N in OrderName]: Message<N, RequestOf<N>> }[OrderName]
export type ReplyMessage = { [N in OrderName]: Message<N, ReplyOf<N>> }[OrderName]

function message<Type extends string, Fields extends z.ZodRawShape>(type: Type, fields: Fields) {
  return z.strictObject({ type: z.literal(type), ...fields })
}

/** The schemas of all requests, or of all replies. */
function messagesOf(part: 'request' | 'reply'): z.core.$ZodTypeDiscriminable[] {
  return Object.entries<Order<z.ZodRawShape, z.ZodRawShape>>(orders).map(([name, order]) =>
    message(name, { iteration, ...order[part] }),
  )
}

const welcome = message('welcome', {
  version: z.int(),
  id: z.int().min(1),
  /** How many peers the run has. */
  peers: z.int().min(1),
  /** The steps of the plan, for a peer that expects certain ones. */
  steps: z.array(z.strictObject({ size: count, iterations: count })).max(1_000_000),
})
const refused = message('refused', { reason: text })
/** The run is over; with the reason when it did not end as planned. */
const runEnded = message('runEnded', { reason: text.nullable() })

/** What the seeder sends to a peer. */
export type SeederMessage =
  z.infer<typeof welcome | typeof refused | typeof runEnded> | OrderMessage

export const seederMessage = z.discriminatedUnion('type', [
  welcome,
  refused,
  runEnded,
  ...messagesOf('request'),
]) as z.ZodType as z.ZodType<SeederMessage>

const hello = message('hello', {
  version: z.int(),
  token: text.nullable(),
  /** Drawn by a peer for as long as it takes part: with it, a peer that connects again gets its own place. */
  key: z.string().regex(/^[0-9a-f]{32}$/),
  machine,
})
/** A hello of another release may contain anything else. It must be recognised all the same, to be answered. */
const helloOfOtherRelease = z.looseObject({
  type: z.literal('hello'),
  version: z.int().refine((version) => version !== protocolVersion),
})
const otherRelease = message('otherRelease', { version: z.int() })
/** The peer accepts the plan of the seeder's welcome. */
const joined = message('joined', {})
/** Sent once a second while a transfer lasts. */
const progress = message('progress', {
  iteration,
  done: count,
  total: count,
  rate: count,
  uploadRate: count,
  peers: count,
  trouble: text.nullable(),
})
/** All of the file has arrived: the measured time is over. */
const arrived = message('arrived', { iteration })
/** Replies to an order that failed, or reports that content can't be shared any more. */
const failed = message('failed', { iteration, reason: text })

/** What a peer sends to the seeder. */
export type PeerMessage =
  | z.infer<
      | typeof otherRelease
      | typeof hello
      | typeof joined
      | typeof progress
      | typeof arrived
      | typeof failed
    >
  | ReplyMessage

export const peerMessage = z.preprocess(
  (message) => {
    const other = helloOfOtherRelease.safeParse(message)
    return other.success ? { type: 'otherRelease', version: other.data.version } : message
  },
  z.discriminatedUnion('type', [
    otherRelease,
    hello,
    joined,
    progress,
    arrived,
    failed,
    ...messagesOf('reply'),
  ]),
) as z.ZodType as z.ZodType<PeerMessage>

/** A message of one type. */
export type MessageOf<M extends { readonly type: string }, T extends M['type']> = Extract<
  M,
  { readonly type: T }
>
