import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { arrivals } from './figures/arrivals'
import { comparedTimes, ratios, transferTimes } from './figures/curves'
import { type Figure, svgFile, openRenderer, type Renderer } from './figures/figure'
import { overhead, throughput } from './figures/means'
import { shares, timeSplit } from './figures/bars'
import { timesInOrder } from './figures/order'
import { pngsOf } from './figures/png'
import { comparePage } from './page/compare-page'
import { runPage } from './page/run-page'
import type { Run } from '../results/run-directory'
import { toUserError } from '../util/errors'
import { writeWhole } from '../util/files'
import { comparedMeasures, type Comparison, namesOf, effectsOf, multiplicityOf } from './compare'
import { comparisonCsv, interactionsCsv, iterationsCsv, summaryCsv } from './csv'
import { interactionsOf } from './interactions'
import { type StepSummary, summarizeSteps } from './steps'
import { visibleJson } from '../util/text'
import { differencesOf } from './differences'

/**
 * Writes what is derived from the plan and the results of a run, next to them; also for a run that was stopped.
 * @returns why there are no pictures of the figures; null where there are
 */
export async function writeReports(
  run: Run,
  summaries = summarizeSteps(run),
): Promise<string | null> {
  const figures = figuresOf(await openRenderer(), run, summaries)
  const effects = effectsOf(run)
  const interactions = interactionsOf(run)
  const { files, missing } = await filesOf(figures)
  await writeAll(run.directory, {
    'iterations.csv': iterationsCsv(run),
    'summary.csv': summaryCsv(summaries),
    ...(effects.length > 0 && { 'effects.csv': comparisonCsv(effects, 'condition') }),
    ...(interactions.length > 0 && { 'interactions.csv': interactionsCsv(interactions) }),
    'summary.json': `${toJson(summaryOf(run, summaries))}\n`,
    'environment.json': `${toJson(environmentOf(run))}\n`,
    'report.html': runPage(run, { summaries, figures, effects, interactions }),
    ...files,
  })
  return missing
}

/** Writes a report that compares runs, into a directory of its own. @returns as `writeReports()` does */
export async function writeComparison(
  directory: string,
  runs: readonly Run[],
  comparisons: readonly Comparison[],
): Promise<string | null> {
  const renderer = await openRenderer()
  const first = namesOf(runs)[0] ?? ''
  const figures = [
    comparedTimes(renderer, runs),
    ...comparedMeasures.map((name) => ratios(renderer, comparisons, name, first)),
  ]
  const { files, missing } = await filesOf(figures)
  await writeAll(directory, {
    'comparison.csv': comparisonCsv(comparisons),
    'comparison.json': `${toJson(comparisonOf(runs, comparisons))}\n`,
    'comparison.html': comparePage(runs, comparisons, figures),
    ...files,
  })
  return missing
}

type Files = Readonly<Record<string, string | Uint8Array>>

async function filesOf(
  figures: readonly Figure[],
): Promise<{ files: Files; missing: string | null }> {
  const { pictures, missing } = await pngsOf(figures)
  const files = figures.flatMap((figure) => {
    const svg = svgFile(figure)
    return svg === null ? [] : [[`figures/${figure.id}.svg`, svg] as const]
  })
  const drawn = [...pictures].map(([id, png]) => [`figures/${id}.png`, png] as const)
  return { files: Object.fromEntries([...files, ...drawn]) as Files, missing }
}

/** @param files their contents by their paths in the directory */
export async function writeAll(directory: string, files: Files): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = join(directory, name)
    try {
      await mkdir(dirname(file), { recursive: true })
      await writeWhole(file, content)
    } catch (error) {
      throw toUserError(error, `cannot write ${file}`)
    }
  }
}

const figures = [transferTimes, timesInOrder, throughput, timeSplit, overhead, shares, arrivals]

export function figuresOf(
  renderer: Renderer,
  run: Pick<Run, 'plan' | 'results'>,
  summaries: readonly StepSummary[],
): Figure[] {
  return figures.map((figure) => figure({ renderer, run, summaries }))
}

/** What a program reads of a run: summary.json, and what --json prints. */
export function summaryOf(
  { plan, startedAt, results, directory }: Run,
  steps: readonly StepSummary[],
): object {
  const failures = results.flatMap(({ iteration, step, warmUp, ok, reason }) =>
    ok ? [] : [{ iteration, step, warmUp, reason }],
  )
  return { format: 1, name: plan.name, startedAt, directory, steps, failures }
}

/** What a program reads of a comparison. */
export function comparisonOf(runs: readonly Run[], comparisons: readonly Comparison[]): object {
  const names = namesOf(runs)
  const described = runs.map(({ plan, startedAt, directory }, index) => {
    return { run: names[index], plan: plan.name, startedAt, directory }
  })
  return {
    format: 1,
    runs: described,
    differences: differencesOf(runs),
    multiplicity: multiplicityOf(comparisons),
    comparisons,
  }
}

export function toJson(value: object): string {
  return visibleJson(JSON.stringify(value, null, 2))
}

/** Where it was measured and under which circumstances: nothing but what was written while it was. */
export function environmentOf({ plan, startedAt, options, nodes, settings }: Run): object {
  return { format: 2, startedAt, seed: plan.shuffle, nodes, settings, options, plan }
}
