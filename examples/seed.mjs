// @ts-check
// Shares what a .torrent file names and a directory holds, until Ctrl-C.
//   node seed.mjs FILE.torrent DIRECTORY [ADDRESS:PORT]
import { once } from 'node:events'
import * as lt from 'libtorrent-napi'
import { visible } from './visible.mjs'

const [file, savePath, listen = '0.0.0.0:6881,[::]:6881'] = process.argv.slice(2)
if (!file || !savePath) {
  console.error('usage: node seed.mjs FILE.torrent DIRECTORY [ADDRESS:PORT]')
  process.exit(2)
}

const session = new lt.Session({ settings: { listen_interfaces: listen } })
try {
  session.on('listen_failed', ({ message }) => console.error(visible(message)))
  session.on('tracker_error', ({ message }) => console.error(visible(message)))
  session.on('peer_connect', ({ message }) => console.log(visible(message)))

  // libtorrent reads the files first: it shares only pieces whose hashes are right.
  const ti = await lt.TorrentInfo.load(file)
  // Names that libtorrent changes when it loads a torrent, as the files here have them.
  const renamedFiles = ti.originalNames()
  const torrent = await session.addTorrent({ ti, savePath, renamedFiles })
  await torrent.checked()
  const { isSeeding, progress } = await torrent.status()
  if (!isSeeding) throw new Error(`only ${(progress * 100).toFixed(1)} % is in ${savePath}`)
  console.log(`sharing ${file} on port ${await session.listenPort()}, Ctrl-C ends it`)

  await once(process, 'SIGINT')
  const { totalPayloadUpload } = await torrent.status()
  console.log(`uploaded ${totalPayloadUpload} bytes`)
} finally {
  // Tells trackers and peers that this client leaves.
  await session.close()
}
