// @ts-check
// Serves the largest file of a torrent over HTTP while it is being downloaded: a player may seek in it.
//   node streaming.mjs FILE.torrent DIRECTORY [PORT]
import { once } from 'node:events'
import { createServer } from 'node:http'
import { pipeline } from 'node:stream'
import * as lt from 'libtorrent-napi'
import { visible } from './visible.mjs'

const [file, savePath, port = '0'] = process.argv.slice(2)
if (!file || !savePath) {
  console.error('usage: node streaming.mjs FILE.torrent DIRECTORY [PORT]')
  process.exit(2)
}
const ti = await lt.TorrentInfo.load(file)
const files = ti.files()
// Padding, which makes files begin with a piece, is nothing to stream.
const sizes = Array.from({ length: files.numFiles() }, (_, index) =>
  files.padFileAt(index) ? 0 : files.fileSize(index),
)
const size = Math.max(...sizes)
const largest = sizes.indexOf(size)

const session = new lt.Session()
// A disk that is full stops the download: streams wait for pieces that do not come.
session.on('file_error', ({ message }) => console.error(visible(message)))
// The other files are left out.
const { defaultPriority, dontDownload } = lt.downloadPriority
const filePriorities = sizes.map((_, index) => (index === largest ? defaultPriority : dontDownload))
const torrent = await session.addTorrent({ ti, savePath, filePriorities })

const server = createServer((request, response) => {
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '')
  const start = Number(range?.[1] ?? 0)
  const end = Math.min(Number(range?.[2] || size - 1), size - 1)
  if (start > end) {
    response.writeHead(416, { 'content-range': `bytes */${size}` }).end()
    return
  }
  response.writeHead(range ? 206 : 200, {
    'accept-ranges': 'bytes',
    'content-length': end - start + 1,
    ...(range && { 'content-range': `bytes ${start}-${end}/${size}` }),
  })
  // A client that goes away destroys the stream, which takes its deadlines back.
  pipeline(torrent.createReadStream(largest, { start, end }), response, () => {})
})
server.listen(Number(port), '127.0.0.1')
await once(server, 'listening')
const address = server.address()
const where = typeof address === 'object' ? address?.port : address
console.log(`${visible(files.filePath(largest))} at http://127.0.0.1:${where}/, Ctrl-C ends it`)

await once(process, 'SIGINT')
server.close()
server.closeAllConnections()
await session.close()
