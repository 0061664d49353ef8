import * as lt from 'libtorrent-napi'
import { makeContent } from '../harness/content'
import { cpp, ours, python3, type Implementation } from '../harness/implementations'
import { figuresOf } from '../harness/process'
import { sessionArguments } from '../harness/sessions'
import type { Competitor, Target, Trial } from '../harness/trial'

const deep = { alert_queue_size: 100_000_000 }
const everything = { ...deep, alert_mask: 0x7fffffff }

type Reading = 'none' | 'fields' | 'message'

/** Two before the one that counts: V8 compiles what runs often, on threads of its own meanwhile. */
const rounds = 3

/** `args` are the arguments of a run, besides what it reads. */
function competitor(
  name: string,
  implementation: Implementation,
  read: Reading,
  args: (scratch: string) => readonly string[],
): Competitor {
  return {
    name,
    implementation,
    run: (scratch) =>
      figuresOf(implementation, 'alerts', [`read=${read}`, `rounds=${rounds}`, ...args(scratch)]),
  }
}

const targets: readonly Target[] = [
  { metric: 'each', of: 'ours, fields', atMost: 500 },
  { metric: 'each', of: 'ours, fields', to: 'python, fields', atMost: 1 / 3 },
  { metric: 'each', of: 'ours, messages', to: 'python, messages', atMost: 1 },
]

export const alerts: Trial<{ count: number }> = {
  name: 'alerts',
  measures:
    'Alerts of two kinds that have queued up (torrent_paused, torrent_resumed), popped at once, for the third time: ' +
    'the processor time of each, without a listener, with all fields, with the message, too. "Ours, fresh" is the first ' +
    'time; "session.on" and "torrent.on" are listeners of both types, the others one of all types. "Wall" is the time on ' +
    "the clock, which V8's other threads do not add to.",
  units: { each: 'ns', wall: 'ns', received: '' },
  full: { count: 100_000 },
  smoke: { count: 100 },
  targets: [
    ...targets,
    { metric: 'each', of: 'ours, unsubscribed', to: 'C++, unread', atMost: 1.5 },
    { metric: 'each', of: 'ours, fresh', atMost: 250 },
    { metric: 'wall', of: 'ours, fresh', atMost: 250 },
    { metric: 'each', of: 'ours, session.on', to: 'ours, fields' },
    { metric: 'each', of: 'ours, torrent.on', to: 'ours, fields' },
  ],
  async competitors({ count }) {
    const mask = { ...deep, alert_mask: lt.alertCategory.status }
    const args = (): string[] => [`count=${count}`, ...sessionArguments({ settings: mask })]
    return [
      competitor('ours, unsubscribed', ours, 'none', args),
      competitor('C++, unread', cpp, 'none', args),
      competitor('ours, fields', ours, 'fields', args),
      competitor('ours, fresh', ours, 'fields', () => [...args(), 'rounds=1']),
      competitor('ours, session.on', ours, 'fields', () => [...args(), 'by=session']),
      competitor('ours, torrent.on', ours, 'fields', () => [...args(), 'by=torrent']),
      competitor('python, fields', python3, 'fields', args),
      competitor('ours, messages', ours, 'message', args),
      competitor('C++, messages', cpp, 'message', args),
      competitor('python, messages', python3, 'message', args),
    ]
  },
}

interface Parameters {
  readonly bytes: number
}

async function ofTransfer({ bytes }: Parameters, directory: string) {
  const { torrent, savePath } = await makeContent(directory, 'file', bytes)
  return (
    name: string,
    implementation: Implementation,
    read: Reading,
    settings: object,
    ...more: string[]
  ) => {
    const args = (scratch: string): string[] => [
      ...[`torrent=${torrent}`, `save=${savePath}`, `scratch=${scratch}`],
      ...[...sessionArguments({ settings }), ...more],
    ]
    return competitor(name, implementation, read, args)
  }
}

export const transferAlerts: Trial<Parameters> = {
  name: 'transfer-alerts',
  measures:
    'The alerts of all categories, logs included, of a transfer over TCP on loopback, which have queued up ' +
    'and are popped at once, for the third time: the processor time of each, with all fields, and with the message, too.',
  units: { each: 'ns', wall: 'ns', received: '' },
  full: { bytes: 2 ** 28 },
  smoke: { bytes: 2 ** 22 },
  targets,
  async competitors(parameters, directory) {
    const make = await ofTransfer(parameters, directory)
    return [
      make('ours, fields', ours, 'fields', everything),
      make('python, fields', python3, 'fields', everything),
      make('ours, messages', ours, 'message', everything),
      make('C++, messages', cpp, 'message', everything),
      make('python, messages', python3, 'message', everything),
    ]
  },
}

export const liveAlerts: Trial<Parameters> = {
  name: 'live-alerts',
  measures:
    'A transfer over TCP on loopback between two sessions of a process that receives every alert of all ' +
    'categories meanwhile; with "quiet" libtorrent posts those about states only.',
  units: { wall: 'ms' },
  full: { bytes: 2 ** 29 },
  smoke: { bytes: 2 ** 22 },
  targets: [
    { metric: 'wall', of: 'ours, fields', to: 'C++, unread', atMost: 1.05 },
    { metric: 'wall', of: 'ours, messages', to: 'C++, messages', atMost: 1.05 },
  ],
  async competitors(parameters, directory) {
    const make = await ofTransfer(parameters, directory)
    const quiet = { alert_mask: lt.alertCategory.status }
    return [
      make('ours, quiet', ours, 'none', quiet, 'live=true'),
      make('C++, quiet', cpp, 'none', quiet, 'live=true'),
      make('ours, fields', ours, 'fields', everything, 'live=true'),
      make('C++, unread', cpp, 'none', everything, 'live=true'),
      make('ours, messages', ours, 'message', everything, 'live=true'),
      make('C++, messages', cpp, 'message', everything, 'live=true'),
    ]
  },
}
