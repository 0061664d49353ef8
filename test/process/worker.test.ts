// Worker threads: each has an environment of its own, which ends while the process goes on.
import { runChild, wellEnded } from './helpers/run'
import type { Kit } from './helpers/kit'

const minute = 60_000

/** What a worker does until it ends, and the exit code of that. */
interface End {
  readonly name: string
  readonly code: number
  readonly isTerminated?: boolean
  readonly main: (kit: Kit) => unknown
}

const ends: End[] = [
  {
    name: 'end by themselves',
    code: 0,
    main: async (kit) => {
      const session = kit.openSession({ alert_mask: -1 })
      session.on('alert', () => {})
      for (let i = 1; i <= 20; i++) await session.addTorrent(kit.magnet(i))
      session.unref()
    },
  },
  {
    name: 'close their sessions',
    code: 0,
    main: async (kit) => {
      const session = kit.openSession({ alert_mask: -1 })
      session.on('alert', () => {})
      for (let i = 1; i <= 20; i++) await session.addTorrent(kit.magnet(i))
      await session.close()
    },
  },
  {
    name: 'call process.exit()',
    code: 7,
    main: async (kit) => {
      const session = kit.openSession({ alert_mask: -1 })
      session.on('alert', () => {})
      for (let i = 1; i <= 20; i++) await session.addTorrent(kit.magnet(i))
      process.exit(7)
    },
  },
  {
    name: 'call process.exit() in a listener',
    code: 7,
    main: (kit) => {
      const session = kit.openSession({ alert_mask: -1 })
      session.on('add_torrent', () => process.exit(7))
      for (let i = 1; i <= 20; i++) void session.addTorrent(kit.magnet(i))
    },
  },
  {
    name: 'are terminated',
    code: 1,
    isTerminated: true,
    main: async (kit) => {
      const session = kit.openSession({ alert_mask: -1 })
      session.on('alert', () => {})
      for (let i = 1; i <= 20; i++) await session.addTorrent(kit.magnet(i))
      kit.workers.parentPort?.postMessage('ready')
    },
  },
  {
    name: 'are terminated while calls are under way',
    code: 1,
    isTerminated: true,
    main: async (kit) => {
      const session = kit.openSession({ alert_mask: -1 })
      session.on('alert', () => {})
      const torrent = await session.addTorrent(kit.magnet(1))
      kit.workers.parentPort?.postMessage('ready')
      for (;;) await Promise.all(Array.from({ length: 100 }, () => torrent.status()))
    },
  },
  {
    name: 'are terminated while they wait for libtorrent',
    code: 1,
    isTerminated: true,
    main: async (kit) => {
      const session = kit.openSession()
      const torrent = await session.addTorrent(kit.magnet(1))
      kit.workers.parentPort?.postMessage('ready')
      for (;;) torrent.statusSync()
    },
  },
  {
    name: 'are terminated while they close',
    code: 1,
    isTerminated: true,
    main: async (kit) => {
      const sessions = Array.from({ length: 3 }, () => kit.openSession({ alert_mask: -1 }))
      for (const session of sessions) {
        session.on('alert', () => {})
        await session.addTorrent(kit.magnet(1))
      }
      kit.workers.parentPort?.postMessage('ready')
      await Promise.all(sessions.map((session) => session.close()))
      await new Promise(() => setInterval(() => {}, 60_000))
    },
  },
]

test.each(ends)(
  'four at a time, ten times, that $name',
  async ({ code, isTerminated = false, main }) => {
    const outcome = await runChild(
      async (kit, { source, isTerminated }) => {
        const run = async (): Promise<number> => {
          const worker = kit.startWorker(source, null)
          const code = kit.ended(worker)
          if (!isTerminated) return code
          await kit.told(worker)
          return worker.terminate()
        }
        for (let round = 0; round < 10; round++) {
          kit.send(await Promise.all([run(), run(), run(), run()]))
        }
      },
      { data: { source: String(main), isTerminated }, deadline: minute },
    )
    const rounds = Array.from({ length: 10 }, () => Array.from({ length: 4 }, () => code))
    expect(outcome).toMatchObject({ ...wellEnded, sent: rounds })
  },
  2 * minute,
)

test('threads read settings at the same time', async () => {
  const read = (kit: Kit): void => {
    const saved = kit.lt.writeSessionParamsBuf({ settings: { user_agent: 'a' } })
    for (let i = 0; i < 10_000; i++) {
      kit.lt.readSessionParams(saved)
      kit.lt.highPerformanceSeed()
    }
  }
  const main = async (kit: Kit, source: string): Promise<void> => {
    const run = (): Promise<number> => kit.ended(kit.startWorker(source, null))
    kit.send(await Promise.all([run(), run(), run(), run()]))
  }
  const outcome = await runChild(main, { data: String(read), deadline: minute })
  expect(outcome).toMatchObject({ ...wellEnded, sent: [[0, 0, 0, 0]] })
})
