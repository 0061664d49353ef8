import { cpp, ours, type Implementation } from '../harness/implementations'
import { figuresOf } from '../harness/process'
import { sessionArguments } from '../harness/sessions'
import type { Competitor, Trial } from '../harness/trial'

function competitor(name: string, implementation: Implementation, count: number): Competitor {
  const args = [`count=${count}`, ...sessionArguments()]
  return { name, implementation, run: () => figuresOf(implementation, 'sessions', args) }
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
