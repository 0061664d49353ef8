import { cpp, ours, python3, webtorrent, type Implementation } from '../harness/implementations'
import { figuresOf } from '../harness/process'
import { sessionArguments } from '../harness/sessions'
import type { Competitor, Trial } from '../harness/trial'

function competitor(name: string, implementation: Implementation): Competitor {
  return {
    name,
    implementation,
    run: () => figuresOf(implementation, 'startup', sessionArguments()),
  }
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
