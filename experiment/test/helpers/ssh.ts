// Machines that ssh reaches: network namespaces with an SSH server each, and nothing else of their own.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterThisTest } from '../../../test/helpers/cleanup'
import { within } from '../../../test/helpers/deadline'
import { tempDir } from '../../../test/helpers/files'
import { Network, type NetworkNode } from '../../src/host/network'
import type { Place } from './command'
import { isPeer, libraryPath, unpacked } from './unpacked'

const server = join(unpacked, 'usr', 'sbin', 'sshd')

/** Its account is that of root in namespaces, and in no other process. */
const account = 'sshd:x:65533:65533::/run/sshd:/usr/sbin/nologin'

export interface SshMachines {
  /** Their addresses, as ssh takes them. */
  readonly hosts: readonly string[]
  readonly namespaces: readonly string[]
  /** The namespace of the machine that reaches them, with an ssh that knows their keys. */
  readonly place: Place
  readonly address: string
}

/** Opens them for the current test. */
export async function openSshMachines(count: number): Promise<SshMachines> {
  const network = await Network.open({ rate: null, delay: null, loss: null })
  afterThisTest(() => network[Symbol.asyncDispose]())
  const own = await network.add('own')
  const directory = await tempDir()
  await writeConfiguration(directory)
  const machines: NetworkNode[] = []
  for (let number = 1; number <= count; number++) {
    const machine = await network.add(`host${number}`)
    await startServer(machine, directory)
    machines.push(machine)
  }
  return {
    hosts: machines.map(({ data }) => data),
    namespaces: machines.map(({ namespace }) => namespace),
    place: {
      through: ['ip', 'netns', 'exec', own.namespace],
      env: { PATH: [directory, process.env.PATH].join(delimiter) },
    },
    address: own.data,
  }
}

async function writeConfiguration(directory: string): Promise<void> {
  const at = (name: string): string => join(directory, name)
  for (const key of ['host', 'user'])
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at(key)])
  const options = {
    HostKey: at('host'),
    AuthorizedKeysFile: at('user.pub'),
    StrictModes: 'no',
    PermitRootLogin: 'yes',
    UsePAM: 'no',
    PidFile: 'none',
  }
  const lines = Object.entries(options).map(([name, value]) => `${name} ${value}\n`)
  await writeFile(at('sshd_config'), lines.join(''))
  await writeFile(at('passwd'), `${await readFile('/etc/passwd', 'utf8')}${account}\n`)
  const client = [
    ...['ssh', '-F', 'none', '-i', at('user')],
    ...['-o', 'StrictHostKeyChecking=no', '-o', 'UserKnownHostsFile=/dev/null'],
    ...['-o', 'LogLevel=ERROR'],
  ]
  const real = execFileSync('which', ['ssh'], { encoding: 'utf8' }).trim()
  await writeFile(at('ssh'), `#!/bin/sh\nexec ${[real, ...client.slice(1)].join(' ')} "$@"\n`)
  await chmod(at('ssh'), 0o755)
}

/** `ip netns exec` gives it mounts of its own, so that neither the accounts nor /run of this machine change. */
async function startServer({ namespace }: NetworkNode, directory: string): Promise<void> {
  const script = [
    `mount --bind ${join(directory, 'passwd')} /etc/passwd`,
    'mount -t tmpfs tmpfs /run',
    'mkdir /run/sshd',
    `exec ${server} -D -e -f ${join(directory, 'sshd_config')}`,
  ]
  const child = spawn('ip', ['netns', 'exec', namespace, 'sh', '-ec', script.join('\n')], {
    env: { ...process.env, LD_LIBRARY_PATH: await libraryPath() },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const closed = once(child, 'close')
  afterThisTest(() => {
    child.kill()
    return closed
  })
  const lines = createInterface(child.stderr)
  const listening = new Promise<void>((resolve, reject) => {
    const said: string[] = []
    lines.on('line', (line) => {
      said.push(line)
      if (line.startsWith('Server listening')) resolve()
    })
    void closed.then(() => reject(new Error(`sshd ended: ${said.join('; ')}`)))
  })
  await within(listening, 'the SSH server')
}

/** The processes of machines that run peer.js. */
export function peersOn({ namespaces }: SshMachines): number[] {
  return namespaces.flatMap((namespace) => {
    const pids = execFileSync('ip', ['netns', 'pids', namespace], { encoding: 'utf8' })
    return pids.split('\n').filter(Boolean).map(Number).filter(isPeer)
  })
}
