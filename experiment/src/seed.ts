import { openDisplay } from './cli/display'
import { endClosingDeadline, runCommand, runMain } from './cli/command'
import { addManifestCommand } from './cli/manifest'
import { addPlanCommand } from './cli/plan'
import { addReportCommand } from './cli/report'
import { seedDirected } from './cli/seed-directed'
import { type SeedArguments, seedCommand, shapeOf } from './cli/seed-options'
import { seedTorrent } from './cli/seed-torrent'
import { runInNamespaces } from './host/namespaces'

/** Runs `node seed.js`. */
export function start(): Promise<void> {
  return runMain(seed)
}

/** @returns the exit code */
export async function seed(argv: readonly string[], signal: AbortSignal): Promise<number> {
  let exitCode = 0
  const command = seedCommand().action(async (args: SeedArguments) => {
    exitCode = await seedBy(args, argv, signal)
  })
  addReportCommand(command)
  addPlanCommand(command)
  addManifestCommand(command)
  await runCommand(command, argv)
  return exitCode
}

async function seedBy(
  args: SeedArguments,
  argv: readonly string[],
  signal: AbortSignal,
): Promise<number> {
  const { torrent, json = false } = args
  const shape = shapeOf(args)
  const display = openDisplay(json ? process.stderr : process.stdout)
  if (shape) {
    // The seeder in the namespace has the same deadline, and makes its report after that.
    signal.addEventListener('abort', endClosingDeadline, { once: true })
    return runInNamespaces(argv, shape, (line) => display.print(line), signal)
  }
  try {
    if (torrent === undefined) await seedDirected(args, display, signal)
    else await seedTorrent({ ...args, torrent }, display, signal)
    return 0
  } finally {
    display.close()
  }
}
