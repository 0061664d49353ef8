// Where a session listens, and whether it does anything at all.
import * as lt from '../../lib'
import { connectTo } from '../alerts/helpers/raw-peer'
import { waitLimit } from '../helpers/deadline'
import { tempDir } from '../helpers/files'
import { endpointOf, finished, leech, openSession, ownFlags, seed } from '../helpers/sessions'
import { bareTorrent, oneFile } from '../helpers/torrents'

const soon = { timeout: waitLimit }

/** The first alerts that say where a session listens. */
async function successes(session: lt.Session, count: number): Promise<lt.ListenSucceededAlert[]> {
  const found: lt.ListenSucceededAlert[] = []
  const signal = AbortSignal.timeout(waitLimit)
  for await (const alert of session.alerts(['listen_succeeded'], { signal })) {
    if (found.push(alert) === count) break
  }
  return found
}

describe('a session listens', () => {
  test('where it is told to', async () => {
    const session = openSession({ listen_interfaces: '127.0.0.1:0,127.0.0.2:0' })
    const places = (await successes(session, 4)).map((a) => `${a.socketType} ${a.address}`)
    expect(places.sort()).toStrictEqual([
      'tcp 127.0.0.1',
      'tcp 127.0.0.2',
      'utp 127.0.0.1',
      'utp 127.0.0.2',
    ])
    expect(await session.isListening()).toBe(true)
  })

  test('elsewhere when it is told so later', async () => {
    const session = openSession()
    const before = await session.listenPort()
    const moved = session.waitFor('listen_succeeded', {
      ...soon,
      filter: ({ address }) => address === '127.0.0.3',
    })
    session.applySettings({ listen_interfaces: '127.0.0.3:0' })
    const { port } = await moved
    expect(await session.listenPort()).toBe(port)
    expect(port).not.toBe(before)
    const old = connectTo({ address: '127.0.0.1', port: before })
    await expect(old).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    await connectTo({ address: '127.0.0.3', port })
  })

  test('nowhere when there is nowhere', async () => {
    const session = openSession({ listen_interfaces: '' })
    expect(await session.isListening()).toBe(false)
    expect(await session.listenPort()).toBe(0)
  })

  test('later where a device is absent, which it reports', async () => {
    const session = openSession({ listen_interfaces: 'lt-absent:6881,127.0.0.1:0,lt-absent:0s' })
    const failures: lt.ListenFailedAlert[] = []
    for await (const alert of session.alerts(['listen_failed'], {
      signal: AbortSignal.timeout(waitLimit),
    })) {
      if (failures.push(alert) === 2) break
    }
    const failure = {
      category: lt.alertCategory.status | lt.alertCategory.error,
      listenInterface: 'lt-absent',
      op: 'enum_if',
      error: { code: 'ENODEV', category: 'system' },
      message:
        'listening on lt-absent failed: [enum_if] no device "lt-absent" is up and has an address',
    }
    expect(failures).toMatchObject([
      { ...failure, port: 6881, socketType: 'tcp' },
      { ...failure, port: 0, socketType: 'tcp_ssl' },
    ])
    expect(failures[0]!.error).toBeInstanceOf(lt.LibtorrentError)
    expect(await session.isListening()).toBe(true)
  })

  test('reports an absent device to waitFor() when settings are applied, under any mask', async () => {
    const session = openSession({ alert_mask: 0 })
    const failed = session.waitFor('listen_failed', soon)
    let received = 0
    session.on('listen_failed', () => received++)
    session.applySettings({ listen_interfaces: 'lt-absent:0' })
    expect(await failed).toMatchObject({ listenInterface: 'lt-absent' })
    expect(received).toBe(0)
    expect(await session.isListening()).toBe(false)
  })

  test('reports nothing of a device that is there', async () => {
    const session = openSession({ listen_interfaces: 'lo:0' })
    session.on('listen_failed', ({ message }) => {
      throw new Error(message)
    })
    expect(await successes(session, 1)).toHaveLength(1)
  })

  test('for SSL where that is said', async () => {
    const session = openSession({ listen_interfaces: '127.0.0.1:0,127.0.0.1:0s' })
    const [plain, ssl] = [await session.listenPort(), await session.sslListenPort()]
    expect(plain).toBeGreaterThan(0)
    expect(ssl).toBeGreaterThan(0)
    expect(ssl).not.toBe(plain)
    const without = openSession()
    expect(await without.listenPort()).toBeGreaterThan(0)
    expect(await without.sslListenPort()).toBe(0)
  })

  test('says so for each kind of socket', async () => {
    const session = openSession({ listen_interfaces: '127.0.0.1:0s' })
    const kinds = (await successes(session, 2)).map(({ socketType }) => socketType)
    expect(kinds.sort()).toStrictEqual(['tcp_ssl', 'utp_ssl'])
  })

  test('at the same place when its sockets are opened again', async () => {
    const session = openSession()
    const port = await session.listenPort()
    session.reopenNetworkSockets()
    session.reopenNetworkSockets(0)
    session.reopenNetworkSockets(lt.reopenNetworkFlags.reopenMapPorts)
    expect(await session.listenPort()).toBe(port)
    await connectTo(await endpointOf(session))
  })
})

describe('a paused session', () => {
  test('adds torrents that wait', async () => {
    const session = openSession({}, { flags: lt.sessionFlags.paused })
    expect(await session.isPaused()).toBe(true)
    const ti = new lt.TorrentInfo(bareTorrent())
    const torrent = await session.addTorrent({ ti, savePath: await tempDir(), flags: ownFlags })
    const announced = torrent.waitFor('tracker_announce', soon)
    torrent.addTracker({ url: 'http://127.0.0.1:1/' })
    await torrent.trackers()
    session.resume()
    expect(await session.isPaused()).toBe(false)
    await announced
  })

  test('goes on with its downloads when it is resumed', async () => {
    const content = await oneFile(100_000)
    const seeder = openSession()
    await seed(seeder, content)
    const session = openSession()
    session.pause()
    expect(await session.isPaused()).toBe(true)
    const params = { ti: content.info, savePath: await tempDir() }
    const torrent = await leech(session, params, [await endpointOf(seeder)])
    session.resume()
    torrent.connectPeer(await endpointOf(seeder))
    await finished(torrent)
  })
})
