// Peers that engines start on other machines.
import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { until } from '../../test/helpers/deadline'
import { tempDir } from '../../test/helpers/files'
import { describeUnless } from '../../test/helpers/missing'
import { launchedProcesses } from '../src/host/launch'
import { readRun } from '../src/results/run-directory'
import { Command, run } from './helpers/command'
import { missingNamespaces } from './helpers/namespaces'
import { openCluster } from './helpers/slurm'
import { openSshMachines, peersOn, type SshMachines } from './helpers/ssh'
import { missingServers } from './helpers/unpacked'

jest.setTimeout(120_000)

describe('--launch', () => {
  test.each([
    [['--launch', 'ssh:'], /bad --launch 'ssh:': expected ssh:HOST,HOST... or slurm/],
    [['--launch', 'ssh:-oProxyCommand=true'], /bad --launch/],
    [['--launch', 'ssh:one two'], /bad --launch/],
    [['--launch', 'rsh:one'], /bad --launch/],
    [['--launch', 'ssh:one,one'], /--launch names one twice/],
    [['--launch', 'ssh:one'], /--launch needs --listen/],
    [['--launch-command', 'node peer.js'], /--launch-command needs --launch/],
    [['--launch', 'ssh:one', '--local-peers', '2'], /cannot be used with option '--local-peers/],
    [['--launch', 'ssh:one', '--netns'], /cannot be used with option '--netns'/],
  ])('is refused as %j', async (args, message) => {
    const { code, stderr } = await run('seed.js', ...args)
    expect(stderr).toMatch(message)
    expect(code).toBe(2)
  })
})

test.each([
  ["A=b printf '<%s>'", '<--attached><two words>'],
  ["cd / && printf '<%s>'", '<--attached><two words>'],
])('--launch-command may be compound: %s', (command, output) => {
  const [slurm] = launchedProcesses({ engine: 'slurm' }, 1, command)
  const script = slurm!.commandOf(['--attached', 'two words']).at(-1)!
  expect(spawnSync('sh', ['-c', script], { encoding: 'utf8' })).toMatchObject({
    status: 0,
    stdout: output,
  })
})

describeUnless(missingNamespaces ?? missingServers, '--launch ssh:HOST,HOST', () => {
  async function launch(machines: SshMachines, ...args: string[]): Promise<[Command, string]> {
    const { address, hosts, place } = machines
    const results = join(await tempDir(), 'run')
    const where = ['--listen', address, '--launch', `ssh:${hosts.join(',')}`, '--results', results]
    return [new Command('seed.js', [...where, ...args], await tempDir(), place), results]
  }
  const short = ['--file-size', '100kB', '--iterations', '3']
  const endless = ['--file-size', '50MB', '--iterations', '1000']
  /** Peers that have not ended in time: a machine notices the end of a connection later than the other one. */
  const remaining = (machines: SshMachines): Promise<number[]> =>
    until(
      async () => peersOn(machines),
      ({ length }) => length === 0,
    )

  test('starts a peer at each host, and leaves none', async () => {
    const machines = await openSshMachines(2)
    const [seeder, results] = await launch(machines, ...short)
    const { code, stdout, stderr } = await seeder.end(60_000)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    for (const host of machines.hosts) expect(stdout).toContain(`joined (${host}, process`)
    const run = await readRun(results)
    expect(
      run.nodes
        .slice(1)
        .map(({ host }) => host)
        .sort(),
    ).toEqual(machines.hosts)
    expect(run.results.filter(({ ok }) => ok)).toHaveLength(4) // with the warm-up
    expect(peersOn(machines)).toEqual([])
  })

  test('divides --peers among the hosts', async () => {
    const machines = await openSshMachines(2)
    const [seeder] = await launch(machines, '--peers', '3', ...short)
    const { code, stdout } = await seeder.end(60_000)
    expect(code).toBe(0)
    const joined = machines.hosts.map((host) => stdout.split(`(${host}, process`).length - 1)
    expect(joined).toEqual([2, 1])
  })

  test.each<[string, NodeJS.Signals, number | null]>([
    ['Ctrl-C', 'SIGINT', 130],
    ['the seeder was killed', 'SIGKILL', null],
  ])('leaves no process on the machines after %s', async (_, signal, code) => {
    const machines = await openSshMachines(2)
    const [seeder] = await launch(machines, ...endless)
    await seeder.printed('custom: 1000 iterations')
    expect(peersOn(machines)).toHaveLength(2)
    seeder.process.kill(signal)
    expect(await seeder.end()).toMatchObject({ code, stderr: '' })
    expect(await remaining(machines)).toEqual([])
  })

  test('starts a peer again that was killed', async () => {
    const machines = await openSshMachines(2)
    const [seeder] = await launch(machines, ...endless)
    await seeder.printed('custom: 1000 iterations')
    process.kill(peersOn(machines)[0]!, 'SIGKILL')
    await seeder.printed(`${machines.hosts[0]} was killed, and is started again`)
    await until(
      async () => peersOn(machines),
      ({ length }) => length === 2,
    )
    seeder.process.kill('SIGINT')
    expect((await seeder.end()).code).toBe(130)
  })

  test('names the host where a peer does not start, and ends the others', async () => {
    const machines = await openSshMachines(1)
    const absent = '198.18.255.254'
    const [seeder] = await launch({ ...machines, hosts: [...machines.hosts, absent] }, ...short)
    const { code, stderr } = await seeder.end(60_000)
    expect(stderr).toMatch(new RegExp(`^seed.js: ${absent} ended with exit code 255 \\(ssh: `))
    expect(code).toBe(1)
    expect(await remaining(machines)).toEqual([])
  })

  test('shows what a command that is not there says, with the host', async () => {
    const machines = await openSshMachines(1)
    const [seeder] = await launch(machines, '--launch-command', 'node /none/peer.js', ...short)
    const { code, stdout, stderr } = await seeder.end(60_000)
    expect(stdout).toMatch(new RegExp(`^${machines.hosts[0]}: .*Cannot find module`, 'm'))
    expect(stderr).toContain(`seed.js: ${machines.hosts[0]} ended with exit code 1`)
    expect(code).toBe(1)
  })

  test('does not show the token in the command lines of the machines', async () => {
    const machines = await openSshMachines(1)
    const token = 'a-secret-token'
    const [seeder] = await launch(machines, '--token', token, ...endless)
    await seeder.printed('custom: 1000 iterations')
    const [peer] = peersOn(machines)
    const line = await readFile(`/proc/${peer}/cmdline`, 'utf8')
    expect(line).toContain('--attached')
    expect(line).not.toContain(token)
    seeder.process.kill('SIGINT')
    expect((await seeder.end()).code).toBe(130)
  })
})

const needsRoot = process.geteuid?.() === 0 ? null : 'needs root'

describeUnless(needsRoot ?? missingServers, '--launch slurm', () => {
  const where = ['--listen', '127.0.0.1', '--launch', 'slurm', '--peers', '3']
  const short = ['--file-size', '100kB', '--iterations', '3']
  const endless = ['--file-size', '50MB', '--iterations', '1000']

  test('starts the peers as tasks of a job, which ends with the run', async () => {
    const { place, jobs, peers } = await openCluster()
    const seeder = new Command('seed.js', [...where, ...short], await tempDir(), place)
    const { code, stdout, stderr } = await seeder.end(60_000)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('3 of 3 iterations')
    expect([jobs(), peers()]).toEqual(['', []])
  })

  test.each<[string, NodeJS.Signals, number | null]>([
    ['Ctrl-C', 'SIGINT', 130],
    ['the seeder was killed', 'SIGKILL', null],
  ])('leaves neither a job nor a process after %s', async (_, signal, code) => {
    const { place, jobs, peers } = await openCluster()
    const seeder = new Command('seed.js', [...where, ...endless], await tempDir(), place)
    await seeder.printed('custom: 1000 iterations')
    expect(peers()).toHaveLength(3)
    seeder.process.kill(signal)
    expect(await seeder.end()).toMatchObject({ code, stderr: '' })
    const left = await until(
      async () => ({ jobs: jobs(), peers: peers() }),
      ({ jobs, peers }) => jobs === '' && peers.length === 0,
    )
    expect(left).toEqual({ jobs: '', peers: [] })
  })

  test('shows what a command that is not there says, with the task', async () => {
    const { place } = await openCluster()
    const args = [...where, '--launch-command', 'node /none/peer.js', ...short]
    const { code, stdout, stderr } = await new Command('seed.js', args, await tempDir(), place).end(
      60_000,
    )
    expect(stdout).toMatch(/^slurm: 0: .*Cannot find module/m)
    expect(stderr).toMatch(/^seed.js: slurm ended with exit code 1 \(srun: error: /)
    expect(code).toBe(1)
  })
})
