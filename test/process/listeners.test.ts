// Listeners that throw, and alerts that come faster than they are taken.
import { runChild, wellEnded } from './helpers/run'

test('a listener that throws costs neither other listeners nor other alerts', async () => {
  const outcome = await runChild(async (kit) => {
    let caught = 0
    process.on('uncaughtException', (error) => {
      if (error.message === 'thrown by a listener') caught++
    })
    const session = kit.openSession()
    let received = 0
    session.on('add_torrent', () => {
      throw new Error('thrown by a listener')
    })
    session.on('add_torrent', () => received++)
    session.once('alert', () => {
      throw new Error('thrown by another')
    })
    await Promise.all(Array.from({ length: 100 }, (_, i) => session.addTorrent(kit.magnet(i + 1))))
    await session.close()
    kit.send({ caught, received })
  })
  expect(outcome).toMatchObject({ ...wellEnded, sent: [{ caught: 100, received: 100 }] })
})

test('a listener that throws ends a process that does not expect it', async () => {
  const outcome = await runChild(async (kit) => {
    const session = kit.openSession()
    session.on('add_torrent', () => {
      throw new Error('thrown by a listener')
    })
    await session.addTorrent(kit.magnet(1))
    await new Promise(() => {}) // the session keeps the process alive
  })
  expect(outcome).toMatchObject({ code: 1, signal: null })
  expect(outcome.stderr).toMatch(/Error: thrown by a listener\n +at /)
})

test('a handler of uncaughtException may close the session', async () => {
  const outcome = await runChild(async (kit) => {
    const session = kit.openSession()
    process.on('uncaughtException', () => void session.close().then(() => kit.send('closed')))
    session.on('add_torrent', () => {
      throw new Error('thrown by a listener')
    })
    for (let i = 1; i <= 50; i++) void session.addTorrent(kit.magnet(i))
    await kit.turn()
  })
  expect(outcome).toMatchObject(wellEnded)
  expect(new Set(outcome.sent)).toEqual(new Set(['closed']))
})

test('alerts that exceed the queue are dropped, and alerts_dropped reports it', async () => {
  const outcome = await runChild(async (kit) => {
    const session = kit.openSession({ alert_mask: -1, alert_queue_size: 100 })
    const dropped = session.waitFor('alerts_dropped')
    let received = 0
    session.on('alert', () => received++)
    const torrent = await session.addTorrent(kit.magnet(1))
    const answers = Array.from({ length: 2_000 }, () => kit.outcome(torrent.readPiece(0)))
    torrent.statusSync() // blocks this thread until libtorrent has answered all of them
    kit.send((await dropped).droppedAlerts.includes('read_piece'))
    kit.send([...new Set(await Promise.all(answers))].sort())
    kit.send(received > 0)
    await session.isPaused()
    await session.close()
  })
  const codes = ['alerts_dropped', 'no_metadata']
  expect(outcome).toMatchObject({ ...wellEnded, sent: [true, codes, true] })
})

test('a session goes on after its thread was blocked through a flood of alerts', async () => {
  const outcome = await runChild(async (kit) => {
    const { seeder, leecher, download } = await kit.startTransfer(64 * 1024 * 1024, {
      alert_mask: -1,
    })
    let received = 0
    for (const session of [seeder, leecher]) session.on('alert', () => received++)
    while (!download.statusSync().isFinished); // all alerts of the transfer wait now
    kit.send(received)
    const { state } = await download.status()
    kit.send(state === 'seeding' || state === 'finished')
    await seeder.sessionStats()
    await Promise.all([seeder.close(), leecher.close()])
    kit.send(received > 0)
  })
  expect(outcome).toMatchObject({ ...wellEnded, sent: [0, true, true] })
})

test('an async listener of error that rejects is called once, and its reason is unhandled', async () => {
  const outcome = await runChild(async (kit) => {
    process.on('unhandledRejection', (reason) => kit.send(String(reason)))
    const session = new kit.lt.Session({ settings: kit.quiet(), captureRejections: true })
    session.on('add_torrent', () => Promise.reject(new Error('of add_torrent')))
    session.on('error', (error) => Promise.reject(new Error('after', { cause: error })))
    await session.addTorrent(kit.magnet(1))
    await kit.turn()
    await session.close()
  })
  expect(outcome).toMatchObject({ ...wellEnded, sent: ['Error: after'] })
})
