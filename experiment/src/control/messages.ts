import { isIP } from 'node:net'
import { z } from 'zod'
import { counters, transferTimes } from '../measure/results'
import { transports } from '../transfer/settings'

/** Raised whenever a message changes its meaning: both sides must have the same. */
export const protocolVersion = 1

/** Bytes of one line from the seeder: the largest one carries a torrent. */
export const longestSeederLine = 16 * 1024 * 1024
/** Bytes of one line from a peer. */
export const longestPeerLine = 16 * 1024

const text = z.string().max(1000)
const count = z.int().min(0)
const iteration = z.int().min(1)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const address = z.string().refine((value) => isIP(value) !== 0, 'expected an IP address')
const endpoint = z.strictObject({ host: address, port: z.int().min(1).max(65535) })

const plan = z.array(z.strictObject({ size: count, iterations: iteration })).max(1000)

/** What the seeder says to a peer. */
export const seederMessage = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('welcome'),
    version: z.int(),
    id: z.int(),
    transport: z.enum(transports),
    plan,
  }),
  z.strictObject({ type: z.literal('refused'), reason: text }),
  z.strictObject({
    type: z.literal('prepare'),
    iteration,
    size: count,
    sha256,
    torrent: z.base64(),
    peers: z.array(endpoint).max(1000),
  }),
  z.strictObject({ type: z.literal('go'), iteration }),
  z.strictObject({ type: z.literal('measure'), iteration }),
  z.strictObject({ type: z.literal('clear'), iteration }),
  z.strictObject({ type: z.literal('bye'), reason: text.nullable() }),
])

/** What a peer says to the seeder. */
export const peerMessage = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('hello'),
    version: z.int(),
    name: text,
    token: text.nullable(),
  }),
  z.strictObject({ type: z.literal('joined'), listens: endpoint, libtorrent: text }),
  z.strictObject({ type: z.literal('ready'), iteration }),
  z.strictObject({ type: z.literal('finished'), iteration, times: transferTimes, sha256 }),
  z.strictObject({ type: z.literal('failed'), iteration, reason: text }),
  z.strictObject({ type: z.literal('counters'), iteration, counters }),
  z.strictObject({ type: z.literal('cleared'), iteration }),
])

export type SeederMessage = z.infer<typeof seederMessage>
export type PeerMessage = z.infer<typeof peerMessage>
export type PeerReply<T extends PeerMessage['type']> = Extract<PeerMessage, { type: T }>
