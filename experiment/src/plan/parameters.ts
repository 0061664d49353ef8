import { z } from 'zod'
import { usageError } from '../util/errors'
import { parseTrackerUrl } from '../util/endpoint'
import { checkPieceSize, torrentVersions } from '../node/make-torrent'
import { transports } from '../node/session-settings'
import { parseSize } from '../util/units'
import {
  chokers,
  type Condition,
  discoveries,
  disks,
  encryptions,
  seedChokers,
  type Settings,
} from './condition'
import { checkSettings } from './libtorrent-settings'

/** In a plan file a size may be a number of bytes, or text as on the command line. */
export const sizeInput = z.union([z.int().min(1), z.string()]).transform((value, context) => {
  if (typeof value === 'number') return value
  return orIssue(context, () => parseSize(value))
})

/** Bytes per second; 0 for no limit. */
const rateInput = z.union([z.literal([0, '0']).transform(() => 0), sizeInput])

const settingsInput = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))

/** Turns what our own parsers say into what zod says, which knows the key. */
function orIssue<T>(context: z.RefinementCtx, parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : '' })
    return z.NEVER
  }
}

/** What may be varied, as it stands in a plan file and, by the same names, on the command line. */
export const knobs = z.strictObject({
  peers: z.int().min(1).max(1000).optional(),
  stock: z.boolean().optional(),
  transport: z.enum(transports).optional(),
  encryption: z.enum(encryptions).optional(),
  torrentVersion: z.enum(torrentVersions).optional(),
  pieceSize: sizeInput
    .transform((size, context) => orIssue(context, () => (checkPieceSize(size), size)))
    .optional(),
  discovery: z.enum(discoveries).optional(),
  /** `none` is short for the discovery `direct`. */
  tracker: z.string().optional(),
  dht: z.boolean().optional(),
  lsd: z.boolean().optional(),
  pex: z.boolean().optional(),
  choker: z.enum(chokers).optional(),
  seedChoker: z.enum(seedChokers).optional(),
  exemptLocal: z.boolean().optional(),
  disk: z.enum(disks).optional(),
  tcpNoDelay: z.boolean().optional(),
  seederUp: rateInput.optional(),
  seederDown: rateInput.optional(),
  peerUp: rateInput.optional(),
  peerDown: rateInput.optional(),
  settings: settingsInput.optional(),
  seederSettings: settingsInput.optional(),
  peerSettings: settingsInput.optional(),
})

export type Knobs = z.infer<typeof knobs>

/** The second over the first; settings are merged one by one. */
export function mergeKnobs(first: Knobs, second: Knobs): Knobs {
  const both = (name: 'settings' | 'seederSettings' | 'peerSettings') =>
    first[name] || second[name] ? { [name]: { ...first[name], ...second[name] } } : {}
  return {
    ...first,
    ...second,
    ...both('settings'),
    ...both('seederSettings'),
    ...both('peerSettings'),
  }
}

/** Gives every knob a value, and refuses those that don't go together. */
export function resolveKnobs(name: string, given: Knobs): Condition {
  const { stock = false, seederUp = 0, seederDown = 0, peerUp = 0, peerDown = 0 } = given
  const limited = Math.max(seederUp, seederDown, peerUp, peerDown) > 0
  const chokes = given.choker !== undefined || given.seedChoker !== undefined
  const discovery = discoveryOf(name, given)
  const condition: Condition = {
    name,
    peers: given.peers ?? 3,
    stock,
    transport: given.transport ?? (stock ? 'both' : 'tcp'),
    encryption: given.encryption ?? 'allowed',
    torrentVersion: given.torrentVersion ?? 'hybrid',
    pieceSize: given.pieceSize ?? 0,
    discovery,
    tracker: given.tracker === undefined || given.tracker === 'none' ? 'udp' : given.tracker,
    dht: given.dht ?? discovery === 'dht',
    lsd: given.lsd ?? discovery === 'lsd',
    pex: given.pex ?? stock,
    choker: given.choker ?? 'fixed-slots',
    seedChoker: given.seedChoker ?? 'round-robin',
    exemptLocal: given.exemptLocal ?? !(limited || chokes),
    disk: given.disk ?? 'standard',
    tcpNoDelay: given.tcpNoDelay ?? !stock,
    limits: { seeder: { up: seederUp, down: seederDown }, peers: { up: peerUp, down: peerDown } },
    settings: settingsOf(name, given),
  }
  checkCondition(condition)
  return condition
}

function discoveryOf(
  name: string,
  { discovery, tracker, dht, lsd }: Knobs,
): Condition['discovery'] {
  const trackerless = tracker === 'none'
  const found = discovery ?? (trackerless ? 'direct' : 'tracker')
  if (trackerless && found === 'tracker')
    throw usageError(
      `condition '${name}': tracker none and discovery tracker contradict each other`,
    )
  if ((found === 'dht' && dht === false) || (found === 'lsd' && lsd === false))
    throw usageError(`condition '${name}': discovery ${found} needs ${found} on`)
  return found
}

function settingsOf(name: string, given: Knobs): Condition['settings'] {
  const { settings = {}, seederSettings = {}, peerSettings = {} } = given
  const named: readonly [string, Settings][] = [
    ['settings', settings],
    ['seederSettings', seederSettings],
    ['peerSettings', peerSettings],
  ]
  for (const [key, values] of named) checkSettings(values, `condition '${name}': ${key}`)
  return { all: settings, seeder: seederSettings, peers: peerSettings }
}

function checkCondition({ tracker, discovery }: Condition): void {
  if (discovery === 'tracker' && tracker !== 'http' && tracker !== 'udp') parseTrackerUrl(tracker)
}
