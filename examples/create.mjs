// @ts-check
// Makes a .torrent file of a file or a directory, and its magnet link.
//   node create.mjs PATH FILE.torrent [TRACKER...]
import { writeFile } from 'node:fs/promises'
import { createTorrent } from 'libtorrent-napi'

const [path, output, ...trackers] = process.argv.slice(2)
if (!path || !output) {
  console.error('usage: node create.mjs PATH FILE.torrent [TRACKER...]')
  process.exit(2)
}

const { bytes, info, magnetUri } = await createTorrent(path, {
  trackers,
  onProgress: ({ done, total }) => console.log(`hashed ${done} of ${total} bytes`),
})
await writeFile(output, bytes)
console.log(`wrote ${output}: ${info.numPieces()} pieces of ${info.pieceLength()} bytes`)
console.log(magnetUri)
