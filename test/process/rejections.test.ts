// Promises that are not awaited: a mistake is an unhandledRejection, a failed request is not.
import { runChild, wellEnded } from './helpers/run'
import type { Kit } from './helpers/kit'

const mistakes: Record<string, (kit: Kit) => unknown> = {
  'a wrong argument': (kit) => kit.openSession().findTorrent(5 as never),
  'a wrong argument of a request': (kit) =>
    kit.openSession().addTorrent({ savePath: 5 as never, infoHashes: {} }),
  'an index beyond the torrent': async (kit) => {
    const session = kit.openSession()
    const ti = await kit.makeTorrent('content', 100_000)
    const torrent = await session.addTorrent({ ti, savePath: kit.dir })
    void torrent.setFilePriority(1, 0)
  },
  'a wrong argument of a function': (kit) => kit.lt.addFiles(5 as never, ''),
  'a filter that throws': async (kit) => {
    const session = kit.openSession()
    void session.waitFor('add_torrent', {
      filter: (alert) => (alert as never as { no: { where: boolean } }).no.where,
    })
    await session.addTorrent(kit.magnet(1))
  },
}

test.each(Object.entries(mistakes))('%s is an unhandledRejection', async (_name, mistake) => {
  const outcome = await runChild(
    async (kit, source) => {
      process.once('unhandledRejection', (error) => {
        kit.send((error as Error).name)
        process.exit(0)
      })
      await (eval(source) as (kit: Kit) => unknown)(kit)
      setInterval(() => {}, 1_000) // keeps the child alive until its deadline
    },
    { data: `(kit) => { void (${String(mistake)})(kit) }` },
  )
  expect(outcome).toMatchObject(wellEnded)
  expect(outcome.sent).toStrictEqual([expect.stringMatching(/^(Type|Range)Error$/)])
})

test('a failed request is no unhandledRejection', async () => {
  const outcome = await runChild(async (kit) => {
    const session = kit.openSession()
    const torrent = await session.addTorrent(kit.magnet(1))
    const ask = (): void => {
      void torrent.status()
      void torrent.saveResumeData()
      void torrent.readPiece(0)
      void torrent.havePiece(0) // it has no metadata
      void torrent.forceRecheck()
      void session.getSettings()
      void session.sessionState()
      void session.dhtGetItem('00'.repeat(20)) // there is no DHT
      void session.dhtLiveNodes('00'.repeat(20))
      void session.dhtDirectRequest({ address: '127.0.0.1', port: 1 }, {})
      void torrent.waitFor('torrent_finished')
    }
    ask()
    void session.waitFor('torrent_finished', { timeout: 1 })
    void session.waitFor('torrent_finished', { signal: AbortSignal.timeout(1) })
    void session.waitFor('torrent_finished', { signal: AbortSignal.abort(new Error('mine')) })
    await new Promise((resolve) => setTimeout(resolve, 10))
    await session.removeTorrent(torrent)
    ask()
    void kit.lt.TorrentInfo.load('/nonexistent')
    void kit.lt.addFiles(new kit.lt.FileStorage(), '/nonexistent')
    ask()
    await session.close()
    ask()
    await kit.turn()
  })
  expect(outcome).toMatchObject(wellEnded)
})

test('where silencing one fails, that is an uncaughtException, and the promise is rejected', async () => {
  const outcome = await runChild(async (kit) => {
    const session = kit.openSession()
    const torrent = await session.addTorrent(kit.magnet(1))
    const thrown = new Promise<Error>((resolve) => process.once('uncaughtException', resolve))
    const codeOf = (error: unknown): string => (error as { code: string }).code
    const rejected = torrent.havePiece(0).then(null, codeOf)
    const original = Object.getOwnPropertyDescriptor(Promise.prototype, 'catch')!
    const value = (): never => {
      throw new Error('mine')
    }
    void Object.defineProperty(Promise.prototype, 'catch', { ...original, value })
    kit.send((await thrown).message)
    void Object.defineProperty(Promise.prototype, 'catch', original)
    kit.send(await rejected)
    await session.close()
  })
  expect(outcome).toMatchObject(wellEnded)
  expect(outcome.sent).toStrictEqual(['mine', 'no_metadata'])
})

test('the stack of a rejection names the async functions that await it', async () => {
  const outcome = await runChild(async (kit) => {
    const session = kit.openSession()
    const torrent = await session.addTorrent(kit.magnet(1))
    const calls = {
      pool: () => kit.lt.loadTorrentFile('/nonexistent'),
      network: () => torrent.havePiece(0),
      alert: () => torrent.readPiece(0),
      timeout: () => session.waitFor('torrent_finished', { timeout: 1 }),
    }
    const inner = async (call: () => Promise<unknown>): Promise<unknown> => await call()
    const outer = async (call: () => Promise<unknown>): Promise<unknown> => await inner(call)
    for (const [name, call] of Object.entries(calls)) {
      const { stack } = (await outer(call).catch((error: unknown) => error)) as Error
      kit.send([name, /at async inner .*\n +at async outer /.test(stack ?? '') || stack])
    }
    await session.close()
  })
  expect(outcome).toMatchObject(wellEnded)
  expect(outcome.sent).toStrictEqual(
    ['pool', 'network', 'alert', 'timeout'].map((name) => [name, true]),
  )
})
