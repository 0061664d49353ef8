import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { afterThisTest } from '../../../test/helpers/cleanup'

/** Two ends of a TCP connection over loopback. */
export async function socketPair(): Promise<[Socket, Socket]> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const accepted = once(server, 'connection') as Promise<[Socket]>
  const near = dialled((server.address() as AddressInfo).port)
  const [far] = await accepted
  server.close()
  afterThisTest(() => far.destroy())
  return [near, far]
}

/** A connection to a port of this machine. */
export function dialled(port: number): Socket {
  const socket = connect({ host: '127.0.0.1', port })
  socket.on('error', () => {})
  afterThisTest(() => socket.destroy())
  return socket
}
