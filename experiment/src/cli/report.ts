import { join } from 'node:path'
import { usageError } from '../util/errors'
import { readRun } from '../results/run-directory'
import { ensureDirectory } from '../util/paths'
import { compareRuns } from '../report/compare'
import { comparisonOf, summaryOf, toJson } from '../report/json'
import { summarizeSteps } from '../report/steps'
import { layoutOf } from '../report/table'
import { formatComparison, formatRun } from '../report/terminal'
import { writeComparison, writeReports } from '../report/write'
import { visible } from '../util/text'
import { makeCommand, parseCommand } from './command'

interface ReportArguments {
  readonly output?: string
  readonly json?: boolean
}

/** What `node seed.js report` does: makes the reports of runs again, and compares several. */
export async function reportCommand(argv: readonly string[]): Promise<number> {
  const command = makeCommand(
    'seed.js report',
    'Makes the reports of runs anew, and compares runs.',
  )
    .argument('<run...>', 'directories of runs, the one to compare with first')
    .option('--output <directory>', 'of several runs: write the comparison there')
    .option('--json', 'print one JSON document instead of tables')
    .allowExcessArguments(true)
    .addHelpText('after', examples)
  if (!parseCommand(command, argv)) return 0
  const { output, json = false } = command.opts<ReportArguments>()
  const [directory, ...others] = command.args
  if (directory === undefined) throw usageError('name at least one run; --help lists the options')
  if (others.length > 0) await compare(command.args, output, json)
  else if (output === undefined) await renew(directory, json)
  else throw usageError('--output is for the comparison of several runs: name another one')
  return 0
}

async function renew(directory: string, json: boolean): Promise<void> {
  const run = await readRun(directory)
  const summaries = summarizeSteps(run)
  await writeReports(run, summaries)
  if (json) print(toJson(summaryOf(run, summaries)))
  else print(formatRun(summaries, layoutOf(process.stdout)), wrote(directory, 'report'))
}

async function compare(
  directories: readonly string[],
  output: string | undefined,
  json: boolean,
): Promise<void> {
  const runs = await Promise.all(directories.map(readRun))
  for (const run of runs) await writeReports(run)
  const comparisons = compareRuns(runs)
  if (output !== undefined) await writeComparison(await ensureDirectory(output), runs, comparisons)
  if (json) return print(toJson(comparisonOf(runs, comparisons)))
  print(formatComparison(runs, comparisons, layoutOf(process.stdout)))
  if (output !== undefined) print(wrote(output, 'comparison'))
}

function print(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}

function wrote(directory: string, name: 'report' | 'comparison'): string {
  return `${name}: ${visible(join(directory, `${name}.html`))}`
}

const examples = `
Examples:
  node seed.js report RUN               makes report.html and figures of RUN anew
  node seed.js report A B --output AB   compares B with A in AB/comparison.html
`
