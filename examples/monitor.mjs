// @ts-check
// Shows the swarm of a torrent without downloading its content: trackers, and peers with their clients, until Ctrl-C.
//   node monitor.mjs SOURCE
import { setTimeout as wait } from 'node:timers/promises'
import * as lt from 'libtorrent-napi'

const [source] = process.argv.slice(2)
if (!source) {
  console.error('usage: node monitor.mjs SOURCE')
  process.exit(2)
}

const stop = new AbortController()
process.once('SIGINT', () => stop.abort())
// In upload mode no piece is requested. Seeds disconnect then, and `peer_disconnected` has the client's name.
const flags = lt.torrentFlags.defaultFlags | lt.torrentFlags.uploadMode
const session = new lt.Session({ diskBackend: 'disabled' })
try {
  session.on('tracker_reply', ({ message }) => console.log(lt.printable(message)))
  session.on('tracker_error', ({ message }) => console.error(lt.printable(message)))
  session.on('peer_disconnected', ({ message }) => console.log(lt.printable(message)))
  const torrent = await session.add(source, { savePath: '.', flags, signal: stop.signal })
  while (!stop.signal.aborted) {
    await wait(1000, undefined, { signal: stop.signal }).catch(() => {})
    const { listSeeds, listPeers } = await torrent.status()
    console.log(`${listSeeds} seeds of ${listPeers} known peers`)
    for (const { ip, client, progress } of await torrent.getPeerInfo()) {
      console.log(
        `  ${ip.address}:${ip.port} ${lt.printable(client)} ${Math.round(100 * progress)} %`,
      )
    }
  }
} catch (error) {
  if (error !== stop.signal.reason) throw error
} finally {
  await session.close()
}
