import { connect, createServer, type Socket } from 'node:net'
import { afterThisTest } from '../../../test/helpers/cleanup'
import { listen } from '../../../test/helpers/servers'

/** A way to a port of this machine that can be cut like a connection: both ends stay connected, and nothing arrives. */
export class CuttableConnection {
  /** Where it begins. */
  port = 0
  /** What went through it, both ways. */
  readonly carried: Buffer[] = []
  #isCut = false

  static async to(target: number): Promise<CuttableConnection> {
    const connection = new CuttableConnection()
    const server = createServer((near) => connection.#join(near, connect(target, '127.0.0.1')))
    afterThisTest(() => void server.close())
    connection.port = await listen(server)
    return connection
  }

  cut(): void {
    this.#isCut = true
  }

  #join(near: Socket, far: Socket): void {
    const ways: [Socket, Socket][] = [
      [near, far],
      [far, near],
    ]
    for (const [from, to] of ways) {
      afterThisTest(() => from.destroy())
      from.setNoDelay(true)
      from.on('error', () => {})
      from.on('data', (data) => {
        this.carried.push(data)
        if (!this.#isCut) to.write(data)
      })
      from.on('close', () => this.#isCut || to.destroy())
    }
  }
}
