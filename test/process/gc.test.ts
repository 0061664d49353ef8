// What garbage collection takes, and what it leaves.
import { runChild, wellEnded } from './helpers/run'

const flags = ['--expose-gc']

test('an open session survives without a reference, and delivers', async () => {
  const outcome = await runChild(
    async (kit) => {
      const connected = new EventTarget()
      const open = async (): Promise<[WeakRef<object>, number]> => {
        const session = kit.openSession({ incoming_starts_queued_torrents: true })
        session.on('incoming_connection', () => connected.dispatchEvent(new Event('connected')))
        const { port } = await session.waitFor('listen_succeeded')
        await session.addTorrent(kit.magnet(1)) // without any it would hang up
        return [new WeakRef(session), port]
      }
      const [session, port] = await open()
      kit.send(await kit.collectGarbage(() => session.deref() === undefined))
      connected.addEventListener('connected', () => process.exit(0))
      kit.net.connect(port, '127.0.0.1')
    },
    { flags },
  )
  expect(outcome).toMatchObject({ ...wellEnded, sent: [false] })
})

test('a closed session is collected, and so is what belonged to it', async () => {
  const outcome = await runChild(
    async (kit) => {
      const objects: WeakRef<object>[] = []
      const use = async (): Promise<void> => {
        const session = kit.openSession()
        session.on('alert', () => session.closed)
        const ti = await kit.makeTorrent('content', 100_000)
        const torrent = await session.addTorrent({ ti, savePath: kit.dir })
        const info = await torrent.torrentFile()
        void session.waitFor('dht_bootstrap')
        await session.close()
        objects.push(...[session, torrent, ti, ti.files(), info!].map((it) => new WeakRef(it)))
      }
      for (let round = 0; round < 3; round++) await use()
      await kit.collectGarbage(() => objects.every((it) => it.deref() === undefined))
      kit.send(objects.map((it) => it.deref()?.constructor.name ?? 'gone'))
    },
    { flags },
  )
  const sent = [Array.from({ length: 15 }, () => 'gone')]
  expect(outcome).toMatchObject({ ...wellEnded, sent })
})

test('a torrent is one object while it is referenced, and gets a new one afterwards', async () => {
  const outcome = await runChild(
    async (kit) => {
      const session = kit.openSession()
      const held = await session.addTorrent(kit.magnet(1))
      const add = async (): Promise<WeakRef<object>[]> => {
        const added = Array.from({ length: 200 }, (_, i) => session.addTorrent(kit.magnet(i + 2)))
        return (await Promise.all(added)).map((torrent) => new WeakRef(torrent))
      }
      const others = await add()
      const areGone = () => others.every((torrent) => torrent.deref() === undefined)
      kit.send(await kit.collectGarbage(areGone))
      const first = await session.getTorrents()
      const second = await session.getTorrents()
      kit.send([first.length, first.every((torrent, i) => torrent === second[i])])
      kit.send(first.includes(held))
      const names = first.map((torrent) => torrent.infoHashes().v1)
      kit.send(new Set(names).size)
      await session.close()
    },
    { flags },
  )
  expect(outcome).toMatchObject({ ...wellEnded, sent: [true, [201, true], true, 201] })
})

test('a removed torrent that has listeners for its removal is collected', async () => {
  const outcome = await runChild(
    async (kit) => {
      const session = kit.openSession()
      const remove = async (number: number): Promise<WeakRef<object>> => {
        const torrent = await session.addTorrent(kit.magnet(number))
        for (const name of ['torrent_removed', 'torrent_deleted', 'torrent_delete_failed'] as const)
          torrent.on(name, () => torrent.eventNames())
        await session.removeTorrent(torrent, { deleteFiles: number % 2 === 0 })
        return new WeakRef(torrent)
      }
      const refs: WeakRef<object>[] = []
      for (let number = 1; number <= 20; number++) refs.push(await remove(number))
      kit.send(await kit.collectGarbage(() => refs.every((ref) => ref.deref() === undefined)))
      await session.close()
    },
    { flags },
  )
  expect(outcome).toMatchObject({ ...wellEnded, sent: [true] })
})

test('torrents keep their identity while others come and go', async () => {
  const outcome = await runChild(
    async (kit) => {
      const session = kit.openSession()
      const held = new Map<string, object>()
      const hashOf = (number: number): string => number.toString(16).padStart(40, '0')
      const check = async (): Promise<void> => {
        for (const [hash, torrent] of held) {
          if ((await session.findTorrent(hash)) !== torrent) kit.send(`${hash} is another`)
        }
      }
      for (let round = 0; round < 40; round++) {
        const numbers = Array.from({ length: 10 }, (_, i) => 1 + round * 10 + i)
        const torrents = await Promise.all(
          numbers.map((number) => session.addTorrent(kit.magnet(number))),
        )
        held.set(hashOf(numbers[0]!), torrents[0]!)
        globalThis.gc?.()
        await Promise.all(torrents.slice(1, 5).map((torrent) => session.removeTorrent(torrent)))
        globalThis.gc?.()
        await check()
      }
      await session.close()
      kit.send(held.size)
    },
    { flags },
  )
  expect(outcome).toMatchObject({ ...wellEnded, sent: [40] })
})

test('metadata without a reference is freed', async () => {
  const outcome = await runChild(async (kit) => {
    const { lt } = kit
    const size = 1_000_000
    const pieces = Buffer.alloc(size)
    const length = (size / 20) * 16_384
    const bytes = lt.bencode({ info: { length, name: 'x', 'piece length': 16_384, pieces } })
    const before = process.memoryUsage.rss()
    // To V8 each is an object of a few bytes, unless it is told.
    for (let i = 0; i < 600; i++) {
      new lt.TorrentInfo(bytes)
      if (i % 10 === 0) await kit.turn()
    }
    kit.send(process.memoryUsage.rss() - before < 400 * size)
  })
  expect(outcome).toMatchObject({ ...wellEnded, sent: [true] })
})

test('alerts() keeps no alert that was dropped, and few that were read', async () => {
  const outcome = await runChild(
    async (kit) => {
      const session = kit.openSession()
      const seen: WeakRef<object>[] = []
      session.on('add_torrent', (alert) => seen.push(new WeakRef(alert)))
      const bounded = session.alerts('add_torrent', { limit: 10, onOverflow: 'drop-oldest' })
      const behind = session.alerts('add_torrent')
      const alive = (): number => seen.filter((it) => it.deref() !== undefined).length
      await session.addTorrent(kit.magnet(1))
      for (let i = 2; i <= 500; i++) {
        await session.addTorrent(kit.magnet(i))
        await behind.next()
      }
      await kit.collectGarbage(() => alive() <= 20)
      kit.send(alive() >= 10 && alive() <= 20)
      await bounded.return()
      await behind.return()
      await session.close()
    },
    { flags },
  )
  expect(outcome).toMatchObject({ ...wellEnded, sent: [true] })
})
