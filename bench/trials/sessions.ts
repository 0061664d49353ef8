import { cpp, ours, type Peer } from '../harness/peers'
import { figuresOf } from '../harness/process'
import { sessionWords } from '../harness/sessions'
import type { Competitor, Trial } from '../harness/trial'

function competitor(name: string, peer: Peer, count: number): Competitor {
  const words = [`count=${count}`, ...sessionWords()]
  return { name, peer, run: () => figuresOf(peer, 'sessions', words) }
}

export const sessions: Trial<{ count: number }> = {
  name: 'sessions',
  measures: 'The constructor of a session, each of many in one process.',
  units: { each: 'ms' },
  full: { count: 100 },
  smoke: { count: 2 },
  targets: [
    { metric: 'each', of: 'ours', to: 'C++', atMost: 0.05 },
    { metric: 'each', of: 'ours, ten times as many', atMost: 2 },
  ],
  async competitors({ count }) {
    return [
      competitor('ours', ours, count),
      competitor('ours, ten times as many', ours, 10 * count),
      competitor('C++', cpp, count),
    ]
  },
}
