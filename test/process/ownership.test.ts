// Objects keep alive what they read, and never read what libtorrent writes to.
import { runChild, wellEnded } from './helpers/run'

const flags = ['--expose-gc']
const twoMinutes = { deadline: 110_000 }

test('file names outlive the TorrentInfo that they come from', async () => {
  const outcome = await runChild(
    async (kit) => {
      const { lt } = kit
      const count = 20
      for (let i = 0; i < count; i++) await kit.makeFile(`dir/a-name-of-some-length-${i}`, 100 + i)
      const scanned = await lt.addFiles(new lt.FileStorage(), kit.path.join(kit.dir, 'dir'))
      const v1 = lt.createFlags.v1Only
      const torrent = new lt.CreateTorrent(scanned, 16_384, v1)
      await torrent.setPieceHashes(kit.dir)
      const bytes = torrent.generateBuf()

      const edited = () => {
        const files = new lt.TorrentInfo(bytes).files()
        files.setName('other')
        files.setName('dir')
        return files
      }
      const routes = {
        files: () => new lt.TorrentInfo(bytes).files(),
        origFiles: () => new lt.TorrentInfo(bytes).origFiles(),
        edited,
        canonicalized: () => {
          const files = edited()
          files.canonicalize()
          return files
        },
        createTorrent: () => new lt.CreateTorrent(edited(), 16_384, v1).files(),
        createTorrentOfShared: () =>
          new lt.CreateTorrent(new lt.TorrentInfo(bytes).files(), 16_384, v1).files(),
        twice: () => {
          const files = new lt.CreateTorrent(edited(), 16_384, v1).files()
          files.setName('other')
          files.setName('dir')
          return new lt.CreateTorrent(files, 16_384, v1).files()
        },
        remapped: () => {
          const info = new lt.TorrentInfo(bytes)
          info.remapFiles(edited())
          return info.files()
        },
      }
      const made = Object.entries(routes).flatMap(([route, make]) =>
        Array.from({ length: 10 }, () => [route, make()] as const),
      )
      for (let i = 0; i < 10; i++) {
        globalThis.gc?.()
        await kit.turn()
      }
      const junk = Array.from({ length: 3000 }, (_, i) => Buffer.alloc(300 + (i % 2000), 0x5a))

      const expected = Array.from({ length: count }, (_, i) => `a-name-of-some-length-${i}`).sort()
      const wrong = new Set<string>()
      for (const [route, files] of made) {
        const names = Array.from({ length: files.numFiles() }, (_, i) => i)
          .filter((i) => !files.padFileAt(i))
          .map((i) => files.fileName(i))
        if (names.sort().join() !== expected.join()) wrong.add(route)
      }
      kit.send([junk.length, made.length, [...wrong]])
    },
    { flags },
  )
  expect(outcome).toMatchObject({ ...wellEnded, sent: [[3000, 80, []]] })
})

// Names of one length would be torn without being seen.
const names = ['n'.repeat(240), `${'m'.repeat(200)}/${'k'.repeat(38)}`, 'x'.repeat(9)]

test(
  'what a session hands out keeps its file names while files are renamed',
  async () => {
    const outcome = await runChild(
      async (kit, names) => {
        const { lt } = kit
        const own = await kit.makeTorrent('content', 40_000)
        const session = kit.openSession()
        const fromAlerts: (InstanceType<typeof lt.TorrentInfo> | null | undefined)[] = []
        session.on('add_torrent', ({ params }) => fromAlerts.push(params.ti))
        session.on('save_resume_data', ({ params }) => fromAlerts.push(params.ti))
        session.on('state_update', ({ status }) => fromAlerts.push(status[0]?.torrentFile ?? null))
        const torrent = await session.addTorrent({ ti: own, savePath: kit.dir })

        let [renames, reads] = [0, 0]
        let isOver = false
        const rename = async (): Promise<void> => {
          while (!isOver) {
            await torrent.renameFile(0, names[renames++ % names.length]!).catch(() => {})
          }
        }
        const renaming = Array.from({ length: 10 }, rename)
        const seen = new Set<string>()
        const known = new Set(['content', ...names])
        while (renames < 3000) {
          torrent.setFlags(lt.torrentFlags.sequentialDownload) // so that there is something to report
          torrent.unsetFlags(lt.torrentFlags.sequentialDownload)
          const [direct, status, all, updates, saved] = await Promise.all([
            torrent.torrentFile(),
            torrent.status(),
            session.getTorrentStatus(lt.statusFlags.queryTorrentFile),
            session.torrentUpdates(),
            torrent.saveResumeData({ flags: lt.resumeDataFlags.saveInfoDict }),
          ])
          const infos = [
            direct,
            torrent.torrentFileSync(),
            status.torrentFile,
            torrent.statusSync().torrentFile,
            all[0]?.torrentFile,
            updates[0]?.torrentFile,
            saved.ti,
            ...fromAlerts.splice(0),
          ]
          for (const info of infos) {
            if (!info) continue
            const before = info.files().filePath(0)
            for (let i = 0; i < 20; i++) {
              reads++
              const now = info.files().filePath(0)
              if (now !== before || !known.has(now)) seen.add(now)
            }
          }
        }
        isOver = true
        await Promise.all(renaming)
        kit.send([reads > 1000, [...seen], own.files().filePath(0)])
        await session.close()
      },
      { ...twoMinutes, data: names },
    )
    expect(outcome).toMatchObject({ ...wellEnded, sent: [[true, [], 'content']] })
  },
  twoMinutes.deadline + 10_000,
)
