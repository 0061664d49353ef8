// A Slurm cluster of one node: munged, slurmctld and slurmd of a test, at 127.0.0.1.
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterThisTest } from '../../../test/helpers/cleanup'
import { until } from '../../../test/helpers/deadline'
import { tempDir } from '../../../test/helpers/files'
import { freePort } from '../../../test/helpers/servers'
import type { Place } from './command'
import { isPeer, libraryPath, unpacked } from './unpacked'

/** Tasks that run at once. */
const places = 4

export interface Cluster {
  readonly place: Place
  /** What squeue lists. */
  readonly jobs: () => string
  /** Processes of jobs that run peer.js. */
  readonly peers: () => number[]
}

/** Opens it for the current test. */
export async function openCluster(): Promise<Cluster> {
  const directory = await tempDir()
  const at = (name: string): string => join(directory, name)
  const configuration = at('slurm.conf')
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    SLURM_CONF: configuration,
    LD_LIBRARY_PATH: await libraryPath(),
  }
  await writeFile(configuration, await configurationIn(directory))
  await writeFile(at('key'), randomBytes(1024), { mode: 0o400 })
  await writePrograms(directory, ['srun', 'squeue', 'sinfo'], env)
  const node = hostname().split('.')[0]!
  const munge = ['socket', 'pid', 'log', 'seed'].map((name) => {
    const option = name === 'socket' ? '--socket' : `--${name}-file`
    return `${option}=${at(`munge.${name}`)}`
  })
  startServer('munged', ['-F', '--force', `--key-file=${at('key')}`, ...munge], env)
  startServer('slurmctld-wlm', ['-D', '-c'], env)
  startServer('slurmd-wlm', ['-D', '-N', node, '-d', serverPath('slurmstepd-wlm')], env)
  const ask = (...command: [string, ...string[]]): string =>
    spawnSync(at(command[0]), command.slice(1), { encoding: 'utf8' }).stdout
  await until(
    async () => ask('sinfo', '-h', '-o', '%t'),
    (state) => state.trim() === 'idle',
  )
  return {
    place: { env: { PATH: [directory, process.env.PATH].join(delimiter) } },
    jobs: () => ask('squeue', '-h'),
    peers: () =>
      readdirSync('/proc')
        .map(Number)
        .filter((pid) => pid > 0 && isPeer(pid) && environmentOf(pid).includes(configuration)),
  }
}

/** A job has that of srun. */
function environmentOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8')
  } catch {
    return '' // it has ended
  }
}

const serverPath = (name: string): string => join(unpacked, 'usr', 'sbin', name)

async function configurationIn(directory: string): Promise<string> {
  const node = hostname().split('.')[0]
  const state = join(directory, 'state')
  const spool = join(directory, 'spool')
  await mkdir(state)
  await mkdir(spool)
  const settings = {
    ClusterName: 'test',
    SlurmctldHost: `${node}(127.0.0.1)`,
    SlurmctldPort: await freePort(),
    SlurmdPort: await freePort(),
    SlurmUser: 'root',
    AuthType: 'auth/munge',
    AuthInfo: `socket=${join(directory, 'munge.socket')}`,
    PluginDir: join(unpacked, 'usr', 'lib', `${machine()}-linux-gnu`, 'slurm-wlm'),
    StateSaveLocation: state,
    SlurmdSpoolDir: spool,
    SlurmctldPidFile: join(directory, 'slurmctld.pid'),
    SlurmdPidFile: join(directory, 'slurmd.pid'),
    ProctrackType: 'proctrack/linuxproc',
    TaskPlugin: 'task/none',
    SelectType: 'select/cons_tres',
    SlurmdParameters: 'config_overrides',
    MpiDefault: 'none',
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`)
  lines.push(`NodeName=${node} NodeAddr=127.0.0.1 CPUs=${places}`)
  lines.push('PartitionName=all Nodes=ALL Default=YES')
  return `${lines.join('\n')}\n`
}

function machine(): string {
  return process.arch === 'arm64' ? 'aarch64' : 'x86_64'
}

/** Programs that find their libraries and the cluster by themselves. */
async function writePrograms(
  directory: string,
  names: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<void> {
  for (const name of names) {
    const lines = [
      '#!/bin/sh',
      `export SLURM_CONF=${env.SLURM_CONF}`,
      `exec env LD_LIBRARY_PATH=${env.LD_LIBRARY_PATH} ${join(unpacked, 'usr', 'bin', name)} "$@"`,
    ]
    await writeFile(join(directory, name), `${lines.join('\n')}\n`)
    await chmod(join(directory, name), 0o755)
  }
}

function startServer(name: string, args: readonly string[], env: NodeJS.ProcessEnv): void {
  const child = spawn(serverPath(name), args, { env, stdio: 'ignore' })
  const closed = once(child, 'close')
  afterThisTest(() => {
    child.kill()
    return closed
  })
}
