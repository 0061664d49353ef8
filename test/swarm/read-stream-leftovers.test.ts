// Priorities and deadlines of pieces around read streams: streams of one torrent share them with each other and with
// the program, and leave none of theirs behind.
import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import type { Readable } from 'node:stream'
import * as lt from '../../lib'
import { waitLimit, until, within } from '../helpers/deadline'
import { tempDir } from '../helpers/files'
import { endpointOf, leech, openSession, ownFlags, seed } from '../helpers/sessions'
import { bareTorrent, kiB, manyFiles, oneFile } from '../helpers/torrents'

const { topPriority, dontDownload, lowPriority } = lt.downloadPriority
const soon = { timeout: waitLimit }
const pieceSize = 16 * kiB
const before = [0, 1, 2, 3, 4, 5, 7]
const top = before.map(() => topPriority)

/** A torrent of seven pieces with a priority each, without data and without peers. */
async function torrentWith(priorities: readonly number[]): Promise<lt.TorrentHandle> {
  const ti = new lt.TorrentInfo(bareTorrent({ size: 7 * pieceSize }))
  const torrent = await openSession().addTorrent({
    ti,
    savePath: await tempDir(),
    flags: ownFlags,
  })
  await torrent.prioritizePieces(priorities)
  return torrent
}

/** The same, with the bytes that its pieces must have. */
async function torrentOfContent(): Promise<{ torrent: lt.TorrentHandle; bytes: Buffer }> {
  const content = await oneFile(7 * pieceSize, { pieceSize, version: 'v1' })
  const torrent = await leech(openSession(), { ti: content.info, savePath: await tempDir() })
  await torrent.prioritizePieces(before)
  return { torrent, bytes: await readFile(content.path) }
}

function closing(stream: Readable): Promise<void> {
  return new Promise((resolve) => void stream.once('close', resolve))
}

/** The first chunk, after which the loop leaves the stream. */
async function firstOf(stream: Readable): Promise<unknown> {
  for await (const chunk of stream) return chunk
  return undefined
}

/** A stream of the file that waits for pieces. */
async function waitingStream(
  torrent: lt.TorrentHandle,
  options: lt.ReadStreamOptions = {},
): Promise<Readable> {
  const stream = torrent.createReadStream(0, options)
  stream.on('error', () => {}).resume()
  expect(await torrent.getPiecePriorities()).toStrictEqual(top)
  return stream
}

async function prioritiesBecome(
  torrent: lt.TorrentHandle,
  expected: readonly number[],
): Promise<void> {
  const text = expected.join()
  await until(
    () => torrent.getPiecePriorities(),
    (priorities) => priorities.join() === text,
  )
}

describe('a stream that is not read yet', () => {
  test('has its deadlines, before peers are dialled', async () => {
    const torrent = await torrentWith(before)
    torrent.createReadStream(0)
    expect(await torrent.getPiecePriorities()).toStrictEqual(top)
  })

  test.each<[string, lt.ReadStreamOptions, readonly number[]]>([
    ['of its range', { start: pieceSize, end: 3 * pieceSize - 1 }, [0, 7, 7, 3, 4, 5, 7]],
    ['of a byte', { start: 2 * pieceSize, end: 2 * pieceSize }, [0, 1, 7, 3, 4, 5, 7]],
    ['up to the last byte', { start: 5 * pieceSize }, [0, 1, 2, 3, 4, 7, 7]],
    ['of no byte', { start: 7 * pieceSize }, before],
    ['of a range that it will refuse', { start: 3 * pieceSize, end: 0 }, before],
  ])('has deadlines %s', async (_what, options, expected) => {
    const torrent = await torrentWith(before)
    torrent.createReadStream(0, options)
    expect(await torrent.getPiecePriorities()).toStrictEqual(expected)
  })

  test('has none when its signal has aborted', async () => {
    const torrent = await torrentWith(before)
    torrent.createReadStream(0, { signal: AbortSignal.abort() }).on('error', () => {})
    expect(await torrent.getPiecePriorities()).toStrictEqual(before)
  })

  test('gives the priorities back when it is destroyed', async () => {
    const torrent = await torrentWith(before)
    torrent.createReadStream(0).destroy()
    expect(await torrent.getPiecePriorities()).toStrictEqual(before)
  })
})

describe('the priorities of pieces are as before', () => {
  test.each<[string, (stream: Readable, abort: AbortController) => void]>([
    ['is destroyed', (stream) => stream.destroy()],
    ['is destroyed with an error', (stream) => stream.destroy(new Error('mine'))],
    ['is aborted', (_, abort) => abort.abort()],
  ])('after a stream that %s', async (_how, end) => {
    const torrent = await torrentWith(before)
    const abort = new AbortController()
    const stream = await waitingStream(torrent, { signal: abort.signal })
    const closed = closing(stream)
    end(stream, abort)
    await within(closed, 'close')
    expect(await torrent.getPiecePriorities()).toStrictEqual(before)
    expect((await torrent.status()).isFinished).toBe(false)
  })

  test('after a stream that a loop leaves', async () => {
    const { torrent, bytes } = await torrentOfContent()
    const left = firstOf(torrent.createReadStream(0))
    await prioritiesBecome(torrent, top)
    await torrent.addPiece(0, bytes.subarray(0, pieceSize))
    await within(left, 'the end of the loop')
    expect(await torrent.getPiecePriorities()).toStrictEqual(before)
  })

  test('after a stream that fails because a piece cannot be read', async () => {
    const { torrent, bytes } = await torrentOfContent()
    const closed = closing(await waitingStream(torrent))
    jest.spyOn(torrent, '_readBytes').mockRejectedValue(new Error('unreadable'))
    jest.spyOn(torrent, 'readPiece').mockRejectedValue(new Error('unreadable'))
    await torrent.addPiece(0, bytes.subarray(0, pieceSize))
    await within(closed, 'close')
    expect(await torrent.getPiecePriorities()).toStrictEqual(before)
  })

  test('after a stream that was read to its end', async () => {
    const content = await manyFiles({ a: 64 * kiB, b: 64 * kiB }, { pieceSize, version: 'v1' })
    const seeder = openSession({ close_redundant_connections: false })
    await seed(seeder, content)
    const params = { ti: content.info, savePath: await tempDir(), filePriorities: [0, 0] }
    const session = openSession({ close_redundant_connections: false })
    const torrent = await leech(session, params, [await endpointOf(seeder)])
    const priorities = [0, 3, 0, 7, 0, 0, 0, 0]
    await torrent.prioritizePieces(priorities)
    expect(await within(buffer(torrent.createReadStream(0)), 'the file')).toHaveLength(64 * kiB)
    expect(await torrent.getPiecePriorities()).toStrictEqual(priorities)
  })

  test('after a deadline that is taken back', async () => {
    const torrent = await torrentWith(before)
    for (const piece of before.keys()) torrent.setPieceDeadline(piece, 1000)
    expect(await torrent.getPiecePriorities()).toStrictEqual(top)
    torrent.resetPieceDeadline(0)
    expect(await torrent.piecePriority(0)).toBe(dontDownload)
    torrent.clearPieceDeadlines()
    expect(await torrent.getPiecePriorities()).toStrictEqual(before)
  })

  test('after the piece of a deadline has come', async () => {
    const content = await oneFile(4 * pieceSize, { pieceSize, version: 'v1' })
    const params = { ti: content.info, savePath: await tempDir() }
    const torrent = await leech(openSession(), params)
    torrent.setPiecePriority(1, dontDownload)
    torrent.setPieceDeadline(1, 1000)
    const finished = torrent.waitFor('piece_finished', soon)
    const bytes = await readFile(content.path)
    await torrent.addPiece(1, bytes.subarray(pieceSize, 2 * pieceSize))
    await finished
    expect(await torrent.piecePriority(1)).toBe(dontDownload)
  })
})

describe('a stream that ends keeps', () => {
  test('the deadlines of another stream', async () => {
    const torrent = await torrentWith(before)
    const first = await waitingStream(torrent)
    const second = await waitingStream(torrent, { start: 2 * pieceSize })
    const third = await waitingStream(torrent, { start: 5 * pieceSize })
    first.destroy()
    await prioritiesBecome(torrent, [0, 1, 7, 7, 7, 7, 7])
    second.destroy()
    expect(await torrent.getPiecePriorities()).toStrictEqual([0, 1, 2, 3, 4, 7, 7])
    third.destroy()
    expect(await torrent.getPiecePriorities()).toStrictEqual(before)
  })

  test('a deadline of setPieceDeadline(), with its flags', async () => {
    const content = await oneFile(2 * pieceSize, { pieceSize, version: 'v1' })
    const params = { ti: content.info, savePath: await tempDir() }
    const torrent = await leech(openSession(), params)
    torrent.setPieceDeadline(0, 0, lt.deadlineFlags.alertWhenAvailable)
    const read = torrent.waitFor('read_piece', soon)
    const stream = torrent.createReadStream(0)
    stream.on('error', () => {}).resume()
    await prioritiesBecome(torrent, [topPriority, topPriority])
    stream.destroy()
    expect(await torrent.piecePriority(0)).toBe(topPriority)
    const bytes = (await readFile(content.path)).subarray(0, pieceSize)
    await torrent.addPiece(0, bytes)
    expect(await read).toMatchObject({ piece: 0, error: null, buffer: bytes })
  })
})

describe('a stream that waits keeps its deadlines', () => {
  test('when those of setPieceDeadline() are taken back', async () => {
    const torrent = await torrentWith(before)
    torrent.setPieceDeadline(1, 0, lt.deadlineFlags.alertWhenAvailable)
    const cancelled = torrent.waitFor('read_piece', soon)
    const stream = await waitingStream(torrent)
    torrent.clearPieceDeadlines()
    expect(await cancelled).toMatchObject({ piece: 1, error: { code: 'ECANCELED' } })
    torrent.resetPieceDeadline(2)
    expect(await torrent.getPiecePriorities()).toStrictEqual(top)
    stream.destroy()
    expect(await torrent.getPiecePriorities()).toStrictEqual(before)
  })

  test.each<[string, number, (torrent: lt.TorrentHandle) => unknown]>([
    ['setPiecePriority()', 1, (torrent) => before.map((_, i) => torrent.setPiecePriority(i, 1))],
    [
      'setPiecePriority(), to 0',
      0,
      (torrent) => before.map((_, i) => torrent.setPiecePriority(i, 0)),
    ],
    ['prioritizePieces()', 5, (torrent) => torrent.prioritizePieces(before.map(() => 5))],
    ['prioritizePieces(), to 0', 0, (torrent) => torrent.prioritizePieces(before.map(() => 0))],
    ['prioritizePieces(), to 7', 7, (torrent) => torrent.prioritizePieces(top)],
  ])('when %s changes priorities, which take effect after it', async (_by, priority, change) => {
    const torrent = await torrentWith(before)
    const stream = await waitingStream(torrent)
    await change(torrent)
    expect(await torrent.getPiecePriorities()).toStrictEqual(top)
    stream.destroy()
    expect(await torrent.getPiecePriorities()).toStrictEqual(before.map(() => priority))
  })

  test.each<[string, number, (torrent: lt.TorrentHandle) => unknown]>([
    ['setFilePriority()', lowPriority, (torrent) => torrent.setFilePriority(0, lowPriority)],
    [
      'setFilePriority(), to 0',
      dontDownload,
      (torrent) => torrent.setFilePriority(0, dontDownload),
    ],
    ['setFilePriority(), to 7', topPriority, (torrent) => torrent.setFilePriority(0, topPriority)],
    ['prioritizeFiles()', 3, (torrent) => torrent.prioritizeFiles([3])],
  ])('when %s changes priorities, which take effect after it', async (_by, priority, change) => {
    const torrent = await torrentWith(before)
    const stream = await waitingStream(torrent)
    const changed = torrent.waitFor('file_prio', soon)
    await change(torrent)
    await changed
    expect(await torrent.getPiecePriorities()).toStrictEqual(top)
    stream.destroy()
    expect(await torrent.getPiecePriorities()).toStrictEqual(before.map(() => priority))
  })
})

test('a stream goes on when the file that it reads is left out meanwhile', async () => {
  const content = await oneFile(8 * pieceSize, { pieceSize, version: 'v1' })
  const seeder = openSession()
  await seed(seeder, content)
  const torrent = await leech(openSession(), { ti: content.info, savePath: await tempDir() })
  const bytes = buffer(torrent.createReadStream(0))
  await prioritiesBecome(torrent, Array<number>(8).fill(topPriority))
  const changed = torrent.waitFor('file_prio', soon)
  await torrent.setFilePriority(0, dontDownload)
  await changed
  torrent.connectPeer(await endpointOf(seeder))
  expect((await within(bytes, 'the file')).equals(await readFile(content.path))).toBe(true)
})

test('resume data that is saved while a stream waits has the priorities of before', async () => {
  const torrent = await torrentWith(before)
  await waitingStream(torrent)
  const { piecePriorities } = await torrent.saveResumeData()
  expect(piecePriorities).toStrictEqual(before)
})
