import { makeContent } from '../harness/content'
import { cpp, ours, python3, type Implementation } from '../harness/implementations'
import { figuresOf } from '../harness/process'
import { sessionArguments } from '../harness/sessions'
import type { Competitor, Trial } from '../harness/trial'

function competitor(
  name: string,
  implementation: Implementation,
  count: number,
  ...more: string[]
): Competitor {
  const args = [`count=${count}`, ...more, ...sessionArguments()]
  return { name, implementation, run: () => figuresOf(implementation, 'calls', args) }
}

export const calls: Trial<{ count: number }> = {
  name: 'calls',
  measures:
    'One call after the other: "post" (setUploadLimit) returns at once, "sync" waits for libtorrent (inSessionSync), ' +
    '"promise" is awaited (inSession), "together" are promises that are all made before one is awaited.',
  units: { post: 'ns', sync: 'ns', promise: 'ns', together: 'ns', overSync: 'µs' },
  full: { count: 100_000 },
  smoke: { count: 100 },
  targets: [
    { metric: 'post', of: 'ours', to: 'C++', by: 'difference', atMost: 300 },
    { metric: 'overSync', of: 'ours', atMost: 15 },
  ],
  async competitors({ count }) {
    return [
      competitor('ours', ours, count),
      competitor('C++', cpp, count),
      competitor('python', python3, count),
    ]
  },
}

interface Reading {
  readonly pieces: readonly number[]
  readonly bytes: number
  readonly count: number
}

const MiB = 2 ** 20

export const readPiece: Trial<Reading> = {
  name: 'read-piece',
  measures:
    'readPiece() of pieces of 1 MiB and of 16 MiB, from the cache of the system, one after the other. "C++, kept" ' +
    'frees a piece 64 MiB later, as JavaScript does that drops it, instead of before the next one.',
  units: { read: 'µs', bytes: 'B' },
  full: { pieces: [MiB, 16 * MiB], bytes: 64 * MiB, count: 200 },
  smoke: { pieces: [MiB], bytes: MiB, count: 2 },
  targets: [1, 16].flatMap((size) => [
    { metric: 'read', of: `ours, ${size} MiB`, to: `C++, ${size} MiB`, atMost: 1.1 },
    { metric: 'read', of: `ours, ${size} MiB`, to: `C++, kept, ${size} MiB` },
  ]),
  async competitors({ pieces, bytes, count }, directory) {
    const competitors: Competitor[] = []
    for (const pieceSize of pieces) {
      const name = `of-${pieceSize / MiB}`
      const { torrent, savePath } = await makeContent(directory, name, bytes, pieceSize)
      for (const [name, implementation, ...more] of [
        ['ours', ours],
        ['C++', cpp],
        ['C++, kept', cpp, `keep=${(64 * MiB) / pieceSize}`],
        ['python', python3],
      ] as const) {
        const args = [`torrent=${torrent}`, `save=${savePath}`, ...more]
        competitors.push(
          competitor(`${name}, ${pieceSize / MiB} MiB`, implementation, count, ...args),
        )
      }
    }
    return competitors
  },
}
