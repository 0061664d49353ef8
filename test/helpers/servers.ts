// Servers on this machine that end with the test.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import { connect, createServer as createTcpServer } from 'node:net'
import type { AddressInfo, Server as TcpServer } from 'node:net'
import { afterThisTest } from './cleanup'

/** Serves http on 127.0.0.1. @returns the URL of its root, with a slash */
export async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  endAfterThisTest(server)
  return `http://127.0.0.1:${await listen(server)}/`
}

/** A port of 127.0.0.1 without a listener, which no socket gets before the test is over: a connection has it. */
export async function closedPort(): Promise<number> {
  const server = createTcpServer((accepted) => {
    accepted.on('error', () => {})
    afterThisTest(() => accepted.destroy())
  })
  const host = '127.0.0.1'
  // bound on purpose: a port that connecting chose could be chosen once more for a connection to itself
  const socket = connect({ port: await listen(server), host, localAddress: host })
  afterThisTest(() => {
    socket.destroy()
    server.close()
  })
  await once(socket, 'connect')
  return socket.localPort!
}

/** Listens on 127.0.0.1, at any free port unless one is given. @returns the port */
export async function listen(server: TcpServer, port = 0): Promise<number> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

/** A TCP port that was free a moment ago. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  const server = createTcpServer().listen(0, host)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

function endAfterThisTest(server: Server): void {
  afterThisTest(() => {
    server.close()
    server.closeAllConnections()
  })
}

export interface Tracker {
  readonly http: string
  readonly udp: string
}

/** A BitTorrent tracker, over http and udp. */
export async function startTracker(): Promise<Tracker> {
  const { Server: TrackerServer } = await import('@peertube/bittorrent-tracker-server')
  const server = new TrackerServer({ http: true, udp: true, ws: false, stats: false })
  server.on('error', () => {})
  server.on('warning', () => {})
  const { http, udp4 } = server
  if (!http || !udp4) throw new Error('the tracker has no sockets')
  afterThisTest(() => {
    server.close()
    http.closeAllConnections()
  })
  const listening = [once(http, 'listening'), once(udp4, 'listening')]
  server.listen({ http: 0, udp: 0 }, { http: '127.0.0.1', udp: '127.0.0.1', udp6: '::1' })
  await Promise.all(listening)
  return {
    http: `http://127.0.0.1:${(http.address() as AddressInfo).port}/announce`,
    udp: `udp://127.0.0.1:${udp4.address().port}/announce`,
  }
}
