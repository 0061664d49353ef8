// What libtorrent 2.0.8 hasn't got: typed as optional, there with the version that brought it, and
// absent before.
import * as lt from '../../lib'
import { waitLimit } from '../helpers/deadline'
import { leech, openSession, seed } from '../helpers/sessions'
import { tempDir } from '../helpers/files'
import { kiB, oneFile } from '../helpers/torrents'

const tiny = Number(lt.version.split('.')[2])

test.each([
  [9, ['postStatus', 'postPeerInfo', 'postDownloadQueue', 'postFileProgress']],
  [9, ['postTrackers', 'postPieceAvailability']],
  [12, ['getResumeData', 'getResumeDataSync']],
] as const)('methods that libtorrent 2.0.%i brought exist since then only', (since, names) => {
  const present = names.filter((name) => lt.TorrentHandle.prototype[name] !== undefined)
  expect(present).toStrictEqual(tiny >= since ? names : [])
})

test('constants are there with what they are for', () => {
  expect(lt.torrentFlags.i2pTorrent).toBe(tiny >= 9 ? 2 ** 24 : undefined)
  expect(lt.limits.maxNumPieces).toBe(tiny >= 10 ? 2 ** 30 - 1 : undefined)
  expect(lt.reannounceFlags.highPriority).toBe(tiny >= 12 ? 2 : undefined)
  expect(lt.settingsMetadata.announce_port?.default).toBe(tiny >= 11 ? 0 : undefined)
  expect(lt.alertTypes.peer_info?.id).toBe(tiny >= 9 ? 100 : undefined)
})

describe('the newer questions', () => {
  const size = 100 * kiB
  const url = 'http://127.0.0.1:1/announce'
  const questions = {
    peer_info: [(torrent) => torrent.postPeerInfo?.(), { peerInfo: [] }],
    piece_info: [(torrent) => torrent.postDownloadQueue?.(), { pieceInfo: [] }],
    file_progress: [(torrent) => torrent.postFileProgress?.(), { files: [0] }],
    tracker_list: [(torrent) => torrent.postTrackers?.(), { trackers: [{ url, tier: 0 }] }],
    piece_availability: [
      (torrent) => torrent.postPieceAvailability?.(),
      { pieceAvailability: Array(7).fill(0) },
    ],
  } as const satisfies Partial<
    Record<lt.AlertType, readonly [ask: (torrent: lt.TorrentHandle) => void, answer: object]>
  >

  test('are answered by alerts, whatever the mask; before 2.0.9 there are none to wait for', async () => {
    const session = openSession({ alert_mask: 0 })
    const content = await oneFile(size, { trackers: [url] })
    // libtorrent 2.0.11 has no download queue for a seed, and posts no alert.
    const torrent = await leech(session, { ti: content.info, savePath: await tempDir() })
    for (const [type, [ask, answer]] of Object.entries(questions)) {
      const wait = (): Promise<lt.Alert> =>
        torrent.waitFor(type as keyof typeof questions, { timeout: waitLimit })
      if (tiny < 9) {
        await expect(wait()).rejects.toThrow(
          new TypeError(`libtorrent ${lt.version} has no alert "${type}"`),
        )
        continue
      }
      const answered = wait()
      ask(torrent)
      expect(await answered).toMatchObject({ type, handle: torrent, ...answer })
    }
  })

  test('the status comes for the one torrent', async () => {
    const session = openSession()
    const torrent = await seed(session, await oneFile(size))
    if (!torrent.postStatus) return expect(tiny).toBeLessThan(9)
    const answered = session.waitFor('state_update', { timeout: waitLimit })
    torrent.postStatus(0)
    expect((await answered).status).toMatchObject([{ handle: torrent, state: 'seeding' }])
  })

  test('resume data comes without an alert', async () => {
    const session = openSession()
    const torrent = await seed(session, await oneFile(size))
    if (!torrent.getResumeData) return expect(tiny).toBeLessThan(12)
    const { infoHashes } = await torrent.getResumeData()
    expect(infoHashes).toStrictEqual(torrent.infoHashes())
  })
})

test('needSaveResumeData() looks at parts of the resume data since 2.0.9', async () => {
  const session = openSession()
  const torrent = await seed(session, await oneFile(kiB))
  await torrent.saveResumeData()
  const { ifConfigChanged } = lt.resumeDataFlags
  if (ifConfigChanged === undefined) {
    await expect(torrent.needSaveResumeData(32)).rejects.toThrow(
      /^flags must be left out: they need libtorrent 2.0.9, this is 2\.0\.8/,
    )
    return
  }
  expect(await torrent.needSaveResumeData(ifConfigChanged)).toBe(false)
  torrent.setUploadLimit(1000)
  expect(await torrent.needSaveResumeData(ifConfigChanged)).toBe(true)
})

test('pieces tell how many blocks peers can be asked for', async () => {
  const { info } = await oneFile(100 * kiB, { version: 'v2', pieceSize: 64 * kiB })
  expect(info.blocksPerPiece?.()).toBe(tiny >= 9 ? 4 : undefined)
  expect(info.files().blocksPerPiece?.()).toBe(tiny >= 9 ? 4 : undefined)
  expect(info.pieceSizeForReq?.(1)).toBe(tiny >= 13 ? 36 * kiB : undefined)
})
