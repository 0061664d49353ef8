// A seeder and its leechers, each a process. The clock of all is CLOCK_MONOTONIC, so times of different
// processes can be compared.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Content } from './content'
import type { Implementation } from './implementations'
import { Program } from './process'
import type { Figures } from './trial'

export interface Swarm {
  readonly seeder: Program
  readonly seederAddress: string
  readonly leechers: readonly Leecher[]
}

interface Leecher {
  readonly program: Program
  readonly address: string
  readonly savePath: string
}

function address(ready: Figures): string {
  return `127.0.0.1:${ready.port ?? 0}`
}

/** Starts the processes, gives the seeder its torrents, and runs `use`; ends them when `use` throws, too. */
export async function withSwarm<Result>(
  {
    implementation,
    args,
    leechers,
  }: { implementation: Implementation; args: readonly string[]; leechers: number },
  contents: readonly Content[],
  scratch: string,
  use: (swarm: Swarm) => Promise<Result>,
): Promise<Result> {
  const programs = Array.from({ length: leechers + 1 }, () =>
    Program.of(implementation, 'peer', args),
  )
  try {
    const [seeder, ...started] = programs as [Program, ...Program[]]
    const seederAddress = address(await seeder.receive('ready'))
    for (const { torrent, savePath } of contents) {
      await seeder.request(['add', torrent, savePath], 'checked')
      await seeder.request(['start'], 'done')
    }
    const ready = started.map(async (program, index) => {
      const savePath = join(scratch, `leecher${index}`)
      await mkdir(savePath)
      return { program, savePath, address: address(await program.receive('ready')) }
    })
    return await use({ seeder, seederAddress, leechers: await Promise.all(ready) })
  } finally {
    await Promise.all(programs.map((program) => program[Symbol.asyncDispose]()))
  }
}

/** One torrent goes to all leechers, which also trade among themselves. Milliseconds from the first start to the last end. */
export async function transfer(
  { leechers, seederAddress }: Swarm,
  torrent: string,
): Promise<number> {
  await Promise.all(
    leechers.map((leecher, index) => {
      // each dials those before it: one connection for each pair
      const known = leechers.slice(0, index).map(({ address }) => address)
      const fields = ['add', torrent, leecher.savePath, seederAddress, ...known]
      return leecher.program.request(fields, 'checked')
    }),
  )
  const done = await Promise.all(leechers.map(({ program }) => program.request(['start'], 'done')))
  const times = done.map(({ start = NaN, end = NaN }) => ({ start, end }))
  const last = Math.max(...times.map(({ end }) => end))
  return last - Math.min(...times.map(({ start }) => start))
}
