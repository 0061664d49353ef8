// The kernel's counters of a process, read while it runs: for a part of its run time, and for programs of others in the
// same way.
import { readFile } from 'node:fs/promises'

/** Of /proc/PID/stat; USER_HZ is 100 on every Linux that Node.js runs on. */
const ticksPerSecond = 100

export interface Usage {
  /** User and system, of all threads, in seconds. */
  readonly cpu: number
  /** Peak of the resident memory so far, in MiB. */
  readonly peakRss: number
}

export async function usageOf(pid: number): Promise<Usage> {
  const [stat, status] = await Promise.all([
    readFile(`/proc/${pid}/stat`, 'utf8'),
    readFile(`/proc/${pid}/status`, 'utf8'),
  ])
  // The name of the program stands in parentheses and may have spaces; utime and stime are the 12th and
  // 13th after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const ticks = Number(fields[11]) + Number(fields[12])
  const kibibytes = Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1])
  return { cpu: ticks / ticksPerSecond, peakRss: kibibytes / 1024 }
}
