import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { arch, cpus, hostname, release, totalmem, type } from 'node:os'
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
  }
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
