import * as lt from '../../../lib'
import { rejectionOf, within } from '../../helpers/deadline'
import { runScript } from '../../helpers/child'
import { isolated, openSession, ownFlags } from '../../helpers/sessions'
import { bareTorrent } from '../../helpers/torrents'

const params = (name = 'bare'): lt.AddTorrentParamsInit => ({
  ti: new lt.TorrentInfo(bareTorrent({ name })),
  savePath: '/nonexistent',
  flags: ownFlags,
})

/** Until every alert that libtorrent has posted by now was delivered. */
async function settled(session: lt.Session): Promise<void> {
  await within(session.sessionStats(), 'session statistics')
}

describe('on', () => {
  test('calls the listener with every alert of the type, and no other', async () => {
    const session = openSession()
    const alerts: lt.Alert[] = []
    expect(session.on('add_torrent', (alert) => alerts.push(alert))).toBe(session)
    const a = await session.addTorrent(params('a'))
    const b = await session.addTorrent(params('b'))
    await settled(session)
    expect(alerts.map((alert) => [alert.type, 'handle' in alert && alert.handle])).toStrictEqual([
      ['add_torrent', a],
      ['add_torrent', b],
    ])
  })

  test('calls listeners in the order in which they were added', async () => {
    const session = openSession()
    const calls: number[] = []
    session.on('add_torrent', () => calls.push(1))
    session.on('add_torrent', () => calls.push(2))
    session.on('alert', ({ type }) => type === 'add_torrent' && calls.push(3))
    await session.addTorrent(params())
    await settled(session)
    expect(calls).toStrictEqual([1, 2, 3])
  })

  test('gives alerts the keys of their type, a message and a time on the clock of this process', async () => {
    const session = openSession()
    const before = performance.now()
    const added = session.waitFor('add_torrent')
    await session.addTorrent(params('clock'))
    const alert = await added
    expect(alert.timestamp).toBeGreaterThanOrEqual(before - 1)
    expect(alert.timestamp).toBeLessThanOrEqual(performance.now() + 1)
    expect(alert.message).toContain('clock')
    expect(alert.torrentName).toBe('clock')
    expect(alert).toMatchObject({ type: 'add_torrent', category: lt.alertCategory.status })
    expect(alert.error).toBeNull()
  })

  test('gives all listeners of a session the same object', async () => {
    const session = openSession()
    const seen: lt.Alert[] = []
    session.on('add_torrent', (alert) => seen.push(alert))
    session.on('alert', (alert) => alert.type === 'add_torrent' && seen.push(alert))
    const waited = session.waitFor('add_torrent')
    await session.addTorrent(params())
    expect(seen).toStrictEqual([await waited, await waited])
    expect(seen[0]).toBe(seen[1])
  })

  test('refuses names that libtorrent has no alert for, and what is no function', () => {
    const session = openSession()
    const listener = (): void => {}
    expect(() => session.on('torrent_finnished' as never, listener)).toThrow(
      new TypeError(`libtorrent ${lt.version} has no alert "torrent_finnished"`),
    )
    expect(() => session.on('__proto__' as never, listener)).toThrow(TypeError)
    expect(() => session.once('toString' as never, listener)).toThrow(TypeError)
    expect(() => session.on('add_torrent', 5 as never)).toThrow(TypeError)
  })
})

describe('once', () => {
  test('calls the listener for one alert only', async () => {
    const session = openSession()
    let calls = 0
    session.once('add_torrent', () => calls++)
    await session.addTorrent(params('a'))
    await session.addTorrent(params('b'))
    await settled(session)
    expect(calls).toBe(1)
  })

  test('lets a listener add itself again while it runs', async () => {
    const session = openSession()
    let calls = 0
    const listener = (): void => {
      calls++
      session.once('add_torrent', listener)
    }
    session.once('add_torrent', listener)
    await session.addTorrent(params('a'))
    await session.addTorrent(params('b'))
    await settled(session)
    expect(calls).toBe(2)
  })
})

describe('off', () => {
  test('removes a listener, the last added first', async () => {
    const session = openSession()
    const calls: string[] = []
    const listener = (): void => void calls.push('x')
    session.on('add_torrent', listener)
    session.once('add_torrent', listener)
    session.off('add_torrent', listener)
    session.off('add_torrent', () => {})
    session.off('torrent_checked', listener)
    await session.addTorrent(params('a'))
    await session.addTorrent(params('b'))
    await settled(session)
    expect(calls).toStrictEqual(['x', 'x'])
    session.off('add_torrent', listener)
    await session.addTorrent(params('c'))
    await settled(session)
    expect(calls).toHaveLength(2)
  })

  test('in a listener does not keep the alert from the other listeners of that moment', async () => {
    const session = openSession()
    const calls: string[] = []
    const second = (): void => void calls.push('second')
    session.on('add_torrent', () => {
      calls.push('first')
      session.off('add_torrent', second)
    })
    session.on('add_torrent', second)
    await session.addTorrent(params('a'))
    await session.addTorrent(params('b'))
    await settled(session)
    expect(calls).toStrictEqual(['first', 'second', 'first'])
  })
})

describe('a listener that throws', () => {
  test('costs neither the other listeners nor the rest of the alerts', async () => {
    const { code, stdout, stderr } = await runScript(`
      const session = new lt.Session({ settings: ${JSON.stringify(isolated)} })
      const names = []
      const uncaught = []
      process.on('uncaughtException', (error) => uncaught.push(error.message))
      session.on('add_torrent', ({ torrentName }) => {
        throw new Error('about ' + torrentName)
      })
      session.on('add_torrent', ({ torrentName }) => names.push(torrentName))
      const add = (name) => session.addTorrent({
        infoHashes: { v1: Buffer.from(name.repeat(20)).toString('hex') }, name, savePath: '.',
      })
      Promise.all(['a', 'b', 'c'].map(add))
        .then(() => session.close())
        .then(() => console.log(JSON.stringify({ names, uncaught })))`)
    expect({ code, stderr }).toStrictEqual({ code: 0, stderr: '' })
    expect(JSON.parse(stdout)).toStrictEqual({
      names: ['a', 'b', 'c'],
      uncaught: ['about a', 'about b', 'about c'],
    })
  })
})

describe('alertMessages: false', () => {
  test('leaves the messages out, and nothing else', async () => {
    const session = openSession({}, { alertMessages: false })
    const added = session.waitFor('add_torrent')
    await session.addTorrent(params('quiet'))
    const alert = await added
    expect(alert.message).toBe('')
    expect(alert.torrentName).toBe('quiet')
  })
})

describe('waitFor', () => {
  test('resolves with the next alert that the filter lets through', async () => {
    const session = openSession()
    const second = session.waitFor('add_torrent', { filter: (a) => a.torrentName === 'b' })
    await session.addTorrent(params('a'))
    await session.addTorrent(params('b'))
    expect((await second).torrentName).toBe('b')
  })

  test('takes several types, of which the first to come counts', async () => {
    const session = openSession()
    const any = session.waitFor(['torrent_removed', 'add_torrent'])
    await session.addTorrent(params())
    expect((await any).type).toBe('add_torrent')
  })

  test('rejects when the time is over, the signal aborts or the filter throws', async () => {
    const session = openSession()
    const late = await rejectionOf(session.waitFor('torrent_checked', { timeout: 1 }))
    expect(late).toBeInstanceOf(DOMException)
    expect(late).toMatchObject({
      name: 'TimeoutError',
      message: 'no torrent_checked alert within 1 ms',
    })

    const controller = new AbortController()
    const aborted = session.waitFor('torrent_checked', { signal: controller.signal })
    controller.abort('enough')
    expect(await rejectionOf(aborted)).toBe('enough')
    const { signal } = controller
    expect(await rejectionOf(session.waitFor('torrent_checked', { signal }))).toBe('enough')

    const filtered = session.waitFor('add_torrent', {
      filter: () => {
        throw new EvalError('mine')
      },
    })
    await session.addTorrent(params())
    expect(await rejectionOf(filtered)).toBeInstanceOf(EvalError)
  })

  test('rejects for types that there are not', async () => {
    const session = openSession()
    expect(await rejectionOf(session.waitFor('nonsense' as never))).toStrictEqual(
      new TypeError(`libtorrent ${lt.version} has no alert "nonsense"`),
    )
  })

  test('of a torrent, or of a session with a torrent, resolves with an alert about that torrent', async () => {
    const session = openSession()
    const a = await session.addTorrent(params('a'))
    const b = await session.addTorrent(params('b'))
    const pausedInSession = session.waitFor('torrent_paused', { torrent: b })
    const paused = b.waitFor('torrent_paused')
    a.pause()
    b.pause()
    expect((await within(paused, 'torrent_paused')).handle).toBe(b)
    expect((await within(pausedInSession, 'torrent_paused')).handle).toBe(b)
  })

  test.each([[[], '[]'] as const, [5, '5'] as const, [undefined, 'undefined'] as const])(
    'rejects with a TypeError that names `type` for %j',
    async (type, shown) => {
      const session = openSession()
      const torrent = await session.addTorrent(params())
      const expected = 'the name of an alert, or an array of them with one at least'
      const refused = new TypeError(`type must be ${expected}, got ${shown}`)
      expect(await rejectionOf(session.waitFor(type as never))).toStrictEqual(refused)
      expect(await rejectionOf(torrent.waitFor(type as never))).toStrictEqual(refused)
    },
  )

  test('of a torrent, or of a session with a torrent, rejects for alerts that are about no torrent', async () => {
    const session = openSession()
    const torrent = await session.addTorrent(params())
    const options = { torrent, timeout: 1 }
    const refused = new TypeError(
      '"listen_succeeded" is not about a torrent: listen to it on the session',
    )
    for (const wait of [
      torrent.waitFor('listen_succeeded' as never, { timeout: 1 }),
      torrent.waitFor(['torrent_paused', 'listen_succeeded'] as never, { timeout: 1 }),
      session.waitFor('listen_succeeded', options),
      session.waitFor(['torrent_paused', 'listen_succeeded'], options),
    ]) {
      expect(await rejectionOf(wait)).toStrictEqual(refused)
    }
    expect(await rejectionOf(session.waitFor('nonsense' as never, options))).toStrictEqual(
      new TypeError(`libtorrent ${lt.version} has no alert "nonsense"`),
    )
  })

  test('of a session rejects for a torrent of another session', async () => {
    const torrent = await openSession().addTorrent(params())
    expect(await rejectionOf(openSession().waitFor('torrent_paused', { torrent }))).toStrictEqual(
      new TypeError('options.torrent belongs to another session'),
    )
  })

  test('of a torrent rejects once that was removed, unless it waits for the removal', async () => {
    const session = openSession()
    const torrent = await session.addTorrent(params())
    const finished = torrent.waitFor('torrent_finished')
    const removed = torrent.waitFor('torrent_removed')
    await session.removeTorrent(torrent)
    expect(await rejectionOf(finished)).toMatchObject({ code: 'torrent_removed' })
    expect((await removed).handle).toBe(torrent)
    expect(await rejectionOf(torrent.waitFor('torrent_paused'))).toMatchObject({
      code: 'invalid_torrent_handle',
    })
  })
})
