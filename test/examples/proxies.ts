// Proxies that note what they were asked for.
import { once } from 'node:events'
import { createServer as createHttpServer, request as httpRequest } from 'node:http'
import { connect, createServer } from 'node:net'
import { afterThisTest } from '../helpers/cleanup'
import type { Server, Socket } from 'node:net'

export interface Proxy {
  readonly port: number
  /** HOST:PORT of what clients wanted to talk to. */
  readonly targets: readonly string[]
  /** Local ports of the connections that it made for them. */
  readonly ports: readonly number[]
}

async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => {})))
  afterThisTest(() => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

/** Passes bytes on in both directions once the target has answered. */
function join(client: Socket, host: string, port: number, accepted: Buffer): Socket {
  const target = connect(port, host, () => {
    client.write(accepted)
    client.pipe(target).pipe(client)
  })
  target.on('error', () => client.destroy())
  client.on('close', () => target.destroy())
  return target
}

/**
 * What a connection asks for that libtorrent 2.0.8 closes while it looks up the proxy: its target is
 * forgotten by then, but the look-up goes on to connect. It is refused, and reaches no other machine.
 */
const nowhere = '0.0.0.0:0'

/** For HTTP: whole requests, and CONNECT for everything else. */
export async function openHttpProxy(): Promise<Proxy> {
  const targets: string[] = []
  const ports: number[] = []
  const note = (target: Socket): unknown =>
    target.once('connect', () => ports.push(target.localPort ?? 0))
  const server = createHttpServer((request, response) => {
    const url = new URL(request.url ?? '')
    targets.push(url.host)
    const passedOn = httpRequest(url, { headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    passedOn.on('error', () => response.destroy())
    request.pipe(passedOn)
  })
  server.on('connect', (request, socket: Socket) => {
    const target = request.url ?? ''
    if (target === nowhere) return socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
    targets.push(target)
    const { hostname, port } = new URL(`http://${target}`)
    return note(join(socket, hostname, Number(port), Buffer.from('HTTP/1.1 200 OK\r\n\r\n')))
  })
  return { port: await listen(server), targets, ports }
}

/** SOCKS5 with a user name and a password (RFC 1928, 1929), for TCP to IPv4 addresses. */
export async function openSocksProxy(user: string, password: string): Promise<Proxy> {
  const targets: string[] = []
  const ports: number[] = []
  const note = (target: Socket): unknown =>
    target.once('connect', () => ports.push(target.localPort ?? 0))
  const credentials = Buffer.concat([
    Buffer.from([1, user.length]),
    Buffer.from(user),
    Buffer.from([password.length]),
    Buffer.from(password),
  ])
  const server = createServer((client) => {
    const replies = [
      () => Buffer.from([5, 2]), // the way to authenticate: by password
      (asked: Buffer) => Buffer.from([1, asked.equals(credentials) ? 0 : 1]),
    ]
    client.on('data', function answer(asked: Buffer) {
      const reply = replies.shift()
      if (reply) return client.write(reply(asked))
      client.off('data', answer)
      const [, command, , addressType] = asked
      const refuse = (why: number): unknown =>
        client.end(Buffer.from([5, why, 0, 1, 0, 0, 0, 0, 0, 0]))
      if (command !== 1 || addressType !== 1) return refuse(7)
      const host = asked.subarray(4, 8).join('.')
      const port = asked.readUInt16BE(8)
      if (`${host}:${port}` === nowhere) return refuse(1)
      targets.push(`${host}:${port}`)
      return note(join(client, host, port, Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0])))
    })
  })
  return { port: await listen(server), targets, ports }
}
