import type { Command } from 'commander'
import { descriptionOf, optionOf } from '../plan/parameter-kinds'
import { parameterEntries } from '../plan/parameters'
import { peerCommand } from './peer-options'
import { seedCommand } from './seed-options'

/** Tables of docs/experiment.md in Markdown, by their names. scripts/experiment-docs.mjs writes them. */
export function optionTables(): Readonly<Record<string, string>> {
  return {
    parameters: table(
      ['in a plan', 'option', 'meaning'],
      parameterEntries.map(([name, line]) => [
        code(name),
        code([optionOf(name, line), line.argument].filter(Boolean).join(' ')),
        descriptionOf(line),
      ]),
    ),
    'options of seed.js': optionTable(seedCommand()),
    'options of peer.js': optionTable(peerCommand()),
  }
}

/** The options of a command but for those of parameters, which have a table of their own. */
function optionTable(command: Command): string {
  const own = new Set(parameterEntries.map(([name, line]) => optionOf(name, line)))
  const isPeer = command.name() === 'peer.js'
  const shown = command.options.filter(
    ({ hidden, long }) => !hidden && (isPeer || !own.has(long ?? '')),
  )
  return table(
    ['option', 'meaning'],
    shown.map(({ flags, description }) => [code(flags), description]),
  )
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows]
  return lines.map((cells) => `| ${cells.map(escaped).join(' | ')} |`).join('\n')
}

function escaped(cell: string): string {
  return cell.replaceAll('|', '\\|')
}

function code(text: string): string {
  return `\`${text}\``
}
