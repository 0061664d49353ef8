// SIGSEGV and SIGBUS serve V8 and libtorrent at once.
import { runChild, wellEnded } from './helpers/run'
import type { Kit } from './helpers/kit'

/** What the types of Node.js leave out. */
interface Wasm {
  Module: new (bytes: Uint8Array) => object
  Instance: new (module: object) => { exports: { load: (address: number) => number } }
}

/** Seeds a file that is mapped, and returns how a WebAssembly trap ends afterwards. */
async function trapAfterSeeding(kit: Kit, diskBackend: 'standard' | 'posix'): Promise<void> {
  const trap = (): string => {
    // (module (memory 1) (func (export "load") (param i32) (result i32) local.get 0 i32.load))
    const module = [
      ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 6, 1, 96, 1, 127, 1, 127, 3, 2, 1, 0, 5, 3, 1, 0, 1],
      ...[7, 8, 1, 4, 108, 111, 97, 100, 0, 0, 10, 9, 1, 7, 0, 32, 0, 40, 2, 0, 11],
    ]
    const { Module, Instance } = Reflect.get(globalThis, 'WebAssembly') as Wasm
    const { load } = new Instance(new Module(new Uint8Array(module))).exports
    try {
      return `loaded ${load(0x7fffffff)}`
    } catch (error) {
      return (error as Error).constructor.name
    }
  }
  kit.send(['before', trap()])
  const ti = await kit.makeTorrent('content', 20_000_000)
  kit.send(['after hashing', trap()])
  const session = new kit.lt.Session({ diskBackend, settings: kit.quiet() })
  const seed = await kit.share(session, ti)
  await seed.readPiece(0)
  kit.send(['after seeding', trap()])
  const worker = new kit.workers.Worker(
    `require('node:worker_threads').parentPort.postMessage((${String(trap)})())`,
    { eval: true },
  )
  kit.send(['in a worker without the addon', await kit.told(worker)])
  await session.close()
}

test.each(['standard', 'posix'] as const)(
  'a WebAssembly trap is a RuntimeError beside the %s disk back end',
  async (diskBackend) => {
    const main = `(${String(trapAfterSeeding)})(kit, data)`
    const outcome = await runChild(main, { data: diskBackend })
    const places = ['before', 'after hashing', 'after seeding', 'in a worker without the addon']
    const sent = places.map((place) => [place, 'RuntimeError'])
    expect(outcome).toMatchObject({ ...wellEnded, sent })
  },
)

// Linux lists a deleted file with ` (deleted)` behind its path.
test.each([
  ['truncated', 'content'],
  ['truncated', 'content (deleted)'],
  ['deleted and truncated', 'content'],
])('a mapped file that is %s is a disk error: %s', async (what, name) => {
  const outcome = await runChild(
    async (kit, { what, name }) => {
      const session = kit.openSession()
      const seed = await kit.share(session, await kit.makeTorrent(name, 20_000_000))
      await seed.readPiece(0)
      const path = kit.path.join(kit.dir, name)
      const file = await kit.fs.promises.open(path, 'r+')
      if (what !== 'truncated') await kit.fs.promises.rm(path)
      await file.truncate(0)
      kit.send(await Promise.all([3, 3, 4].map((piece) => kit.outcome(seed.readPiece(piece)))))
      await file.close()
      await session.close()
    },
    { data: { what, name } },
  )
  expect(outcome).toMatchObject(wellEnded)
  expect(outcome.sent[0]).toHaveLength(3)
  expect(outcome.sent[0]).not.toContain('fulfilled')
})

test('a file that is truncated while its v2 hashes are computed is an error, and ends the hashing', async () => {
  const outcome = await runChild(async (kit) => {
    const file = kit.path.join(kit.dir, 'content')
    const size = 512 * 1024 * 1024
    await kit.fs.promises.writeFile(file, '')
    await kit.fs.promises.truncate(file, size)
    const files = new kit.lt.FileStorage()
    files.addFile('content', size)
    const torrent = new kit.lt.CreateTorrent(files, 64 * 1024, kit.lt.createFlags.v2Only)
    let hashed = 0
    const onProgress = (done: number): void => {
      hashed = done
      kit.fs.truncateSync(file, 0)
    }
    kit.send(await kit.outcome(torrent.setPieceHashes(kit.dir, { onProgress })))
    kit.send(hashed < torrent.numPieces())
  })
  expect(outcome).toMatchObject({ ...wellEnded, sent: ['EIO', true] })
})

test('a fault of another part still ends the process by its signal', async () => {
  const outcome = await runChild(async (kit) => {
    const session = kit.openSession()
    await kit.share(session, await kit.makeTorrent('content', 20_000_000))
    process.kill(process.pid, 'SIGSEGV')
  })
  expect(outcome).toMatchObject({ code: null, signal: 'SIGSEGV' })
})
