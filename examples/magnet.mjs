// @ts-check
// Downloads what a magnet link names, and writes the .torrent file that belongs to it.
//   node magnet.mjs MAGNET DIRECTORY [PART_OF_A_NAME]
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from 'libtorrent-napi'
import { visible } from './visible.mjs'

const [uri, savePath, pattern] = process.argv.slice(2)
if (!uri || !savePath) {
  console.error('usage: node magnet.mjs MAGNET DIRECTORY [PART_OF_A_NAME]')
  process.exit(2)
}

const session = new lt.Session()
try {
  // Nothing is downloaded but the metadata, until files are chosen.
  const { defaultFlags, defaultDontDownload } = lt.torrentFlags
  const flags = defaultFlags | defaultDontDownload
  const torrent = await session.addTorrent({ ...lt.parseMagnetUri(uri), savePath, flags })
  console.log('waiting for the metadata')
  const info = await torrent.metadata()

  const files = info.files()
  const priorities = Array.from({ length: files.numFiles() }, (_, file) => {
    const isWanted = pattern === undefined || files.filePath(file).includes(pattern)
    return isWanted ? lt.downloadPriority.defaultPriority : lt.downloadPriority.dontDownload
  })
  for (let file = 0; file < files.numFiles(); file++) {
    // Pad files make each file begin with a piece. They are not stored.
    if (files.padFileAt(file)) continue
    const leftOut = priorities[file] === 0 ? ', left out' : ''
    console.log(`${visible(files.filePath(file))}: ${files.fileSize(file)} bytes${leftOut}`)
  }

  torrent.prioritizeFiles(priorities)
  await torrent.finished()
  console.log('complete')

  // Now that it has the hashes of a v2 torrent too, it knows all that is in a .torrent file.
  const params = await torrent.saveResumeData(lt.resumeDataFlags.saveInfoDict)
  const torrentFile = join(savePath, `${info.name()}.torrent`)
  await writeFile(torrentFile, lt.writeTorrentFileBuf(params))
  console.log(`wrote ${visible(torrentFile)}`)
} finally {
  await session.close()
}
