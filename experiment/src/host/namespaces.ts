import { z } from 'zod'
import { orAborted } from '../util/cancel'
import { UserError } from '../util/errors'
import { childStarter, withLocalPeers } from './local-peers'
import { dataInterface, Network, type NetworkNode, type Shape } from './network'

/** Message of a seeder in a namespace to the process that starts its peers, sent when it waits for them. */
export const awaiting = z.strictObject({
  seeder: z.strictObject({ host: z.string(), port: z.int() }),
  token: z.string().nullable(),
  peers: z.int(),
})

export type Awaiting = z.infer<typeof awaiting>

/**
 * Runs seed.js in a network namespace, and each of its peers in one of its own.
 * @param argv of seed.js
 * @returns its exit code
 */
export async function runInNamespaces(
  argv: readonly string[],
  shape: Shape,
  print: (line: string) => void,
  signal: AbortSignal,
): Promise<number> {
  await using network = await Network.open(shape)
  const node = await network.add('seeder')
  const args = [...argv, '--in-namespace', '--control', node.control, ...argsOf(node)]
  const start = await childStarter()
  const seeder = start({ script: 'seed', args, through: inside(node), onLine: null })
  return await withLocalPeers(signal, async (startPeers, signal) => {
    seeder.onMessage((message) =>
      startPeers({ ...awaiting.parse(message), ...peersIn(network, print) }),
    )
    try {
      return await orAborted(seeder.exited, signal)
    } finally {
      // before its peers, which would be missed
      await seeder.stop()
    }
  })
}

/** Each with an address of its own. */
function peersIn(network: Network, onMessage: (line: string) => void) {
  return {
    sessions: 1,
    async placeOf(number: number) {
      const node = await network.add(`peer${number}`)
      return { through: inside(node), args: argsOf(node) }
    },
    onMessage,
  }
}

/** The swarm has an interface for itself, whose bytes can be compared with libtorrent's. */
function argsOf({ data }: NetworkNode): string[] {
  return ['--listen', data, '--interface', dataInterface]
}

function inside({ namespace }: NetworkNode): string[] {
  return ['ip', 'netns', 'exec', namespace]
}

/** Sends it to the process that made the namespace of this one. */
export function sendAwaiting(message: Awaiting): void {
  if (!process.send) throw new UserError('--in-namespace is for seed.js --netns to use')
  process.send(message)
}
