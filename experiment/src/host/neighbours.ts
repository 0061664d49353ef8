import { readFileSync, writeFileSync } from 'node:fs'

/**
 * The kernel's limits of hardware addresses that it knows, of all network namespaces together. By its default of 1024 it
 * drops packets of more than 32 nodes that all send to each other.
 */
const limits = ['gc_thresh3', 'gc_thresh2'] as const
/** For a thousand nodes that have the addresses of 60 others. */
const enough = 65_536

const pathOf = (name: string) => `/proc/sys/net/ipv4/neigh/default/${name}`

/**
 * Raises the limits that are lower. Where this process may not, they stay as they are.
 * @returns sets those limits back
 */
export function raiseNeighbourLimits(): () => void {
  const raised = limits.flatMap((name) => {
    const before = readLimit(name)
    return before < enough && setLimit(name, enough) ? [{ name, before }] : []
  })
  return () => raised.reverse().forEach(({ name, before }) => setLimit(name, before))
}

/** Infinity where the kernel has no such limit. */
function readLimit(name: string): number {
  try {
    return Number(readFileSync(pathOf(name), 'utf8'))
  } catch {
    return Infinity
  }
}

function setLimit(name: string, value: number): boolean {
  try {
    writeFileSync(pathOf(name), `${value}`)
    return true
  } catch {
    return false
  }
}
