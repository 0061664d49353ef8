import { measures } from '../measures'
import { formatExactSize, formatTime } from '../../util/units'
import { formatRatio, shownInterval } from '../format'
import { counted, colour, seriesLook, series } from './figure'
import type { Figure, Subject, Renderer, Mark } from './figure'
import { makePanels, panelLeft, axisOf, axisX, makeRows, type Axis } from './layout'
import { makeLegend } from './legend'
import { goodOf } from '../steps'
import type { Run } from '../../results/run-directory'
import { type ComparedMeasure, type Comparison, keysOf, namesOf, resultsOf } from '../compare'

/** Points that a curve is drawn with; more can't be seen. */
const mostPoints = 1000
const quarters = [0, 25, 50, 75, 100]

export interface Curve {
  /** Which of the plots below each other it is in. */
  readonly panel: string
  /** What its colour stands for. */
  readonly series: string
  /** Milliseconds, in any order. */
  readonly times: readonly number[]
}

/**
 * Cumulative distributions of transfer times.
 * @param names of the series, in the order of their colours
 */
function drawCurves(
  renderer: Renderer,
  curves: readonly Curve[],
  names: readonly string[],
): string {
  const { Plot } = renderer
  const looks = names.map((label, index) => ({ label, ...seriesLook(index) }))
  const legend = makeLegend(renderer, looks, panelLeft)
  const panels = makePanels(renderer, curves, 280, 150)
  const axis = axisOf(curves.flatMap(({ times }) => times))
  return renderer.draw({
    ...panels.frame(axis, [0, 100], legend.height),
    marks: [
      ...panels.marks,
      ...axisX(renderer, axis, {
        length: panels.length,
        format: formatTime,
        label: 'time from the start signal to the last verified piece',
      }),
      Plot.axisY(quarters, { text: (value: number) => `${value} %`, label: null }),
      Plot.gridY(quarters, { stroke: colour.line, strokeOpacity: 1 }),
      ...curves.map(({ panel, series, times }) => {
        const look = looks[names.indexOf(series)]
        return Plot.line(stairs(times), {
          x: 'time',
          y: 'share',
          fy: () => panel,
          curve: 'step-after',
          strokeWidth: 2,
          stroke: look?.colour ?? colour.ink,
          strokeDasharray: look?.dash ?? 'none',
        })
      }),
      ...legend.marks,
    ],
  })
}

/** The empirical distribution function, in percent: it rises at each of the times. */
function stairs(times: readonly number[]): { time: number; share: number }[] {
  const sorted = [...times].sort((a, b) => a - b)
  const every = Math.ceil(sorted.length / mostPoints)
  const points = sorted.flatMap((time, index) => {
    const isDrawn = (index + 1) % every === 0 || index === sorted.length - 1
    return isDrawn ? [{ time, share: (100 * (index + 1)) / sorted.length }] : []
  })
  return [{ time: sorted[0] ?? 0, share: 0 }, ...points]
}

/** How the transfer times of each size are distributed: one panel per condition. */
export function transferTimes({ renderer, run, summaries }: Subject): Figure {
  const curves = summaries.flatMap(({ step, size, condition, source }) => {
    const times = goodOf(run, step).flatMap((result) => measures.transferTime.of(result, source))
    const panel = source === 0 ? condition : `${condition}, from peer ${source}`
    return times.length > 0 ? [{ panel, series: formatExactSize(size), times }] : []
  })
  const sizes = [...new Set(summaries.map(({ size }) => size))].sort((a, b) => a - b)
  const counts = summaries.map(({ label, measures }) => [label, measures.transferTime.n] as const)
  return {
    id: 'transfer-times',
    title: 'How long transfers took',
    caption:
      'Cumulative distribution of the time from the start signal to the last verified piece: at each time, the share of the ' +
      'transfers that were done by then. Each peer of each iteration counts once. A curve further to the left is ' +
      `faster, a steeper one varies less. Transfers: ${counted(counts)}.`,
    svg: curves.length > 0 ? drawCurves(renderer, curves, sizes.map(formatExactSize)) : null,
  }
}

/** The transfer times of all runs, one panel for each thing that was transferred. */
export function comparedTimes(renderer: Renderer, runs: readonly Run[]): Figure {
  const names = namesOf(runs)
  const curves = keysOf(runs).flatMap((panel) =>
    runs.flatMap((run, index) => {
      const results = resultsOf(run, panel, runs) ?? []
      const times = results.flatMap((result) => measures.transferTime.of(result, 0))
      return times.length > 0 ? [{ panel, series: names[index] ?? '', times }] : []
    }),
  )
  return {
    id: 'compared-times',
    title: 'How long transfers took',
    caption:
      'Cumulative distribution of the time from the start signal to the last verified piece, each peer of each iteration ' +
      'counting once. A curve further to the left is faster, a steeper one varies less.',
    svg: curves.length > 0 ? drawCurves(renderer, curves, names) : null,
  }
}

/** The ratios of medians to those of the first run. */
export function ratios(
  renderer: Renderer,
  comparisons: readonly Comparison[],
  name: ComparedMeasure,
  first: string,
): Figure {
  const points = comparisons.flatMap(({ step, run, measures }) => {
    const { ratio, ratioCi95, excludesOne } = measures[name]
    const differs = excludesOne === true
    return ratio === null ? [] : [{ row: `${step}: ${run}`, ratio, range: ratioCi95, differs }]
  })
  return {
    id: `ratios-${name.toLowerCase()}`,
    title: `${measures[name].title}: each run to ${first}`,
    caption:
      `Ratio of the median of each run to that of ${first}, or of the first run that has the step, with its 95 % ` +
      'confidence interval (bootstrap over iterations; none where a run has one only). Dots are filled where the ' +
      'interval excludes 1, which by chance one in 20 does.',
    svg: points.length > 0 ? drawRatios(renderer, points) : null,
  }
}

interface Point {
  readonly row: string
  readonly ratio: number
  readonly range: readonly [number, number] | null
  readonly differs: boolean
}

function drawRatios(renderer: Renderer, points: readonly Point[]): string {
  const { Plot } = renderer
  const labels = points.map(({ row }) => row)
  const rows = makeRows(renderer, labels, 32, 40)
  const values = points.flatMap(({ ratio, range }) => [ratio, ...(range ?? [])])
  // as far to the left as to the right: twice as fast is as much as twice as slow
  const widest = 1.15 * Math.max(1.1, ...values, ...values.map((value) => 1 / value))
  const axis: Axis = { type: 'log', domain: [1 / widest, widest] }
  return renderer.draw({
    ...rows.frame(axis, 30),
    marks: [
      ...axisX(renderer, axis, {
        length: rows.length,
        format: (value) => `${Number(value.toPrecision(3))} x`,
        label: 'ratio of the medians',
      }),
      Plot.ruleX([1], { stroke: colour.faint }),
      ...rows.marks,
      ...points.flatMap((point) => marksOf(renderer, point)),
    ],
  })
}

function marksOf({ Plot }: Renderer, { row, ratio, range, differs }: Point): Mark[] {
  const title = `${row}: ${formatRatio(ratio)} (${shownInterval(range, formatRatio)})`
  const look = { y: [row], stroke: series[0], strokeWidth: 2 }
  const fill = differs ? series[0] : colour.paper
  const dot = Plot.dot([ratio], { ...look, x: [ratio], r: 5, title: [title], fill })
  return range ? [Plot.ruleY([ratio], { ...look, x1: [range[0]], x2: [range[1]] }), dot] : [dot]
}
