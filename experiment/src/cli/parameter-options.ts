import { type Command, Option } from 'commander'
import type { Parameters } from '../plan/condition'
import { descriptionOf, optionOf, type Parameter } from '../plan/parameter-kinds'
import { parameterEntries } from '../plan/parameters'

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
export function parametersOf(args: { readonly localPeers?: number | true }): Parameters {
  const { localPeers } = args
  const given: Readonly<Record<string, unknown>> = { ...args }
  const values = parameterEntries.flatMap(([name, line]) => {
    const value = given[new Option(optionOf(name, line)).attributeName()]
    return value === undefined ? [] : [[name, value]]
  })
  const peers = typeof localPeers === 'number' ? { peers: localPeers } : {}
  return { ...peers, ...(Object.fromEntries(values) as Parameters) }
}
