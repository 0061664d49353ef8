import { execFileSync, spawnSync } from 'node:child_process'
import { describeUnless } from '../../../test/helpers/missing'

/** Why network namespaces can't be made here; null when they can. Found out by trying. */
function obstacle(): string | null {
  const name = `lt-probe-${process.pid}`
  const ip = (...args: string[]): string | null => {
    const { status, stderr, error } = spawnSync('ip', args, { encoding: 'utf8' })
    return status === 0 ? null : (error?.message ?? stderr.trim())
  }
  const failure =
    ip('netns', 'add', name) ?? ip('-n', name, 'link', 'add', 'bridge0', 'type', 'bridge')
  ip('netns', 'delete', name)
  return failure
}

export const missingNamespaces = obstacle()

/** Tests that make network namespaces; without the right to, they are skipped, and their name says why. */
export function describeInNamespaces(name: string, tests: () => void): void {
  describeUnless(missingNamespaces, name, tests)
}

/** The namespaces that a process has made. */
export function namespacesOf(pid: number | undefined): string[] {
  const names = execFileSync('ip', ['netns', 'list'], { encoding: 'utf8' }).split('\n')
  return names.filter((name) => name.startsWith(`lt-experiment-${pid}-`))
}
