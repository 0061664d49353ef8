import { makeContent } from '../harness/content'
import { ours } from '../harness/implementations'
import { figuresOf } from '../harness/process'
import { sessionArguments } from '../harness/sessions'
import type { Competitor, Trial } from '../harness/trial'

interface Reading {
  /** In KiB. */
  readonly pieces: readonly number[]
  readonly bytes: number
  readonly count: number
}

const kiB = 1024
const sizes = [64, 256, 1024, 4096]

export const readStream: Trial<Reading> = {
  name: 'read-stream',
  measures:
    'A complete file from the cache of the system: as a stream and, for comparison, by readPiece() one piece after ' +
    'the other; and the first chunk of a range of 4 KiB.',
  units: { rate: 'GB/s', range: 'ms' },
  full: { pieces: sizes, bytes: 256 * kiB * kiB, count: 100 },
  smoke: { pieces: [64], bytes: 1024 * kiB, count: 2 },
  targets: sizes.flatMap((size) => [
    { metric: 'rate', of: `stream, ${size} KiB`, atLeast: 1 },
    { metric: 'rate', of: `stream, ${size} KiB`, to: `pieces, ${size} KiB` },
    { metric: 'range', of: `stream, ${size} KiB`, atMost: 0.3 },
  ]),
  async competitors({ pieces, bytes, count }, directory) {
    const competitors: Competitor[] = []
    for (const size of pieces) {
      const content = await makeContent(directory, `of-${size}`, bytes, size * kiB)
      for (const by of ['stream', 'pieces']) {
        const args = [`torrent=${content.torrent}`, `save=${content.savePath}`, `by=${by}`]
        const all = [...args, `count=${count}`, ...sessionArguments()]
        const run = (): ReturnType<typeof figuresOf> => figuresOf(ours, 'read-stream', all)
        competitors.push({ name: `${by}, ${size} KiB`, implementation: ours, run })
      }
    }
    return competitors
  },
}
