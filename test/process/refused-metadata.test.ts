// Metadata and resume data that libtorrent does not check, or for which it makes no storage.
import { createHash } from 'node:crypto'
import * as lt from '../../lib'
import { describeUnless } from '../helpers/missing'
import { runChild, wellEnded } from './helpers/run'

const info = { length: 100, name: 'long', 'piece length': 2 ** 29, pieces: Buffer.alloc(20) }

/** Whether libtorrent reads pieces of 512 MiB, for which it makes no storage. 2.0.8 does, 2.0.11 does not. */
function readsLongPieces(): boolean {
  try {
    new lt.TorrentInfo(lt.bencode({ info }))
    return true
  } catch {
    return false
  }
}

const read = readsLongPieces() ? 'this libtorrent reads such metadata' : null
const unread = readsLongPieces() ? null : 'this libtorrent does not read such metadata'

describeUnless(unread, 'pieces of 512 MiB, which are read', () => {
  test('the torrent fails, and no call reaches the storage of another one', async () => {
    const outcome = await runChild(async (kit) => {
      const { lt } = kit
      const session = kit.openSession()
      const info = { length: 100, name: 'long', 'piece length': 2 ** 29, pieces: Buffer.alloc(20) }
      const ti = new lt.TorrentInfo(lt.bencode({ info }))
      const magnet = lt.parseMagnetUri(lt.makeMagnetUri(ti))
      const savePath = kit.path.join(kit.dir, 'elsewhere')
      const running = lt.torrentFlags.updateSubscribe
      const { seedMode } = lt.torrentFlags
      for (const params of [
        { ti, flags: running },
        { ti, flags: seedMode },
        { ...magnet, flags: running },
      ]) {
        const failed = session.waitFor('torrent_error')
        const torrent = await session.addTorrent({ ...params, savePath })
        if (!('ti' in params)) await kit.outcome(torrent.setMetadata(ti.infoSection()))
        const { error } = await failed
        torrent.clearError()
        torrent.setPieceDeadline(0, 0, lt.deadlineFlags.alertWhenAvailable)
        await torrent.addPiece(0, Buffer.alloc(100))
        torrent.flushCache()
        kit.send([
          error?.code,
          await kit.outcome(torrent.readPiece(0)),
          await kit.outcome(torrent.forceRecheck()),
          await kit.outcome(torrent.renameFile(0, 'short')),
          await kit.outcome(torrent.moveStorage(kit.dir)),
        ])
        await session.removeTorrent(torrent)
      }
      // The first storage of the session has been given away only now.
      const content = await kit.makeTorrent('content', 100_000)
      const torrent = await kit.share(session, content)
      const late = await session.addTorrent({ ti, savePath, flags: seedMode })
      kit.send([await kit.outcome(late.readPiece(0)), (await torrent.readPiece(0)).length > 0])
      await session.close()
    })
    // A check begins with another try to make the storage.
    const ofCheck = expect.stringMatching(/^(EBADF|invalid_piece_size)$/) as string
    const refused = ['invalid_piece_size', 'EBADF', ofCheck, 'session_is_closing', 'fulfilled']
    expect(outcome).toMatchObject({
      ...wellEnded,
      sent: [refused, refused, refused, ['EBADF', true]],
    })
  })
})

describeUnless(read, 'pieces of 512 MiB, which are not read', () => {
  test('the metadata is refused, and that of a magnet link is not set', async () => {
    const data = createHash('sha1').update(lt.bencode(info)).digest('hex')
    const outcome = await runChild<string>(
      async (kit, v1) => {
        const { lt } = kit
        const session = kit.openSession()
        const info = {
          length: 100,
          name: 'long',
          'piece length': 2 ** 29,
          pieces: Buffer.alloc(20),
        }
        kit.send(await kit.outcome(() => new lt.TorrentInfo(lt.bencode({ info }))))
        const magnet = lt.parseMagnetUri(`magnet:?xt=urn:btih:${v1}`)
        const torrent = await session.addTorrent({ ...magnet, savePath: kit.dir })
        const failed = session.waitFor('metadata_failed')
        kit.send([await torrent.setMetadata(lt.bencode(info)), (await failed).error?.code])
        await session.close()
      },
      { data },
    )
    const refused = 'torrent_missing_piece_length'
    expect(outcome).toMatchObject({ ...wellEnded, sent: [refused, [false, refused]] })
  })
})

test('verified leaves beyond the blocks of a file are left out', async () => {
  const outcome = await runChild(async (kit) => {
    const { lt } = kit
    const session = kit.openSession()
    const ti = await kit.makeTorrent('content', 100_000, lt.createFlags.v2Only)
    const torrent = await kit.share(session, ti)
    const { merkleTrees } = await torrent.saveResumeData()
    await session.removeTorrent(torrent)
    for (const leaves of [7, 8, 1e6]) {
      const verifiedLeafHashes = [Array<boolean>(leaves).fill(true)]
      const params = { ti, savePath: kit.dir, merkleTrees, verifiedLeafHashes }
      const added = session.addTorrent(params)
      kit.send(await kit.outcome(added))
      await session.removeTorrent(await added)
    }
    await session.close()
  })
  const sent = ['fulfilled', 'fulfilled', 'fulfilled']
  expect(outcome).toMatchObject({ ...wellEnded, sent })
})

test('files of a torrent with v2 hashes are not remapped', async () => {
  const outcome = await runChild(async (kit) => {
    const { lt } = kit
    const ti = await kit.makeTorrent('content', 100_000, lt.createFlags.v2Only)
    const files = new lt.FileStorage()
    files.addFile('a', 60_000)
    files.addFile('b', 40_000)
    files.setPieceLength(ti.pieceLength())
    kit.send(await kit.outcome(() => ti.remapFiles(files)))
  })
  expect(outcome).toMatchObject({
    ...wellEnded,
    sent: ['RangeError: remapFiles() is for v1 torrents'],
  })
})
