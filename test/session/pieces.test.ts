// Pieces and files of a torrent while peers have some of them and send others.
import { readFile, truncate } from 'node:fs/promises'
import * as lt from '../../lib'
import { connectTo, message } from '../alerts/helpers/raw-peer'
import { expectTypeOf } from '../alerts/helpers/shape'
import { waitLimit, rejectionOf, until } from '../helpers/deadline'
import { tempDir } from '../helpers/files'
import { addChecked, endpointOf, openSession, seed } from '../helpers/sessions'
import { kiB, manyFiles, oneFile, versions } from '../helpers/torrents'
import type { RawPeer } from '../alerts/helpers/raw-peer'

const soon = { timeout: waitLimit }
const block = 16 * kiB
const pieceSize = 2 * block

interface Download {
  readonly torrent: lt.TorrentHandle
  readonly bytes: Buffer
  readonly infoHash: string
}

/** A torrent of four pieces of two blocks each, of which nothing is there. */
async function download(): Promise<Download> {
  const content = await oneFile(4 * pieceSize, { pieceSize, version: 'v1' })
  const torrent = await addChecked(openSession(), { ti: content.info, savePath: await tempDir() })
  const bytes = await readFile(content.path)
  return { torrent, bytes, infoHash: content.info.infoHash() }
}

/** A peer that has some of the pieces, as a bit field of one byte says. */
async function peerWith(
  { torrent, infoHash }: Download,
  pieces: number,
  peerId = '-XX0001-',
): Promise<RawPeer> {
  const peer = await connectTo(await endpointOf(torrent.session), infoHash, { peerId })
  peer.send(message.bitfield, Buffer.from([pieces]))
  await peer.receive(message.interested)
  return peer
}

async function serve(peer: RawPeer, { bytes }: Download): Promise<readonly [number, number]> {
  const [piece, start, length] = await peer.receiveRequest()
  const offset = piece * pieceSize + start
  peer.piece(piece, start, bytes.subarray(offset, offset + length))
  return [piece, start]
}

test('the availability of a piece is how many peers have it', async () => {
  const of = await download()
  await peerWith(of, 0b0110_0000)
  await peerWith(of, 0b0011_0000, '-XX0002-')
  expect(await of.torrent.pieceAvailability()).toStrictEqual([0, 1, 2, 1])
  const status = await of.torrent.status()
  expect(status.distributedFullCopies).toBe(0)
  expect(status.numPeers).toBe(2)
})

test('the download queue tells what is asked for and what has come', async () => {
  const of = await download()
  const peer = await peerWith(of, 0b1000_0000)
  const finished = of.torrent.waitFor('block_finished', soon)
  peer.send(message.unchoke)
  await serve(peer, of)
  await finished
  const queue = await of.torrent.getDownloadQueue()
  expectTypeOf('ReadonlyArray<PartialPieceInfo>', queue)
  expect(queue).toMatchObject([{ pieceIndex: 0, blocksInPiece: 2, finished: 1, requested: 1 }])
  const [first, second] = queue[0]!.blocks
  expect(first).toMatchObject({ state: 'finished', blockSize: block })
  expect(second).toMatchObject({
    state: 'requested',
    blockSize: block,
    peer: { address: '127.0.0.1', port: peer.port },
  })
})

test('the peers are what they say they are', async () => {
  const of = await download()
  const peer = await peerWith(of, 0b1010_0000)
  peer.send(message.unchoke)
  await peer.receiveRequest()
  const peers = await of.torrent.getPeerInfo()
  expectTypeOf('ReadonlyArray<PeerInfo>', peers)
  expect(peers).toHaveLength(1)
  const [info] = peers
  expect(info).toMatchObject({
    ip: { address: '127.0.0.1', port: peer.port },
    localEndpoint: await endpointOf(of.torrent.session),
    pid: Buffer.from('-XX0001-'.padEnd(20, '0')).toString('hex'),
    numPieces: 2,
    connectionType: lt.connectionType.standardBittorrent,
    progress: 0.5,
    progressPpm: 500_000,
    source: lt.peerSourceFlags.incoming,
    numHashfails: 0,
  })
  expect([...info!.pieces]).toStrictEqual([true, false, true, false])
  const { interesting, remoteChoked, outgoingConnection, seed: isSeed } = lt.peerFlags
  expect(info!.flags & interesting).toBe(interesting)
  expect(info!.flags & (remoteChoked | outgoingConnection | isSeed)).toBe(0)
})

test('peers can be forgotten', async () => {
  const of = await download()
  of.torrent.pause() // newer libtorrents would dial it at once, and forget it without an answer
  of.torrent.connectPeer({ address: '127.0.0.1', port: 65_535 }) // 2.0.14 takes none at port 1
  expect((await of.torrent.status()).listPeers).toBe(1)
  of.torrent.clearPeers()
  expect((await of.torrent.status()).listPeers).toBe(0)
})

describe('a deadline for a piece', () => {
  test('gives it the highest priority, even where it was not wanted', async () => {
    const { torrent } = await download()
    torrent.setPiecePriority(3, lt.downloadPriority.dontDownload)
    torrent.setPieceDeadline(3, 1000)
    expect(await torrent.piecePriority(3)).toBe(lt.downloadPriority.topPriority)
    torrent.resetPieceDeadline(3)
    expect(await torrent.piecePriority(3)).toBeLessThan(lt.downloadPriority.topPriority)
  })

  test('delivers it when it is there, if that is wanted', async () => {
    const of = await download()
    const { alertWhenAvailable } = lt.deadlineFlags
    const read = of.torrent.waitFor('read_piece', soon)
    of.torrent.setPieceDeadline(2, 0, alertWhenAvailable)
    await of.torrent.addPiece(2, of.bytes.subarray(2 * pieceSize, 3 * pieceSize))
    const alert = await read
    expect(alert).toMatchObject({ piece: 2, error: null })
    expect(alert.buffer).toStrictEqual(of.bytes.subarray(2 * pieceSize, 3 * pieceSize))
  })

  test('a deadline that is reset delivers read_piece with ECANCELED, and one that is cleared too', async () => {
    const of = await download()
    const { alertWhenAvailable } = lt.deadlineFlags
    of.torrent.setPieceDeadline(1, 0, alertWhenAvailable)
    const cancelled = of.torrent.waitFor('read_piece', soon)
    of.torrent.resetPieceDeadline(1)
    expect((await cancelled).error).toMatchObject({ code: 'ECANCELED' })
    of.torrent.setPieceDeadline(2, 0, alertWhenAvailable)
    const cleared = of.torrent.waitFor('read_piece', soon)
    of.torrent.clearPieceDeadlines()
    expect((await cleared).piece).toBe(2)
  })
})

describe('a piece that is added', () => {
  test('replaces one that is there only if it shall', async () => {
    const of = await download()
    const piece = of.bytes.subarray(0, pieceSize)
    const finished = of.torrent.waitFor('piece_finished', soon)
    await of.torrent.addPiece(0, piece)
    await finished
    await of.torrent.addPiece(0, Buffer.alloc(pieceSize))
    expect(await of.torrent.readPiece(0)).toStrictEqual(piece)
    await of.torrent.addPiece(0, piece, lt.addPieceFlags.overwriteExisting)
    await until(() => of.torrent.havePiece(0), Boolean)
  })
})

test.each([
  ['mmap', 'eof'],
  ['posix', 'file_too_short'],
] as const)(
  'a piece behind the end of a file can not be read: %s, %s',
  async (diskBackend, code) => {
    const { info, path, savePath } = await oneFile(4 * pieceSize, { pieceSize })
    const flags = lt.torrentFlags.seedMode
    const torrent = await addChecked(openSession({}, { diskBackend }), {
      ti: info,
      savePath,
      flags,
    })
    await truncate(path, pieceSize)
    expect(await rejectionOf(torrent.readPiece(3))).toMatchObject({ code })
  },
)

describe('the progress of files', () => {
  test('is counted by blocks or by pieces', async () => {
    const of = await download()
    const peer = await peerWith(of, 0b1000_0000)
    const finished = of.torrent.waitFor('block_finished', soon)
    peer.send(message.unchoke)
    await serve(peer, of)
    await finished
    expect(await of.torrent.fileProgress()).toStrictEqual([block])
    const { pieceGranularity } = lt.fileProgressFlags
    expect(await of.torrent.fileProgress(pieceGranularity)).toStrictEqual([0])
  })

  test('tells which files are open', async () => {
    const content = await manyFiles({ a: 20 * kiB, b: 30 * kiB }, { pieceSize: 16 * kiB })
    const torrent = await seed(openSession({}, { diskBackend: 'mmap' }), content)
    // libtorrent closes them when the torrent is complete, at some time or other
    const read = async (): Promise<readonly lt.OpenFileState[]> => {
      await torrent.readPiece(0)
      return torrent.fileStatus()
    }
    const files = await until(read, ({ length }) => length > 0)
    expectTypeOf('ReadonlyArray<OpenFileState>', files)
    expect(files.map(({ fileIndex }) => fileIndex)).toContain(0)
    expect(torrent.fileStatusSync()).toBeInstanceOf(Array)
  })
})

describe('the piece layers', () => {
  test.each(versions)('of a %s torrent are its hashes', async (version) => {
    const content = await manyFiles({ a: 70_000, b: 10 }, { pieceSize: block, version })
    const torrent = await seed(openSession(), content)
    const full = await torrent.torrentFileWithHashes()
    const layers = await torrent.pieceLayers()
    if (version === 'v1') {
      expect(layers).toStrictEqual([])
      return
    }
    const { length } = layers
    expect(length).toBe(content.info.numFiles())
    const inFile = layers.map((layer) => layer.join(''))
    const inTorrent = layers.map((_, file) => full!.pieceLayer(file).toString('hex'))
    // a file of one piece is its own layer: its root
    const isLong = (file: number): boolean => content.info.files().fileSize(file) > block
    for (let file = 0; file < length; file++) {
      if (isLong(file)) expect(inFile[file]).toBe(inTorrent[file])
    }
    expect(inFile[0]).toHaveLength(5 * 64)
  })
})

test('pieces and files that there are not are a RangeError', async () => {
  const { torrent } = await download()
  for (const request of [
    () => torrent.havePiece(4),
    () => torrent.addPiece(-1, Buffer.alloc(pieceSize)),
    () => torrent.addPiece(0, Buffer.alloc(1)),
    () => torrent.filePriority(1),
    () => torrent.piecePriority(4),
    () => torrent.prioritizePieces([1, 2, 3, 4, 5]),
  ]) {
    expect(await rejectionOf(Promise.resolve().then<unknown>(request))).toBeInstanceOf(RangeError)
  }
})
