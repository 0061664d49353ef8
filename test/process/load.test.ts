// The addon is loaded more than once: in one thread, and in several.
import { runChild, wellEnded } from './helpers/run'

describe('twice in one thread', () => {
  test('each has classes, errors and sessions of its own', async () => {
    const outcome = await runChild(async (kit) => {
      const [one, other] = [kit.loadAgain(), kit.loadAgain()]
      kit.send(one.Session === other.Session)
      const [session, stranger] = [kit.openSession({}, one), kit.openSession({}, other)]
      const torrent = await session.addTorrent(kit.magnet(1))
      const strange = await stranger.addTorrent(kit.magnet(1))
      kit.send([torrent instanceof one.TorrentHandle, strange instanceof one.TorrentHandle])
      kit.send(await kit.outcome(() => session.removeTorrent(strange)))
      const name = Reflect.get<object, string>(one.FileStorage.prototype, 'name') as () => string
      kit.send(await kit.outcome(() => Reflect.apply(name, new other.FileStorage(), [])))
      await Promise.all([session.removeTorrent(torrent), stranger.removeTorrent(strange)])
      await Promise.all([session.close(), stranger.close()])
      const error: unknown = await strange.saveResumeData().catch((error: unknown) => error)
      kit.send([error instanceof one.LibtorrentError, error instanceof other.LibtorrentError])
    })
    const refused = expect.stringMatching(/^TypeError/) as string
    const sent = [false, [true, false], refused, refused, [false, true]]
    expect(outcome).toMatchObject({ ...wellEnded, sent })
  })

  test('each is ended with the process, one way or the other', async () => {
    const exit = await runChild(async (kit) => {
      const sessions = [kit.loadAgain(), kit.loadAgain()].map((lt) => kit.openSession({}, lt))
      await Promise.all(sessions.map((session) => session.addTorrent(kit.magnet(1))))
      process.exit(3)
    })
    expect(exit).toMatchObject({ code: 3, signal: null, stderr: '' })
    const natural = await runChild(async (kit) => {
      const sessions = [kit.loadAgain(), kit.loadAgain()].map((lt) => kit.openSession({}, lt))
      await Promise.all(sessions.map((session) => session.addTorrent(kit.magnet(1))))
      for (const session of sessions) session.unref()
    })
    expect(natural).toMatchObject(wellEnded)
  })

  test('each is ended with its worker', async () => {
    const outcome = await runChild(async (kit) => {
      const worker = kit.startWorker(async (kit) => {
        const sessions = [kit.loadAgain(), kit.loadAgain()].map((lt) => kit.openSession({}, lt))
        await Promise.all(sessions.map((session) => session.addTorrent(kit.magnet(1))))
        kit.ready()
      }, null)
      await kit.told(worker)
      kit.send(await worker.terminate())
    })
    expect(outcome).toMatchObject({ ...wellEnded, sent: [1] })
  })
})

test('in the main thread and in workers at once', async () => {
  const outcome = await runChild(async (kit) => {
    const work = async (): Promise<number> => {
      const worker = kit.startWorker(async (kit) => {
        const session = kit.openSession()
        await session.addTorrent(kit.magnet(1))
        await session.close()
        kit.ready()
      }, null)
      return kit.ended(worker)
    }
    for (let round = 0; round < 3; round++) {
      const workers = [work(), work(), work()]
      const session = kit.openSession()
      await session.addTorrent(kit.magnet(1))
      kit.send(await Promise.all(workers))
      await session.addTorrent(kit.magnet(2))
      await session.close()
    }
  })
  const sent = Array.from({ length: 3 }, () => [0, 0, 0])
  expect(outcome).toMatchObject({ ...wellEnded, sent })
})

test('in a worker first, and nowhere any more when that has ended', async () => {
  const outcome = await runChild(async (kit) => {
    const before = kit.resources().threads
    for (let round = 0; round < 3; round++) {
      const worker = kit.startWorker(async (kit) => {
        const session = kit.openSession()
        await session.addTorrent(kit.magnet(1))
        kit.ready()
      }, null)
      await kit.told(worker)
      await worker.terminate()
      for (let turn = 0; turn < 1_000; turn++) await kit.turn() // what is left behind would act now
    }
    kit.send(kit.resources().threads <= before + 4) // libuv's pool
    const session = kit.openSession()
    await session.addTorrent(kit.magnet(1))
    await session.close()
  })
  expect(outcome).toMatchObject({ ...wellEnded, sent: [true] })
})

test('the process exits while workers have sessions', async () => {
  const outcome = await runChild(async (kit) => {
    const workers = Array.from({ length: 4 }, () =>
      kit.startWorker(async (kit) => {
        const session = kit.openSession({ alert_mask: -1 })
        session.on('alert', () => {})
        await session.addTorrent(kit.magnet(1))
        kit.ready()
      }, null),
    )
    // Before anything is awaited: a message of a worker without a listener is lost.
    const ready = Promise.all(workers.map((worker) => kit.told(worker)))
    const session = kit.openSession()
    await session.addTorrent(kit.magnet(1))
    await ready
    process.exit(3)
  })
  expect(outcome).toMatchObject({ code: 3, signal: null, stderr: '' })
})

test('an exception that a worker does not catch ends that worker only', async () => {
  const outcome = await runChild(async (kit) => {
    const session = kit.openSession()
    const worker = kit.startWorker(async (kit) => {
      await kit.openSession().addTorrent(kit.magnet(1))
      throw new Error('thrown in a worker')
    }, null)
    kit.send(await kit.outcome(kit.ended(worker)))
    await session.addTorrent(kit.magnet(1))
    await session.close()
  })
  expect(outcome).toMatchObject({ ...wellEnded, sent: ['Error: thrown in a worker'] })
})

test('a transfer between a worker and the main thread, which the worker does not survive', async () => {
  const outcome = await runChild(async (kit) => {
    const ti = await kit.makeTorrent('content', 64 * 1024 * 1024)
    const seeder = kit.openSession()
    const { port } = await seeder.waitFor('listen_succeeded')
    const seed = await kit.share(seeder, ti)
    for (let round = 0; round < 5; round++) {
      const data = { port, bytes: kit.lt.writeTorrentFileBuf({ ti }), round }
      const worker = kit.startWorker(async (kit, { port, bytes, round }) => {
        const session = kit.openSession()
        const savePath = kit.path.join(kit.dir, `download${round}`)
        const download = await session.addTorrent({ ti: new kit.lt.TorrentInfo(bytes), savePath })
        const started = download.waitFor('piece_finished')
        download.connectPeer({ address: '127.0.0.1', port })
        await started
        kit.ready()
      }, data)
      await kit.told(worker)
      if (round % 2 === 0) await worker.terminate()
      else await Promise.all([worker.terminate(), seed.status()])
    }
    kit.send((await seed.status()).state)
    await seeder.close()
  })
  expect(outcome).toMatchObject({ ...wellEnded, sent: ['seeding'] })
})
