// Disks that are full or can't be written: what was measured before stays, and what went wrong is named.
import { join } from 'node:path'
import { Command } from './helpers/command'
import { resultsOf, startRun } from './helpers/run'
import { describeWithDisks, enlarge, smallDisk } from '../../test/helpers/small-disk'

jest.setTimeout(180_000)

/** Small, too large for a disk of 4 MB, small again. */
const plan = ['10kB', '10MB', '20kB'].flatMap((size) => ['--file-size', size])

describeWithDisks('a full disk', () => {
  test('of a peer fails what does not fit, and nothing else', async () => {
    const disk = smallDisk('size=4m')
    const run = await startRun(1, [...plan, '--peers', '2'], ['--save-path', disk])
    const other = run.startPeer()
    const { code, stderr, stdout } = await run.seeder.end(60_000)
    const results = await resultsOf(run)
    expect(results.map(({ ok }) => ok)).toEqual([true, false, true])
    expect(results[1]!.reason).toMatch(/^peer \d \(\S+\): .*no space left on device$/)
    expect(results[1]!.peers.filter(({ ok }) => !ok)).toHaveLength(1)
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'seed.js: 1 of 3 iterations failed' })
    expect(stdout).toContain('no space left on device')
    expect((await other.end()).code).toBe(0)
  })

  test('of the seeder fails what does not fit, and nothing else', async () => {
    const run = await startRun(2, [...plan, '--save-path', smallDisk('size=4m')])
    expect((await run.seeder.end(60_000)).code).toBe(1)
    const results = await resultsOf(run)
    expect(results.map(({ ok }) => ok)).toEqual([true, false, true])
    expect(results[1]!.reason).toMatch(/^the seeder: .*no space left on device$/)
  })

  test('for the results ends the run, which can be resumed when there is room', async () => {
    const disk = smallDisk('size=16k')
    const results = join(disk, 'run')
    const iterations = ['--file-size', '10kB', '--iterations', '100']
    const run = { ...(await startRun(1, [...iterations, '--results', results])), results }
    const { code, stderr } = await run.seeder.end(60_000)
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/cannot write the results.*: no space left on device/),
    })
    const done = (await resultsOf(run)).length
    expect(done).toBeGreaterThan(0)
    expect(done).toBeLessThan(100)
    enlarge(disk, '16m')
    run.startPeer()
    const resumed = run.startSeeder('--resume', results)
    expect(await resumed.end(60_000)).toMatchObject({ code: 0, stderr: '' })
    expect(await resultsOf(run)).toHaveLength(100)
  })
})

describeWithDisks('a disk that is read-only', () => {
  test.each([
    ['seed.js', '--save-path'],
    ['seed.js', '--results'],
    ['peer.js', '--save-path'],
  ])('is refused by %s at once: %s', async (script, option) => {
    const place = join(smallDisk('ro'), 'place')
    const { code, stderr } = await new Command(script, [option, place]).end()
    expect(code).toBe(1)
    expect(stderr).toMatch(new RegExp(`cannot write .*${place}.*: read-only file system`))
  })
})
