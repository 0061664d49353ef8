import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from '../../lib'
import { waitLimit } from '../helpers/deadline'
import { sha256, tempDir } from '../helpers/files'
import { endpointOf, finished, leech, openSession, seed } from '../helpers/sessions'
import { kiB, oneFile } from '../helpers/torrents'

const pieceSize = 16 * kiB

test('a download outlives the seeder that it came from', async () => {
  const content = await oneFile(128 * pieceSize, { pieceSize })
  const lost = openSession()
  const shared = await seed(lost, content)
  shared.setUploadLimit(400 * kiB) // so that it is not done before the seeder is gone
  const savePath = await tempDir()
  const peer = openSession()
  const somePieces = peer.waitFor('piece_finished', { timeout: waitLimit })
  const gone = peer.waitFor('peer_disconnected', { timeout: waitLimit })
  const torrent = await leech(peer, { ti: content.info, savePath }, [await endpointOf(lost)])
  await somePieces
  await lost.close()

  const { handle, error, endpoint } = await gone
  expect(handle).toBe(torrent)
  expect(endpoint.address).toBe('127.0.0.1')
  expect(error).toBeInstanceOf(lt.LibtorrentError)
  const status = await torrent.status()
  expect(status).toMatchObject({ isFinished: false, errc: null, state: 'downloading' })
  expect(status.progress).toBeGreaterThan(0)
  expect(status.progress).toBeLessThan(1)

  const other = openSession()
  await seed(other, content)
  torrent.connectPeer(await endpointOf(other))
  await finished(torrent)
  expect(await sha256(join(savePath, 'content.bin'))).toBe(await sha256(content.path))
})

test('a peer that sends other bytes than it should is found out', async () => {
  const content = await oneFile(8 * pieceSize, { pieceSize, version: 'v1' })
  const liar = openSession()
  const { info, savePath } = content
  await writeFile(content.path, Buffer.alloc(8 * pieceSize))
  // it believes that it has everything, and looks at nothing
  const havePieces = new Array<boolean>(8).fill(true)
  await liar.addTorrent({ ti: info, savePath, havePieces, flags: lt.torrentFlags.noVerifyFiles })
  const peer = openSession()
  const failed = peer.waitFor('hash_failed', { timeout: waitLimit })
  const torrent = await leech(peer, { ti: info, savePath: await tempDir() }, [
    await endpointOf(liar),
  ])
  expect((await failed).handle).toBe(torrent)
  expect(await torrent.status()).toMatchObject({ isFinished: false, numPieces: 0 })
})
