// One peer of a swarm. It is told what to do line by line: `add`, `go`, `remove` (bench/README.md).
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { now, openClient, say } from './client.mjs'

const client = await openClient()
say('ready', { port: client.torrentPort })

let torrent
let peers = []

async function add(file, savePath, ...others) {
  peers = others
  torrent = client.add(file, { path: savePath, announce: [] })
  await once(torrent, 'ready')
  say('checked')
}

async function go() {
  const start = now()
  for (const peer of peers) torrent.addPeer(peer)
  if (!torrent.done) await once(torrent, 'done')
  say('done', { start, end: now() })
}

async function remove() {
  await new Promise((resolve) => torrent.destroy({}, resolve))
  say('removed')
}

const commands = { add, go, remove }
for await (const line of createInterface({ input: process.stdin })) {
  const [command, ...words] = line.split('\t')
  await commands[command](...words)
}
await new Promise((resolve) => client.destroy(resolve))
process.exit()
