// Read streams that were destroyed: what they leave in the process and in their session.
import { runChild, wellEnded } from './helpers/run'
import type { getEventListeners, setMaxListeners } from 'node:events'

const streams = 10_000

/** Bytes that the heap may grow by, per stream; a stream that is kept costs some 7,500. */
const slack = 100

const minute = 60_000

interface Events {
  readonly getEventListeners: typeof getEventListeners
  readonly setMaxListeners: typeof setMaxListeners
}

interface Native {
  _listenTo: (this: unknown, alert: number, on: boolean) => void
}

interface Left {
  readonly heap: number
  readonly alive: number
  readonly listeners: number
  readonly subscribed: readonly number[]
  readonly subscribedBefore: boolean
  readonly outcomes: Readonly<Record<string, number>>
}

test.each(['without metadata', 'without data'])(
  `${streams} streams of a torrent %s that were created and destroyed leave nothing`,
  async (torrent) => {
    const outcome = await runChild(
      async (kit, { torrent, streams }) => {
        const session = kit.openSession()
        const params =
          torrent === 'without metadata'
            ? kit.magnet(1)
            : { ti: await kit.makeTorrent('content', 1_000_000), savePath: `${kit.dir}/empty` }
        const handle = await session.addTorrent({ ...params, flags: 0 })
        const events = kit.require('node:events') as Events
        const { signal } = new AbortController() // lives longer than the streams
        events.setMaxListeners(0, signal)
        const alerts = watchSubscriptions()
        const outcomes: Record<string, number> = {}

        /** Ends streams in ways that take turns: unread, as soon as they wait, by a signal, by an error. */
        async function round(count: number): Promise<WeakRef<object>[]> {
          const controller = new AbortController()
          events.setMaxListeners(0, controller.signal)
          const all = Array.from({ length: count }, (_, i) =>
            handle.createReadStream(0, { signal: i % 2 ? controller.signal : signal }),
          )
          const ends = all.map((stream, i) => (i % 8 < 2 ? closed(stream) : read(stream)))
          await handle.status()
          await handle.status()
          controller.abort()
          for (const [i, stream] of all.entries()) {
            if (i % 2 === 0) stream.destroy(i % 4 ? undefined : new Error('mine'))
          }
          for (const end of await Promise.all(ends)) outcomes[end] = (outcomes[end] ?? 0) + 1
          return all.map((stream) => new WeakRef(stream))
        }

        function closed(stream: NodeJS.ReadableStream): Promise<string> {
          return new Promise((resolve) => {
            let outcome = 'closed'
            stream.on('error', (error) => (outcome = error.name))
            stream.on('close', () => resolve(outcome))
          })
        }

        function read(stream: NodeJS.ReadableStream): Promise<string> {
          stream.resume()
          return closed(stream)
        }

        /** The numbers of the alerts that the session converts. */
        function watchSubscriptions(): { now: Set<number>; ever: Set<number> } {
          const { addon } = kit.require('./dist/native/binding.js') as {
            addon: { Session: { prototype: Native } }
          }
          const native = addon.Session.prototype
          const { _listenTo } = native
          const subscribed = { now: new Set<number>(), ever: new Set<number>() }
          native._listenTo = function (alert, on) {
            subscribed.ever.add(alert)
            subscribed.now[on ? 'add' : 'delete'](alert)
            _listenTo.call(this, alert, on)
          }
          return subscribed
        }

        async function heap(): Promise<number> {
          for (let i = 0; i < 4; i++) {
            globalThis.gc?.()
            await kit.turn()
          }
          return process.memoryUsage().heapUsed
        }

        await round(1_000)
        const before = await heap()
        const refs: WeakRef<object>[] = []
        for (let i = 0; i < streams; i += 500) refs.push(...(await round(500)))
        await kit.collectGarbage(() => refs.every((ref) => ref.deref() === undefined))
        const alive = refs.filter((ref) => ref.deref() !== undefined).length
        refs.length = 0
        kit.send({
          heap: (await heap()) - before,
          alive,
          listeners: events.getEventListeners(signal, 'abort').length,
          subscribed: [...alerts.now],
          subscribedBefore: alerts.ever.size > 0,
          outcomes,
        })
        await session.close()
      },
      { flags: ['--expose-gc'], data: { torrent, streams }, deadline: minute },
    )
    expect(outcome).toMatchObject(wellEnded)
    const { heap, ...left } = outcome.sent[0] as Left
    const total = streams + 1_000
    expect(left).toStrictEqual({
      alive: 0,
      listeners: 0,
      subscribed: [],
      subscribedBefore: true,
      outcomes: { AbortError: total / 2, closed: total / 4, Error: total / 4 },
    })
    expect(heap / streams).toBeLessThan(slack)
  },
  2 * minute,
)

test('a process ends by itself when its streams that wait for metadata are destroyed', async () => {
  const outcome = await runChild(async (kit) => {
    const session = kit.openSession()
    const torrent = await session.addTorrent(kit.magnet(1))
    for (let i = 0; i < 100; i++) torrent.createReadStream(0).resume().destroy()
    session.unref()
  })
  expect(outcome).toMatchObject(wellEnded)
})

test('web streams that end early cause no uncaughtException', async () => {
  const outcome = await runChild(async (kit) => {
    const session = kit.openSession()
    const ti = await kit.makeTorrent('content', 4_000_000)
    const [file] = await (await kit.share(session, ti)).files()
    const handler = kit.lt.createFetchHandler(session)
    const url = `http://localhost/${ti.infoHashes().v1}/content`
    const bodyOf = async (): Promise<ReadableStream<Uint8Array>> =>
      (await handler(new Request(url))).body!

    /** Reads once and cancels: after more turns of the event loop, more is buffered. */
    async function cancelled(stream: ReadableStream<Uint8Array>, turns: number): Promise<void> {
      const reader = stream.getReader()
      await reader.read()
      for (let turn = 0; turn < turns; turn++) await kit.turn()
      await reader.cancel()
    }

    for (let turns = 0; turns < 20; turns++) {
      await cancelled(file!.stream(), turns)
      await cancelled(await bodyOf(), turns)
    }

    const controller = new AbortController()
    const { signal } = controller
    const unread = await handler(new Request(url, { signal }))
    const streams = [file!.stream({ signal }), unread.body!]
    controller.abort()
    for (let turn = 0; turn < 5; turn++) await kit.turn()
    streams.push(file!.stream({ signal }))
    for (const stream of streams) {
      kit.send(
        await stream
          .getReader()
          .read()
          .catch((error: unknown) => (error as Error).name),
      )
    }
    await session.close()
  })
  expect(outcome).toMatchObject({ ...wellEnded, sent: Array(3).fill('AbortError') })
})

test('a worker ends while its streams wait, are read and are destroyed', async () => {
  const outcome = await runChild(async (kit) => {
    for (let i = 0; i < 10; i++) {
      const worker = kit.startWorker(async (kit) => {
        const session = kit.openSession()
        const torrent = await session.addTorrent(kit.magnet(1))
        const streams = Array.from({ length: 30 }, () => torrent.createReadStream(0).resume())
        await torrent.status()
        for (const stream of streams.slice(10, 20)) stream.destroy()
        kit.ready()
        for (const stream of streams.slice(20)) stream.destroy()
      }, null)
      await kit.told(worker)
      kit.send(await worker.terminate())
    }
  })
  expect(outcome).toMatchObject({ ...wellEnded, sent: Array(10).fill(1) })
})
