// Many peers on one machine.
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { tempDir } from '../../test/helpers/files'
import { Command, run } from './helpers/command'

jest.setTimeout(120_000)

/** The processes of the peers, by the number of peers in each, from what a seeder said. */
function processesIn(stdout: string): Map<number, number> {
  const found = new Map<number, number>()
  for (const [, pid] of stdout.matchAll(/joined \(.*process (\d+)/g))
    found.set(Number(pid), (found.get(Number(pid)) ?? 0) + 1)
  return found
}

describe('--local-peers', () => {
  test('takes 50, many in a process, each of which fetches for itself', async () => {
    const args = ['--local-peers', '50', '--file-size', '10kB', '--file-size', '100kB']
    const { code, stdout, stderr } = await new Command('seed.js', args).end(100_000)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^10\.0 kB +1 +[\d.]+ m?s /m)
    expect(stdout).toMatch(/^100 kB +1 +[\d.]+ m?s /m)
    const processes = processesIn(stdout)
    expect(processes.size).toBeLessThanOrEqual(availableParallelism())
    expect([...processes.values()].reduce((total, peers) => total + peers)).toBe(50)
  })

  test('gives a few a process each', async () => {
    const { code, stdout } = await run('seed.js', '--local-peers', '--file-size', '10kB')
    expect(code).toBe(0)
    expect([...processesIn(stdout).values()]).toEqual([1, 1, 1])
  })

  test('replaces a process that is killed, and only the iteration at hand fails', async () => {
    const plan = ['10kB', '100MB'].flatMap((size) => ['--file-size', size])
    const iterations = ['--timeline', 'none', '--iterations', '1', '--iterations', '3']
    const args = ['--local-peers', '2', ...plan, ...iterations]
    const seeder = new Command('seed.js', args, await tempDir())
    await seeder.printed('10.0 kB: 1 of 1 iterations')
    const [, pid] = /process (\d+)/.exec(await seeder.printed('peer 1 joined'))!
    // a number that is no peer's any more must not be killed
    expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).toContain('peer.js')
    process.kill(Number(pid), 'SIGKILL')
    const { code, stdout, stderr } = await seeder.end()
    expect(stdout).toMatch(/peer process \d was killed, and is started again/)
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: 'seed.js: 1 of 4 iterations failed',
    })
    expect(stdout).toContain('100 MB: 2 of 3 iterations')
  })
})
