import { fastLocalTransfer } from 'libtorrent-napi'
import { aria2Competitor } from '../harness/aria2'
import { makeContent } from '../harness/content'
import { cpp, installed, ours, python3, webtorrent } from '../harness/implementations'
import { competitorsFor, transferUnits } from '../harness/transfers'
import type { Trial } from '../harness/trial'

interface Parameters {
  readonly bytes: number
}

export const transfer: Trial<Parameters> = {
  name: 'transfer',
  measures:
    'One file from a seeder to a leecher over TCP on loopback: from the start signal until the last piece is ' +
    "verified, the processor time of both processes meanwhile, and each one's peak of resident memory.",
  units: transferUnits,
  full: { bytes: 2 ** 30 },
  smoke: { bytes: 2 ** 22 },
  targets: [
    { metric: 'wall', of: 'ours', to: 'C++', atMost: 1.03 },
    { metric: 'cpu', of: 'ours', to: 'C++', atMost: 1.03 },
    { metric: 'wall', of: 'ours, preset', to: 'C++, preset', atMost: 1.03 },
    { metric: 'wall', of: 'ours, preset', to: 'C++', atMost: 0.8 },
    { metric: 'wall', of: 'ours, installed, preset', to: 'C++', atMost: 0.65 },
    { metric: 'wall', of: 'ours, preset', to: 'webtorrent', atMost: 0.5 },
    { metric: 'cpu', of: 'ours, preset', to: 'webtorrent', atMost: 0.5 },
  ],
  async competitors({ bytes }, directory) {
    const content = await makeContent(directory, 'file', bytes)
    const competitor = competitorsFor(content)
    return [
      competitor('ours', ours),
      competitor('C++', cpp),
      competitor('python', python3),
      competitor('ours, preset', ours, fastLocalTransfer()),
      competitor('ours, installed, preset', installed, fastLocalTransfer()),
      competitor('C++, preset', cpp, fastLocalTransfer()),
      competitor('webtorrent', webtorrent),
      aria2Competitor(content),
    ]
  },
}
