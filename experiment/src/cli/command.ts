import { Command, CommanderError, Help, Option } from 'commander'
import { describeOption } from '../plan/parameter-kinds'
import { usageError } from '../util/errors'
import { parseInteger } from '../util/units'

/** A command whose errors come as exceptions with a single line. */
export function makeCommand(name: string, description: string): Command {
  const command = new Command(name)
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

/**
 * Reads a command line and runs the action of its command.
 * @returns false when help was requested and printed
 */
export async function runCommand(command: Command, args: readonly string[]): Promise<boolean> {
  try {
    await command.parseAsync(args, { from: 'user' })
    return true
  } catch (error) {
    return ended(error)
  }
}

/**
 * Reads a command line.
 * @returns false when help was requested and printed
 */
export function parseCommand(command: Command, args: readonly string[]): boolean {
  try {
    command.parse(args, { from: 'user' })
    return true
  } catch (error) {
    return ended(error)
  }
}

/** Passes over the exception with which commander ends after printing help; rethrows others, on one line. */
function ended(error: unknown): false {
  if (!(error instanceof CommanderError)) throw error
  if (error.exitCode === 0) return false
  throw usageError(
    `${error.message.replace(/^error: |\.$/g, '').replace(/\n/g, ' ')}; --help lists the options`,
  )
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
