// A file that is read while it is downloaded: the first byte, then all of it or reads at random offsets.
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { now, openClient, emit } from './client.mjs'

const args = new Map(process.argv.slice(2).map((text) => text.split(/=(.*)/s, 2)))
const seekLength = 64 * 1024

async function readAt(file, start, length) {
  let bytes = 0
  for await (const chunk of file.createReadStream({ start })) {
    bytes += chunk.length
    if (bytes >= length) return
  }
}

/** As randomOffsets() of programs/arguments.ts. */
function randomOffsets(count, limit) {
  let state = 1
  return Array.from({ length: count }, () => {
    state = (state * 48271) % 2147483647
    return Math.floor((state / 2147483647) * limit)
  })
}

const client = await openClient()
const torrentFile = await readFile(args.get('torrent'))
const start = now()
const torrent = client.add(torrentFile, { path: args.get('save'), announce: [] })
await once(torrent, 'ready')
torrent.addPeer(args.get('peer'))
const [file] = torrent.files
const count = Number(args.get('seeks'))
const figures = {}
if (count === 0) {
  let bytes = 0
  for await (const chunk of file.createReadStream()) {
    if (bytes === 0) figures.first = now() - start
    bytes += chunk.length
  }
  figures.whole = now() - start
} else {
  await readAt(file, 0, 1)
  figures.first = now() - start
  const times = []
  for (const offset of randomOffsets(count, file.length - seekLength)) {
    const before = now()
    await readAt(file, offset, seekLength)
    times.push(now() - before)
  }
  figures.seek = times.sort((a, b) => a - b)[count >> 1]
}
emit('done', figures)
process.exit()
