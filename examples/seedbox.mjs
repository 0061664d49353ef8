// @ts-check
// Downloads and shares torrents, and goes on with them after any end of the process, also `kill -9`.
//   node seedbox.mjs STATE DOWNLOADS [TORRENT ...]
import { once } from 'node:events'
import { createServer } from 'node:http'
import * as lt from 'libtorrent-napi'
import { visible } from './visible.mjs'

const [state, savePath, ...sources] = process.argv.slice(2)
if (!state || !savePath) {
  console.error('usage: node seedbox.mjs STATE DOWNLOADS [TORRENT ...]')
  process.exit(2)
}

const store = await lt.TorrentStore.open(state)
const { session } = store
for (const { path, torrent, error } of store.restored) {
  if (error) console.error(visible(error.message))
  else console.log(`restored ${visible(torrent.toJSON().name || path)}`)
}
store.on('saved', ({ torrent }) => console.log(`saved ${visible(torrent.toJSON().name)}`))
store.on('error', ({ message }) => console.error(visible(message)))
session.on('torrent_finished', ({ torrentName }) => console.log(`finished ${visible(torrentName)}`))

for (const source of sources) await session.add(source, { savePath })

// Counters of the session, for Prometheus.
const server = createServer(async (_request, response) => {
  const stats = await session.sessionStats()
  response.setHeader('content-type', lt.prometheusContentType).end(lt.prometheusText(stats))
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const address = server.address()
console.log(`metrics at http://127.0.0.1:${typeof address === 'object' && address?.port}/`)

await once(process, 'SIGINT')
server.close()
await store.close()
