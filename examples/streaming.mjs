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

const etag = `"${ti.infoHash()}-${largest}"`

/**
 * What a Range header asks for, as RFC 9110 has it: the first and the last byte. Null for the whole file:
 * so are several ranges answered, and what is no range.
 *
 * @param {import('node:http').IncomingMessage} request
 */
function requestedRange({ method, headers }) {
  const [, first, last] = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(headers.range ?? '') ?? []
  const isOfThisFile = (headers['if-range'] ?? etag) === etag
  if (method !== 'GET' || !isOfThisFile || (!first && !last)) return null
  if (!first) return { start: Math.max(size - Number(last), 0), end: size - 1 } // the last bytes
  if (last && Number(last) < Number(first)) return null
  return { start: Number(first), end: Math.min(Number(last || size), size - 1) }
}

const server = createServer((request, response) => {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end()
    return
  }
  const range = requestedRange(request)
  const { start, end } = range ?? { start: 0, end: size - 1 }
  if (range && start > end) {
    response.writeHead(416, { 'content-range': `bytes */${size}` }).end()
    return
  }
  response.writeHead(range ? 206 : 200, {
    'accept-ranges': 'bytes',
    'content-length': end - start + 1,
    etag,
    ...(range && { 'content-range': `bytes ${start}-${end}/${size}` }),
  })
  if (request.method === 'HEAD') response.end()
  // A client that disconnects destroys the stream, and nothing stays wanted for it.
  else pipeline(torrent.createReadStream(largest, { start, end }), response, () => {})
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
