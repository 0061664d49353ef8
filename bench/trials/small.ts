import { fastLocalTransfer } from 'libtorrent-napi'
import { median, quantile } from 'simple-statistics'
import { makeContent, type Content } from '../harness/content'
import { cpp, ours, python3, webtorrent, type Implementation } from '../harness/implementations'
import { sessionArguments, type SessionChoice } from '../harness/sessions'
import { transfer, withSwarm, type Swarm } from '../harness/swarm'
import type { Competitor, Trial } from '../harness/trial'

interface Parameters {
  readonly bytes: number
  readonly transfers: number
  /** For competitors that take long for each. */
  readonly slowTransfers: number
}

interface Choice {
  readonly session?: SessionChoice
  readonly leechers?: number
}

/** Processor time of the first leecher so far, in seconds. */
async function cpuOf({ leechers }: Swarm): Promise<number> {
  const usage = await leechers[0]?.program.usage()
  return usage?.cpu ?? NaN
}

function competitor(
  name: string,
  implementation: Implementation,
  contents: readonly Content[],
  choice: Choice = {},
) {
  const { session = {}, leechers = 1 } = choice
  const swarmOf = { implementation, args: sessionArguments(session), leechers }
  const run: Competitor['run'] = (scratch) =>
    withSwarm(swarmOf, contents, scratch, async (swarm) => {
      const times: number[] = []
      const before = await cpuOf(swarm)
      for (const { torrent } of contents) {
        times.push(await transfer(swarm, torrent))
        await Promise.all(
          swarm.leechers.map(({ program }) => program.request(['remove'], 'removed')),
        )
      }
      const cpu = (1000 * ((await cpuOf(swarm)) - before)) / times.length
      return { median: median(times), p95: quantile(times, 0.95), cpu }
    })
  return { name, implementation, run }
}

export const small: Trial<Parameters> = {
  name: 'small',
  measures:
    'Small files one after the other, to one leecher or to three, in running sessions: from the start signal until ' +
    'the last leecher has verified the file; median and 95th percentile of the transfers of a run, and the processor ' +
    'time of the first leecher for each, with adding and removing the torrent.',
  units: { median: 'ms', p95: 'ms', cpu: 'ms' },
  full: { bytes: 10_240, transfers: 333, slowTransfers: 33 },
  smoke: { bytes: 10_240, transfers: 5, slowTransfers: 1 },
  targets: [
    { metric: 'median', of: 'ours', to: 'C++', atMost: 1.5 },
    { metric: 'p95', of: 'ours', to: 'C++', atMost: 1.2 },
    { metric: 'cpu', of: 'ours', to: 'C++', atMost: 1.2 },
    { metric: 'median', of: 'ours', atMost: 1 },
    { metric: 'median', of: 'ours, 3 leechers', to: 'C++, 3 leechers', atMost: 1.5 },
    { metric: 'median', of: 'ours, 3 leechers', atMost: 5 },
  ],
  async competitors({ bytes, transfers, slowTransfers }, directory) {
    const contents: Content[] = []
    for (let i = 0; i < transfers; i++) {
      contents.push(await makeContent(directory, `file${i}`, bytes))
    }
    const few = contents.slice(0, slowTransfers)
    const preset = fastLocalTransfer()
    return [
      competitor('ours', ours, contents, { session: preset }),
      competitor('C++', cpp, contents, { session: preset }),
      competitor('ours, 3 leechers', ours, contents, { session: preset, leechers: 3 }),
      competitor('C++, 3 leechers', cpp, contents, { session: preset, leechers: 3 }),
      competitor('ours, defaults', ours, few),
      competitor('C++, defaults', cpp, few),
      competitor('python, defaults', python3, few),
      competitor('webtorrent', webtorrent, few),
    ]
  },
}
