import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { makeContent } from '../harness/content'
import {
  cpp,
  createTorrent as npm,
  mktorrent,
  ours,
  python3,
  type Implementation,
} from '../harness/implementations'
import { figuresOf } from '../harness/process'
import type { Competitor, Figures, Trial } from '../harness/trial'

interface Parameters {
  readonly bytes: number
  /** A power of two. */
  readonly pieceSize: number
}

const versions = ['v1', 'v2', 'hybrid'] as const

/** mktorrent is a command; no program of ours runs it. */
function runMktorrent(file: string, pieceSize: number, scratch: string): Figures {
  const power = String(Math.log2(pieceSize))
  const out = join(scratch, 'made.torrent')
  const start = performance.now()
  const [command, ...args] = mktorrent.command('')
  const { status } = spawnSync(command, [...args, '-l', power, '-o', out, file])
  if (status !== 0) throw new Error(`mktorrent ended with ${status ?? 'a signal'}`)
  return { speed: statSync(file).size / (performance.now() - start) / 1e6 }
}

export const createTorrent: Trial<Parameters> = {
  name: 'create-torrent',
  measures:
    'A torrent of one file in the cache of the system; and how late timers of 1 ms are meanwhile (99th percentile).',
  units: { speed: 'GB/s', p99: 'ms', reports: '' },
  full: { bytes: 2 ** 30, pieceSize: 2 ** 20 },
  smoke: { bytes: 2 ** 22, pieceSize: 2 ** 16 },
  targets: [
    ...versions.map((version) => ({
      metric: 'speed',
      of: `ours, ${version}`,
      to: `C++, ${version}`,
      atLeast: 1.6,
    })),
    ...versions.map((version) => ({ metric: 'p99', of: `ours, ${version}`, atMost: 5 })),
  ],
  async competitors({ bytes, pieceSize }, directory) {
    const { savePath } = await makeContent(directory, 'file', bytes)
    const file = join(savePath, 'file')
    const competitor = (
      name: string,
      implementation: Implementation,
      version: string,
    ): Competitor => {
      const args = [`file=${file}`, `version=${version}`, `piece=${pieceSize}`]
      const run = (): Promise<Figures> => figuresOf(implementation, 'create-torrent', args)
      return { name: `${name}, ${version}`, implementation, run }
    }
    return [
      ...versions.flatMap((version) => [
        competitor('ours', ours, version),
        competitor('C++', cpp, version),
      ]),
      competitor('python', python3, 'v1'),
      {
        name: 'mktorrent, v1',
        implementation: mktorrent,
        run: async (scratch) => runMktorrent(file, pieceSize, scratch),
      },
      competitor('create-torrent', npm, 'v1'),
    ]
  },
}
