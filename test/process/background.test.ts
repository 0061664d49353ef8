// Work without a session: hashing, scanning, parsing, while its environment ends.
import { runChild, wellEnded } from './helpers/run'
import type { Kit } from './helpers/kit'

/** Bytes of a sparse file that no machine hashes before the deadline of a child. */
const endless = 2 ** 40

describe('hashing', () => {
  test('hashing that is under way does not delay process.exit()', async () => {
    const outcome = await runChild(
      async (kit, size) => {
        const torrent = await kit.prepareTorrent('large', size)
        const onProgress = () => process.exit(3)
        await torrent.setPieceHashes(kit.dir, { onProgress })
      },
      { data: endless },
    )
    expect(outcome).toMatchObject({ code: 3, signal: null, stderr: '' })
  })

  test('hashing that has just begun does not delay process.exit()', async () => {
    const outcome = await runChild(
      async (kit, size) => {
        const torrent = await kit.prepareTorrent('large', size)
        void torrent.setPieceHashes(kit.dir)
        process.exit(3)
      },
      { data: endless },
    )
    expect(outcome).toMatchObject({ code: 3, signal: null, stderr: '' })
  })

  test('keeps the process alive until it is done', async () => {
    const outcome = await runChild(async (kit) => {
      const torrent = await kit.prepareTorrent('large', 64 * 1024 * 1024)
      void torrent.setPieceHashes(kit.dir).then(() => kit.send('done'))
    })
    expect(outcome).toMatchObject({ ...wellEnded, sent: ['done'] })
  })

  test('can be aborted at any time, and started again', async () => {
    const outcome = await runChild(
      async (kit, size) => {
        const torrent = await kit.prepareTorrent('large', size)
        for (let pieces = 0; pieces < 8; pieces++) {
          const controller = new AbortController()
          const stop = (done: number): void => {
            if (done >= pieces) controller.abort(new Error('enough'))
          }
          if (pieces === 0) setImmediate(stop, 0)
          const { signal } = controller
          kit.send(await kit.outcome(torrent.setPieceHashes(kit.dir, { signal, onProgress: stop })))
        }
        const small = await kit.prepareTorrent('small', 1024 * 1024)
        kit.send(await kit.outcome(small.setPieceHashes(kit.dir)))
      },
      { data: endless },
    )
    const sent = [...Array.from({ length: 8 }, () => 'Error: enough'), 'fulfilled']
    expect(outcome).toMatchObject({ ...wellEnded, sent })
  })

  test('refuses other calls of a torrent that is being hashed', async () => {
    const outcome = await runChild(async (kit) => {
      const torrent = await kit.prepareTorrent('large', 64 * 1024 * 1024)
      const hashed = torrent.setPieceHashes(kit.dir)
      kit.send(await kit.outcome(() => torrent.generateBuf()))
      kit.send(await kit.outcome(torrent.setPieceHashes(kit.dir)))
      await hashed
      let again: Promise<void> | undefined
      const settings = {
        get hashing_threads() {
          again ??= torrent.setPieceHashes(kit.dir)
          return 1
        },
      }
      kit.send(await kit.outcome(torrent.setPieceHashes(kit.dir, { settings })))
      kit.send(await kit.outcome(again!))
    })
    const busy = 'Error: setPieceHashes() has not finished'
    expect(outcome).toMatchObject({ ...wellEnded, sent: [busy, busy, busy, 'fulfilled'] })
  })

  test('continues without a reference to it', async () => {
    const outcome = await runChild(
      async (kit) => {
        const start = async (): Promise<void> => {
          const torrent = await kit.prepareTorrent('large', 64 * 1024 * 1024)
          void torrent.setPieceHashes(kit.dir, { onProgress: () => globalThis.gc?.() })
        }
        for (let i = 0; i < 4; i++) await start()
        await kit.collectGarbage(() => false)
      },
      { flags: ['--expose-gc'] },
    )
    expect(outcome).toMatchObject(wellEnded)
  })
})

test('the bytes of a torrent may be taken away by a getter, once they are taken', async () => {
  const outcome = await runChild(
    async (kit) => {
      const ti = await kit.makeTorrent('content', 64 * 1024 * 1024)
      const bytes = new Uint8Array(kit.lt.writeTorrentFileBuf({ ti }))
      const limits = {
        get maxPieces() {
          structuredClone(bytes.buffer, { transfer: [bytes.buffer] })
          globalThis.gc?.()
          return 1_000
        },
      }
      kit.send(await kit.outcome(() => new kit.lt.TorrentInfo(bytes, limits)))
    },
    { flags: ['--expose-gc'] },
  )
  expect(outcome).toMatchObject({ ...wellEnded, sent: ['fulfilled'] })
})

// Hashing and scanning cannot be done before the deadline of the child. libuv's pool does everything that is queued before
// a process or worker ends, so the loads are few.
const works: { name: string; main: (kit: Kit) => Promise<unknown> }[] = [
  {
    name: 'setPieceHashes()',
    main: async (kit) => {
      const torrent = await kit.prepareTorrent('large', 2 ** 40)
      await torrent.setPieceHashes(kit.dir, { onProgress: () => kit.ready() })
    },
  },
  {
    name: 'addFiles()',
    main: async (kit) => {
      // Each directory has ten links to the next one: the scan would meet a file 10^8 times.
      const { fs, path } = kit
      const root = await fs.promises.mkdtemp(path.join(kit.dir, 'tree-'))
      const directory = (level: number) => path.join(root, `${level}`)
      for (let level = 8; level >= 0; level--) {
        await fs.promises.mkdir(directory(level))
        for (let i = 0; i < 10 && level < 8; i++) {
          await fs.promises.symlink(directory(level + 1), path.join(directory(level), `${i}`))
        }
      }
      await fs.promises.writeFile(path.join(directory(8), 'file'), 'x')
      const scan = kit.lt.addFiles(new kit.lt.FileStorage(), directory(0))
      kit.ready()
      await scan
    },
  },
  {
    name: 'TorrentInfo.load()',
    main: async (kit) => {
      const { TorrentInfo, writeTorrentFileBuf } = kit.lt
      const file = kit.path.join(kit.dir, 'content.torrent')
      const ti = await kit.makeTorrent('content', 16 * 1024 * 1024)
      await kit.fs.promises.writeFile(file, writeTorrentFileBuf({ ti }))
      const loads = Array.from({ length: 100 }, () => TorrentInfo.load(file))
      await Promise.race(loads)
      kit.ready()
      await Promise.all(loads)
    },
  },
]

describe.each(works)('$name under way', ({ main }) => {
  test('ends with process.exit()', async () => {
    expect(await runChild(main)).toMatchObject(wellEnded)
  })

  test('ends with its worker', async () => {
    const outcome = await runChild(
      async (kit, source) => {
        for (let round = 0; round < 5; round++) {
          const worker = kit.startWorker(source, null)
          kit.send(await kit.told(worker))
          await worker.terminate()
        }
      },
      { data: String(main) },
    )
    expect(outcome).toMatchObject({ ...wellEnded, sent: Array.from({ length: 5 }, () => 'ready') })
  })
})
