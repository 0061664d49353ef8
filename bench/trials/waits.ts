import { ours } from '../harness/implementations'
import { figuresOf } from '../harness/process'
import { sessionArguments } from '../harness/sessions'
import type { Competitor, Trial } from '../harness/trial'

/** A program of ours with arguments such as `by=torrent`. */
function competitor(name: string, program: string, args: Record<string, unknown>): Competitor {
  const given = Object.entries(args).map(([key, value]) => `${key}=${String(value)}`)
  return {
    name,
    implementation: ours,
    run: () => figuresOf(ours, program, [...given, ...sessionArguments()]),
  }
}

/** Sizes and unit of a trial that measures the time of each of many calls. */
function ofEach(full: number, smoke: number) {
  return { units: { each: 'µs' }, full: { count: full }, smoke: { count: smoke } }
}

export const waits: Trial<{ count: number }> = {
  name: 'waits',
  measures:
    'As many torrents as waits: each wait is for the pause of one of them, by the torrent or by the session and a filter. ' +
    'All torrents are paused; the time until all waits have ended, for each. Each alert calls all filters.',
  ...ofEach(10_000, 20),
  targets: [
    { metric: 'each', of: 'torrent.waitFor', to: 'torrent.waitFor, a tenth', atMost: 1.5 },
    { metric: 'each', of: 'session.waitFor, filtered', to: 'torrent.waitFor' },
  ],
  async competitors({ count }) {
    return [
      competitor('torrent.waitFor', 'waits', { by: 'torrent', count }),
      competitor('torrent.waitFor, a tenth', 'waits', { by: 'torrent', count: count / 10 }),
      competitor('session.waitFor, filtered', 'waits', { by: 'session', count }),
    ]
  },
}

export const refusals: Trial<{ count: number }> = {
  name: 'refusals',
  measures:
    'addTorrent() of a torrent that the session has: 300 calls together, which resolve, which reject, and which reject ' +
    'with errors without a stack. The time for each.',
  ...ofEach(30_000, 300),
  targets: [
    { metric: 'each', of: 'rejected', atMost: 8 },
    { metric: 'each', of: 'rejected', to: 'resolved' },
    { metric: 'each', of: 'rejected', to: 'rejected, no stack' },
  ],
  async competitors({ count }) {
    return [
      competitor('resolved', 'refusals', { count, rejects: false, frames: 10 }),
      competitor('rejected', 'refusals', { count, rejects: true, frames: 10 }),
      competitor('rejected, no stack', 'refusals', { count, rejects: true, frames: 0 }),
    ]
  },
}
