import { parseCommand } from './cli/command'
import { shapeOf } from './cli/local-options'
import { runMain } from './cli/main'
import { reportCommand } from './cli/report'
import { seedDirected } from './cli/seed-directed'
import { type SeedArguments, seedCommand } from './cli/seed-options'
import { seedTorrent } from './cli/seed-torrent'
import { usageError } from './util/errors'
import { runInNamespaces } from './host/namespaces'
import { openDisplay } from './cli/display'

/** What `node seed.js` does. */
export function start(): Promise<void> {
  return runMain(seed)
}

export async function seed(argv: readonly string[], signal: AbortSignal): Promise<number> {
  if (argv[0] === 'report') return reportCommand(argv.slice(1))
  const command = seedCommand()
  if (!parseCommand(command, argv)) return 0
  const args = command.opts<SeedArguments>()
  const { torrent, json = false } = args
  if (json && torrent !== undefined) throw usageError('--json is for a run: leave out --torrent')
  const shape = shapeOf(args)
  const display = openDisplay(json ? process.stderr : process.stdout)
  if (shape) return runInNamespaces(argv, shape, (line) => display.say(line), signal)
  try {
    if (torrent === undefined) return await seedDirected(args, display, signal)
    return await seedTorrent({ ...args, torrent }, display, signal)
  } finally {
    display.close()
  }
}
