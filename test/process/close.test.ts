// close() while all kinds of things are going on.
import { runChild, wellEnded } from './helpers/run'

const minute = 60_000

test('close() twice is one close', async () => {
  const outcome = await runChild(async (kit) => {
    const session = kit.openSession()
    const first = session.close()
    kit.send(first === session.close())
    kit.send(session.closed)
    await first
    kit.send(first === session.close())
    await session.close()
  })
  expect(outcome).toMatchObject({ ...wellEnded, sent: [true, true, true] })
})

test('close() rejects what is under way and ends iterations', async () => {
  const outcome = await runChild(async (kit) => {
    const session = kit.openSession()
    const torrent = await session.addTorrent(kit.magnet(1))
    const alerts = session.alerts()
    const waiting = [
      session.waitFor('dht_bootstrap'),
      torrent.waitFor('metadata_received'),
      torrent.createReadStream(0).toArray(),
    ].map((promise) => kit.outcome(promise))
    const calls = Array.from({ length: 500 }, () => kit.outcome(torrent.status()))
    const listed = kit.outcome(session.getTorrents())
    await session.close()
    kit.send(await Promise.all(waiting))
    kit.send([...new Set(await Promise.all(calls))])
    kit.send(await listed)
    while (!(await alerts.next()).done);
    kit.send('no more alerts')
  })
  const closed = 'session_closed'
  expect(outcome).toMatchObject(wellEnded)
  const [waiting, calls, listed, last] = outcome.sent
  expect(new Set(waiting as string[])).toEqual(new Set([closed]))
  expect(calls).toContain(closed)
  expect([listed, last]).toEqual([closed, 'no more alerts'])
})

test('methods of a closed session, and of its torrents, say so', async () => {
  const outcome = await runChild(async (kit) => {
    const session = kit.openSession()
    const torrent = await session.addTorrent(kit.magnet(1))
    const subjects = { Session: session, TorrentHandle: torrent, Victim: torrent }
    const targets = [
      ...kit.targetsOf(kit.lt.Session, session, subjects),
      ...kit.targetsOf(kit.lt.TorrentHandle, torrent, subjects),
    ]
    await session.close()
    const fulfilled = new Set<string>()
    for (const { name, method, receiver, args } of targets) {
      const answer = await kit.outcome(() => Reflect.apply(method, receiver, args))
      if (answer === 'fulfilled') fulfilled.add(name.replaceAll('^', ''))
      else if (answer !== 'session_closed') kit.send({ [name]: answer })
    }
    kit.send(targets.length)
    kit.send([...fulfilled])
  })
  expect(outcome).toMatchObject(wellEnded)
  const [count, fulfilled] = outcome.sent
  expect(count).toBeGreaterThan(100)
  const listening = ['off', 'removeListener', 'removeAllListeners', 'listenerCount', 'listeners']
  const emitting = ['rawListeners', 'emit', 'setMaxListeners', 'getMaxListeners']
  const both = [...listening, ...emitting, 'eventNames', 'toJSON']
  const ofSession = [...both, 'closed', '_continue', '_listenTo', 'ref', 'unref']
  const ofTorrent = [...both, 'session', '_summary']
  expect(new Set(fulfilled as string[])).toEqual(
    new Set([
      ...ofSession.map((name) => `Session.${name}`),
      ...ofTorrent.map((name) => `TorrentHandle.${name}`),
    ]),
  )
})

test('close() in a listener, while the batch goes on', async () => {
  const outcome = await runChild(async (kit) => {
    for (let round = 0; round < 20; round++) {
      const session = kit.openSession({ alert_mask: -1 })
      const added = Array.from({ length: 100 }, (_, i) => session.addTorrent(kit.magnet(i + 1)))
      const closed = new Promise<void>((done, fail) => {
        session.on('add_torrent', () => void session.close().then(done, fail))
      })
      const results = await Promise.all(added.map((promise) => kit.outcome(promise)))
      await closed
      kit.send([...new Set(results)].sort())
    }
  })
  expect(outcome).toMatchObject(wellEnded)
  // What was answered before the listener got the first is fulfilled, and that may be nothing.
  for (const results of outcome.sent) {
    expect(['fulfilled', 'fulfilled,session_closed', 'session_closed']).toContain(String(results))
  }
})

test(
  'close() while alerts pour in',
  async () => {
    const outcome = await runChild(
      async (kit) => {
        for (let round = 0; round < 40; round++) {
          const session = kit.openSession({ alert_mask: -1, alert_queue_size: 100_000 })
          session.on('alert', () => {})
          const torrent = await session.addTorrent(kit.magnet(1))
          for (let i = 2; i < 500; i++) void session.addTorrent(kit.magnet(i))
          torrent.status().catch(() => {}) // one call that runs while it closes
          for (let i = 500; i < 1_000; i++) void session.addTorrent(kit.magnet(i))
          await session.close()
        }
      },
      { deadline: minute },
    )
    expect(outcome).toMatchObject(wellEnded)
  },
  2 * minute,
)

test(
  'close() in the middle of a transfer',
  async () => {
    const outcome = await runChild(
      async (kit) => {
        for (let round = 0; round < 6; round++) {
          const transfer = await kit.startTransfer(64 * 1024 * 1024, { alert_mask: -1 })
          const { seeder, leecher, download } = transfer
          for (const session of [seeder, leecher]) session.on('alert', () => {})
          const status = kit.outcome(download.status())
          const order = round % 2 === 0 ? [seeder, leecher] : [leecher, seeder]
          const closing = order.map((session) => session.close())
          await Promise.all([...closing, status])
          await kit.fs.promises.rm(kit.path.join(kit.dir, 'download'), { recursive: true })
        }
      },
      { deadline: minute },
    )
    expect(outcome).toMatchObject(wellEnded)
  },
  2 * minute,
)

// A job that is left behind reads freed memory. The address sanitizer finds that, in one of some thousand sessions.
test.each(['v1Only', 'v2Only'] as const)(
  'close() while a torrent is checked and its files are released: %s',
  async (version) => {
    const outcome = await runChild(
      async (kit, version) => {
        const ti = await kit.makeTorrent('content', 8_000_000, kit.lt.createFlags[version])
        for (let round = 0; round < 120; round++) {
          const session = kit.openSession({ hashing_threads: 2, aio_threads: 2 })
          const torrent = await session.addTorrent({ ti, savePath: kit.dir, flags: 0 })
          for (let i = 0; i < (round % 40) * 3; i++) await torrent.status(0)
          if (round % 3 === 0) torrent.flushCache()
          if (round % 3 === 1) void kit.outcome(torrent.forceRecheck())
          await session.close()
        }
      },
      { data: version, deadline: minute },
    )
    expect(outcome).toMatchObject(wellEnded)
  },
  2 * minute,
)

test('close() by the getter of an argument', async () => {
  const outcome = await runChild(async (kit) => {
    type Session = InstanceType<typeof kit.lt.Session>
    type Torrent = InstanceType<typeof kit.lt.TorrentHandle>
    const closing = <T extends object>(session: Session, name: string, object: T): T => {
      const value: unknown = Reflect.get(object, name)
      const get = (): unknown => {
        void session.close()
        return value
      }
      return Object.defineProperty(object, name, { get, enumerable: true })
    }
    const calls: ((session: Session, torrent: Torrent) => unknown)[] = [
      (session) => session.applySettings(closing(session, 'user_agent', { user_agent: 'x' })),
      (session) => session.addTorrent(closing(session, 'savePath', kit.magnet(2))),
      (session, torrent) =>
        torrent.connectPeer(closing(session, 'port', { address: '::1', port: 1 })),
      (session, torrent) =>
        torrent.addTracker(closing(session, 'tier', { url: 'http://[::1]/', tier: 1 })),
    ]
    for (const call of calls) {
      const session = kit.openSession()
      const torrent = await session.addTorrent(kit.magnet(1))
      kit.send(await kit.outcome(() => call(session, torrent)))
      await session.close()
    }
  })
  expect(outcome).toMatchObject(wellEnded)
  expect(new Set(outcome.sent)).toEqual(new Set(['session_closed']))
})
