import { isIP } from 'node:net'
import { z } from 'zod'
import { machine } from '../results/machine'
import { counters, transferReport } from '../results/iteration-result'
import { changedSettings } from '../results/changed-settings'
import { condition } from '../plan/condition'

/** Raised whenever messages change their form or their meaning: both sides must have the same. */
export const protocolVersion = 4

/** Bytes of one line between nodes that take part in a run: the largest one carries a torrent. */
export const longestLine = 16 * 1024 * 1024
/** Bytes of one line from somebody who has not been let in. */
export const longestGreeting = 16 * 1024
/** Bytes of a .torrent: in base64 it has to fit into a line, with some room for the rest. */
export const largestTorrent = longestLine / 2

/** Characters of a reason or of another text in a message. */
export const longestText = 1000

const text = z.string().max(longestText)
const count = z.int().min(0)
const iteration = z.int().min(1)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const torrent = z.base64()

const address = z.string().refine((value) => isIP(value) !== 0, 'expected an IP address')
const endpoint = z.strictObject({ host: address, port: z.int().min(1).max(65535) })
const endpoints = z.array(endpoint).max(1001)

function message<Type extends string, Fields extends z.ZodRawShape>(type: Type, fields: Fields) {
  return z.strictObject({ type: z.literal(type), ...fields })
}

/** What the seeder says to a peer. Everything with an iteration is answered, or 'failed' is. */
export const seederMessage = z.discriminatedUnion('type', [
  message('welcome', {
    version: z.int(),
    id: z.int().min(1),
    /** The steps of the plan, for a peer that expects something. */
    steps: z.array(z.strictObject({ size: count, iterations: count })).max(1_000_000),
  }),
  message('refused', { reason: text }),
  /** Have a session for this condition. */
  message('setUp', { iteration, condition }),
  /** Get to know the others. */
  message('meet', { iteration, others: endpoints }),
  /** Make content and share it. */
  message('offer', {
    iteration,
    fileName: text,
    size: count,
    trackers: z.array(text).max(100),
    seed: text.nullable(),
  }),
  /** Be ready to fetch this. */
  message('prepare', {
    iteration,
    size: count,
    sha256,
    torrent,
    peers: endpoints,
    timeline: z.boolean(),
  }),
  message('ping', { iteration }),
  message('go', { iteration }),
  message('measure', { iteration }),
  message('clear', { iteration }),
  message('bye', { reason: text.nullable() }),
])

/** A hello of another release may have anything else in it: it must be understood all the same, to be answered. */
const otherRelease = z.looseObject({
  type: z.literal('hello'),
  version: z.int().refine((version) => version !== protocolVersion),
})

function withoutTheRest(message: unknown): unknown {
  const other = otherRelease.safeParse(message)
  return other.success ? { type: 'otherRelease', version: other.data.version } : message
}

const peerMessages = z.discriminatedUnion('type', [
  message('otherRelease', { version: z.int() }),
  message('hello', { version: z.int(), token: text.nullable(), machine }),
  /** It agrees with what the seeder welcomed it to. */
  message('joined', {}),
  message('listening', { iteration, at: endpoint, settings: changedSettings }),
  message('met', { iteration }),
  message('offered', { iteration, torrent, sha256 }),
  message('ready', { iteration }),
  message('pong', { iteration }),
  /** Once a second while a transfer lasts, without being asked. */
  message('progress', {
    iteration,
    done: count,
    total: count,
    downRate: count,
    upRate: count,
    peers: count,
    trouble: text.nullable(),
  }),
  /** All of it is here: what takes time is over. */
  message('arrived', { iteration }),
  /** What arrived is on the disk, and what it should be. */
  message('finished', { iteration, report: transferReport }),
  message('counters', { iteration, counters }),
  message('cleared', { iteration }),
  message('failed', { iteration, reason: text }),
])

/** What a peer says to the seeder. */
export const peerMessage = z.preprocess(withoutTheRest, peerMessages)

export type SeederMessage = z.infer<typeof seederMessage>
export type PeerMessage = z.infer<typeof peerMessage>
export type PeerReply<T extends PeerMessage['type']> = Extract<PeerMessage, { type: T }>
