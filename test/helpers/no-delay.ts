// TCP_NODELAY of libtorrent's connections. Node can't read it; Python can, of a socket that it inherits.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { describeUnless } from './missing'

const established = '01'

const script = `
import json, socket, sys
connections = [socket.socket(fileno=3 + i) for i in range(int(sys.argv[1]))]
print(json.dumps([c.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0 for c in connections]))
`

/** The inodes of connections over IPv4 that have a port at either end. */
function inodesOf(port: number): Set<string | undefined> {
  const rows = readFileSync('/proc/self/net/tcp', 'utf8').split('\n').slice(1)
  const connections = rows.map((row) => row.trim().split(/\s+/))
  const ours = connections.filter(
    ([, local, remote, state]) =>
      state === established &&
      [local, remote].some((end) => parseInt(end?.split(':')[1] ?? '', 16) === port),
  )
  return new Set(ours.map((columns) => columns[9]))
}

/** The sockets of this process that are such connections. */
function socketsOf(port: number): number[] {
  const inodes = inodesOf(port)
  const isOne = (fd: string): boolean => {
    try {
      return inodes.has(/^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/self/fd/${fd}`))?.[1] ?? '')
    } catch {
      return false // closed meanwhile
    }
  }
  return readdirSync('/proc/self/fd').filter(isOne).map(Number)
}

/** Whether TCP_NODELAY is set, at each end that this process has of connections with a port; or why that cannot be read. */
export function noDelays(port: number): boolean[] | string {
  if (process.platform !== 'linux') return `this is ${process.platform}`
  const sockets = socketsOf(port)
  const { status, stdout, stderr, error } = spawnSync(
    'python3',
    ['-c', script, String(sockets.length)],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe', ...sockets] },
  )
  if (status === 0) return JSON.parse(stdout) as boolean[]
  return error?.message ?? stderr.trim().split('\n').slice(-1).join()
}

const tried = noDelays(0)
const missing = typeof tried === 'string' ? tried : null

/** Tests that look at TCP_NODELAY; where it cannot be read, they are skipped, and their name says why. */
export function describeNoDelay(name: string, tests: () => void): void {
  describeUnless(missing, name, tests)
}
