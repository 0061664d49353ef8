// A complete file: as a stream, piece by piece, and a range of 4 KiB.
import * as lt from 'libtorrent-napi'
import { now, emit } from './emit'
import { sessionOptions, argument } from './arguments'

const range = 4096

async function stream(torrent: lt.TorrentHandle): Promise<number> {
  let bytes = 0
  for await (const chunk of torrent.createReadStream(0)) bytes += (chunk as Buffer).length
  return bytes
}

/** One piece after the other, which a stream must not be slower than. */
async function pieces(torrent: lt.TorrentHandle, count: number): Promise<number> {
  let bytes = 0
  for (let piece = 0; piece < count; piece++) bytes += (await torrent.readPiece(piece)).length
  return bytes
}

async function rate(read: () => Promise<number>): Promise<number> {
  await read() // into the caches
  const start = now()
  const bytes = await read()
  return bytes / 1e6 / (now() - start)
}

/** The median time of a short range at another place each time. */
async function rangeTime(torrent: lt.TorrentHandle, size: number, count: number): Promise<number> {
  const times: number[] = []
  for (let i = 0; i < count; i++) {
    const at = (i * 7_777_777) % (size - range)
    const start = now()
    for await (const chunk of torrent.createReadStream(0, { start: at, end: at + range - 1 })) {
      times.push(now() - start)
      if ((chunk as Buffer).length !== range) throw new Error('the range came in parts')
    }
  }
  return times.sort((a, b) => a - b)[count >> 1] ?? NaN
}

async function main(): Promise<void> {
  await using session = new lt.Session(sessionOptions())
  const ti = await lt.TorrentInfo.load(argument('torrent'))
  const flags = lt.torrentFlags.seedMode
  const torrent = await session.addTorrent({ ti, savePath: argument('save'), flags })
  if (argument('by') === 'pieces') {
    emit('done', { rate: await rate(() => pieces(torrent, ti.numPieces())) })
    return
  }
  const whole = await rate(() => stream(torrent))
  const part = await rangeTime(torrent, ti.totalSize(), Number(argument('count')))
  emit('done', { rate: whole, range: part })
}

void main()
