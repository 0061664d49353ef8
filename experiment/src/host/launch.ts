import { usageError } from '../util/errors'
import { killed, scriptPath } from './child'
import type { PeerProcess } from './peer-processes'

/** What starts peers on other machines. */
export type Launch =
  { readonly engine: 'ssh'; readonly hosts: readonly string[] } | { readonly engine: 'slurm' }

/** Seconds that a peer looks for the seeder: then it ends, and the run with it. */
export const joinDeadline = 60

/** A connection that breaks is noticed within 15 s; a password can't be typed. */
const sshOptions = [
  '-T',
  ...[
    'BatchMode=yes',
    'ConnectTimeout=15',
    'ServerAliveInterval=5',
    'ServerAliveCountMax=3',
  ].flatMap((option) => ['-o', option]),
]

export function parseLaunch(text: string): Launch {
  if (text === 'slurm') return { engine: 'slurm' }
  const hosts = text.startsWith('ssh:') ? text.slice(4).split(',') : []
  // ssh takes what begins with a dash for an option
  const areHosts = hosts.every((host) => /^[^\s'"-][^\s'"]*$/.test(host))
  if (hosts.length === 0 || !areHosts)
    throw usageError(`bad --launch '${text}': expected ssh:HOST,HOST... or slurm`)
  const twice = hosts.find((host, index) => hosts.indexOf(host) !== index)
  if (twice !== undefined)
    throw usageError(`--launch names ${twice} twice: --peers starts several peers at a host`)
  return { engine: 'ssh', hosts }
}

/**
 * The processes of an engine. What is started stays on the machines: nothing is copied.
 * @param program shell command that runs peer.js there; its arguments are put behind it. Default: node, with the path
 *   that peer.js has here
 */
export function launchedProcesses(
  launch: Launch,
  peers: number,
  program = `exec node ${shellWord(scriptPath('peer'))}`,
): readonly PeerProcess[] {
  const scriptOf = (args: readonly string[]) => `${program} ${args.map(shellWord).join(' ')}`
  return launch.engine === 'ssh'
    ? sshProcesses(launch.hosts.slice(0, peers), peers, scriptOf)
    : [slurmProcess(peers, scriptOf)]
}

/** Returns the line of a shell that runs peer.js with arguments. */
type Script = (args: readonly string[]) => string

const wait = ['--wait', `${joinDeadline}`]

/** One at each host, with as many peers as it has to take. */
function sshProcesses(hosts: readonly string[], peers: number, scriptOf: Script): PeerProcess[] {
  return hosts.map((host, index) => {
    // The first hosts take one more.
    const sessions = Math.ceil((peers - index) / hosts.length)
    return {
      name: host,
      commandOf: (args) => ['ssh', ...sshOptions, '--', host, scriptOf(args)],
      args: [...wait, '--name', host, '--sessions', `${sessions}`],
      isLaunched: true,
      showsErrors: true,
      wasKilled: (code) => code >= killed,
    }
  })
}

/** The process that starts all peers, as tasks of a job. */
function slurmProcess(peers: number, scriptOf: Script): PeerProcess {
  const srun = ['srun', `--ntasks=${peers}`, '--job-name=libtorrent-experiment', '--label']
  return {
    name: 'slurm',
    commandOf: (args) => [...srun, 'sh', '-c', scriptOf(args)],
    args: wait,
    isLaunched: true,
    showsErrors: true,
    wasKilled: () => false,
  }
}

/** A word for a POSIX shell. */
function shellWord(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`
}
