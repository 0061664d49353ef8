// @ts-check
// Downloads and shares torrents, and goes on with them after any end of the process, also `kill -9`.
//   node seedbox.mjs STATE DOWNLOADS [TORRENT ...]
import { once } from 'node:events'
import * as lt from 'libtorrent-napi'

const [state, savePath, ...sources] = process.argv.slice(2)
if (!state || !savePath) {
  console.error('usage: node seedbox.mjs STATE DOWNLOADS [TORRENT ...]')
  process.exit(2)
}

const store = await lt.TorrentStore.open(state)
const { session } = store
for (const { path, torrent, error } of store.restored) {
  if (error) console.error(lt.printable(error.message))
  else console.log(`restored ${lt.printable(torrent.toJSON().name || path)}`)
}
store.on('saved', ({ torrent }) => console.log(`saved ${lt.printable(torrent.toJSON().name)}`))
store.on('error', ({ message }) => console.error(lt.printable(message)))
session.on('torrent_finished', ({ torrentName }) =>
  console.log(`finished ${lt.printable(torrentName)}`),
)

for (const source of sources) {
  // One that fails ends neither the others nor what was restored.
  await session
    .add(source, { savePath })
    .catch(({ message }) => console.error(lt.printable(message)))
}

// The files, and the counters of the session for Prometheus.
const server = await lt.serveHttp(session, { metrics: true })
console.log(`metrics at ${server.url}metrics`)

await once(process, 'SIGINT')
await server.close()
await store.close()
