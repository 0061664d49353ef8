import { basename } from 'node:path'
import { inspect } from 'node:util'
import { makeController } from '../util/cancel'
import { explain, Interrupted } from '../util/errors'
import { visible, visibleLines } from '../util/text'

/** Everything has to be closed this many milliseconds after Ctrl-C; what is not is left to the system. */
const closingDeadline = 2500

/** After the work is done nothing should keep the process alive; if something does, it ends all the same. */
const lingering = 500

/** What a shell expects of a process that a signal ended. */
export const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

/**
 * Runs a command: gives it a signal that Ctrl-C aborts, schedule what it throws into one line on stderr, and sets the
 * exit code.
 * @param command its exit code, once everything that it opened is closed
 */
export async function runMain(
  command: (args: string[], signal: AbortSignal) => Promise<number>,
): Promise<void> {
  const name = basename(process.argv[1] ?? 'experiment')
  const controller = makeController()
  stopOnSignals(controller)
  stopOnTrouble(controller)
  try {
    process.exitCode = await command(process.argv.slice(2), controller.signal)
  } catch (thrown) {
    // A failure after an abort is a consequence of the abort.
    const error: unknown = controller.signal.aborted ? controller.signal.reason : thrown
    process.exitCode = exitCodeOf(error)
    if (!(error instanceof Interrupted))
      process.stderr.write(`${visible(`${name}: ${explain(error)}`)}\n`)
    // for bugs of ours
    if (process.env.EXPERIMENT_DEBUG) process.stderr.write(`${visibleLines(inspect(error))}\n`)
  }
  // a channel to a parent would keep this process alive
  if (process.connected) process.disconnect()
  setTimeout(() => process.exit(), lingering).unref()
}

function exitCodeOf(error: unknown): number {
  const known = error instanceof Error && 'exitCode' in error ? error.exitCode : undefined
  return typeof known === 'number' ? known : 1
}

function stopOnSignals(controller: AbortController): void {
  for (const [name, exitCode] of Object.entries(exitCodes)) {
    process.on(name, () => {
      // The second signal ends the process at once.
      if (controller.signal.aborted) process.exit(exitCode)
      stop(controller, new Interrupted(name, exitCode))
    })
  }
  // a parent that started this process with a channel is gone
  process.once('disconnect', () => stop(controller, new Interrupted('parent', exitCodes.SIGHUP)))
}

function stopOnTrouble(controller: AbortController): void {
  process.on('uncaughtException', (error) => stop(controller, error))
  process.on('unhandledRejection', (reason) => stop(controller, reason))
  // the reader of the output has gone, as with `| head`
  process.stdout.on('error', () => stop(controller, new Interrupted('output', 141)))
}

function stop(controller: AbortController, reason: unknown): void {
  if (controller.signal.aborted) return
  controller.abort(reason)
  setTimeout(() => process.exit(exitCodeOf(reason)), closingDeadline).unref()
}
