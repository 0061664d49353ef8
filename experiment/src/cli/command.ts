import { Command, CommanderError, Help, type Option } from 'commander'
import { usageError } from '../util/errors'
import { parseInteger } from '../util/units'

/** A command whose errors come as exceptions with a single line. */
export function makeCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .allowExcessArguments(false)
    .showSuggestionAfterError(true)
    .configureHelp({ optionDescription: describeOption })
    .exitOverride()
    .configureOutput({ writeErr: () => {}, outputError: () => {} })
}

/** That a switch is off unless it is given goes without saying. */
function describeOption(this: Help, option: Option): string {
  return option.defaultValue === false
    ? option.description
    : Help.prototype.optionDescription.call(this, option)
}

/**
 * Reads a command line.
 * @returns false when help was asked for and shown
 */
export function parseCommand(command: Command, args: readonly string[]): boolean {
  try {
    command.parse(args, { from: 'user' })
    return true
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return false
    throw usageError(
      `${error.message.replace(/^error: |\.$/g, '').replace(/\n/g, ' ')}; --help lists the options`,
    )
  }
}

/** For options that may be given several times. */
export function collect<T>(
  parse: (text: string) => T,
): (text: string, earlier: T[] | undefined) => T[] {
  return (text, earlier = []) => [...earlier, parse(text)]
}

/** For options with a few possible values. */
export function oneOf<T extends string>(values: readonly T[], name: string): (text: string) => T {
  return (text) => {
    const value = values.find((value) => value === text)
    if (value === undefined)
      throw usageError(`bad ${name} '${text}': expected ${values.join(', ')}`)
    return value
  }
}

/** For options that are whole numbers within bounds. */
export function integer(name: string, min: number, max: number): (text: string) => number {
  return (text) => parseInteger(text, name, min, max)
}
