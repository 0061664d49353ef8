import { fastLocalTransfer } from 'libtorrent-napi'
import { makeContent } from '../harness/content'
import { cpp, ours, webtorrent } from '../harness/implementations'
import { figuresOf } from '../harness/process'
import { sessionArguments } from '../harness/sessions'
import { withSwarm } from '../harness/swarm'
import type { Content } from '../harness/content'
import type { Implementation } from '../harness/implementations'
import type { SessionChoice } from '../harness/sessions'
import type { Competitor, Figures, Trial } from '../harness/trial'

interface Streaming {
  /** Bytes of the file that is read to its end, from a seeder without a limit. */
  readonly bytes: number
  /** Bytes of the file that is read at so many offsets, from a seeder with an upload limit in bytes/s. */
  readonly limited: { readonly bytes: number; readonly limit: number; readonly seeks: number }
}

const miB = 1024 * 1024

/** Readers. Ours read from a seeder with the same options; C++ and WebTorrent from one with libtorrent's defaults. */
const readers: readonly (readonly [string, Implementation, SessionChoice])[] = [
  ['ours', ours, { tcpNoDelay: true }],
  ['ours, preset', ours, fastLocalTransfer()],
  ['C++', cpp, {}],
  ['WebTorrent', webtorrent, {}],
]

export const streaming: Trial<Streaming> = {
  name: 'streaming',
  measures:
    'A file that is read while it is downloaded from one seeder, from the call that adds the torrent: the first byte ' +
    'and all bytes without a limit; the first byte and 64 KiB at random offsets from a seeder with an upload limit. ' +
    '"Unread" is the download alone, which a reader of the whole file waits for at least.',
  units: { first: 'ms', whole: 'ms', seek: 'ms' },
  full: { bytes: 256 * miB, limited: { bytes: 512 * miB, limit: 20 * miB, seeks: 20 } },
  smoke: { bytes: miB, limited: { bytes: 2 * miB, limit: miB, seeks: 2 } },
  targets: ['ours', 'ours, preset'].flatMap((name) => [
    { metric: 'first', of: name, atMost: 50 },
    { metric: 'whole', of: name, to: 'C++', atMost: 0.75 },
    { metric: 'first', of: `${name}, limited`, atMost: 200 },
    { metric: 'seek', of: `${name}, limited`, atMost: 60 },
  ]),
  async competitors({ bytes, limited }, directory) {
    const whole = await makeContent(directory, 'whole', bytes)
    const part = await makeContent(directory, 'part', limited.bytes)
    const unread = readers
      .filter(([, implementation]) => implementation === ours)
      .map(([name, implementation, options]): Competitor => ({
        name: `${name}, unread`,
        implementation,
        run: (scratch) =>
          readWith({ implementation, options, content: whole, isRead: false }, scratch),
      }))
    const competitors = readers.map(([name, implementation, options]): Competitor[] => [
      {
        name,
        implementation,
        run: (scratch) => readWith({ implementation, options, content: whole }, scratch),
      },
      {
        name: `${name}, limited`,
        implementation,
        run: (scratch) => readWith({ implementation, options, content: part, ...limited }, scratch),
      },
    ])
    return [...competitors.flat(), ...unread]
  },
}

interface Reading {
  readonly implementation: Implementation
  readonly options: SessionChoice
  readonly content: Content
  readonly isRead?: boolean
  readonly limit?: number
  readonly seeks?: number
}

function readWith(
  { implementation, options, content, isRead = true, limit = 0, seeks = 0 }: Reading,
  scratch: string,
): Promise<Figures> {
  const args = [...sessionArguments(options), `set.upload_rate_limit=${limit}`]
  return withSwarm(
    { implementation: ours, args, leechers: 0 },
    [content],
    scratch,
    ({ seederAddress }) =>
      figuresOf(implementation, 'stream', [
        ...sessionArguments(options),
        `torrent=${content.torrent}`,
        `save=${scratch}`,
        `peer=${seederAddress}`,
        `read=${isRead}`,
        `seeks=${seeks}`,
      ]),
  )
}
