import { z } from 'zod'
import { torrentVersions } from '../node/make-torrent'
import { transports } from '../node/session-settings'

export const encryptions = ['off', 'allowed', 'forced'] as const
/** Who finds whom: by a tracker, by addresses that the seeder hands out, or only by what the name says. */
export const discoveries = ['tracker', 'direct', 'dht', 'lsd'] as const
/** Whom a node unchokes while it downloads: libtorrent's choking_algorithm. */
export const chokers = ['fixed-slots', 'rate-based'] as const
/** Whom a node unchokes once it has everything: libtorrent's seed_choking_algorithm. */
export const seedChokers = ['round-robin', 'fastest-upload', 'anti-leech'] as const
export const disks = ['standard', 'mmap', 'posix'] as const

const bytesPerSecond = z.int().min(0)
/** Bytes per second; 0: no limit. */
const limits = z.strictObject({ up: bytesPerSecond, down: bytesPerSecond })
const settings = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))

/** What may differ between the steps of a plan. Every knob has a value: nothing is left to a default. */
export const condition = z.strictObject({
  name: z.string().min(1).max(200),
  /** How many take part, the seeder not counted. */
  peers: z.int().min(1).max(1000),
  /** libtorrent's defaults, and none of our tricks: torrents are added at the go, as any client would. */
  stock: z.boolean(),
  transport: z.enum(transports),
  encryption: z.enum(encryptions),
  torrentVersion: z.enum(torrentVersions),
  /** Bytes; 0: what suits the size. */
  pieceSize: z.int().min(0),
  discovery: z.enum(discoveries),
  /** `http` or `udp` for the embedded one, or the URL of another one. */
  tracker: z.string(),
  dht: z.boolean(),
  lsd: z.boolean(),
  pex: z.boolean(),
  choker: z.enum(chokers),
  seedChoker: z.enum(seedChokers),
  /** Whether libtorrent exempts peers at local addresses from limits and choking, as it does by default. */
  exemptLocal: z.boolean(),
  disk: z.enum(disks),
  tcpNoDelay: z.boolean(),
  limits: z.strictObject({ seeder: limits, peers: limits }),
  /** Settings of libtorrent by their names, over everything else; those of one role over those of all. */
  settings: z.strictObject({ all: settings, seeder: settings, peers: settings }),
})

export type Condition = z.infer<typeof condition>
export type Encryption = Condition['encryption']
export type Settings = z.infer<typeof settings>
