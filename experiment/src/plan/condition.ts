import type * as lt from 'libtorrent-napi'
import { z } from 'zod'
import { parseTrackerUrl } from '../util/endpoint'
import { usageError } from '../util/errors'
import { checkSettings, type Context, type Discovery, type Parameter } from './parameter-kinds'
import { parameterEntries, type ParameterName, parameters, type Values } from './parameters'

function mapParameters(of: (line: Parameter<unknown>, name: ParameterName) => unknown): unknown {
  return Object.fromEntries(parameterEntries.map(([name, line]) => [name, of(line, name)]))
}

/** Characters. A matrix makes the names of its values. */
const longestName = 200
const tooLong = ({ input }: { input?: unknown }) => {
  const { length } = String(input)
  return `condition '${String(input)}': its name has ${length} characters, and ${longestName} at most are allowed`
}

/** What may differ between the steps of a plan. Each parameter has a value: nothing is left to a default. */
export const condition = z.strictObject({
  name: z.string().min(1).max(longestName, { error: tooLong }),
  ...(mapParameters(({ schema }) => schema) as {
    [Name in ParameterName]: z.ZodType<Values[Name]>
  }),
})

export type Condition = z.infer<typeof condition>

/** Parameters as they are in a plan file. Sizes and rates may be text, as on the command line. */
export const parametersInput = z.strictObject(
  mapParameters((line, name) => inputSchema(line, name).optional()) as {
    [Name in ParameterName]: z.ZodOptional<z.ZodType<Values[Name], Values[Name] | string>>
  },
)

/** Parameters that have a value of their own; the others get their defaults. */
export type Parameters = { readonly [Name in ParameterName]?: Values[Name] | undefined }

function inputSchema({ schema, takesText, parse }: Parameter<unknown>, name: string): z.ZodType {
  if (!takesText) return schema
  return z.unknown().transform((value, context) => {
    if (typeof value === 'string') return orIssue(context, () => parse(value, name))
    const result = schema.safeParse(value)
    if (result.success) return result.data
    result.error.issues.forEach((issue) => context.addIssue({ ...issue, path: [...issue.path] }))
    return z.NEVER
  })
}

/** Turns what a parser throws into an issue of zod, which knows the key. */
export function orIssue<T>(context: z.RefinementCtx, parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : '' })
    return z.NEVER
  }
}

/** Returns the second over the first; settings are merged one by one. */
export function mergeParameters(first: Parameters, second: Parameters): Parameters {
  const entries = parameterEntries.flatMap(([name]) => {
    const [one, other] = [first[name], second[name]]
    if (typeof one === 'object' && typeof other === 'object') return [[name, { ...one, ...other }]]
    const value = other ?? one
    return value === undefined ? [] : [[name, value]]
  })
  return Object.fromEntries(entries) as Parameters
}

/**
 * A peer requests so many blocks of another one at once, and no more. What it has requested from the source it does not
 * fetch from a peer that gets it earlier. libtorrent by default requests 3 s ahead, and as many pieces in a row as arrive in
 * 20 s. The node that serves the requests limits their number: `max_out_request_queue` has no effect beside that.
 */
function requestsAtOnce(count: number): Parameters {
  return {
    pieceSize: 16 * 1024,
    settings: { whole_pieces_threshold: 0, max_allowed_in_request_queue: count },
  }
}

/** Parameters that a preset stands for. */
const presets: Readonly<Record<Values['preset'], Parameters>> = {
  none: {},
  swarm: requestsAtOnce(2),
  'swarm-fast': requestsAtOnce(8),
}

/** Gives each parameter a value, and refuses those that contradict each other. */
export function resolveParameters(name: string, own: Parameters): Condition {
  const given = mergeParameters(presets[own.preset ?? 'none'], own)
  const { seederUp = 0, seederDown = 0, peerUp = 0, peerDown = 0, choker, seedChoker } = given
  const isLimited = Math.max(seederUp, seederDown, peerUp, peerDown) > 0
  const context: Context = {
    libtorrentDefaults: given.libtorrentDefaults ?? false,
    discovery: discoveryOf(name, given),
    isLimited: isLimited || choker !== undefined || seedChoker !== undefined,
  }
  const values = mapParameters((line, key) => given[key] ?? line.defaultValue(context)) as Values
  const tracker =
    values.tracker === 'none' ? parameters.tracker.defaultValue(context) : values.tracker
  for (const key of ['settings', 'seederSettings', 'peerSettings'] as const)
    checkSettings(values[key], `condition '${name}': ${key}`)
  if (context.discovery === 'tracker' && tracker !== 'http' && tracker !== 'udp')
    parseTrackerUrl(tracker)
  return { ...values, name, tracker }
}

function discoveryOf(name: string, { discovery, tracker, dht, lsd }: Parameters): Discovery {
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

/** The settings that a condition stands for at one node; those of a role override those of all. */
export function settingsOf(condition: Condition, role: 'seeder' | 'peer'): lt.SettingsInit {
  const applied = parameterEntries.map(([name, line]) =>
    line.role === undefined || line.role === role ? line.settings?.(condition[name]) : undefined,
  )
  return Object.assign({}, ...applied) as lt.SettingsInit
}

/** Peers of a swarm whose nodes all connect to each other, if they can. */
const largestMesh = 50

/**
 * Other nodes that a node dials: 25 in a swarm that is no mesh, so that it has about 50 connections, as usual clients have.
 * Connections of all nodes together grow with their number then, and not with its square.
 */
export function neighboursOf({ peers }: Pick<Condition, 'peers'>): number {
  return peers > largestMesh ? 25 : Infinity
}

/** Content in an Ethernet frame of the usual MTU, over TCP with timestamps. */
const contentOfFrame = 1448 / 1514
/** Content in a message that carries a block. */
const contentOfMessage = 16384 / 16397

export interface Transfer {
  /** Bytes. */
  readonly size: number
  /** The node that has the file. */
  readonly source: number
  readonly condition: Condition
  /** Bits per second of every node's link, in each direction; null: not known. */
  readonly link: number | null
}

/**
 * Least time of any protocol in which all other nodes get the file of one, by the rates of links and limits: the source sends
 * it once, each node receives it, and all nodes together send a copy for each receiver. Headers count.
 * @returns milliseconds; null where no rate is known
 */
export function leastTime({ size, source, condition, link }: Transfer): number | null {
  const { peers, exemptLocal, seederUp, seederDown, peerUp, peerDown } = condition
  const byLink = link === null ? Infinity : (link / 8) * contentOfFrame
  const rateOf = (limit: number) =>
    (Math.min(byLink, limit === 0 || exemptLocal ? Infinity : limit) * contentOfMessage) / 1000
  const nodes = Array.from({ length: peers + 1 }, (_, node) => node)
  const up = nodes.map((node) => rateOf(node === 0 ? seederUp : peerUp))
  const down = nodes.flatMap((node) =>
    node === source ? [] : [rateOf(node === 0 ? seederDown : peerDown)],
  )
  const together = up.reduce((sum, rate) => sum + rate, 0)
  const slowest = Math.min(up[source] ?? Infinity, ...down, together / peers)
  return slowest === Infinity ? null : size / slowest
}
