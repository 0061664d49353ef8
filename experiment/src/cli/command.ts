import { basename } from 'node:path'
import { inspect } from 'node:util'
import type { Launch } from '../host/launch'
import { makeController } from '../util/cancel'
import { explain, Interrupted, usageError } from '../util/errors'
import { visible, visibleLines } from '../util/text'
import { Command, CommanderError, Help, Option } from 'commander'
import { describeOption, descriptionOf, optionOf, type Parameter } from '../plan/parameter-kinds'
import { parseInteger } from '../util/units'
import type { Parameters } from '../plan/condition'
import { parameterEntries } from '../plan/parameters'

/** Everything has to be closed this many milliseconds after Ctrl-C; what is not is left to the system. */
const closingDeadline = 2500

/** After the work is done nothing should keep the process alive; if something does, it ends all the same. */
const lingering = 500

/**
 * Milliseconds after which a second signal is the user's. One Ctrl-C may arrive twice: from the terminal, and from npm or from
 * the process that made the network namespace.
 */
const repeatedSignal = 500

/** What a shell expects of a process that a signal ended. */
export const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

/**
 * Runs a command: gives it a signal that Ctrl-C aborts, prints what it throws as one line on stderr, and sets the
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
  let stopped = 0
  controller.signal.addEventListener('abort', () => (stopped = performance.now()))
  for (const [name, exitCode] of Object.entries(exitCodes)) {
    process.on(name, () => {
      if (!controller.signal.aborted) return stop(controller, new Interrupted(name, exitCode))
      // The second signal ends the process at once.
      if (performance.now() - stopped > repeatedSignal) process.exit(exitCode)
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

let deadline: NodeJS.Timeout | undefined

function stop(controller: AbortController, reason: unknown): void {
  if (controller.signal.aborted) return
  deadline = setTimeout(() => process.exit(exitCodeOf(reason)), closingDeadline).unref()
  controller.abort(reason)
}

/** Ends the deadline after Ctrl-C: everything is closed, and the report may take longer. */
export function endClosingDeadline(): void {
  clearTimeout(deadline)
}

/**
 * A command that takes no option for the value of another one: in `--resume --results x` the value of --resume is missing.
 * A value that is the name of an option is given as `--resume=--results`.
 */
class StrictCommand extends Command {
  override createCommand(name?: string): Command {
    return new StrictCommand(name)
  }

  override parseOptions(args: string[]): ReturnType<Command['parseOptions']> {
    for (const [index, arg] of args.entries()) {
      if (arg === '--') break
      const option = this.#optionOf(arg)
      const value = args[index + 1]
      if (option?.required && value !== undefined && this.#isOption(value))
        this.error(`error: option '${option.flags}' argument missing`)
    }
    return super.parseOptions(args)
  }

  #isOption(arg: string): boolean {
    const [flag = ''] = arg.split('=', 1)
    return ['-h', '--help'].includes(flag) || this.#optionOf(flag) !== undefined
  }

  #optionOf(flag: string): Option | undefined {
    return this.options.find(({ short, long }) => flag === short || flag === long)
  }
}

/** A command whose errors come as exceptions with a single line. */
export function makeCommand(name: string, description: string): Command {
  const command = new StrictCommand(name)
  return command
    .description(description)
    .allowExcessArguments(false)
    .showSuggestionAfterError(true)
    .configureHelp({ optionDescription })
    .exitOverride()
    .configureOutput({ writeErr: () => {}, outputError: () => {} })
}

/** The choices are part of the description already; a switch that is off by default needs no note. */
function optionDescription(this: Help, option: Option): string {
  const hidesDefault = option.defaultValue === false || option.argChoices !== undefined
  return hidesDefault ? option.description : Help.prototype.optionDescription.call(this, option)
}

/** An option that takes one of a few texts. */
export function choiceOption(
  flags: string,
  help: string,
  choices: readonly string[],
  defaultText: string,
): Option {
  return new Option(flags, describeOption(help, choices, defaultText)).choices(choices)
}

/** Reads a command line and runs the action of its command, unless help was requested and printed. */
export async function runCommand(command: Command, args: readonly string[]): Promise<void> {
  try {
    await command.parseAsync(args, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    // commander ends after help with an exception
    if (error.exitCode === 0) return
    if (error.code === 'commander.help') throw usageError('missing command; --help lists them')
    const message = error.message.replace(/^error: |\.$/g, '').replace(/\n/g, ' ')
    throw usageError(`${message}; --help lists the options`)
  }
}

/** For options that may be given several times. */
export function collect<T>(
  parse: (text: string) => T,
): (text: string, earlier: T[] | undefined) => T[] {
  return (text, earlier = []) => [...earlier, parse(text)]
}

/** For options that are whole numbers within bounds. */
export function integer(name: string, min: number, max: number): (text: string) => number {
  return (text) => parseInteger(text, name, min, max)
}

/** Adds an option for each parameter. */
export function parameterOptions(command: Command): void {
  for (const [name, line] of parameterEntries) command.addOption(makeOption(name, line))
}

function makeOption(name: string, line: Parameter<unknown>): Option {
  const flag = optionOf(name, line)
  const { argument, choices, parse } = line
  const option = new Option(argument ? `${flag} ${argument}` : flag, descriptionOf(line))
  if (!argument) return option
  const check = choices && option.choices(choices).parseArg
  return option.argParser((text, earlier) => {
    check?.(text, undefined)
    return parse(text, flag, earlier)
  })
}

/** The parameters that the options set; no others. */
export function parametersOf(args: PeerCount): Parameters {
  const given: Readonly<Record<string, unknown>> = { ...args }
  const values = parameterEntries.flatMap(([name, line]) => {
    const value = given[new Option(optionOf(name, line)).attributeName()]
    return value === undefined ? [] : [[name, value]]
  })
  return { ...peersOf(args), ...(Object.fromEntries(values) as Parameters) }
}

interface PeerCount {
  readonly localPeers?: number | true
  readonly launch?: Launch | undefined
  readonly plan?: string
}

/** As many peers as are to be started: one at each host, unless a plan says how many. */
function peersOf({ localPeers, launch, plan }: PeerCount): Parameters {
  if (typeof localPeers === 'number') return { peers: localPeers }
  return launch?.engine === 'ssh' && plan === undefined ? { peers: launch.hosts.length } : {}
}
