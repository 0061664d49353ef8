import { cpp, ours, python3, type Implementation } from '../harness/implementations'
import { figuresOf } from '../harness/process'
import { sessionArguments } from '../harness/sessions'
import type { Competitor, Trial } from '../harness/trial'

interface Parameters {
  readonly count: number
}

export const torrents: Trial<Parameters> = {
  name: 'torrents',
  measures:
    'Very many torrents in one session: until the last one is added ("add"; ours are promises), what each ' +
    'of the second half takes of the resident memory, and the status of all, with every field read ("status"; C++ reads none), ' +
    'and with those of a list: name, state, progress, rates and numbers of peers ("fields": each of ten reads in a row), ' +
    'and the longest turn of the event loop during the former ("statusTurn") and the latter ("turn").',
  units: {
    add: 'ms',
    memory: 'KiB',
    status: 'ms',
    statusTurn: 'ms',
    fields: 'ms',
    turn: 'ms',
  },
  full: { count: 10_000 },
  smoke: { count: 20 },
  targets: [
    { metric: 'add', of: 'ours', to: 'C++', atMost: 1.1 },
    { metric: 'memory', of: 'ours', to: 'C++', atMost: 1.3 },
    { metric: 'status', of: 'ours', to: 'python', atMost: 1 },
    { metric: 'statusTurn', of: 'ours', atMost: 10 },
    { metric: 'fields', of: 'ours', atMost: 25 },
    { metric: 'fields', of: 'ours', to: 'C++' },
    { metric: 'turn', of: 'ours', atMost: 10 },
  ],
  async competitors({ count }) {
    const args = [
      `count=${count}`,
      ...sessionArguments({ settings: { alert_queue_size: 10 * count } }),
    ]
    const competitor = (name: string, implementation: Implementation): Competitor => ({
      name,
      implementation,
      run: () => figuresOf(implementation, 'torrents', args),
    })
    return [competitor('ours', ours), competitor('C++', cpp), competitor('python', python3)]
  },
}
