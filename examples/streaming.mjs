// @ts-check
// Serves a torrent over HTTP while it is being downloaded: a player may seek in its files.
//   node streaming.mjs TORRENT DIRECTORY [PORT]
import { once } from 'node:events'
import * as lt from 'libtorrent-napi'

const [source, savePath, port = '0'] = process.argv.slice(2)
if (!source || !savePath) {
  console.error('usage: node streaming.mjs TORRENT DIRECTORY [PORT]')
  process.exit(2)
}

// While nothing is wanted, libtorrent would leave the peers that have everything.
const session = new lt.Session({ settings: { close_redundant_connections: false } })
// A disk that is full stops the download: streams wait for pieces that do not come.
session.on('file_error', ({ message }) => console.error(lt.printable(message)))

const server = await lt.serveHttp(session, { port: Number(port) })
// Nothing is downloaded but what is streamed.
const torrent = await session.add(source, { savePath, select: () => false })
for (const file of await torrent.files()) {
  console.log(`${lt.printable(file.path)} at ${server.urlOf(file)}`)
}
console.log('Ctrl-C ends it')

await once(process, 'SIGINT')
await server.close()
await session.close()
