// apt-get, which waits for another program that installs packages.
import { readdirSync } from 'node:fs'
import { output, run, say } from './run.mjs'

/** Seconds: an unattended upgrade of the system may take minutes. */
const waiting = ['-o', 'DPkg::Lock::Timeout=300']

/** The words in front of a command that make it run as root without a question, or null. */
export function rootPrefix() {
  if (process.getuid?.() === 0) return []
  return output('sudo', ['-n', 'true']) === null ? null : ['sudo', '-n']
}

export function aptGet(args, { prefix = [], cwd } = {}) {
  const words = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...waiting, ...args]
  run(words[0], words.slice(1), { cwd })
}

function hasLists() {
  try {
    return readdirSync('/var/lib/apt/lists').some((name) => name.includes('_Packages'))
  } catch {
    return false
  }
}

/** Runs apt-get, once more with fresh lists of packages when it fails and root can fetch them. */
export function aptGetFresh(args, options) {
  const asRoot = rootPrefix()
  try {
    if (asRoot && !hasLists()) aptGet(['update'], { prefix: asRoot })
    return aptGet(args, options)
  } catch (error) {
    if (!asRoot) throw error
    say('trying once more with fresh package lists')
    aptGet(['update'], { prefix: asRoot })
    aptGet(args, options)
  }
}
