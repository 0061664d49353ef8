import { type Command, Option } from 'commander'
import { isIP } from 'node:net'
import { usageError } from '../util/errors'
import { parseDelay, parseRate, type Shape } from '../host/link-shape'
import { integer } from './command'

/** Options about where the nodes of a run are. */
export interface LocalArguments {
  /** True: as many as take part. */
  readonly localPeers?: number | true
  readonly netns: boolean
  readonly rate?: number
  readonly delay?: number
  readonly control?: string
  readonly interface?: string
  /** It is how a seeder was started by the process that made its namespace. */
  readonly inNamespace: boolean
}

export function localOptions(command: Command): void {
  command
    .option('--local-peers [n]', localHelp, integer('--local-peers', 1, 1000))
    .option('--netns', 'a network namespace for each of them and the seeder (root, Linux)', false)
    .option('--rate <rate>', 'of the link of each namespace, such as 10mbit', parseRate)
    .option('--delay <time>', 'that each of them adds to what it sends, such as 20ms', parseDelay)
    .option(
      '--control <address>',
      'IP address where peers report (default: --listen)',
      parseControl,
    )
    .option('--interface <name>', interfaceHelp)
    .addOption(new Option('--in-namespace').default(false).hideHelp())
}

/** How the links of namespaces are; null when there are none to make. */
export function shapeOf(
  args: LocalArguments & { torrent?: string; listen?: unknown },
): Shape | null {
  const { netns, inNamespace, rate = null, delay = null } = args
  if (args.torrent !== undefined && (netns || args.localPeers))
    throw usageError('--torrent directs no peers: leave out --local-peers and --netns')
  if (!netns) {
    if (rate !== null || delay !== null) throw usageError('--rate and --delay need --netns')
    return null
  }
  if (inNamespace) return null
  if (args.listen ?? args.control ?? args.interface)
    throw usageError('--netns has addresses of its own: leave out --listen, --control, --interface')
  return { rate, delay }
}

export const interfaceHelp = "count the bytes of this network interface next to libtorrent's"
const localHelp = 'start the peers here; n stands for --peers n, too'

function parseControl(text: string): string {
  if (isIP(text) === 0) throw usageError(`bad --control '${text}': expected an IP address`)
  return text
}
