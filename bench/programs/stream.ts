// A file that is read while it is downloaded: the first byte, then all of it or reads at random offsets. Or the download
// without a reader.
import * as lt from 'libtorrent-napi'
import { now, emit } from './emit'
import { randomOffsets, sessionOptions, argument } from './arguments'

const seekLength = 64 * 1024

/** Reads so many bytes from an offset, as a player that seeks: it gives no end. */
async function readAt(torrent: lt.TorrentHandle, start: number, length: number): Promise<void> {
  let bytes = 0
  for await (const chunk of torrent.createReadStream(0, { start })) {
    bytes += (chunk as Buffer).length
    if (bytes >= length) return
  }
}

async function main(): Promise<void> {
  await using session = new lt.Session(sessionOptions())
  await session.waitFor('listen_succeeded')
  const ti = await lt.TorrentInfo.load(argument('torrent'))
  const start = now()
  const torrent = await session.add(ti, { savePath: argument('save'), peers: [argument('peer')] })
  if (argument('read') === 'false') {
    await torrent.finished({ flushed: false })
    emit('done', { whole: now() - start })
    return
  }
  const count = Number(argument('seeks'))
  let first = NaN
  if (count === 0) {
    let bytes = 0
    for await (const chunk of torrent.createReadStream(0)) {
      if (bytes === 0) first = now() - start
      bytes += (chunk as Buffer).length
    }
    emit('done', { first, whole: now() - start })
    return
  }
  await readAt(torrent, 0, 1)
  first = now() - start
  const times: number[] = []
  for (const offset of randomOffsets(count, ti.totalSize() - seekLength)) {
    const before = now()
    await readAt(torrent, offset, seekLength)
    times.push(now() - before)
  }
  emit('done', { first, seek: times.sort((a, b) => a - b)[count >> 1] ?? NaN })
}

void main()
