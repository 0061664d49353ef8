// Nothing piles up: threads, files, memory.
import { runChild, wellEnded } from './helpers/run'
import type { Kit } from './helpers/kit'

const minute = 60_000

test(
  'twenty sessions at a time leave no threads and files behind',
  async () => {
    const outcome = await runChild(
      async (kit) => {
        const round = async (): Promise<void> => {
          const sessions = Array.from({ length: 20 }, () => kit.openSession())
          await Promise.all(sessions.map((session) => session.addTorrent(kit.magnet(1))))
          await Promise.all(sessions.map((session) => session.close()))
        }
        await round()
        const before = kit.resources()
        for (let i = 0; i < 4; i++) await round()
        const after = kit.resources()
        kit.send([after.threads - before.threads, after.files - before.files])
      },
      { deadline: minute },
    )
    expect(outcome).toMatchObject({ ...wellEnded, sent: [[0, 0]] })
  },
  2 * minute,
)

/** How many times the memory after the first rounds is a leak after all of them. */
const growth = 1.3

interface Work {
  readonly what: string
  readonly rounds: number
  /** Prepares, and returns what is done in every round. */
  readonly main: (kit: Kit) => Promise<(round: number) => Promise<unknown>>
}

const works: Work[] = [
  {
    what: 'opened and closed sessions',
    rounds: 200,
    main: (kit) =>
      Promise.resolve(async () => {
        const session = kit.openSession()
        session.on('alert', () => {})
        await session.addTorrent(kit.magnet(1))
        await session.close()
      }),
  },
  {
    what: 'added and removed torrents',
    rounds: 2_000,
    main: async (kit) => {
      const session = kit.openSession()
      session.on('alert', () => {})
      const ti = await kit.makeTorrent('content', 16 * 1024 * 1024)
      return async (round) => {
        const magnet = session.addTorrent(kit.magnet(round + 1))
        const torrent = await session.addTorrent({ ti, savePath: kit.dir })
        await torrent.status()
        await session.removeTorrent(torrent)
        await session.removeTorrent(await magnet)
      }
    },
  },
  {
    what: 'parsed and hashed torrents',
    rounds: 200,
    main: async (kit) => {
      const ti = await kit.makeTorrent('content', 4 * 1024 * 1024)
      const bytes = kit.lt.writeTorrentFileBuf({ ti })
      return async () => {
        for (let i = 0; i < 100; i++) new kit.lt.TorrentInfo(bytes).files()
        const torrent = await kit.prepareTorrent('content', 4 * 1024 * 1024)
        await torrent.setPieceHashes(kit.dir, { onProgress: () => {} })
      }
    },
  },
  {
    what: 'calls that were answered and calls that failed',
    rounds: 200,
    main: async (kit) => {
      const session = kit.openSession()
      const torrent = await session.addTorrent(kit.magnet(1))
      return async () => {
        const calls = Array.from({ length: 100 }, () => [torrent.status(), torrent.readPiece(0)])
        await Promise.allSettled(calls.flat())
      }
    },
  },
]

test.each(works)(
  'memory that $what took is used again',
  async ({ rounds, main }) => {
    const outcome = await runChild(
      async (kit, { source, rounds }) => {
        const work = await (eval(source) as Work['main'])(kit)
        const memory = async (first: number, last: number): Promise<number> => {
          for (let round = first; round < last; round++) await work(round)
          for (let i = 0; i < 4; i++) {
            globalThis.gc?.()
            await kit.turn()
          }
          return process.memoryUsage.rss()
        }
        const warm = rounds / 4
        const before = await memory(0, warm)
        const after = await memory(warm, rounds)
        kit.send({ before, after })
        process.exit(0)
      },
      { flags: ['--expose-gc'], data: { source: String(main), rounds }, deadline: minute },
    )
    expect(outcome).toMatchObject(wellEnded)
    const { before, after } = outcome.sent[0] as Record<'before' | 'after', number>
    expect(after / before).toBeLessThan(growth)
  },
  2 * minute,
)

test(
  'workers take their memory with them',
  async () => {
    const outcome = await runChild(
      async (kit) => {
        const round = async (): Promise<void> => {
          const worker = kit.startWorker(async (kit) => {
            const session = kit.openSession({ alert_mask: -1 })
            session.on('alert', () => {})
            const torrent = await session.addTorrent(kit.magnet(1))
            for (let i = 0; i < 100; i++) torrent.status().catch(() => {})
            kit.ready()
          }, null)
          await kit.told(worker)
          await worker.terminate()
        }
        for (let i = 0; i < 15; i++) await round()
        const before = kit.resources()
        const memory = process.memoryUsage.rss()
        for (let i = 0; i < 30; i++) await round()
        const after = kit.resources()
        kit.send([after.threads - before.threads, after.files - before.files])
        kit.send(process.memoryUsage.rss() / memory)
      },
      { deadline: minute },
    )
    expect(outcome).toMatchObject({ ...wellEnded, sent: [[0, 0], expect.any(Number)] })
    expect(outcome.sent[1]).toBeLessThan(growth)
  },
  2 * minute,
)
