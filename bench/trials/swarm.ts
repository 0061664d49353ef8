import { fastLocalTransfer } from 'libtorrent-napi'
import { makeContent } from '../harness/content'
import { cpp, ours, python3, webtorrent } from '../harness/implementations'
import { competitorsFor, transferUnits } from '../harness/transfers'
import type { Trial } from '../harness/trial'

interface Parameters {
  readonly bytes: number
  readonly leechers: number
}

export const swarm: Trial<Parameters> = {
  name: 'swarm',
  measures:
    'One file from a seeder to leechers that also trade among themselves: from the start signal until the last of ' +
    'them has it, the processor time of all processes meanwhile, and peaks of resident memory (seeder, first leecher).',
  units: transferUnits,
  full: { bytes: 2 ** 28, leechers: 3 },
  smoke: { bytes: 2 ** 21, leechers: 3 },
  targets: [
    { metric: 'wall', of: 'ours', to: 'C++', atMost: 1.05 },
    { metric: 'wall', of: 'ours', to: 'webtorrent', atMost: 1 / 3 },
    { metric: 'wall', of: 'ours, preset', to: 'C++, preset', atMost: 1.05 },
  ],
  async competitors({ bytes, leechers }, directory) {
    const competitor = competitorsFor(await makeContent(directory, 'file', bytes), leechers)
    return [
      competitor('ours', ours),
      competitor('C++', cpp),
      competitor('python', python3),
      competitor('ours, preset', ours, fastLocalTransfer()),
      competitor('C++, preset', cpp, fastLocalTransfer()),
      competitor('webtorrent', webtorrent),
    ]
  },
}
