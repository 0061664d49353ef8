import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { codeOf } from '../util/errors'

/**
 * The kernel's limits of hardware addresses that it knows, of all network namespaces together. By its default of 1024 it
 * drops packets of more than 32 nodes that all send to each other.
 */
const limits = ['gc_thresh3', 'gc_thresh2'] as const
type Limit = (typeof limits)[number]

/** So many nodes have room in the kernel's default limits. */
export const nodesWithinLimits = 32
/** For a thousand nodes that have the addresses of 60 others. */
const enough = 65_536

/** The limits before they were raised, for whichever run ends last; as they are, it is gone after a restart. */
const record = '/run/lt-experiment-neighbours.json'

const pathOf = (name: Limit) => `/proc/sys/net/ipv4/neigh/default/${name}`

/** Raises the limits that are lower. Where this process may not, they stay as they are. */
export function raiseNeighbourLimits(): void {
  const before = limits.map((name): [Limit, number] => [name, readLimit(name)])
  const raised = before.filter(([name, value]) => value < enough && setLimit(name, enough))
  if (raised.length === 0) return
  // Linked when it is whole, because another run may read it.
  const draft = `${record}.${process.pid}`
  writeFileSync(draft, JSON.stringify(raised))
  try {
    linkSync(draft, record)
  } catch (error) {
    // Another run has raised them at the same time.
    if (codeOf(error) !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
}

/** Sets back what this run or another one raised. To be called when no run needs it any more. */
export function restoreNeighbourLimits(): void {
  try {
    const raised = JSON.parse(readFileSync(record, 'utf8')) as [Limit, number][]
    raised.reverse().forEach(([name, value]) => setLimit(name, value))
    rmSync(record, { force: true })
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
}

/** Infinity where the kernel has no such limit. */
function readLimit(name: Limit): number {
  try {
    return Number(readFileSync(pathOf(name), 'utf8'))
  } catch {
    return Infinity
  }
}

function setLimit(name: Limit, value: number): boolean {
  try {
    writeFileSync(pathOf(name), `${value}`)
    return true
  } catch {
    return false
  }
}
