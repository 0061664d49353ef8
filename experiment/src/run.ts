import { resolve } from 'node:path'
import { orAborted, within } from './cancel'
import { runMain } from './cli/main'
import { formatEndpoint } from './net/endpoint'
import { freePort } from './net/local'
import { Child } from './processes/child'

const peerCount = 3
/** To start a process and load the addon, on a busy machine. */
const startDeadline = 30_000
/** From the seeder's goodbye to the end of the peers. */
const goodbyeDeadline = 5000

const script = (name: string) => resolve(__dirname, '../..', `${name}.js`)

/** The whole experiment on this machine: three peers that wait, then a seeder, each in a process of its own. */
async function run(argv: readonly string[], signal: AbortSignal): Promise<number> {
  const host = '127.0.0.1'
  const port = await freePort(host)
  const children: Child[] = []
  try {
    for (let number = 1; number <= peerCount; number++) {
      const name = `peer ${number}`
      const args = ['--seeder', formatEndpoint({ host, port }), '--quiet']
      children.push(
        new Child(name, script('peer'), args, (line) => console.log(`[${name}] ${line}`)),
      )
    }
    await Promise.all(
      children.map((peer) => peer.said('waiting for the seeder', startDeadline, signal)),
    )
    const seeder = new Child(
      'seeder',
      script('seed'),
      ['--port', `${port}`, '--peers', `${peerCount}`, ...argv],
      null,
    )
    children.push(seeder)
    await orAborted(seeder.exited, signal)
    const all = Promise.all(children.map((child) => child.exited))
    const codes = await within(goodbyeDeadline, 'the end of the peers', signal, (signal) =>
      orAborted(all, signal),
    )
    return codes.every((code) => code === 0) ? 0 : 1
  } finally {
    await Promise.all(children.map((child) => child.stop()))
  }
}

void runMain(run)
