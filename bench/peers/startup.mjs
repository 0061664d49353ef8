// How long it takes from the import until a client listens.
import { once } from 'node:events'

const now = () => Number(process.hrtime.bigint()) / 1e6
const start = now()
const { default: WebTorrent } = await import('webtorrent')
const client = new WebTorrent({
  dht: false,
  lsd: false,
  natPmp: false,
  natUpnp: false,
  tracker: false,
  utp: false,
})
if (!client.listening) await once(client, 'listening')
process.stdout.write(`${JSON.stringify({ event: 'done', wall: now() - start })}\n`)
process.exit()
