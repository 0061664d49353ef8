// Shared by the programs with WebTorrent: a client of TCP and given peers only, and the clock.
import { once } from 'node:events'
import WebTorrent from 'webtorrent'

/** Milliseconds on CLOCK_MONOTONIC, which all processes of a machine share. */
export const now = () => Number(process.hrtime.bigint()) / 1e6

export function emit(event, figures = {}) {
  process.stdout.write(`${JSON.stringify({ event, ...figures })}\n`)
}

/** Resolves with a client that listens at any free port. */
export async function openClient() {
  const client = new WebTorrent({
    dht: false,
    lsd: false,
    natPmp: false,
    natUpnp: false,
    tracker: false,
    utp: false,
    utPex: false,
    torrentPort: 0,
  })
  client.on('error', (error) => {
    throw error
  })
  if (!client.listening) await once(client, 'listening')
  return client
}
