// The cost of a call: one that returns at once, one that waits for libtorrent, and its promise.
import * as lt from 'libtorrent-napi'
import { now, emit } from './emit'
import { sessionOptions, argument, args } from './arguments'

async function each(count: number, call: () => unknown): Promise<number> {
  const start = now()
  for (let i = 0; i < count; i++) {
    const result = call()
    if (result instanceof Promise) await result
  }
  return ((now() - start) * 1e6) / count
}

/** The median, because the kernel sometimes delays the thread that a call waits for. */
async function typical(count: number, call: () => unknown): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < count; i++) times.push(await each(1, call))
  return times.sort((a, b) => a - b)[count >> 1] ?? NaN
}

async function readPieces(session: lt.Session, count: number): Promise<void> {
  const ti = await lt.TorrentInfo.load(argument('torrent'))
  const flags = lt.torrentFlags.seedMode
  const torrent = await session.addTorrent({ ti, savePath: argument('save'), flags })
  const pieces = ti.numPieces()
  let bytes = 0
  let piece = 0
  const read = async (): Promise<void> => {
    bytes += (await torrent.readPiece(piece++ % pieces)).length
  }
  await each(pieces, read)
  const took = await typical(count, read)
  emit('done', { read: took / 1e3, bytes })
}

async function calls(session: lt.Session, count: number): Promise<void> {
  const infoHashes = { v1: '1'.repeat(40) }
  const torrent = await session.addTorrent({ infoHashes, savePath: '.', flags: 0 })
  const few = Math.ceil(count / 20)
  const post = (): void => torrent.setUploadLimit(1000)
  await each(count, post)
  torrent.statusSync(0)
  const posted = await each(count, post)
  torrent.statusSync(0)
  await each(few, () => torrent.inSession())
  const promise = await typical(few, () => torrent.inSession())
  const sync = await typical(few, () => torrent.inSessionSync())
  const start = now()
  await Promise.all(Array.from({ length: few }, () => torrent.inSession()))
  const together = ((now() - start) * 1e6) / few
  emit('done', { post: posted, sync, promise, together, overSync: (promise - sync) / 1e3 })
}

async function main(): Promise<void> {
  await using session = new lt.Session(sessionOptions())
  const run = args.has('torrent') ? readPieces : calls
  await run(session, Number(argument('count')))
}

void main()
