// libtorrent 2.0 throws boost::bad_get on its network thread when a session ends while a read waits for a job that
// has the storage for itself.
import { runChild, wellEnded } from './helpers/run'

const jobs = ['moveStorage', 'renameFile', 'forceRecheck', 'setFilePriority', 'remove'] as const

test.each(jobs)('a session is closed while reads wait for %s', async (job) => {
  const outcome = await runChild(
    async (kit, job) => {
      const ti = await kit.makeTorrent('content', 100_000)
      for (let round = 0; round < 4; round++) {
        await kit.makeFile('content', 100_000)
        const session = kit.openSession()
        const torrent = await kit.share(session, ti)
        const start = {
          moveStorage: () => torrent.moveStorage(kit.path.join(kit.dir, `moved-${round}`)),
          renameFile: () => torrent.renameFile(0, `renamed-${round}`),
          forceRecheck: () => torrent.forceRecheck(),
          setFilePriority: () => torrent.setFilePriority(0, 0),
          remove: () => torrent.flags(),
        }
        const calls = [start[job](), torrent.readPiece(3), torrent.readPiece(1)]
        if (job === 'remove') calls.push(session.removeTorrent(torrent, { deleteFiles: true }))
        await session.close()
        kit.send((await Promise.allSettled(calls)).length > 2)
      }
    },
    { data: job },
  )
  const sent = Array.from({ length: 4 }, () => true)
  expect(outcome).toMatchObject({ ...wellEnded, sent })
})

test('reads that waited for a rename are answered', async () => {
  const outcome = await runChild(async (kit) => {
    const session = kit.openSession()
    const torrent = await kit.share(session, await kit.makeTorrent('content', 100_000))
    for (let round = 0; round < 20; round++) {
      const renamed = torrent.renameFile(0, `renamed-${round}`)
      const pieces = await Promise.all([0, 1, 2, 3].map((piece) => torrent.readPiece(piece)))
      await renamed
      kit.send(pieces.reduce((sum, piece) => sum + piece.length, 0))
    }
    await session.close()
  })
  const info = expect.any(Number) as number
  expect(outcome).toMatchObject({ ...wellEnded, sent: Array.from({ length: 20 }, () => info) })
  expect(new Set(outcome.sent).size).toBe(1)
})

test.each(['close', 'remove'] as const)(
  'a torrent that is moved to where files are is not checked: %s',
  async (end) => {
    const outcome = await runChild(
      async (kit, end) => {
        // Many files, so that the move takes some milliseconds.
        const names = Array.from({ length: 1000 }, (_, i) => kit.path.join('content', `${i}`))
        await kit.fs.promises.mkdir(kit.path.join(kit.dir, 'content'))
        for (const name of names) await kit.makeFile(name, 100)
        const files = await kit.lt.addFiles(
          new kit.lt.FileStorage(),
          kit.path.join(kit.dir, 'content'),
        )
        const made = new kit.lt.CreateTorrent(files, 0, kit.lt.createFlags.v1Only)
        await made.setPieceHashes(kit.dir)
        const ti = new kit.lt.TorrentInfo(made.generateBuf())
        let savePath = kit.dir
        for (let round = 0; round < 4; round++) {
          const session = kit.openSession()
          const torrent = await session.addTorrent({ ti, savePath })
          await torrent.seeding()
          savePath = kit.path.join(kit.dir, `moved-${round}`)
          await kit.fs.promises.mkdir(kit.path.join(savePath, 'content'), { recursive: true })
          await kit.makeFile(kit.path.join(`moved-${round}`, 'content', '0'), 100)
          const moved = torrent.moveStorage(savePath, { flags: 'dont_replace' })
          await torrent.status()
          const removed = end === 'remove' ? session.removeTorrent(torrent) : undefined
          if (round % 2 === 0) await removed
          await session.close()
          await Promise.allSettled([moved, removed])
        }
        kit.send('done')
      },
      { data: end },
    )
    expect(outcome).toMatchObject({ ...wellEnded, sent: ['done'] })
  },
)
