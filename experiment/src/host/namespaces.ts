import { z } from 'zod'
import { orAborted } from '../util/cancel'
import { UserError } from '../util/errors'
import { childStarter, scriptPath } from './child'
import { localProcess, type PeerProcess, withPeerProcesses } from './peer-processes'
import { dataInterface, Network, type NetworkNode } from './network'
import type { Shape } from './shape'

/** Message of a seeder in a namespace to the process that starts its peers, sent when it waits for them. */
export const awaiting = z.strictObject({
  seeder: z.strictObject({ host: z.string(), port: z.int() }),
  token: z.string().nullable(),
  fingerprint: z.string().nullable(),
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
  if (network.isUserspace)
    print('this kernel lacks netem: programs of VDE delay and lose the packets')
  const node = await network.add('seeder')
  const command = [...inside(node), process.execPath, scriptPath('seed'), ...argv]
  const by = network.isUserspace ? ['--userspace-links'] : []
  const place = ['--in-namespace', '--control', node.control, ...argsOf(node), ...by]
  const start = await childStarter()
  const seeder = start({ command: [...command, ...place], onLine: null })
  return await withPeerProcesses(signal, async ({ start }, signal) => {
    seeder.onMessage((message) => {
      const { peers, ...where } = awaiting.parse(message)
      start({ ...where, processes: processesIn(network, peers), onMessage: print })
    })
    try {
      return await orAborted(seeder.exited, signal)
    } finally {
      // before its peers, which would be missed
      await seeder.stop()
    }
  })
}

/** Each with an address of its own. */
async function* processesIn(network: Network, peers: number): AsyncIterable<PeerProcess> {
  for (let number = 1; number <= peers; number++) {
    const node = await network.add(`peer${number}`)
    yield localProcess(number, argsOf(node), inside(node))
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
