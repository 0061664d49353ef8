import { arch, cpus, hostname, release, totalmem, type } from 'node:os'
import * as lt from 'libtorrent-napi'
import { z } from 'zod'

const text = z.string().max(1000)

/** Where a node of a swarm ran. Nodes with the same host and process shared that process. */
export const machine = z.strictObject({
  host: text,
  process: z.int().min(0),
  libtorrent: text,
  /** Such as `Node.js v20.20.0`. */
  runtime: text,
  /** Kernel and architecture. */
  system: text,
  cpu: text,
  cores: z.int().min(1),
  /** Bytes. */
  memory: z.int().min(0),
})

export type Machine = z.infer<typeof machine>

export function thisMachine(): Machine {
  const all = cpus()
  return {
    host: hostname(),
    process: process.pid,
    libtorrent: lt.version,
    runtime: `Node.js ${process.version}`,
    system: `${type()} ${release()} ${arch()}`,
    cpu: all[0]?.model ?? 'unknown',
    cores: Math.max(1, all.length),
    memory: totalmem(),
  }
}
