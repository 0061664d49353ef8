// @ts-check
// Downloads a torrent over encrypted connections only.
//   node encryption.mjs FILE.torrent DIRECTORY
import * as lt from 'libtorrent-napi'
import { visible } from './visible.mjs'

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
  },
})
try {
  const alerts = session.alerts([
    'piece_finished',
    'torrent_finished',
    'file_error',
    'torrent_error',
  ])
  const torrent = await session.addTorrent({ ti: await lt.TorrentInfo.load(file), savePath })
  for await (const alert of alerts) {
    if ('error' in alert) throw alert.error
    for (const { ip, flags, client } of await torrent.getPeerInfo()) {
      const isEncrypted = (flags & lt.peerFlags.rc4Encrypted) !== 0
      const how = isEncrypted ? 'RC4' : 'not encrypted'
      console.log(`${ip.address}:${ip.port} ${visible(client)}: ${how}`)
    }
    if (alert.type === 'torrent_finished') break
  }
} finally {
  await session.close()
}
