// @ts-check
// Downloads a torrent through a SOCKS or HTTP proxy: peers, trackers and host names.
//   node proxy.mjs FILE.torrent DIRECTORY socks5://USER:PASSWORD@HOST:PORT
import * as lt from 'libtorrent-napi'

const [file, savePath, proxy] = process.argv.slice(2)
if (!file || !savePath || !proxy) {
  console.error('usage: node proxy.mjs FILE.torrent DIRECTORY PROXY_URL')
  process.exit(2)
}

const session = new lt.Session(lt.throughProxy(proxy))
// Ctrl-C: tells trackers and peers that this client leaves.
process.once('SIGINT', () => session.close().then(() => process.exit(130)))
try {
  session.on('socks5', ({ message }) => console.error(lt.printable(message)))
  session.on('tracker_error', ({ message }) => console.error(lt.printable(message)))
  session.on('peer_connect', ({ endpoint, socketType }) => {
    console.log(`${endpoint.address}:${endpoint.port} by ${socketType}`)
  })
  const torrent = await session.add(file, { savePath })
  await torrent.finished()
  console.log('complete')
} finally {
  await session.close()
}
