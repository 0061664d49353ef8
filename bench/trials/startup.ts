import {
  cpp,
  installed,
  ours,
  python3,
  webtorrent,
  type Implementation,
} from '../harness/implementations'
import { figuresOf } from '../harness/process'
import { sessionArguments } from '../harness/sessions'
import type { Competitor, Trial } from '../harness/trial'

function competitor(name: string, implementation: Implementation): Competitor {
  return {
    name,
    implementation,
    run: async () => {
      const start = performance.now()
      const figures = await figuresOf(implementation, 'startup', sessionArguments())
      return { ...figures, process: performance.now() - start }
    },
  }
}

export const startup: Trial = {
  name: 'startup',
  measures:
    'From require() or import, in C++ from main(), until a new session listens ("wall"), require() alone, and the whole ' +
    'process, which closes the session. "Installed" is the package as npm installs it.',
  units: { require: 'ms', wall: 'ms', process: 'ms' },
  full: {},
  smoke: {},
  repetitions: 11,
  targets: [
    { metric: 'wall', of: 'ours', to: 'C++', by: 'difference', atMost: 30 },
    { metric: 'require', of: 'ours, installed', atMost: 8 },
    { metric: 'process', of: 'ours, installed', atMost: 60 },
  ],
  async competitors() {
    return [
      competitor('ours', ours),
      competitor('ours, installed', installed),
      competitor('C++', cpp),
      competitor('python', python3),
      competitor('webtorrent', webtorrent),
    ]
  },
}
