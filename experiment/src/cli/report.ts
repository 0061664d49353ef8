import { type Command, Option } from 'commander'
import { basename, dirname, join } from 'node:path'
import { usageError } from '../util/errors'
import { readRun } from '../results/run-directory'
import { ensureDirectory } from '../util/files'
import { compareRuns } from '../report/compare'
import { type DocumentFormat, documentFormats, documentOf } from '../report/document'
import {
  comparisonOf,
  summaryOf,
  toJson,
  writeAll,
  writeComparison,
  writeReports,
} from '../report/write'
import { summarizeSteps } from '../report/steps'
import { layoutOf } from '../report/table'
import { formatComparison, formatRun } from '../report/terminal'
import { visible } from '../util/text'

interface ReportArguments extends Readonly<Partial<Record<DocumentFormat, boolean>>> {
  readonly output?: string
  readonly json?: boolean
}

const documents: Readonly<Record<DocumentFormat, string>> = {
  markdown: 'print tables of Markdown: effects first, then steps',
  latex: 'print the same tables for LaTeX; no package is needed',
  csv: 'print one table of statistics and ratios as CSV',
}

/** Adds `node seed.js report`, which makes the reports of runs anew and compares several. */
export function addReportCommand(program: Command): void {
  const command = program
    .command('report')
    .description('Makes the reports of runs anew, and compares runs.')
    .argument('<run...>', 'directories of runs; the others are compared with the first')
    .option('--output <path>', 'directory for the comparison of several runs, or file for a table')
    .option('--json', 'print one JSON document instead of tables')
    .addHelpText('after', examples)
    .action(async (runs: string[], { output, json = false, ...given }: ReportArguments) => {
      const [directory = '', ...others] = runs
      const format = documentFormats.find((name) => given[name])
      if (format) return printDocument(runs, format, output)
      if (others.length > 0) return compare(runs, output, json)
      if (output === undefined) return renew(directory, json)
      throw usageError(
        '--output is for the comparison of several runs, --markdown, --latex and --csv: add one of these',
      )
    })
  for (const name of documentFormats) {
    const others = ['json', ...documentFormats.filter((other) => other !== name)]
    command.addOption(new Option(`--${name}`, documents[name]).conflicts(others))
  }
}

async function printDocument(
  directories: readonly string[],
  format: DocumentFormat,
  file: string | undefined,
): Promise<void> {
  const document = documentOf(await Promise.all(directories.map(readRun)), format)
  if (file === undefined) process.stdout.write(document)
  else await writeAll(dirname(file), { [basename(file)]: document })
}

async function renew(directory: string, json: boolean): Promise<void> {
  const run = await readRun(directory)
  const summaries = summarizeSteps(run)
  warn(await writeReports(run, summaries))
  if (json) print(toJson(summaryOf(run, summaries)))
  else print(formatRun(summaries, layoutOf(process.stdout), run.nodes), wrote(directory, 'report'))
}

async function compare(
  directories: readonly string[],
  output: string | undefined,
  json: boolean,
): Promise<void> {
  const runs = await Promise.all(directories.map(readRun))
  let missing: string | null = null
  for (const run of runs) missing = await writeReports(run)
  warn(missing)
  const comparisons = compareRuns(runs)
  if (output !== undefined) await writeComparison(await ensureDirectory(output), runs, comparisons)
  if (json) return print(toJson(comparisonOf(runs, comparisons)))
  print(formatComparison(runs, comparisons, layoutOf(process.stdout)))
  if (output !== undefined) print(wrote(output, 'comparison'))
}

function print(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}

function warn(missing: string | null): void {
  if (missing !== null) process.stderr.write(`${missing}\n`)
}

function wrote(directory: string, name: 'report' | 'comparison'): string {
  return `${name}: ${visible(join(directory, `${name}.html`))}`
}

const examples = `
Examples:
  node seed.js report RUN               makes report.html and figures of RUN anew
  node seed.js report A B --output AB   compares B with A in AB/comparison.html
  node seed.js report RUN --latex --output tables.tex
`
