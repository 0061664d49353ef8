import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { arrivals } from './figures/arrivals'
import { comparedTimes, ratios } from './figures/comparison'
import { transferTimes } from './figures/curves'
import { type Figure, svgFile } from './figures/figure'
import { overhead } from './figures/overhead'
import { openRenderer, type Renderer } from './figures/renderer'
import { shares } from './figures/shares'
import { throughput } from './figures/throughput'
import { timeSplit } from './figures/time-split'
import { comparePage } from './page/compare-page'
import { runPage } from './page/run-page'
import type { Run } from '../results/run-directory'
import { toUserError } from '../util/errors'
import { comparedMeasures, type Comparison, namesOf } from './compare'
import { comparisonCsv, iterationsCsv, summaryCsv } from './csv'
import { comparisonOf, environmentOf, summaryOf, toJson } from './json'
import { effectsOf } from './effects'
import { type StepSummary, summarizeSteps } from './steps'

/** Writes what is derived from the plan and the results of a run, next to them; also for a run that was stopped. */
export async function writeReports(run: Run, summaries = summarizeSteps(run)): Promise<void> {
  const figures = figuresOf(await openRenderer(), run, summaries)
  const effects = effectsOf(run)
  await writeAll(run.directory, {
    'iterations.csv': iterationsCsv(run),
    'summary.csv': summaryCsv(summaries),
    ...(effects.length > 0 && { 'effects.csv': comparisonCsv(effects, 'condition') }),
    'summary.json': `${toJson(summaryOf(run, summaries))}\n`,
    'environment.json': `${toJson(environmentOf(run))}\n`,
    'report.html': runPage(run, summaries, figures, effects),
    ...filesOf(figures),
  })
}

/** Writes a report that compares runs, into a directory of its own. */
export async function writeComparison(
  directory: string,
  runs: readonly Run[],
  comparisons: readonly Comparison[],
): Promise<void> {
  const renderer = await openRenderer()
  const first = namesOf(runs)[0] ?? ''
  const figures = [
    comparedTimes(renderer, runs),
    ...comparedMeasures.map((name) => ratios(renderer, comparisons, name, first)),
  ]
  await writeAll(directory, {
    'comparison.csv': comparisonCsv(comparisons),
    'comparison.json': `${toJson(comparisonOf(runs, comparisons))}\n`,
    'comparison.html': comparePage(runs, comparisons, figures),
    ...filesOf(figures),
  })
}

function filesOf(figures: readonly Figure[]): Record<string, string> {
  const files = figures.flatMap((figure) => {
    const svg = svgFile(figure)
    return svg === null ? [] : [[`figures/${figure.id}.svg`, svg]]
  })
  return Object.fromEntries(files) as Record<string, string>
}

/** @param files their contents by their paths in the directory */
async function writeAll(directory: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = join(directory, name)
    try {
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, content)
    } catch (error) {
      throw toUserError(error, `cannot write ${file}`)
    }
  }
}

const figures = [transferTimes, throughput, timeSplit, overhead, shares, arrivals]

export function figuresOf(
  renderer: Renderer,
  run: Pick<Run, 'plan' | 'results'>,
  summaries: readonly StepSummary[],
): Figure[] {
  return figures.map((figure) => figure({ renderer, run, summaries }))
}
