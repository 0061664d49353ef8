// @ts-check
// Downloads a torrent over encrypted connections only, and lists the peers.
//   node encryption.mjs FILE.torrent DIRECTORY
import * as lt from 'libtorrent-napi'

const [file, savePath] = process.argv.slice(2)
if (!file || !savePath) {
  console.error('usage: node encryption.mjs FILE.torrent DIRECTORY')
  process.exit(2)
}

const session = new lt.Session({
  settings: {
    // Connections that aren't encrypted are neither made nor accepted ...
    out_enc_policy: lt.encPolicy.peForced,
    in_enc_policy: lt.encPolicy.peForced,
    // ... and it isn't only the handshake that is: everything goes through RC4.
    allowed_enc_level: lt.encLevel.peRc4,
    prefer_rc4: true,
    // One encrypted handshake in 256 fails in libtorrent: that peer is dialled again after 2 s, not 2 minutes.
    min_reconnect_time: 1,
    // Keeps seeds connected after the download, to list them.
    close_redundant_connections: false,
  },
})
// Ctrl-C: tells trackers and peers that this client leaves.
process.once('SIGINT', () => session.close().then(() => process.exit(130)))
try {
  const torrent = await session.add(file, { savePath })
  await torrent.finished()
  for (const { ip, flags, client } of await torrent.getPeerInfo()) {
    const isEncrypted = (flags & lt.peerFlags.rc4Encrypted) !== 0
    const how = isEncrypted ? 'RC4' : 'not encrypted'
    console.log(`${ip.address}:${ip.port} ${lt.printable(client)}: ${how}`)
  }
} finally {
  await session.close()
}
