import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { orAborted, within } from './cancel'
import { parseCommand } from './cli/command'
import { runMain } from './cli/main'
import { loopback, type SeedArguments, seedCommand } from './cli/seedOptions'
import { usageError } from './errors'
import { formatEndpoint, isLoopback } from './net/endpoint'
import { freePort, reachableAddress } from './net/local'
import { Child } from './processes/child'

/** To start a process and load the addon, on a busy machine. */
const startDeadline = 30_000
/** From the seeder's goodbye to the end of the peers. */
const goodbyeDeadline = 5000

const script = (name: string) => resolve(__dirname, '../..', `${name}.js`)

/**
 * The whole experiment on this machine: peers that wait, then a seeder, each in a process of its own. Options are those
 * of seed.js.
 */
async function run(argv: readonly string[], signal: AbortSignal): Promise<number> {
  const command = seedCommand()
  if (!parseCommand(command, argv)) return 0
  const { peers = 3, torrent, listen = loopback } = command.opts<SeedArguments>()
  if (torrent !== undefined) throw usageError('--torrent is for seed.js: here the seeder directs')
  const port = await freePort(listen.host)
  const shared = isLoopback(listen.host) ? [] : ['--token', randomBytes(8).toString('hex')]
  const children: Child[] = []
  try {
    for (let number = 1; number <= peers; number++) {
      const name = `peer ${number}`
      const seeder = formatEndpoint({ host: reachableAddress(listen.host), port })
      const args = ['--seeder', seeder, '--quiet', ...shared]
      children.push(
        new Child(name, script('peer'), args, (line) => console.log(`[${name}] ${line}`)),
      )
    }
    await Promise.all(
      children.map((peer) => peer.said('waiting for the seeder', startDeadline, signal)),
    )
    const args = [...argv, '--port', `${port}`, '--peers', `${peers}`, ...shared]
    const seeder = new Child('seeder', script('seed'), args, null)
    children.push(seeder)
    // without its goodbye the peers would wait for it to come back
    if ((await orAborted(seeder.exited, signal)) !== 0) return 1
    const all = Promise.all(children.map((child) => child.exited))
    const codes = await within(goodbyeDeadline, 'the end of the peers', signal, () => all)
    return codes.every((code) => code === 0) ? 0 : 1
  } finally {
    await Promise.all(children.map((child) => child.stop()))
  }
}

void runMain(run)
