// alert_mask: the user's when it was set, otherwise what is listened to; promises need none.
import { connect } from 'node:net'
import * as lt from '../../../lib'
import { waitLimit, within } from '../../helpers/deadline'
import { tempDir } from '../../helpers/files'
import { endpointOf, openSession, ownFlags, seed } from '../../helpers/sessions'
import { bareTorrent, kiB, oneFile } from '../../helpers/torrents'

const { error, status, storage, pieceProgress, sessionLog, all } = lt.alertCategory

const maskOf = async (session: lt.Session): Promise<number> =>
  (await session.getSettings()).alert_mask

const add = (session: lt.Session): Promise<lt.TorrentHandle> =>
  session.addTorrent({
    ti: new lt.TorrentInfo(bareTorrent()),
    savePath: '/nonexistent',
    flags: ownFlags,
  })

describe('without a mask of the user', () => {
  test('the mask is what listeners need', async () => {
    const session = openSession()
    expect(await maskOf(session)).toBe(0)
    const listener = (): void => {}
    session.on('piece_finished', listener)
    expect(await maskOf(session)).toBe(pieceProgress)
    session.on('log', listener)
    expect(await maskOf(session)).toBe((pieceProgress | sessionLog) >>> 0)
    session.off('piece_finished', listener).off('log', listener)
    expect(await maskOf(session)).toBe(0)
  })

  test('listening to everything is all that libtorrent has', async () => {
    const session = openSession()
    const listener = (): void => {}
    session.on('alert', listener)
    const everything = await maskOf(session)
    for (const [name, bit] of Object.entries(lt.alertCategory)) {
      const used = Object.values(lt.alertTypes).some(
        ({ category }) => (category & ~bit) === 0 && category !== 0,
      )
      if (name !== 'all' && used) expect([name, everything & bit]).not.toStrictEqual([name, 0])
    }
    session.off('alert', listener)
    const alerts = session.alerts()
    expect(await maskOf(session)).toBe(everything)
    await alerts.return()
    expect(await maskOf(session)).toBe(0)
  })

  test('listeners hear at once what they were added for', async () => {
    const session = openSession()
    const torrent = await add(session)
    const received: string[] = []
    session.on('torrent_paused', ({ type }) => received.push(type))
    torrent.pause()
    await torrent.waitFor('torrent_paused', { timeout: waitLimit })
    expect(received).toStrictEqual(['torrent_paused'])
  })

  test('a listener gets alerts that the session posted while it opened', async () => {
    const session = openSession()
    const { address, port, socketType } = await session.waitFor('listen_succeeded', {
      timeout: waitLimit,
    })
    expect(address).toBe('127.0.0.1')
    expect(port).toBe(await session.listenPort())
    expect(['tcp', 'utp']).toContain(socketType)
  })
})

// The category of connections is off until there is a listener; nothing else happens.
test.each([
  ['at once', () => Promise.resolve(false)],
  ['when the session has answered', (session: lt.Session) => session.isPaused()],
])('what happens after on() reaches the listener: %s', async (_when, barrier) => {
  const session = openSession()
  await add(session) // without any torrent it would hang up
  const { port } = await endpointOf(session)
  for (let round = 0; round < 100; round++) {
    const connected = session.waitFor('incoming_connection', { timeout: waitLimit })
    await barrier(session)
    const socket = connect(port, '127.0.0.1')
    await connected
    socket.destroy()
    await new Promise((resolve) => setImmediate(resolve)) // the mask is narrowed again
  }
})

describe('a mask of the user', () => {
  test.each([
    ['nothing', 0],
    ['one category', status],
    ['several', status | storage],
    ['everything', all],
  ])('reads back as it was set: %s', async (_, mask) => {
    const session = openSession({ alert_mask: mask })
    session.on('piece_finished', () => {})
    expect(await maskOf(session)).toBe(mask)
    expect(session.getSettingsSync().alert_mask).toBe(mask)
    const later = openSession()
    later.applySettings({ alert_mask: mask })
    later.on('log', () => {})
    expect(await maskOf(later)).toBe(mask)
  })

  test('is never negative when it is read', async () => {
    expect(await maskOf(openSession({ alert_mask: -1 }))).toBe(all)
    expect(await maskOf(openSession({ alert_mask: ~sessionLog }))).toBe(~sessionLog >>> 0)
  })

  test('keeps from listeners what it does not let through, also while a promise waits for it', async () => {
    const session = openSession({ alert_mask: error })
    const torrent = await add(session)
    const received: string[] = []
    session.on('torrent_paused', ({ type }) => received.push(type))
    session.on('alert', ({ type }) => received.push(type))
    torrent.pause()
    await torrent.waitFor('torrent_paused', { timeout: waitLimit })
    expect(received).not.toContain('torrent_paused')
    session.applySettings({ alert_mask: status })
    torrent.resume()
    torrent.pause()
    await torrent.waitFor('torrent_paused', { timeout: waitLimit })
    expect(received.filter((type) => type === 'torrent_paused')).toHaveLength(2)
  })

  test('posts its categories, and no others, for any listener', async () => {
    const session = openSession({ alert_mask: all })
    const received = new Set<string>()
    session.on('alert', ({ type }) => received.add(type))
    await add(session)
    await within(session.sessionStats(), 'session statistics')
    expect(received).toContain('log')
    expect(received).toContain('torrent_log')
    expect(received).toContain('add_torrent')
  })

  test('does not stop what libtorrent posts under any mask', async () => {
    const session = openSession({ alert_mask: 0 })
    const received: string[] = []
    session.on('add_torrent', ({ type }) => received.push(type))
    session.on('session_stats', ({ type }) => received.push(type))
    await add(session)
    await session.sessionStats()
    expect(received).toStrictEqual(['add_torrent', 'session_stats'])
  })

  test('can come with other settings, and is not lost by others', async () => {
    const session = openSession()
    session.applySettings({ alert_mask: storage, upload_rate_limit: 5000 })
    session.applySettings({ upload_rate_limit: 6000 })
    expect(await session.getSettings()).toMatchObject({
      alert_mask: storage,
      upload_rate_limit: 6000,
    })
  })

  test.each<[string, unknown]>([
    ['text', '1'],
    ['a fraction', 1.5],
    ['more than 32 bits', 2 ** 32],
    ['null', null],
  ])('that is %s is refused and changes nothing', async (_, mask) => {
    const session = openSession({ alert_mask: status })
    const settings = { alert_mask: mask } as lt.SettingsInit
    expect(() => session.applySettings(settings)).toThrow(
      /^settings\.alert_mask must be an integer/,
    )
    expect(await maskOf(session)).toBe(status)
  })

  test('a mask beside a setting that is refused changes nothing', async () => {
    const session = openSession({ alert_mask: status })
    const settings = { alert_mask: storage, upload_rate_limit: 'x' } as never
    expect(() => session.applySettings(settings)).toThrow(TypeError)
    expect(await maskOf(session)).toBe(status)
  })
})

describe('under the mask 0', () => {
  test('every promise resolves', async () => {
    const content = await oneFile(100_000, { pieceSize: 16 * kiB })
    const session = openSession({ alert_mask: 0 })
    const torrent = await within(seed(session, content), 'the torrent')
    expect(await within(torrent.readPiece(0), 'a piece')).toHaveLength(16 * kiB)
    expect((await within(torrent.saveResumeData(), 'resume data')).savePath).toBe(content.savePath)
    expect(await within(torrent.renameFile(0, 'renamed.bin'), 'the name')).toBe('renamed.bin')
    const elsewhere = await tempDir()
    expect(await within(torrent.moveStorage(elsewhere), 'the path')).toBe(elsewhere)
    await within(torrent.forceRecheck(), 'the check')
    expect((await torrent.status()).isSeeding).toBe(true)
    expect(await within(session.torrentUpdates(), 'updates')).toHaveLength(1)
    expect(await within(session.sessionStats(), 'stats')).toHaveProperty(['net.recv_bytes'])
    await within(session.removeTorrent(torrent, { deleteFiles: true }), 'the removal')
  })
})
