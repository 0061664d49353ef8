// @ts-check
// Downloads a torrent with a limit on the rate, peers of the local network included.
//   node rate-limits.mjs FILE.torrent DIRECTORY KILOBYTES_PER_SECOND
import * as lt from 'libtorrent-napi'

const [file, savePath, kilobytes] = process.argv.slice(2)
const limit = Number(kilobytes) * 1000
if (!file || !savePath || !(limit > 0)) {
  console.error('usage: node rate-limits.mjs FILE.torrent DIRECTORY KILOBYTES_PER_SECOND')
  process.exit(2)
}

const session = new lt.Session({
  settings: { download_rate_limit: limit, upload_rate_limit: limit },
})
// Ctrl-C: tells trackers and peers that this client leaves.
process.once('SIGINT', () => session.close().then(() => process.exit(130)))
try {
  // libtorrent leaves peers of the local network out of the limits of the session, because they are in
  // a class of their own. Here all addresses are in the global class.
  const globalClass = 1 << lt.peerClass.globalPeerClassId
  session.setPeerClassFilter(lt.IpFilter.ofAllAddresses(globalClass))

  let begin = performance.now()
  session.once('block_finished', ({ timestamp }) => {
    begin = timestamp
  })
  const torrent = await session.addTorrent({ ti: await lt.TorrentInfo.load(file), savePath })
  // A torrent may have limits of its own, and so may change while it runs.
  torrent.setUploadLimit(limit / 2)
  console.log(`down ${limit} bytes/s, up ${await torrent.uploadLimit()} bytes/s of this torrent`)

  await torrent.finished()
  const seconds = (performance.now() - begin) / 1000
  const { totalPayloadDownload } = await torrent.status()
  console.log(`${Math.round(totalPayloadDownload / seconds)} bytes/s over ${seconds.toFixed(2)} s`)
} finally {
  await session.close()
}
