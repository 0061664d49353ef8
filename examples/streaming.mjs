// @ts-check
// Serves a torrent over HTTP while it is being downloaded: a player may seek in its files.
//   node streaming.mjs TORRENT DIRECTORY [PORT]
import { once } from 'node:events'
import { createServer } from 'node:http'
import * as lt from 'libtorrent-napi'
import { visible } from './visible.mjs'

const [source, savePath, port = '0'] = process.argv.slice(2)
if (!source || !savePath) {
  console.error('usage: node streaming.mjs TORRENT DIRECTORY [PORT]')
  process.exit(2)
}

const session = new lt.Session()
// A disk that is full stops the download: streams wait for pieces that do not come.
session.on('file_error', ({ message }) => console.error(visible(message)))

const server = createServer(lt.createHttpHandler(session))
server.listen(Number(port), '127.0.0.1')
await once(server, 'listening')
const address = server.address()
const root = `http://127.0.0.1:${typeof address === 'object' && address?.port}`

const torrent = await session.add(source, { savePath })
for (const file of await torrent.files()) {
  // Nothing is downloaded but what is streamed.
  await file.deselect()
  console.log(`${visible(file.path)} at ${root}/${lt.httpPath(file)}`)
}
console.log('Ctrl-C ends it')

await once(process, 'SIGINT')
server.close()
server.closeAllConnections()
await session.close()
