// A tracker that never answers holds up a graceful close, and nothing else.
import { runChild, wellEnded } from './helpers/run'
import { HangingTracker } from './helpers/tracker'
import type { Announcement, Kit } from './helpers/kit'

/** With it a graceful close takes longer than a child may live: one that waits for the tracker fails its test. */
const waitLimit = { stop_tracker_timeout: 60 }

let tracker: HangingTracker
afterEach(() => tracker.stop())

async function start(answers: boolean, settings = waitLimit): Promise<Announcement> {
  tracker = await HangingTracker.start(answers)
  return { url: tracker.url, news: answers ? 'tracker_reply' : 'tracker_announce', settings }
}

const kinds = [
  { kind: 'never answers', answers: false },
  { kind: 'does not answer "stopped"', answers: true },
]

describe.each(kinds)('a tracker that $kind', ({ answers }) => {
  const ends: [string, number, (kit: Kit, task: Announcement) => Promise<unknown>][] = [
    [
      'process.exit()',
      0,
      async (kit, task) => {
        await kit.announce(task)
        kit.send('asked')
        process.exit(0)
      },
    ],
    [
      'the natural end',
      0,
      async (kit, task) => {
        const session = await kit.announce(task)
        session.unref()
        kit.send('asked')
      },
    ],
    [
      'an uncaught exception',
      1,
      async (kit, task) => {
        await kit.announce(task)
        kit.send('asked')
        throw new Error('thrown on purpose')
      },
    ],
    [
      'the end of a worker',
      0,
      async (kit, task) => {
        const worker = kit.startWorker(async (kit, task) => {
          await kit.announce(task)
          kit.workers.parentPort?.postMessage('asked')
        }, task)
        kit.send(await kit.told(worker))
        await worker.terminate()
      },
    ],
  ]

  test.each(ends)('does not hold up %s', async (_name, code, main) => {
    const outcome = await runChild(main, { data: await start(answers) })
    expect(outcome).toMatchObject({ code, signal: null, sent: ['asked'] })
  })
})

test('a graceful close waits for the tracker, and the event loop goes on meanwhile', async () => {
  const task = await start(true, { stop_tracker_timeout: 1 })
  const outcome = await runChild(
    async (kit, task) => {
      const session = await kit.announce(task)
      let turns = 0
      const timer = setInterval(() => turns++, 10)
      await session.close()
      clearInterval(timer)
      kit.send(turns)
    },
    { data: task },
  )
  expect(outcome).toMatchObject(wellEnded)
  // if it stood still, the timer could fire before and after
  expect(outcome.sent[0]).toBeGreaterThan(2)
  expect(tracker.events).toContain('stopped')
})

test('a process that exits while it closes waits no longer than stop_tracker_timeout', async () => {
  const task = await start(true, { stop_tracker_timeout: 1 })
  const outcome = await runChild(
    async (kit, task) => {
      const session = await kit.announce(task)
      void session.close()
      process.exit(0)
    },
    { data: task },
  )
  expect(outcome).toMatchObject({ code: 0, signal: null })
})
