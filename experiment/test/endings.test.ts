// How the commands end when they are not left to end by themselves.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readRun } from '../src/results/run-directory'
import { until, within } from '../../test/helpers/deadline'
import { randomFile, tempDir } from '../../test/helpers/files'
import { Command, run, type Outcome } from './helpers/command'
import { TamperingProxy } from './helpers/tampering-proxy'
import { freePort } from '../../test/helpers/servers'

jest.setTimeout(180_000)

async function interrupted(command: Command, signal: NodeJS.Signals = 'SIGINT'): Promise<Outcome> {
  command.process.kill(signal)
  return command.end()
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Resolves when none of the processes is there any more. */
function allGone(pids: number[]): Promise<boolean> {
  return until(
    async () => !pids.some(isAlive),
    (gone) => gone,
  )
}

describe('Ctrl-C', () => {
  test('ends a peer that waits for a torrent', async () => {
    const peer = new Command('peer.js', ['--torrent', join(await tempDir(), 'never.torrent')])
    await peer.printed('waiting for')
    expect(await interrupted(peer)).toMatchObject({ code: 130, stderr: '' })
  })

  test('ends a peer that waits for the seeder, also by SIGTERM', async () => {
    const seeder = `127.0.0.1:${await freePort()}`
    const temporary = await tempDir()
    const peer = new Command('peer.js', ['--seeder', seeder], temporary)
    await peer.printed('waiting for')
    expect(await interrupted(peer, 'SIGTERM')).toMatchObject({ code: 143, stderr: '' })
    expect(await readdir(temporary)).toEqual([])
  })

  test('is how a seeder ends well', async () => {
    const directory = await tempDir()
    const file = await randomFile(join(directory, 'film'), 50_000)
    const seeder = new Command('seed.js', ['--file', file, '--torrent', join(directory, 't')])
    await seeder.printed('sharing')
    const { code, stdout, stderr } = await interrupted(seeder)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('uploaded 0 B; 0 completed downloads')
  })

  test('ends a download that has no source, and a tracker that is away', async () => {
    const directory = await tempDir()
    const file = await randomFile(join(directory, 'film'), 50_000)
    const torrent = join(directory, 't.torrent')
    const seeder = new Command('seed.js', ['--file', file, '--torrent', torrent])
    await seeder.printed('sharing')
    await interrupted(seeder)
    const place = join(directory, 'peer')
    const peer = new Command('peer.js', ['--torrent', torrent, '--save-path', place])
    await peer.printed('cannot be reached')
    expect(await interrupted(peer)).toMatchObject({ code: 130, stderr: '' })
  })

  test('ends a download, which reports how much is present and how to continue', async () => {
    const directory = await tempDir()
    const file = await randomFile(join(directory, 'film'), 400_000)
    const torrent = join(directory, 't.torrent')
    const content = ['--file', file, '--torrent', torrent, '--piece-size', '16KiB']
    const seeder = new Command('seed.js', [...content, '--seeder-up', '1B'])
    await seeder.printed('sharing')
    const place = join(directory, 'peer')
    await mkdir(place)
    await writeFile(join(place, 'film'), (await readFile(file)).subarray(0, 200_000))
    const peer = new Command('peer.js', ['--torrent', torrent, '--save-path', place])
    await seeder.printed('connected')
    const { code, stdout, stderr } = await interrupted(peer)
    expect({ code, stderr }).toEqual({ code: 130, stderr: '' })
    expect(stdout).toBe(`49 % of film is in ${place}; start again to go on`)
  })

  test('ends a run in the middle, shows what there is, and lets the peers go', async () => {
    const temporary = await tempDir()
    const results = join(await tempDir(), 'run')
    const port = String(await freePort())
    const peer = new Command('peer.js', ['--seeder', `127.0.0.1:${port}`], temporary)
    const plan = ['--file-size', '10kB', '--file-size', '50MB', '--iterations', '1']
    const seeder = new Command(
      'seed.js',
      ['--port', port, '--peers', '1', ...plan, '--iterations', '1000', '--results', results],
      temporary,
    )
    await seeder.printed('10.0 kB: 1 of 1 iterations')
    const { code, stdout } = await interrupted(seeder)
    expect(code).toBe(130)
    expect(stdout).toMatch(/^50\.0 MB +\d+ of 1000 /m)
    expect(await peer.end()).toMatchObject({
      code: 1,
      stderr: 'peer.js: the seeder ended the run early',
    })
    expect(await readdir(temporary)).toEqual([])
    const known = process.platform === 'linux' ? expect.any(Number) : null
    expect((await readRun(results)).nodes.map(({ steal }) => steal)).toEqual([known, known])
  })
})

describe('a peer that is lost in the middle', () => {
  /** Milliseconds for what is left of the run, and for a wait of 10 s for the peer to come back. */
  const transfers = 80_000
  const plan = [
    ...['10kB', '100MB'].flatMap((size) => ['--file-size', size]),
    '--timeline',
    'none',
    '--iterations',
    '1',
  ]

  /** A run of two peers, of which one is killed in the middle of the second iteration. */
  async function begun(
    ...more: string[]
  ): Promise<{ seeder: Command; stays: Command; start: () => Command }> {
    const proxy = await TamperingProxy.start({ holdAt: 200_000 })
    const port = String(await freePort())
    const temporary = await tempDir()
    const place = ['--seeder', `127.0.0.1:${port}`]
    const start = (): Command => new Command('peer.js', place, temporary)
    const [lost, stays] = [start(), start()]
    const tracker = ['--tracker', proxy.tracker]
    const args = ['--port', port, '--peers', '2', ...plan, '--iterations', '3', ...tracker, ...more]
    const seeder = new Command('seed.js', args)
    await within(proxy.held, 'the second iteration')
    lost.process.kill('SIGKILL')
    proxy.release()
    return { seeder, stays, start }
  }

  test('fails its iteration and those without it, and the others go on', async () => {
    const { seeder, stays } = await begun()
    const { code, stdout, stderr } = await seeder.end(transfers)
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'seed.js: 3 of 4 iterations failed' })
    expect(stdout).toMatch(
      /100 MB, iteration 1 failed: peer \d \(\S+\): lost while [a-z ]+ \((connection reset by peer|the connection was closed)\)/,
    )
    expect(stdout).toMatch(/100 MB, iteration 3 failed: peer \d \(\S+\): it is not connected/)
    expect((await stays.end(transfers)).stdout).toMatch(/transfer 4, 100 MB: [\d.]+ m?s/)
  })

  test('ends a run that is strict', async () => {
    const { seeder, stays } = await begun('--strict')
    const { code, stderr } = await seeder.end(transfers)
    expect(code).toBe(1)
    expect(stderr).toMatch(
      /the run was stopped: 100 MB, iteration 1 failed \(iterations not run: 2\)/,
    )
    expect(await stays.end(transfers)).toMatchObject({
      code: 1,
      stderr: 'peer.js: 100 MB, iteration 1 failed',
    })
  })

  test('can be replaced, and only its iteration has failed', async () => {
    const { seeder, start } = await begun()
    await seeder.printed('disconnected')
    const replacement = start()
    const { code, stdout, stderr } = await seeder.end(transfers)
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'seed.js: 1 of 4 iterations failed' })
    expect(stdout).toContain('100 MB: 2 of 3 iterations')
    expect(await replacement.end(transfers)).toMatchObject({ code: 0 })
  })
})

describe('the demonstration', () => {
  const script = 'experiment/dist/run.js'

  test('ends by itself, and everything has arrived', async () => {
    const temporary = await tempDir()
    const args = ['--file-size', '10kB', '--file-size', '2MB', '--iterations', '2']
    const { code, stdout, stderr } = await new Command(script, args, temporary).end()
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^10\.0 kB +2 +[\d.]+ m?s /m)
    expect(stdout).toMatch(/^2\.00 MB +2 +[\d.]+ m?s /m)
    expect(await readdir(temporary)).toEqual([])
  })

  test('takes its processes along, with Ctrl-C and without a chance to', async () => {
    for (const signal of ['SIGINT', 'SIGKILL'] as const) {
      const temporary = await tempDir()
      const args = ['--file-size', '50MB', '--iterations', '1000']
      const demonstration = new Command(script, args, temporary)
      await demonstration.printed('3 of 3')
      demonstration.process.kill(signal)
      // its output ends when the last process that shares it has ended
      const { stdout } = await demonstration.end()
      const pids = [...stdout.matchAll(/, process (\d+)/g)].map(([, pid]) => Number(pid))
      expect(pids).toHaveLength(3)
      expect(await allGone(pids)).toBe(true)
      const left = await readdir(temporary)
      // a seeder that is killed can't tidy up; its peers do
      expect(left).toEqual(signal === 'SIGINT' ? [] : [expect.stringMatching(/^seeder-/)])
    }
  })

  test('leaves no directory when a second signal ends it at once', async () => {
    const temporary = await tempDir()
    const args = ['--file-size', '50MB', '--iterations', '1000']
    const demonstration = new Command(script, args, temporary)
    await demonstration.printed('3 of 3')
    demonstration.process.kill('SIGINT')
    demonstration.process.kill('SIGTERM')
    const { code } = await demonstration.end()
    expect([130, 143]).toContain(code)
    // The peers notice that the seeder is gone.
    await until(
      () => readdir(temporary),
      (left) => left.length === 0,
    )
  })

  test.each(['1 of 3', '3 of 3'])(
    'ends quietly when Ctrl-C reaches every process, at %s',
    async (moment) => {
      const args = ['--file-size', '50MB', '--iterations', '1000']
      const demonstration = new Command(script, args)
      await demonstration.printed(moment)
      demonstration.pressControlC()
      const { code, stdout, stderr } = await demonstration.end()
      expect({ code, stderr }).toEqual({ code: 130, stderr: '' })
      const usual = /^(peer \d joined|custom: 1000 iterations)/
      for (const line of stdout.split('\n')) expect(line).toMatch(usual)
    },
  )

  test('fails when the seeder can not start', async () => {
    const { code, stderr } = await new Command(script, ['--tracker', 'ftp://x']).end()
    expect(code).toBe(2)
    expect(stderr).toContain("bad --tracker 'ftp://x'")
  })

  test('takes the options of the seeder', async () => {
    expect(await run(script, '--bogus')).toMatchObject({
      code: 2,
      stderr: "run.js: unknown option '--bogus'; --help lists the options",
    })
    expect((await run(script, '--help')).stdout).toContain('--file-size')
    const many = await run(script, '--peers', '12', '--file-size', '10kB')
    expect(many).toMatchObject({ code: 0, stderr: '' })
    expect(many.stdout).toMatch(/^10\.0 kB +1 +[\d.]+ m?s /m)
  })
})
