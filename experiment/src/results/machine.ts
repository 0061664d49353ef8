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

/** Whether other processes may have made the transfers slower. */
export function isLoaded({ load, cores }: Machine): boolean {
  return load > cores / 2
}

/** What files of the kernel contain, each after its name. */
function listed(files: Readonly<Record<string, string>>): string {
  const values = Object.entries(files).flatMap(([name, path]) => {
    try {
      return [`${name} ${readFileSync(path, 'utf8').trim().replace(/\s+/g, ' ')}`]
    } catch {
      return []
    }
  })
  return values.join(', ')
}

/** Such as `Debian GNU/Linux 12 (bookworm), `; empty where a system has no name. */
function distribution(): string {
  try {
    const [, name] =
      /^PRETTY_NAME="(.{1,200})"$/m.exec(readFileSync('/etc/os-release', 'utf8')) ?? []
    return name === undefined ? '' : `${name}, `
  } catch {
    return ''
  }
}
