// @ts-check
// Downloads what a .torrent file names, and shows how it goes.
//   node download.mjs FILE.torrent DIRECTORY
import * as lt from 'libtorrent-napi'
import { visible } from './visible.mjs'

const [file, savePath] = process.argv.slice(2)
if (!file || !savePath) {
  console.error('usage: node download.mjs FILE.torrent DIRECTORY')
  process.exit(2)
}

/**
 * Bytes of each file. Padding makes files begin with a piece, and is neither sent nor stored.
 *
 * @param {lt.FileStorage} files
 */
function contentSizes(files) {
  const indices = Array.from({ length: files.numFiles() }, (_, index) => index)
  return indices.filter((index) => !files.padFileAt(index)).map((index) => files.fileSize(index))
}

const session = new lt.Session()
try {
  // Ask for alerts before you cause them: the first may come together with addTorrent()'s answer.
  const alerts = session.alerts([
    'piece_finished',
    'torrent_finished',
    'cache_flushed',
    'tracker_error',
    'file_error',
    'torrent_error',
  ])
  const ti = await lt.TorrentInfo.load(file)
  const torrent = await session.addTorrent({ ti, savePath })
  const sizes = contentSizes(ti.files())
  const total = sizes.reduce((sum, size) => sum + size, 0)
  console.log(`${visible(ti.name())}: ${sizes.length} files, ${total} bytes`)
  for await (const alert of alerts) {
    // The hashes are right, but the last blocks may still be on their way to the disk.
    if (alert.type === 'torrent_finished') torrent.flushCache()
    else if (alert.type === 'cache_flushed') break
    else if (alert.type === 'piece_finished') {
      const { progress, downloadPayloadRate, numPeers } = await torrent.status()
      const rate = Math.round(downloadPayloadRate / 1000)
      console.log(`${(progress * 100).toFixed(1)} %, ${rate} kB/s from ${numPeers} peers`)
    } else {
      console.error(visible(alert.message))
      // A tracker may answer the next time; a disk that is full stays full, and the torrent waits.
      if (alert.type !== 'tracker_error') throw alert.error
    }
  }
  console.log(`complete in ${savePath}`)
} finally {
  await session.close()
}
