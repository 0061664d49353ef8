import { parseCommand } from './cli/command'
import { runMain } from './cli/main'
import { peerDirected } from './cli/peer-directed'
import { type PeerArguments, peerCommand } from './cli/peer-options'
import { peerTorrent } from './cli/peer-torrent'
import { usageError } from './util/errors'
import { openDisplay } from './cli/display'

/** What `node peer.js` does. */
export function start(): Promise<void> {
  return runMain(async (argv, signal) => {
    const command = peerCommand()
    if (!parseCommand(command, argv)) return 0
    const args = command.opts<PeerArguments>()
    const { torrent } = args
    if (torrent !== undefined && args.seeder) throw usageError('give either --torrent or --seeder')
    const display = openDisplay(process.stdout, args.quiet)
    try {
      if (torrent === undefined) return await peerDirected(args, display, signal)
      return await peerTorrent({ ...args, torrent }, display, signal)
    } finally {
      display.close()
    }
  })
}
