// Local service discovery has one port on a machine, and test files run side by side.
import { once } from 'node:events'
import { connect, createServer, type Server } from 'node:net'
import { afterThisTest } from './cleanup'

/** The port of LSD; with TCP, which LSD does not use, it says whose turn it is. */
export const lsdPort = 6771
const host = '127.0.0.1'

/** Waits until no other test needs LSD, or the port of it, and keeps the others waiting until this one is over. */
export async function reserveLsd(): Promise<void> {
  for (;;) {
    const server = await takeTurn()
    if (server) return afterThisTest(() => server.close())
    await turnOver()
  }
}

/** Null while another test has the port. */
async function takeTurn(): Promise<Server | null> {
  const server = createServer((waiting) => {
    waiting.on('error', () => {}) // it waits no longer
    afterThisTest(() => waiting.destroy())
  })
  try {
    server.listen(lsdPort, host)
    await once(server, 'listening')
    return server
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return null
    throw error
  }
}

/** Resolves when the test whose turn it is ends the connection, or its process ends. */
async function turnOver(): Promise<void> {
  const socket = connect(lsdPort, host)
  const over = new Promise((resolve) => socket.once('close', resolve))
  socket.on('error', () => {}).resume()
  await over
}
