// A promise is settled by one owner: nothing of the user runs between the start of a job and its hand-over.
import { runChild, wellEnded } from './helpers/run'

test('setPieceHashes() settles once with setters and getters on Object.prototype that throw', async () => {
  const outcome = await runChild(
    async (kit) => {
      // One after the other: each writes the file anew.
      const torrents = [await kit.prepareTorrent('content', 3_000_000)]
      while (torrents.length < 25) torrents.push(await kit.prepareTorrent('content', 3_000_000))
      for (const name of ['cancel', 'signal', 'settings', 'onProgress', 'timeout']) {
        Object.defineProperty(Object.prototype, name, {
          configurable: true,
          get() {
            throw new Error('poisoned')
          },
          set() {
            throw new Error('poisoned')
          },
        })
        const hashing = torrents.splice(0, 5).map((torrent) => torrent.setPieceHashes(kit.dir))
        const settled = await Promise.allSettled(hashing)
        Reflect.deleteProperty(Object.prototype, name)
        kit.send(settled.length)
        globalThis.gc?.()
        await kit.turn()
      }
    },
    { flags: ['--expose-gc'] },
  )
  const sent = Array.from({ length: 5 }, () => 5)
  expect(outcome).toMatchObject({ ...wellEnded, sent })
})

test('a job that JavaScript refuses to take the cancel function of does not start', async () => {
  const outcome = await runChild(async (kit) => {
    const torrent = await kit.prepareTorrent('content', 3_000_000)
    const native = Object.getPrototypeOf(kit.lt.CreateTorrent.prototype) as {
      _setPieceHashes: (...args: unknown[]) => Promise<void>
    }
    const refuse = (): void => {
      throw new Error('refused')
    }
    const hash = (receive: unknown): Promise<void> =>
      Reflect.apply(native._setPieceHashes, torrent, [kit.dir, undefined, () => {}, receive])
    for (let i = 0; i < 20; i++) kit.send(await kit.outcome(hash(refuse)))
    kit.send(await kit.outcome(hash(() => {})))
  })
  const sent = [...Array.from({ length: 20 }, () => 'Error: refused'), 'fulfilled']
  expect(outcome).toMatchObject({ ...wellEnded, sent })
})
