import { readFileSync } from 'node:fs'
import { call } from './ip-tools'

/** What the names of all our namespaces begin with; ours alone by the process id and the time of its start. */
export function namePrefix(pid: number): string {
  return `lt-experiment-${pid}-${startOf(pid) ?? 0}-`
}

const pattern = /^(lt-experiment-(\d+)-\d+-)\S+/

/** Removes the namespaces that processes left which were killed. */
export async function removeLeftovers(): Promise<void> {
  for (const line of (await call('ip', ['netns', 'list'])).split('\n')) {
    const [name, prefix, pid] = pattern.exec(line) ?? []
    if (name === undefined || prefix === namePrefix(Number(pid))) continue
    // somebody else may be at it, too
    await call('ip', ['netns', 'delete', name]).catch(() => {})
  }
}

/** When a process began, in ticks since the machine did: process ids come again, this does not; null: it is gone. */
function startOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // the name of the program, in parentheses, may contain anything; the start is field 22 of the whole line
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19])
  } catch {
    return null
  }
}
