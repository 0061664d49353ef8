import type { Run } from '../../results/run-directory'
import { type ComparedMeasure, type Comparison, keysOf, namesOf, resultsOf } from '../compare'
import { measures } from '../measures'
import { drawCurves } from './curves'
import type { Figure } from './figure'
import { colour, series } from './palette'
import type { Mark, Renderer } from './renderer'
import { makeRows } from './layout'
import { type Axis, axisX } from './scales'

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

const ratiosMarginRight = 40

function drawRatios(renderer: Renderer, points: readonly Point[]): string {
  const { Plot } = renderer
  const rows = makeRows(
    renderer,
    points.map(({ row }) => row),
    28,
    ratiosMarginRight,
  )
  const values = points.flatMap(({ ratio, range }) => [ratio, ...(range ?? [])])
  // as far to the left as to the right: twice as fast is as much as twice as slow
  const widest = 1.15 * Math.max(1.1, ...values, ...values.map((value) => 1 / value))
  const axis: Axis = { type: 'log', domain: [1 / widest, widest] }
  return renderer.draw({
    height: rows.height + 76,
    marginTop: 20,
    marginLeft: rows.marginLeft,
    marginRight: ratiosMarginRight,
    marginBottom: 50,
    x: axis,
    y: rows.scale,
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
  const title = `${row}: ${ratio.toFixed(3)}${range ? ` (${range.map((end) => end.toFixed(3)).join(' to ')})` : ''}`
  const dot = Plot.dot([ratio], {
    x: [ratio],
    y: [row],
    r: 5,
    stroke: series[0],
    strokeWidth: 2,
    title: [title],
    fill: differs ? series[0] : colour.paper,
  })
  if (!range) return [dot]
  const line = { x1: [range[0]], x2: [range[1]], y: [row], stroke: series[0], strokeWidth: 2 }
  return [Plot.ruleY([ratio], line), dot]
}
