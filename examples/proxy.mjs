// @ts-check
// Downloads a torrent through a SOCKS or HTTP proxy: peers, trackers and host names.
//   node proxy.mjs FILE.torrent DIRECTORY socks5://USER:PASSWORD@HOST:PORT
import * as lt from 'libtorrent-napi'
import { visible } from './visible.mjs'

const [file, savePath, proxy] = process.argv.slice(2)
if (!file || !savePath || !proxy) {
  console.error('usage: node proxy.mjs FILE.torrent DIRECTORY PROXY_URL')
  process.exit(2)
}

/**
 * @param {URL} url
 * @returns {lt.SettingsInit}
 */
function through({ protocol, hostname, port, username, password }) {
  const { socks4, socks5, socks5Pw, http, httpPw } = lt.proxyType
  const types = {
    'socks4:': socks4,
    'socks5:': username ? socks5Pw : socks5,
    'http:': username ? httpPw : http,
  }
  const type = Object.entries(types).find(([name]) => name === protocol)?.[1]
  if (type === undefined) throw new Error(`not a proxy that libtorrent knows: ${protocol}`)
  return {
    proxy_type: type,
    proxy_hostname: hostname,
    proxy_port: Number(port || 1080),
    proxy_username: decodeURIComponent(username),
    proxy_password: decodeURIComponent(password),
    // These are the defaults: everything that can go through the proxy does.
    proxy_peer_connections: true,
    proxy_tracker_connections: true,
    proxy_hostnames: true,
  }
}

const url = new URL(proxy)
// uTP and the DHT need UDP, which only SOCKS5 carries. What looks for peers beside the proxy is off.
const hasUdp = url.protocol === 'socks5:'
const session = new lt.Session({
  settings: {
    ...through(url),
    enable_outgoing_utp: hasUdp,
    enable_incoming_utp: hasUdp,
    enable_dht: hasUdp,
    enable_lsd: false,
    enable_upnp: false,
    enable_natpmp: false,
  },
})
try {
  session.on('socks5', ({ message }) => console.error(visible(message)))
  session.on('tracker_error', ({ message }) => console.error(visible(message)))
  session.on('peer_connect', ({ endpoint, socketType }) => {
    console.log(`${endpoint.address}:${endpoint.port} by ${socketType}`)
  })
  const torrent = await session.addTorrent({ ti: await lt.TorrentInfo.load(file), savePath })
  await torrent.finished()
  console.log('complete')
} finally {
  await session.close()
}
