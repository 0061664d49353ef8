// @ts-check
// Shares the content of a torrent until Ctrl-C.
//   node seed.mjs PATH FILE.torrent [ADDRESS:PORT]
import { once } from 'node:events'
import { Session, printable, seed } from 'libtorrent-napi'

const [path, torrent, listen = '0.0.0.0:6881,[::]:6881'] = process.argv.slice(2)
if (!path || !torrent) {
  console.error('usage: node seed.mjs PATH FILE.torrent [ADDRESS:PORT]')
  process.exit(2)
}

const session = new Session({ settings: { listen_interfaces: listen } })
session.on('listen_failed', ({ message }) => console.error(printable(message)))
session.on('tracker_error', ({ message }) => console.error(printable(message)))
try {
  const seeding = await seed(path, { torrent, session })
  console.log(`sharing ${path} on port ${await session.listenPort()}, Ctrl-C ends it`)
  await once(process, 'SIGINT')
  const { totalPayloadUpload } = await seeding.torrent.status()
  console.log(`uploaded ${totalPayloadUpload} bytes`)
} finally {
  // Tells trackers and peers that this client leaves.
  await session.close()
}
