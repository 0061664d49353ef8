import { cpp, ours, python3, webtorrent, type Peer } from '../harness/peers'
import { figuresOf } from '../harness/process'
import { sessionWords } from '../harness/sessions'
import type { Competitor, Trial } from '../harness/trial'

function competitor(name: string, peer: Peer): Competitor {
  return { name, peer, run: () => figuresOf(peer, 'startup', sessionWords()) }
}

export const startup: Trial = {
  name: 'startup',
  measures: 'From require() or import, in C++ from main(), until a new session listens.',
  units: { wall: 'ms' },
  full: {},
  smoke: {},
  repetitions: 11,
  targets: [{ metric: 'wall', of: 'ours', to: 'C++', by: 'difference', atMost: 30 }],
  async competitors() {
    return [
      competitor('ours', ours),
      competitor('C++', cpp),
      competitor('python', python3),
      competitor('webtorrent', webtorrent),
    ]
  },
}
