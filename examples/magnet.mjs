// @ts-check
// Downloads the files of a magnet link, or some of them, and writes the .torrent file that belongs to it.
//   node magnet.mjs MAGNET DIRECTORY [PART_OF_A_NAME]
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from 'libtorrent-napi'

const [uri, savePath, part = ''] = process.argv.slice(2)
if (!uri || !savePath) {
  console.error('usage: node magnet.mjs MAGNET DIRECTORY [PART_OF_A_NAME]')
  process.exit(2)
}

const session = new lt.Session()
try {
  const torrent = await session.add(uri, { savePath, select: ({ path }) => path.includes(part) })
  for (const { path, length, priority } of await torrent.files()) {
    console.log(`${lt.printable(path)}: ${length} bytes${priority === 0 ? ', left out' : ''}`)
  }
  await torrent.finished()
  console.log('complete')

  // Only after the download are the hashes of a v2 torrent complete.
  const params = await torrent.saveResumeData({ flags: lt.resumeDataFlags.saveInfoDict })
  const torrentFile = join(savePath, `${torrent.toJSON().name}.torrent`)
  await writeFile(torrentFile, lt.writeTorrentFileBuf(params))
  console.log(`wrote ${lt.printable(torrentFile)}`)
} finally {
  await session.close()
}
