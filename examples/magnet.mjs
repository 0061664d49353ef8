// @ts-check
// Downloads what a magnet link names, and writes the .torrent file that belongs to it.
//   node magnet.mjs MAGNET DIRECTORY
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from 'libtorrent-napi'
import { visible } from './visible.mjs'

const [uri, savePath] = process.argv.slice(2)
if (!uri || !savePath) {
  console.error('usage: node magnet.mjs MAGNET DIRECTORY')
  process.exit(2)
}

const session = new lt.Session()
try {
  const metadata = session.waitFor('metadata_received')
  const end = session.waitFor(['torrent_finished', 'file_error', 'torrent_error'])
  const torrent = await session.addTorrent({ ...lt.parseMagnetUri(uri), savePath })
  console.log('waiting for the metadata')
  await metadata

  const info = await torrent.torrentFile()
  if (!info) throw new Error('the torrent was removed')
  const files = info.files()
  for (let file = 0; file < files.numFiles(); file++) {
    // Pad files make each file begin with a piece. They are not stored.
    if (files.padFileAt(file)) continue
    console.log(`${visible(files.filePath(file))}: ${files.fileSize(file)} bytes`)
  }

  const last = await end
  if ('error' in last) throw last.error
  console.log('complete')

  // Now that it has the hashes of a v2 torrent too, it knows all that is in a .torrent file.
  const params = await torrent.saveResumeData(lt.resumeDataFlags.saveInfoDict)
  const torrentFile = join(savePath, `${info.name()}.torrent`)
  await writeFile(torrentFile, lt.writeTorrentFileBuf(params))
  console.log(`wrote ${visible(torrentFile)}`)
} finally {
  await session.close()
}
