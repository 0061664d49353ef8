// Trackers of others, as programs of their own.
import { join } from 'node:path'
import { readRun, type Run } from '../src/results/run-directory'
import { tempDir } from '../../test/helpers/files'
import { describeIfInstalled, startOpentracker } from '../../test/interop/programs'
import { Command, type Outcome } from './helpers/command'
import { peerName } from './helpers/run'

jest.setTimeout(120_000)

const plan = [
  '--local-peers',
  '2',
  '--timeline',
  'none',
  '--file-size',
  '10kB',
  '--file-size',
  '200kB',
  '--direction',
  'both',
  '--content-seed',
  '7',
]

async function carriedOut(...args: string[]): Promise<Outcome & Pick<Run, 'results'>> {
  const directory = join(await tempDir(), 'run')
  const outcome = await new Command('seed.js', [...plan, '--results', directory, ...args]).end()
  return { ...outcome, results: (await readRun(directory)).results }
}

/** What a tracker is asked about: of a v2 torrent the beginning of the info-hash. */
function hashesOf(results: Run['results']): string[] {
  return results.flatMap(({ infoHashes }) =>
    [infoHashes!.v1, infoHashes!.v2].flatMap((hash) => (hash === null ? [] : hash.slice(0, 40))),
  )
}

// Debian builds it such that it serves only what is on a list
describeIfInstalled('opentracker', () => {
  test.each(['http', 'udp'] as const)(
    'carries out a run over %s when the info-hashes are known beforehand',
    async (protocol) => {
      const known = hashesOf((await carriedOut()).results)
      expect(new Set(known).size).toBe(8)
      const tracker = await startOpentracker()
      await tracker.serves(...known)
      const { code, stderr, results } = await carriedOut('--tracker', tracker[protocol])
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(hashesOf(results)).toEqual(known)
      expect(results.map(({ ok, settled }) => [ok, settled])).toEqual(Array(4).fill([true, true]))
      const sent = results.flatMap(({ counters }) => counters!.map((node) => node.sentTracker))
      expect(Math.min(...sent)).toBeGreaterThan(0)
    },
  )

  test('is quoted when it refuses a torrent, at once', async () => {
    const tracker = await startOpentracker()
    await tracker.serves('0'.repeat(40))
    const { code, stdout, results } = await carriedOut('--tracker', tracker.http)
    expect(code).toBe(1)
    const refusal = `tracker ${tracker.http} refuses the torrent (Requested download is not authorized for use with this tracker.)`
    expect(stdout).toContain(`10.0 kB, iteration 1 failed: the seeder: ${refusal}`)
    const reasons = ['the seeder', peerName, 'the seeder', peerName].map(
      (who) => `${who}: ${refusal}`,
    )
    expect(results.map(({ reason }) => reason)).toEqual(reasons)
    expect(stdout).not.toContain('trying again in 2 s')
  })
})
