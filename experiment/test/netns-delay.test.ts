// Links between namespaces that delay and lose packets: by the kernel, or by programs where it can't.
import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Network } from '../src/host/network'
import { UserspaceCables } from '../src/host/userspace-cables'
import { namedPlans } from '../src/plan/input'
import { resolvePlan } from '../src/plan/resolve'
import { readRun } from '../src/results/run-directory'
import { until } from '../../test/helpers/deadline'
import { tempDir } from '../../test/helpers/files'
import { describeUnless } from '../../test/helpers/missing'
import { Command, run } from './helpers/command'
import { describeInNamespaces, namespacesOf } from './helpers/namespaces'

jest.setTimeout(90_000)

test('the plan for latencies limits the uploads of every node, and exempts none', async () => {
  const { conditions } = await resolvePlan(
    null,
    namedPlans.find(({ name }) => name === 'latency'),
  )
  expect(conditions).toMatchObject([
    { peers: 3, seederUp: 100_000, peerUp: 100_000, exemptLocal: false },
  ])
})

describeInNamespaces('--delay and --loss', () => {
  const links = ['--netns', '--delay', '20ms', '--loss', '1%', '--local-peers', '1']

  test('need netem or VDE, and one of them delays packets', async () => {
    const results = join(await tempDir(), 'run')
    const { code, stdout, stderr } = await run(
      'seed.js',
      ...links,
      '--file-size',
      '10kB',
      '--results',
      results,
    )
    expect(namespacesOf(process.pid)).toEqual([])
    if (!hasNetem() && !UserspaceCables.exist) {
      expect(stderr).toMatch(/^seed.js: --delay and --loss need netem, .* sch_netem\), or VDE \(/)
      return expect(code).toBe(2)
    }
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const { options, results: iterations } = await readRun(results)
    expect(options).toMatchObject({ delay: 20, loss: 1 })
    const [peer] = iterations[0]!.peers
    // three round trips at least: handshakes of TCP and of BitTorrent, and a request
    expect(peer?.ok && peer.times.finish).toBeGreaterThan(3 * 40)
    expect(options.userspaceLinks).toBe(hasNetem() ? undefined : true)
    expect(stdout.includes('programs of VDE delay and lose the packets')).toBe(!hasNetem())
  })

  function hasNetem(): boolean {
    const name = `lt-netem-${process.pid}`
    execFileSync('ip', ['netns', 'add', name])
    const words = ['-netns', name, 'qdisc', 'add', 'dev', 'lo', 'root', 'netem', 'delay', '1ms']
    const { status } = spawnSync('tc', words)
    execFileSync('ip', ['netns', 'delete', name])
    return status === 0
  }

  const missing = UserspaceCables.exist ? null : 'no VDE on the PATH'
  describeUnless(hasNetem() ? 'the kernel has netem' : missing, 'by VDE', () => {
    /** A run whose programs have their sockets below a directory. */
    const begun = async (): Promise<[Command, string]> => {
      const directory = await tempDir()
      const args = [...links, '--file-size', '50MB', '--iterations', '1000']
      const seeder = new Command('seed.js', args, directory)
      await seeder.printed('1 of 1')
      expect(programsIn(directory)).toHaveLength(6)
      return [seeder, directory]
    }
    /** Command lines of the processes that use the directory. */
    const programsIn = (directory: string): string[] =>
      readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .map(commandLine)
        .filter((line) => /^(vde_switch|wirefilter)\0/.test(line) && line.includes(directory))
    const cablesIn = (directory: string) =>
      readdirSync(directory).filter((name) => name.startsWith('cables-'))
    const gone = (directory: string) =>
      until(
        () =>
          new Promise<string[]>((resolve) => setImmediate(() => resolve(programsIn(directory)))),
        (found) => found.length === 0,
      )

    test('end with Ctrl-C, and leave no file', async () => {
      const [seeder, directory] = await begun()
      seeder.pressControlC()
      expect(await seeder.end()).toMatchObject({ code: 130, stderr: '' })
      expect(programsIn(directory)).toEqual([])
      expect(cablesIn(directory)).toEqual([])
    })

    test('end and leave no file when the process that started them is killed', async () => {
      const [seeder, directory] = await begun()
      seeder.process.kill('SIGKILL')
      await seeder.end()
      await gone(directory)
      expect(cablesIn(directory)).toEqual([])
      // opening a network removes the namespaces that were left
      await (await Network.open({ rate: null, delay: null, loss: null }))[Symbol.asyncDispose]()
      expect(namespacesOf(seeder.process.pid)).toEqual([])
    })
  })
})

function commandLine(process: string): string {
  try {
    return readFileSync(join('/proc', process, 'cmdline'), 'utf8')
  } catch {
    return ''
  }
}
