// However the process ends while sessions are open, it ends by itself and in order.
import { runChild, startChild, wellEnded } from './helpers/run'

describe('the natural end', () => {
  test('comes with a session that is open and unreferenced', async () => {
    const outcome = await runChild(async (kit) => {
      const session = kit.openSession()
      await session.waitFor('listen_succeeded')
      session.unref()
      kit.send('unreferenced')
    })
    expect(outcome).toMatchObject(wellEnded)
  })

  test('comes after close()', async () => {
    const outcome = await runChild(async (kit) => {
      const session = kit.openSession()
      await session.addTorrent(kit.magnet(1))
      await session.close()
      kit.send(session.closed)
    })
    expect(outcome).toMatchObject({ ...wellEnded, sent: [true], waits: [] })
  })

  test('waits for a close() that is not awaited', async () => {
    const outcome = await runChild((kit) => {
      const session = kit.openSession()
      session.unref()
      void session.close().then(() => kit.send('closed'))
    })
    expect(outcome).toMatchObject({ ...wellEnded, sent: ['closed'] })
  })

  test('comes with a session that was referenced again and again, and unreferenced once', async () => {
    const outcome = await runChild((kit) => {
      const session = kit.openSession()
      session.ref()
      session.ref()
      session.unref()
    })
    expect(outcome).toMatchObject(wellEnded)
  })

  test('does not come while a session is open', async () => {
    const child = startChild(async (kit) => {
      process.on('beforeExit', () => kit.send('nothing left to do'))
      const session = kit.openSession()
      await session.waitFor('listen_succeeded')
      kit.send('listening')
      for (;;) {
        const word = (await kit.received()).trim()
        kit.send(word)
        if (word === 'close') return session.close()
      }
    })
    expect(await child.receive()).toBe('listening')
    for (const word of ['one', 'two', 'three']) {
      child.write(word)
      expect(await child.receive()).toBe(word)
    }
    child.write('close')
    expect(await child.ended).toMatchObject({
      ...wellEnded,
      sent: ['listening', 'one', 'two', 'three', 'close', 'nothing left to do'],
    })
  })
})

describe('process.exit()', () => {
  test('ends a process whose session is open', async () => {
    const outcome = await runChild(async (kit) => {
      const session = kit.openSession()
      await session.waitFor('listen_succeeded')
      kit.send('leaving')
      process.exit(3)
    })
    expect(outcome).toMatchObject({ code: 3, signal: null, stderr: '' })
  })

  test('ends it in the turn in which the session was made', async () => {
    const outcome = await runChild((kit) => {
      kit.openSession()
      process.exit(3)
    })
    expect(outcome).toMatchObject({ code: 3, signal: null, stderr: '' })
  })

  test('ends it in a listener, while more alerts wait', async () => {
    const outcome = await runChild((kit) => {
      const session = kit.openSession()
      for (let i = 1; i <= 100; i++) void session.addTorrent(kit.magnet(i))
      session.on('add_torrent', () => process.exit(3))
    })
    expect(outcome).toMatchObject({ code: 3, signal: null, stderr: '' })
  })

  test('ends it in the middle of a transfer', async () => {
    const outcome = await runChild(async (kit) => {
      await kit.startTransfer(64 * 1024 * 1024)
      process.exit(3)
    })
    expect(outcome).toMatchObject({ code: 3, signal: null, stderr: '' })
  })

  test('ends it while calls are under way', async () => {
    const outcome = await runChild(async (kit) => {
      const session = kit.openSession()
      const torrent = await session.addTorrent(kit.magnet(1))
      for (let i = 0; i < 1_000; i++) void torrent.status()
      await torrent.status()
      for (let i = 0; i < 1_000; i++) void torrent.getPeerInfo()
      process.exit(3)
    })
    expect(outcome).toMatchObject({ code: 3, signal: null, stderr: '' })
  })

  test('ends it while a session is being closed that waits for a call', async () => {
    const outcome = await runChild(async (kit) => {
      const session = kit.openSession()
      const filter = new kit.lt.IpFilter()
      for (let i = 0; i < 200_000; i++) {
        const address = `${i >> 14}.${(i >> 6) & 255}.${(i & 63) * 4}.0`
        filter.addRule(address, address, 1)
      }
      session.setIpFilter(filter)
      const first = session.isPaused()
      void session.getIpFilter() // takes its time, and is under way when the first is answered
      await first
      void session.close()
      process.exit(3)
    })
    expect(outcome).toMatchObject({ code: 3, signal: null, stderr: '' })
  })

  test('ends it with many sessions, some of which are being closed', async () => {
    const outcome = await runChild(async (kit) => {
      const sessions = Array.from({ length: 10 }, () => kit.openSession())
      await Promise.all(sessions.map((session) => session.isListening()))
      for (const session of sessions.slice(5)) void session.close()
      process.exit(3)
    })
    expect(outcome).toMatchObject({ code: 3, signal: null, stderr: '' })
  })
})

describe('an uncaught exception', () => {
  test('prints its stack and exits with 1', async () => {
    const outcome = await runChild(async (kit) => {
      const session = kit.openSession()
      await session.addTorrent(kit.magnet(1))
      setImmediate(() => {
        throw new Error('thrown on purpose')
      })
    })
    expect(outcome).toMatchObject({ code: 1, signal: null })
    expect(outcome.stderr).toMatch(/Error: thrown on purpose\n +at /)
  })

  test('does so when it is a rejection', async () => {
    const outcome = await runChild(async (kit) => {
      const session = kit.openSession()
      await session.addTorrent(kit.magnet(1))
      void Promise.reject(new Error('rejected on purpose'))
    })
    expect(outcome).toMatchObject({ code: 1, signal: null })
    expect(outcome.stderr).toMatch(/Error: rejected on purpose\n +at /)
  })

  test('is not what an unawaited call that fails causes', async () => {
    const outcome = await runChild(async (kit) => {
      const session = kit.openSession()
      const torrent = await session.addTorrent(kit.magnet(1))
      void torrent.readPiece(0)
      void session.waitFor('dht_bootstrap')
      await torrent.status()
      await session.close()
    })
    expect(outcome).toMatchObject(wellEnded)
  })
})

test('SIGTERM ends a process whose session is open', async () => {
  const child = startChild(async (kit) => {
    await kit.openSession().waitFor('listen_succeeded')
    kit.send('listening')
  })
  await child.receive()
  child.kill('SIGTERM')
  expect(await child.ended).toMatchObject({ code: null, signal: 'SIGTERM', stderr: '' })
})

test('a handler of SIGTERM can close the session first', async () => {
  const child = startChild(async (kit) => {
    const session = kit.openSession()
    process.once('SIGTERM', () => void session.close().then(() => kit.send('closed')))
    await session.waitFor('listen_succeeded')
    kit.send('listening')
  })
  await child.receive()
  child.kill('SIGTERM')
  expect(await child.ended).toMatchObject({
    ...wellEnded,
    sent: ['listening', 'closed'],
    waits: [],
  })
})
