import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { arch, cpus, hostname, loadavg, release, totalmem, type } from 'node:os'
import * as lt from 'libtorrent-napi'
import { z } from 'zod'

const text = z.string().max(1000)

/** Where a node of a swarm ran. Nodes with the same host and process shared that process. */
export const machine = z.strictObject({
  host: text,
  process: z.int().min(0),
  libtorrent: text,
  /** Of libtorrent-napi. */
  binding: text,
  /** Such as `Node.js v20.20.0`. */
  runtime: text,
  /** Distribution, kernel and architecture. */
  system: text,
  cpu: text,
  cores: z.int().min(1),
  /** Bytes. */
  memory: z.int().min(0),
  /** Processes that ran or waited for a core, on average of the minute before the node joined. */
  load: z.number().min(0),
  /** Share of the processors' time during the run that the hypervisor gave to others; null where it is not known. */
  steal: z.number().min(0).max(1).nullable().default(null),
  /** Governor of the processor's frequency, and clock source of the kernel; empty where they are not known. */
  clock: text,
  /** The kernel's congestion control and buffer sizes of TCP; empty where they are not known. */
  tcp: text,
})

export type Machine = z.infer<typeof machine>

const { version: bindingVersion } = createRequire(__filename)('libtorrent-napi/package.json') as {
  readonly version: string
}

export function thisMachine(): Machine {
  const all = cpus()
  return {
    host: hostname(),
    process: process.pid,
    libtorrent: lt.version,
    binding: bindingVersion,
    runtime: `Node.js ${process.version}`,
    system: `${distribution()}${type()} ${release()} ${arch()}`,
    cpu: all[0]?.model ?? 'unknown',
    cores: Math.max(1, all.length),
    memory: totalmem(),
    load: loadavg()[0] ?? 0,
    steal: null,
    clock: listed({
      governor: '/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor',
      source: '/sys/devices/system/clocksource/clocksource0/current_clocksource',
    }),
    tcp: listed({
      'congestion control': '/proc/sys/net/ipv4/tcp_congestion_control',
      rmem: '/proc/sys/net/ipv4/tcp_rmem',
      wmem: '/proc/sys/net/ipv4/tcp_wmem',
    }),
  }
}

/** Time of all processors since the machine was started, in ticks of the kernel. */
export const processorTime = z.strictObject({
  all: z.number().min(0),
  /** Time in which the machine wanted to run and the hypervisor ran another one. */
  stolen: z.number().min(0),
})

export type ProcessorTime = z.infer<typeof processorTime>

/** @param stat where the kernel counts; null on other systems than Linux */
export function readProcessorTime(stat = contentOf('/proc/stat')): ProcessorTime | null {
  // user, nice, system, idle, iowait, irq, softirq, steal; guests are part of user
  const [, ticks] = /^cpu +((?:\d+ ){7}\d+)/.exec(stat) ?? []
  if (ticks === undefined) return null
  const times = ticks.split(' ').map(Number)
  return { all: times.reduce((total, time) => total + time, 0), stolen: times[7] ?? 0 }
}

/** Share of the time between two readings that was stolen; null where it is not known. */
export function stealBetween(
  before: ProcessorTime | null,
  after: ProcessorTime | null,
): number | null {
  if (!before || !after || after.all <= before.all) return null
  // the kernel does not promise that a counter of a virtual machine never falls
  return Math.min(1, Math.max(0, (after.stolen - before.stolen) / (after.all - before.all)))
}

/** Adds what is known of a node from an earlier part of its run: on the same machine, the larger load and steal. */
export function withEarlier(node: Machine, earlier: Machine | undefined): Machine {
  if (earlier?.host !== node.host) return node
  const steals = [node.steal, earlier.steal].filter((steal) => steal !== null)
  const steal = steals.length > 0 ? Math.max(...steals) : null
  return { ...node, load: Math.max(node.load, earlier.load), steal }
}

/** More would show in the times of transfers. */
const mostSteal = 0.01

/** Names machines that were busy already when they joined, or that lost time to others; null when none was. */
export function machineWarning(nodes: readonly Machine[]): string | null {
  const warnings = [
    ['Other work kept more than half of the cores busy when the run began', isLoaded],
    ['The hypervisor gave more than 1 % of the processor time to others', isRobbed],
  ] as const
  const named = warnings.flatMap(([what, is]) => {
    const hosts = new Set(nodes.filter(is).map(({ host }) => host))
    return hosts.size > 0 ? [`${what}, on ${[...hosts].join(', ')}`] : []
  })
  return named.length > 0 ? `${named.join('. ')}: times may be longer and vary more.` : null
}

function isLoaded({ load, cores }: Machine): boolean {
  return load > cores / 2
}

function isRobbed({ steal }: Machine): boolean {
  return steal !== null && steal > mostSteal
}

/** What files of the kernel contain, each after its name. */
function listed(files: Readonly<Record<string, string>>): string {
  const values = Object.entries(files).map(([name, path]) => [name, contentOf(path)] as const)
  return values.flatMap(([name, value]) => (value === '' ? [] : [`${name} ${value}`])).join(', ')
}

/** Such as `Debian GNU/Linux 12 (bookworm), `; empty where a system has no name. */
function distribution(): string {
  const [, name] = /PRETTY_NAME="([^"]{1,200})"/.exec(contentOf('/etc/os-release')) ?? []
  return name === undefined ? '' : `${name}, `
}

/** What a file has, on one line; empty when it can't be read. */
function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim().replace(/\s+/g, ' ')
  } catch {
    return ''
  }
}

const value = z.union([z.string().max(100_000), z.number(), z.boolean()])

/** Settings of a session that are not what libtorrent has by default. */
export const changedSettings = z
  .array(z.strictObject({ setting: z.string().max(100), value, default: value }))
  .max(1000)

/** What the sessions of some nodes had in common under a condition. */
export const nodeSettings = z.strictObject({
  /** Its name in the plan. */
  condition: z.string(),
  /** 0 the seeder, n peer n; in ascending order. */
  nodes: z.array(z.int().min(0)),
  settings: changedSettings,
})

export type ChangedSettings = z.infer<typeof changedSettings>
export type NodeSettings = z.infer<typeof nodeSettings>

/** The addresses of a node, its number, and the alerts that the process listens to: no experimenter varies them. */
const ofOneNode = new Set([
  'listen_interfaces',
  'outgoing_interfaces',
  'peer_fingerprint',
  'alert_mask',
])

/** Reads the settings of the session itself, which may have more than it was given. */
export async function changedSettingsOf(session: lt.Session): Promise<ChangedSettings> {
  const defaults = { ...lt.defaultSettings() } as Record<string, string | number | boolean>
  const settings: typeof defaults = { ...(await session.getSettings()) }
  return Object.entries(settings).flatMap(([setting, value]) => {
    const usual = defaults[setting]
    if (usual === undefined || value === usual || ofOneNode.has(setting)) return []
    return [{ setting, value, default: usual }]
  })
}

/** Notes which nodes of a run had which settings. Nodes that had the same share an entry. */
export class SettingsNotes {
  /** By condition and settings. */
  readonly #entries = new Map<
    string,
    Omit<NodeSettings, 'nodes'> & { readonly nodes: Set<number> }
  >()
  #isNews = false

  /** @param earlier entries of the part of the run that was carried out before it was resumed */
  constructor(earlier: readonly NodeSettings[]) {
    for (const { condition, nodes, settings } of earlier)
      for (const node of nodes) this.add(condition, node, settings)
    this.#isNews = false
  }

  add(condition: string, node: number, settings: ChangedSettings): void {
    const key = JSON.stringify([condition, settings])
    const entry = this.#entries.get(key) ?? { condition, nodes: new Set(), settings }
    if (entry.nodes.has(node)) return
    this.#entries.set(key, entry)
    entry.nodes.add(node)
    this.#isNews = true
  }

  /** @returns all entries; null when there is nothing new in them */
  news(): readonly NodeSettings[] | null {
    if (!this.#isNews) return null
    this.#isNews = false
    const entries = [...this.#entries.values()]
    return entries.map((entry) => ({ ...entry, nodes: [...entry.nodes].sort((a, b) => a - b) }))
  }
}
