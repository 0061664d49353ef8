// One TorrentHandle per torrent, wherever it comes from.
import * as lt from '../../../lib'
import { rejectionOf, thrownBy, until, within } from '../../helpers/deadline'
import { openSession, ownFlags } from '../../helpers/sessions'
import { bareTorrent } from '../../helpers/torrents'

const params = (name = 'bare'): lt.AddTorrentParamsInit => ({
  ti: new lt.TorrentInfo(bareTorrent({ name })),
  savePath: '/nonexistent',
  flags: ownFlags,
})

/** libtorrent needs a moment to let go of a torrent: what the first call that fails rejects with. */
const firstRejectionOf = (call: () => Promise<unknown>): Promise<unknown> =>
  until(
    () =>
      call().then(
        () => undefined,
        (error: unknown) => error,
      ),
    (error) => error !== undefined,
  )

describe('a torrent is the same object', () => {
  test('wherever a session gives it', async () => {
    const session = openSession()
    const alerts: lt.AddTorrentAlert[] = []
    session.on('add_torrent', (alert) => alerts.push(alert))
    const torrent = await session.addTorrent(params())
    const other = await session.addTorrent(params('other'))
    expect(torrent).toBeInstanceOf(lt.TorrentHandle)
    expect(other).not.toBe(torrent)
    expect(alerts[0]?.handle).toBe(torrent)
    expect(await session.findTorrent(torrent.infoHashes().v1!)).toBe(torrent)
    expect(session.findTorrentSync(torrent.infoHashes().v1!)).toBe(torrent)
    expect((await torrent.status()).handle).toBe(torrent)
    expect(torrent.statusSync().handle).toBe(torrent)
    const sorted = (list: readonly lt.TorrentHandle[]): Set<lt.TorrentHandle> => new Set(list)
    expect(sorted(await session.getTorrents())).toStrictEqual(new Set([torrent, other]))
    const statuses = await session.getTorrentStatus()
    expect(sorted(statuses.map(({ handle }) => handle))).toStrictEqual(new Set([torrent, other]))
    const updates = await session.torrentUpdates()
    for (const { handle } of updates) expect([torrent, other]).toContain(handle)
    const [refreshed] = await session.refreshTorrentStatus([torrent])
    expect(refreshed?.handle).toBe(torrent)
  })

  test('when it is added twice', async () => {
    const session = openSession()
    const torrent = await session.addTorrent(params())
    expect(await session.addTorrent(params())).toBe(torrent)
    expect(await session.getTorrents()).toStrictEqual([torrent])
  })

  test('in all alerts about it', async () => {
    const session = openSession()
    const handles = new Set<lt.TorrentHandle>()
    session.on('torrent_paused', ({ handle }) => handles.add(handle))
    session.on('torrent_resumed', ({ handle }) => handles.add(handle))
    session.on('torrent_removed', ({ handle }) => handles.add(handle))
    const torrent = await session.addTorrent(params())
    const seen: Promise<unknown>[] = [torrent.waitFor('torrent_paused')]
    torrent.pause()
    await within(Promise.all(seen), 'torrent_paused')
    torrent.resume()
    await session.removeTorrent(torrent)
    expect([...handles]).toStrictEqual([torrent])
  })

  test('as the key of a Map', async () => {
    const session = openSession()
    const names = new Map<lt.TorrentHandle, string>()
    for (const name of ['a', 'b', 'c']) names.set(await session.addTorrent(params(name)), name)
    for (const { handle, name } of await session.getTorrentStatus(lt.statusFlags.queryName)) {
      expect(names.get(handle)).toBe(name)
    }
    expect(names.size).toBe(3)
  })

  test('members that a program assigns stay', async () => {
    const session = openSession()
    const torrent = await session.addTorrent(params())
    Object.assign(torrent, { mark: 1 })
    expect(await session.findTorrent(torrent.infoHashes().v1!)).toHaveProperty('mark', 1)
  })
})

describe('a torrent that was removed', () => {
  test('is no longer valid, and is another one when it is added again', async () => {
    const session = openSession()
    const torrent = await session.addTorrent(params())
    expect(torrent.isValid()).toBe(true)
    await session.removeTorrent(torrent)
    const again = await session.addTorrent(params())
    expect(again).not.toBe(torrent)
    expect(again.isValid()).toBe(true)
    expect(await torrent.inSession().catch(() => false)).toBe(false)
    expect(await session.getTorrents()).toStrictEqual([again])
  })

  test('throws or rejects with invalid_torrent_handle', async () => {
    const session = openSession()
    const torrent = await session.addTorrent(params())
    await session.removeTorrent(torrent)
    const code = 'invalid_torrent_handle'
    expect(await firstRejectionOf(() => torrent.status())).toMatchObject({ code })
    expect(await rejectionOf(torrent.saveResumeData())).toMatchObject({ code })
    expect(await rejectionOf(torrent.readPiece(0))).toMatchObject({ code })
    expect(await rejectionOf(torrent.forceRecheck())).toMatchObject({ code })
    expect(await rejectionOf(session.removeTorrent(torrent))).toMatchObject({ code })
    expect(thrownBy(() => torrent.statusSync())).toMatchObject({ code })
    expect(thrownBy(() => torrent.pause())).toMatchObject({ code })
    expect(thrownBy(() => torrent.connectPeer({ address: '127.0.0.1', port: 1 }))).toMatchObject({
      code,
    })
  })
})

describe('a handle', () => {
  test('knows its session', async () => {
    const session = openSession()
    const torrent = await session.addTorrent(params())
    expect(torrent.session).toBe(session)
  })

  test('is of no other session', async () => {
    const one = openSession()
    const two = openSession()
    const torrent = await one.addTorrent(params())
    const same = await two.addTorrent(params())
    expect(same).not.toBe(torrent)
    expect(await rejectionOf(two.removeTorrent(torrent))).toStrictEqual(
      new TypeError('torrent belongs to another session'),
    )
    expect(torrent.isValid()).toBe(true)
    expect(await one.getTorrents()).toStrictEqual([torrent])
    expect(await two.getTorrents()).toStrictEqual([same])
  })

  test('is no longer of its session when that is closed', async () => {
    const session = openSession()
    const torrent = await session.addTorrent(params())
    await session.close()
    const code = 'session_closed'
    expect(thrownBy(() => torrent.pause())).toMatchObject({ code })
    expect(thrownBy(() => torrent.statusSync())).toMatchObject({ code })
    expect(await rejectionOf(torrent.saveResumeData())).toMatchObject({ code })
    expect(await rejectionOf(torrent.waitFor('torrent_paused'))).toMatchObject({ code })
    expect(torrent.session).toBe(session)
  })

  test('comes from a session only', () => {
    const make = Reflect.construct.bind(Reflect, lt.TorrentHandle)
    const message = 'a TorrentHandle comes from a Session, not from new'
    expect(() => make([])).toThrow(new TypeError(message))
    expect(() => make([openSession()])).toThrow(new TypeError(message))
  })
})
