// A session and a torrent as node:events sees them.
import { EventEmitter, getEventListeners, on, once, setMaxListeners } from 'node:events'
import * as lt from '../../../lib'
import { rejectionOf, waitLimit, within } from '../../helpers/deadline'
import { openSession, ownFlags, pauseAndResume, seed } from '../../helpers/sessions'
import { bareTorrent, kiB, oneFile } from '../../helpers/torrents'

const add = (session: lt.Session, name: string): Promise<lt.TorrentHandle> =>
  session.addTorrent({
    ti: new lt.TorrentInfo(bareTorrent({ name })),
    savePath: '/nonexistent',
    flags: ownFlags,
  })

/** Until every alert that libtorrent has posted by now was delivered. */
const settled = (session: lt.Session): Promise<unknown> =>
  within(session.sessionStats(), 'session statistics')

describe('node:events', () => {
  test('once() resolves with an alert, and leaves no listener', async () => {
    const session = openSession()
    const added = once(session, 'add_torrent')
    const torrent = await add(session, 'a')
    expect(await within(added, 'add_torrent')).toMatchObject([{ handle: torrent }])
    expect(session.eventNames()).toStrictEqual([])
  })

  test('on() iterates over alerts', async () => {
    const session = openSession()
    const alerts = on(session, 'add_torrent')
    await add(session, 'a')
    const { value } = (await within(alerts.next(), 'add_torrent')) as { value: lt.Alert[] }
    expect(value[0]!.type).toBe('add_torrent')
    await alerts.return!()
    expect(session.listenerCount('add_torrent')).toBe(0)
  })

  test('getEventListeners() lists the listeners', () => {
    const session = openSession()
    const listener = (): void => {}
    session.on('add_torrent', listener)
    expect(getEventListeners(session, 'add_torrent')).toStrictEqual([listener])
  })
})

test('emit() calls the listeners of one name, and returns whether there was one', () => {
  const session = openSession()
  const calls: unknown[] = []
  session.on('error', (error) => calls.push(error))
  expect(session.emit('error', 'mine')).toBe(true)
  expect(session.emit('add_torrent', {} as lt.AddTorrentAlert)).toBe(false)
  expect(calls).toStrictEqual(['mine'])
})

test('the number of listeners has no limit', () => {
  const session = openSession()
  setMaxListeners(1, session)
  expect(session.getMaxListeners()).toBe(Infinity)
  for (let i = 0; i < 20; i++) session.on('add_torrent', () => {})
  expect(session.rawListeners('add_torrent')).toHaveLength(20)
})

test('listeners are counted, put first, and removed by name or all at once', async () => {
  const session = openSession()
  const calls: string[] = []
  const last = (): number => calls.push('last')
  session.addListener('add_torrent', last)
  session.prependListener('add_torrent', () => calls.push('second'))
  session.prependOnceListener('add_torrent', () => calls.push('first, once'))
  expect(session.listenerCount('add_torrent')).toBe(3)
  expect(session.listenerCount('add_torrent', last)).toBe(1)
  await add(session, 'a')
  await add(session, 'b')
  await settled(session)
  expect(calls).toStrictEqual(['first, once', 'second', 'last', 'second', 'last'])
  session.removeListener('add_torrent', last).on('torrent_removed', last)
  expect(session.removeAllListeners('add_torrent').eventNames()).toStrictEqual(['torrent_removed'])
  expect(session.removeAllListeners().eventNames()).toStrictEqual([])
})

test('removeAllListeners() leaves iterators alone', async () => {
  const session = openSession()
  const alerts = session.alerts('add_torrent')
  session.removeAllListeners()
  await add(session, 'a')
  expect((await within(alerts.next(), 'add_torrent')).value?.torrentName).toBe('a')
})

describe('captureRejections', () => {
  test('hands what an async listener rejects with to the listeners of error', async () => {
    const session = openSession({}, { captureRejections: true })
    const failed = rejectionOf(once(session, 'torrent_removed'))
    session.on('add_torrent', () => Promise.reject(new Error('from a listener')))
    await add(session, 'a')
    expect(await failed).toMatchObject({ message: 'from a listener' })
  })

  test('is that of EventEmitter unless it is given', async () => {
    EventEmitter.captureRejections = true
    const session = openSession()
    EventEmitter.captureRejections = false
    const torrent = await add(session, 'a')
    const failed = new Promise((resolve) => torrent.on('error', resolve))
    torrent.on('torrent_removed', () => Promise.reject(new Error('from a listener')))
    await session.removeTorrent(torrent)
    expect(await within(failed, 'error')).toMatchObject({ message: 'from a listener' })
  })
})

describe('a torrent', () => {
  test('calls its listeners with its own alerts only', async () => {
    const session = openSession()
    const [a, b] = [await add(session, 'a'), await add(session, 'b')]
    const seen: [string, lt.TorrentHandle | null][] = []
    const record = ({ type, handle }: lt.TorrentListenerMap['alert']): void => {
      seen.push([type, handle])
    }
    a.on('torrent_paused', record).on('torrent_removed', record).once('torrent_resumed', record)
    for (const torrent of [b, a, a]) await pauseAndResume(torrent)
    await Promise.all([session.removeTorrent(b), session.removeTorrent(a)])
    expect(seen).toStrictEqual([
      ['torrent_paused', a],
      ['torrent_resumed', a],
      ['torrent_paused', a],
      ['torrent_removed', a],
    ])
  })

  test('iterates over its alerts until it is removed', async () => {
    const session = openSession()
    const [a, b] = [await add(session, 'a'), await add(session, 'b')]
    const alerts = a.alerts(['torrent_paused', 'torrent_removed'])
    for (const torrent of [b, a]) {
      const paused = torrent.waitFor('torrent_paused', { timeout: waitLimit })
      torrent.pause()
      await paused
    }
    await Promise.all([session.removeTorrent(a), session.removeTorrent(b)])
    const types: string[] = []
    for await (const { type, handle } of alerts) {
      expect(handle).toBe(a)
      types.push(type)
    }
    expect(types).toStrictEqual(['torrent_paused', 'torrent_removed'])
  })

  test('drops its listeners when it is removed, and with them the alert_mask that they need', async () => {
    const session = openSession()
    const torrent = await add(session, 'a')
    torrent.on('block_finished', () => {})
    expect((await session.getSettings()).alert_mask & lt.alertCategory.blockProgress).not.toBe(0)
    await session.removeTorrent(torrent)
    await settled(session)
    expect((await session.getSettings()).alert_mask & lt.alertCategory.blockProgress).toBe(0)
    expect(torrent.eventNames()).toStrictEqual([])
    expect(() => torrent.on('block_finished', () => {})).toThrow(
      expect.objectContaining({ code: 'invalid_torrent_handle' }),
    )
  })

  const removalNames = ['torrent_removed', 'torrent_deleted', 'torrent_delete_failed'] as const

  test('drops the listeners of its removal after that, when no file is deleted', async () => {
    const session = openSession()
    const torrent = await add(session, 'a')
    const seen: string[] = []
    for (const name of removalNames) torrent.on(name, ({ type }) => seen.push(type))
    await session.removeTorrent(torrent)
    await settled(session)
    expect(seen).toStrictEqual(['torrent_removed'])
    expect(torrent.eventNames()).toStrictEqual([])
  })

  test('keeps the listeners of a removal and of deleted files until those alerts', async () => {
    const session = openSession()
    const torrent = await seed(session, await oneFile(40 * kiB))
    const seen: [string, readonly string[]][] = []
    for (const name of removalNames) torrent.on(name, () => {})
    session.on('torrent_removed', ({ type }) => seen.push([type, torrent.eventNames()]))
    session.on('torrent_deleted', ({ type }) => seen.push([type, torrent.eventNames()]))
    torrent.on('torrent_deleted', ({ type }) => seen.push([type, torrent.eventNames()]))
    await session.removeTorrent(torrent, { deleteFiles: true })
    await settled(session)
    const deletionNames = removalNames.slice(1)
    // The orders of libtorrent 2.0.8 and 2.0.11.
    expect([
      [
        ['torrent_removed', removalNames],
        ['torrent_deleted', deletionNames],
        ['torrent_deleted', deletionNames],
      ],
      [
        ['torrent_deleted', removalNames],
        ['torrent_deleted', removalNames],
        ['torrent_removed', ['torrent_removed']],
      ],
    ]).toContainEqual(seen)
    expect(torrent.eventNames()).toStrictEqual([])
  })

  test('refuses alerts that are about no torrent', async () => {
    const torrent = await add(openSession(), 'a')
    expect(() => torrent.on('session_stats' as never, () => {})).toThrow(
      new TypeError('"session_stats" is not about a torrent: listen to it on the session'),
    )
    expect(() => torrent.alerts('toString' as never)).toThrow(TypeError)
  })
})

test.each([[[], '[]'] as const, [5, '5'] as const, [null, 'null'] as const])(
  'alerts(%j) throws a TypeError that names `type`, and changes no alert_mask',
  async (type, shown) => {
    const session = openSession()
    const torrent = await add(session, 'a')
    const { alert_mask: mask } = await session.getSettings()
    const expected = 'the name of an alert, or an array of them with one at least'
    const refused = new TypeError(`type must be ${expected}, got ${shown}`)
    expect(() => session.alerts(type as never)).toThrow(refused)
    expect(() => torrent.alerts(type as never)).toThrow(refused)
    expect((await session.getSettings()).alert_mask).toBe(mask)
  },
)

describe('limit of alerts()', () => {
  const names = async (
    options: lt.AlertsOptions,
  ): Promise<{ names: string[]; failure: unknown }> => {
    const session = openSession()
    const alerts = session.alerts('add_torrent', options)
    for (const name of ['a', 'b', 'c']) await add(session, name)
    await settled(session)
    await session.close()
    const seen: string[] = []
    try {
      for await (const { torrentName } of alerts) seen.push(torrentName)
    } catch (failure) {
      return { names: seen, failure }
    }
    return { names: seen, failure: null }
  }

  test('throws behind the alerts that are kept', async () => {
    const { names: seen, failure } = await names({ limit: 2 })
    expect(seen).toStrictEqual(['a', 'b'])
    expect(failure).toMatchObject({
      code: 'alerts_dropped',
      message: 'alerts_dropped: more than 2 alerts were not read',
    })
  })

  test.each([
    ['drop-oldest', ['b', 'c']],
    ['drop-newest', ['a', 'b']],
  ] as const)('with %s keeps the others', async (onOverflow, kept) => {
    expect(await names({ limit: 2, onOverflow })).toStrictEqual({ names: kept, failure: null })
  })

  test.each([
    [{ limit: 0 }, 'options.limit must be an integer from 1, got 0'],
    [
      { onOverflow: 'drop' },
      'options.onOverflow must be one of throw, drop-oldest, drop-newest, got "drop"',
    ],
    [{ limt: 1 }, 'options has the unknown key "limt", did you mean "limit"?'],
  ])('refuses %j', (options, message) => {
    expect(() => openSession().alerts('add_torrent', options as never)).toThrow(message)
  })
})
