// One peer of a swarm. It reads commands line by line: `add`, `start`, `remove` (bench/README.md).
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { now, openClient, emit } from './client.mjs'

const client = await openClient()
emit('ready', { port: client.torrentPort })

let torrent
let peers = []

async function add(file, savePath, ...others) {
  peers = others
  torrent = client.add(file, { path: savePath, announce: [] })
  await once(torrent, 'ready')
  emit('checked')
}

async function run() {
  const start = now()
  for (const peer of peers) torrent.addPeer(peer)
  if (!torrent.done) await once(torrent, 'done')
  emit('done', { start, end: now() })
}

async function remove() {
  await new Promise((resolve) => torrent.destroy({}, resolve))
  emit('removed')
}

const commands = { add, start: run, remove }
for await (const line of createInterface({ input: process.stdin })) {
  const [command, ...fields] = line.split('\t')
  await commands[command](...fields)
}
await new Promise((resolve) => client.destroy(resolve))
process.exit()
