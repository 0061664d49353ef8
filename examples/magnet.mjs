// @ts-check
// Downloads from a magnet link, all files or those whose path contains a text, and writes the .torrent
// file that belongs to it.
//   node magnet.mjs MAGNET DIRECTORY [TEXT]
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from 'libtorrent-napi'

const [uri, savePath, text = ''] = process.argv.slice(2)
if (!uri || !savePath) {
  console.error('usage: node magnet.mjs MAGNET DIRECTORY [TEXT]')
  process.exit(2)
}

const session = new lt.Session()
try {
  const metadata = session.waitFor('metadata_received')
  const finished = session.waitFor(['torrent_finished', 'torrent_error'])
  const torrent = await session.addTorrent({ ...lt.parseMagnetUri(uri), savePath })
  console.log('waiting for the metadata')
  await metadata

  const info = await torrent.torrentFile()
  if (!info) throw new Error('the torrent was removed')
  const files = info.files()
  const { dontDownload, defaultPriority } = lt.downloadPriority
  const paths = Array.from({ length: files.numFiles() }, (_, file) => files.filePath(file))
  for (const [file, path] of paths.entries()) console.log(`${path}: ${files.fileSize(file)} bytes`)
  torrent.prioritizeFiles(
    paths.map((path) => (path.includes(text) ? defaultPriority : dontDownload)),
  )

  const { type, message } = await finished
  if (type === 'torrent_error') throw new Error(message)
  console.log('complete')

  // Now that it has the hashes too, it is all that a .torrent file says.
  const params = await torrent.saveResumeData(lt.resumeDataFlags.saveInfoDict)
  const torrentFile = join(savePath, `${info.name()}.torrent`)
  await writeFile(torrentFile, lt.writeTorrentFileBuf(params))
  console.log(`wrote ${torrentFile}`)
} finally {
  await session.close()
}
