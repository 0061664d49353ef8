// @ts-check
// Downloads the files of a magnet link, or some of them, and writes the .torrent file that belongs to it.
//   node magnet.mjs MAGNET DIRECTORY [GLOB]
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from 'libtorrent-napi'

const [uri, savePath, glob = '*'] = process.argv.slice(2)
if (!uri || !savePath) {
  console.error('usage: node magnet.mjs MAGNET DIRECTORY [GLOB]')
  process.exit(2)
}

const session = new lt.Session()
// Ctrl-C: tells trackers and peers that this client leaves.
process.once('SIGINT', () => session.close().then(() => process.exit(130)))
try {
  const torrent = await session.add(uri, { savePath, select: glob })
  for (const { path, length, priority } of await torrent.files()) {
    console.log(`${lt.printable(path)}: ${length} bytes${priority === 0 ? ', left out' : ''}`)
  }
  await torrent.finished()
  console.log('complete')

  // Pieces of a v2 torrent have their hashes outside of the metadata. Those of files that are left out do not come.
  const params = await torrent.saveResumeData({ flags: lt.resumeDataFlags.saveInfoDict })
  const torrentFile = join(savePath, `${torrent.toJSON().name}.torrent`)
  await writeFile(torrentFile, lt.writeTorrentFileBuf(params, lt.writeFlags.allowMissingPieceLayer))
  console.log(`wrote ${lt.printable(torrentFile)}`)
} finally {
  await session.close()
}
