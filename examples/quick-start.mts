import * as lt from 'libtorrent-napi'
const [file = '', savePath = '.'] = process.argv.slice(2)
await using session = new lt.Session()
const alerts = session.alerts(['piece_finished', 'torrent_finished', 'file_error', 'torrent_error'])
const torrent = await session.addTorrent({ ti: await lt.TorrentInfo.load(file), savePath })
for await (const alert of alerts) {
  if ('error' in alert) throw alert.error
  console.log(`${(await torrent.status()).numPieces} pieces`)
  if (alert.type === 'torrent_finished') break
}
