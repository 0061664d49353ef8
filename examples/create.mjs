// @ts-check
// Makes a .torrent file of a file or a directory, and its magnet link.
//   node create.mjs PATH FILE.torrent [TRACKER...]
import { writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import * as lt from 'libtorrent-napi'

const [path, output, ...trackers] = process.argv.slice(2)
if (!path || !output) {
  console.error('usage: node create.mjs PATH FILE.torrent [TRACKER...]')
  process.exit(2)
}

const content = resolve(path)
const files = await lt.addFiles(new lt.FileStorage(), content)
// Hybrid by default: lt.createFlags.v1Only or v2Only as the third argument. A piece size
// of 0 lets libtorrent choose.
const torrent = new lt.CreateTorrent(files, 0)
for (const url of trackers) torrent.addTracker(url)
torrent.setCreator(`libtorrent ${lt.version}`)

// Hashing runs on threads of its own. Ctrl-C aborts it.
const stop = new AbortController()
process.once('SIGINT', () => stop.abort())
await torrent.setPieceHashes(dirname(content), {
  signal: stop.signal,
  onProgress: (done, total) => console.log(`hashed ${done} of ${total} pieces`),
})

const buffer = torrent.generateBuf()
await writeFile(output, buffer)
// Of what was listed: a hybrid or v2 torrent has padding files, too.
console.log(`wrote ${output}: ${files.numFiles()} files, ${files.totalSize()} bytes`)
console.log(lt.makeMagnetUri(new lt.TorrentInfo(buffer)))
