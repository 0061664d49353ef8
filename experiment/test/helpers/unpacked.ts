// Servers that the set-up has unpacked for tests, without installing them.
import { existsSync, readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { delimiter, join, resolve } from 'node:path'

export const unpacked = resolve(__dirname, '..', '..', '..', 'build', 'unpacked')

/** Null where they are. */
export const missingServers = existsSync(unpacked)
  ? null
  : 'servers that the set-up of Debian 12 brings'

/** For the environment of their programs. */
export async function libraryPath(): Promise<string> {
  const libraries = join(unpacked, 'usr', 'lib')
  const all = (await readdir(libraries)).map((name) => join(libraries, name))
  return [...all, ...all.map((path) => join(path, 'slurm-wlm'))].join(delimiter)
}

/** Whether a process of this machine runs peer.js. */
export function isPeer(pid: number): boolean {
  try {
    const [program = '', script = ''] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    return program.endsWith('node') && script.endsWith('peer.js')
  } catch {
    return false // it has ended
  }
}
