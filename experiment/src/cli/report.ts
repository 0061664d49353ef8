import type { Command } from 'commander'
import { join } from 'node:path'
import { usageError } from '../util/errors'
import { readRun } from '../results/run-directory'
import { ensureDirectory } from '../util/files'
import { compareRuns } from '../report/compare'
import { comparisonOf, summaryOf, toJson, writeComparison, writeReports } from '../report/write'
import { summarizeSteps } from '../report/steps'
import { layoutOf } from '../report/table'
import { formatComparison, formatRun } from '../report/terminal'
import { visible } from '../util/text'

interface ReportArguments {
  readonly output?: string
  readonly json?: boolean
}

/** Adds `node seed.js report`, which makes the reports of runs anew and compares several. */
export function addReportCommand(program: Command): void {
  program
    .command('report')
    .description('Makes the reports of runs anew, and compares runs.')
    .argument('<run...>', 'directories of runs; the others are compared with the first')
    .option('--output <directory>', 'for several runs: write the comparison there')
    .option('--json', 'print one JSON document instead of tables')
    .addHelpText('after', examples)
    .action(async (runs: string[], { output, json = false }: ReportArguments) => {
      const [directory = '', ...others] = runs
      if (others.length > 0) return compare(runs, output, json)
      if (output === undefined) return renew(directory, json)
      throw usageError('--output is for the comparison of several runs: name another one')
    })
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
