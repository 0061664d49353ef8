import { fastLocalTransfer } from 'libtorrent-napi'
import { median, quantile } from 'simple-statistics'
import { makeContent, type Content } from '../harness/content'
import { cpp, ours, python3, webtorrent, type Implementation } from '../harness/implementations'
import { sessionArguments, type SessionChoice } from '../harness/sessions'
import { transfer, withSwarm } from '../harness/swarm'
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
      for (const { torrent } of contents) {
        times.push(await transfer(swarm, torrent))
        await Promise.all(
          swarm.leechers.map(({ program }) => program.request(['remove'], 'removed')),
        )
      }
      return { median: median(times), p95: quantile(times, 0.95) }
    })
  return { name, implementation, run }
}

export const small: Trial<Parameters> = {
  name: 'small',
  measures:
    'Small files one after the other, to one leecher or to three, in running sessions: from the start signal until ' +
    'the last leecher has verified the file; median and 95th percentile of the transfers of a run.',
  units: { median: 'ms', p95: 'ms' },
  full: { bytes: 10_240, transfers: 333, slowTransfers: 33 },
  smoke: { bytes: 10_240, transfers: 5, slowTransfers: 1 },
  targets: [
    { metric: 'median', of: 'ours', to: 'C++', atMost: 1.5 },
    { metric: 'p95', of: 'ours', to: 'C++', atMost: 1.5 },
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
