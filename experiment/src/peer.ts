import { openDisplay } from './cli/display'
import { runCommand, runMain } from './cli/command'
import { peerDirected } from './cli/peer-directed'
import { type PeerArguments, peerCommand } from './cli/peer-options'
import { peerTorrent } from './cli/peer-torrent'

/** Runs `node peer.js`. */
export function start(): Promise<void> {
  return runMain(async (argv, signal) => {
    const command = peerCommand().action(async (args: PeerArguments) => {
      const { torrent } = args
      const display = openDisplay(process.stdout, args.quiet)
      try {
        if (torrent === undefined) await peerDirected(args, display, signal)
        else await peerTorrent({ ...args, torrent }, display, signal)
      } finally {
        display.close()
      }
    })
    await runCommand(command, argv)
    return 0
  })
}
