// A removal counts from the call: libtorrent 2.0.8 crashes when a call reaches a torrent that is being removed.
import { runChild, wellEnded } from './helpers/run'

test('calls in the turn of removeTorrent() are refused, every one', async () => {
  const outcome = await runChild(
    async (kit) => {
      const { lt } = kit
      const session = kit.openSession()
      const ti = await kit.makeTorrent('content', 1_000_000)
      const magnet = kit.magnet(1)

      const methodsOf = (prototype: object): string[] => {
        const names = Object.entries(Object.getOwnPropertyDescriptors(prototype))
          .filter(([name, { value }]) => name !== 'constructor' && typeof value === 'function')
          .map(([name]) => name)
        const parent = Object.getPrototypeOf(prototype) as object
        return Object.getPrototypeOf(parent) === null ? names : [...names, ...methodsOf(parent)]
      }
      const listening = [
        ...['off', 'removeListener', 'removeAllListeners', 'listenerCount', 'listeners'],
        ...['rawListeners', 'eventNames', 'emit', 'setMaxListeners', 'getMaxListeners'],
      ]
      const answering = [
        ...['isValid', 'inSession', 'inSessionSync', 'waitFor', 'toJSON', '_summary'],
        ...listening,
      ]
      const methods = [...new Set(methodsOf(lt.TorrentHandle.prototype))]
      const refused = methods.filter((name) => !answering.includes(name))

      const others = new Set<string>()
      for (const params of [{ ti, savePath: kit.dir }, magnet]) {
        for (const name of refused) {
          const torrent = await session.addTorrent(params)
          const removal = session.removeTorrent(torrent)
          const method = Reflect.get<object, string>(torrent, name) as () => unknown
          const takesOptions = [
            'forceRecheck',
            'metadata',
            'checked',
            'finished',
            'seeding',
            'files',
            'saveResumeData',
            'scrapeTracker',
            'forceReannounce',
            'alerts',
          ]
          const args = takesOptions.includes(name) ? [] : [0]
          const outcome = await kit.outcome(() => Reflect.apply(method, torrent, args))
          if (outcome !== 'invalid_torrent_handle') others.add(`${name}: ${outcome}`)
          await removal
        }
      }
      kit.send([refused.length > 100, [...others]])

      const torrent = await session.addTorrent(magnet)
      const removal = session.removeTorrent(torrent)
      const removed = torrent.waitFor('torrent_removed')
      kit.send([torrent.isValid(), await torrent.inSession(), torrent.inSessionSync()])
      kit.send(await kit.outcome(torrent.waitFor('torrent_checked')))
      kit.send(await kit.outcome(session.refreshTorrentStatus([torrent])))
      kit.send(await kit.outcome(session.removeTorrent(torrent)))
      kit.send((await removed).handle === torrent)
      await removal
      await session.close()
    },
    { deadline: 60_000 },
  )
  const gone = 'invalid_torrent_handle'
  const sent = [[true, []], [false, false, false], gone, gone, gone, true]
  expect(outcome).toMatchObject({ ...wellEnded, sent })
}, 70_000)

test('a getter of an argument may remove the torrent', async () => {
  const outcome = await runChild(async (kit) => {
    const session = kit.openSession()
    const ti = await kit.makeTorrent('content', 100_000)
    for (let i = 0; i < 20; i++) {
      const torrent = await session.addTorrent({ ti, savePath: kit.dir })
      const removals: Promise<void>[] = []
      const endpoint = {
        get address() {
          removals.push(session.removeTorrent(torrent))
          return '127.0.0.1'
        },
        port: 9,
      }
      kit.send(await kit.outcome(() => torrent.connectPeer(endpoint)))
      await Promise.all(removals)
    }
    await session.close()
  })
  const sent = Array.from({ length: 20 }, () => 'invalid_torrent_handle')
  expect(outcome).toMatchObject({ ...wellEnded, sent })
})

test('a handle that an alert brings after the removal refuses calls, too', async () => {
  const outcome = await runChild(
    async (kit) => {
      const session = kit.openSession()
      const ti = await kit.makeTorrent('content', 1_000_000)
      const outcomes = new Set<string>()
      let alerts = 0
      session.on('alert', (alert) => {
        if (!('handle' in alert) || alert.handle?.isValid() !== false) return
        alerts++
        const { handle } = alert
        void kit.outcome(() => handle.forceRecheck()).then((outcome) => outcomes.add(outcome))
      })
      const remove = async (): Promise<void> => {
        const torrent = await session.addTorrent({ ti, savePath: kit.dir })
        session.removeTorrent(torrent, { deletePartfile: true }).catch(() => {})
      }
      for (let i = 0; i < 50; i++) {
        await remove()
        globalThis.gc?.()
        await kit.turn()
      }
      await session.close()
      kit.send([alerts > 50, [...outcomes]])
    },
    { flags: ['--expose-gc'] },
  )
  expect(outcome).toMatchObject({ ...wellEnded, sent: [[true, ['invalid_torrent_handle']]] })
})
