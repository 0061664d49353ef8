import * as lt from '../../../lib'
import { rejectionOf, within } from '../../helpers/deadline'
import { openSession } from '../../helpers/sessions'
import { bareTorrent } from '../../helpers/torrents'

const params = (name: string): lt.AddTorrentParamsInit => ({
  ti: new lt.TorrentInfo(bareTorrent({ name })),
  savePath: '/nonexistent',
})

const add = (session: lt.Session, names: readonly string[]): Promise<lt.TorrentHandle[]> =>
  Promise.all(names.map((name) => session.addTorrent(params(name))))

describe('alerts()', () => {
  test('gives alerts in their order, those from before they are asked for included', async () => {
    const session = openSession()
    const alerts = session.alerts(['add_torrent'])
    await add(session, ['a', 'b', 'c'])
    const names: string[] = []
    for await (const alert of alerts) {
      names.push(alert.torrentName)
      if (names.length === 3) break
    }
    expect(names).toStrictEqual(['a', 'b', 'c'])
  })

  test('gives alerts to whom asks before they come, one each', async () => {
    const session = openSession()
    const alerts = session.alerts(['add_torrent'])
    const asked = [alerts.next(), alerts.next()]
    await add(session, ['a', 'b'])
    const results = await within(Promise.all(asked), 'two alerts')
    expect(results.map(({ value }) => value?.torrentName)).toStrictEqual(['a', 'b'])
  })

  test('gives the types that are asked for, all without any', async () => {
    const session = openSession()
    const some = session.alerts(['torrent_removed', 'add_torrent'])
    const all = session.alerts()
    const [torrent] = await add(session, ['a'])
    await session.removeTorrent(torrent!)
    await session.close()
    const types: string[] = []
    for await (const { type } of some) types.push(type)
    expect(types).toStrictEqual(['add_torrent', 'torrent_removed'])
    const allTypes = new Set<string>()
    for await (const { type } of all) allTypes.add(type)
    expect(allTypes.size).toBeGreaterThan(2)
    expect(allTypes).toContain('add_torrent')
  })

  test('ends when the session is closed, after what was not read yet', async () => {
    const session = openSession()
    const alerts = session.alerts(['add_torrent'])
    await add(session, ['a', 'b'])
    const waiting = openSession().alerts(['add_torrent'])
    await session.close()
    const names: string[] = []
    for await (const { torrentName } of alerts) names.push(torrentName)
    expect(names).toStrictEqual(['a', 'b'])
    expect(await alerts.next()).toStrictEqual({ done: true, value: undefined })
    expect(await waiting.return()).toStrictEqual({ done: true, value: undefined })
  })

  test('ends for whom waits when the session is closed', async () => {
    const session = openSession()
    const next = session.alerts(['torrent_removed']).next()
    await session.close()
    expect(await within(next, 'the end')).toStrictEqual({ done: true, value: undefined })
  })

  test('throws the reason of its signal, once, and forgets what was not read', async () => {
    const session = openSession()
    const controller = new AbortController()
    const alerts = session.alerts(['add_torrent'], { signal: controller.signal })
    await add(session, ['a'])
    controller.abort('enough')
    expect(await rejectionOf(alerts.next())).toBe('enough')
    expect(await alerts.next()).toStrictEqual({ done: true, value: undefined })
  })

  test('throws the reason to whom waits already, and at once when aborted before', async () => {
    const session = openSession()
    const controller = new AbortController()
    const { signal } = controller
    const next = session.alerts(['add_torrent'], { signal }).next()
    controller.abort('enough')
    expect(await rejectionOf(next)).toBe('enough')
    const loop = async (): Promise<void> => {
      for await (const alert of session.alerts(['add_torrent'], { signal }))
        expect(alert).toBeNull()
    }
    expect(await rejectionOf(loop())).toBe('enough')
  })

  test('stops listening when the loop is left', async () => {
    const session = openSession()
    expect((await session.getSettings()).alert_mask & lt.alertCategory.stats).toBe(0)
    const alerts = session.alerts(['block_uploaded', 'piece_finished'])
    const { upload, pieceProgress } = lt.alertCategory
    expect((await session.getSettings()).alert_mask & (upload | pieceProgress)).not.toBe(0)
    await alerts.return()
    expect((await session.getSettings()).alert_mask & (upload | pieceProgress)).toBe(0)
    expect(await alerts.next()).toStrictEqual({ done: true, value: undefined })
  })

  test('is left at the end of an `await using` block', async () => {
    const session = openSession()
    const alerts = session.alerts(['add_torrent'])
    await alerts[Symbol.asyncDispose]()
    await add(session, ['a'])
    expect(await alerts.next()).toStrictEqual({ done: true, value: undefined })
    expect(alerts[Symbol.asyncIterator]()).toBe(alerts)
  })

  test('lets several loops have every alert', async () => {
    const session = openSession()
    const first = session.alerts(['add_torrent'])
    const second = session.alerts(['add_torrent'])
    await add(session, ['a'])
    expect((await first.next()).value?.torrentName).toBe('a')
    expect((await second.next()).value?.torrentName).toBe('a')
  })

  test('refuses types that there are not, and closed sessions', async () => {
    const session = openSession()
    expect(() => session.alerts(['nonsense' as never])).toThrow(TypeError)
    await session.close()
    expect(() => session.alerts()).toThrow(lt.LibtorrentError)
  })
})
