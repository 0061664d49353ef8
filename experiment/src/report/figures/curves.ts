import { measures } from '../measures'
import { formatSize, formatTime } from '../../util/units'
import { counted, type Figure, goodOf, type Subject } from './figure'
import { makePanels } from './layout'
import { makeLegend } from './marks'
import { colour, seriesColour, seriesDash } from './palette'
import { figureWidth, type Renderer } from './renderer'
import { axisOf, axisX } from './scales'

/** Points that a curve is drawn with; more can't be seen. */
const mostPoints = 1000
const quarters = [0, 25, 50, 75, 100]
const [marginLeft, marginRight] = [60, 20]

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
export function drawCurves(
  renderer: Renderer,
  curves: readonly Curve[],
  names: readonly string[],
): string {
  const { Plot } = renderer
  const looks = names.map((label, index) => {
    return { label, colour: seriesColour(index), dash: seriesDash(index) }
  })
  const legend = makeLegend(renderer, looks, marginLeft)
  const panels = makePanels(renderer, [...new Set(curves.map(({ panel }) => panel))], 280, 150)
  const axis = axisOf(curves.flatMap(({ times }) => times))
  return renderer.draw({
    height: legend.height + panels.height + 62,
    marginTop: legend.height + panels.marginTop,
    marginLeft,
    marginRight,
    marginBottom: 42,
    x: axis,
    y: { domain: [0, 100] },
    fy: panels.scale,
    marks: [
      Plot.frame({ stroke: colour.line }),
      ...axisX(renderer, axis, {
        length: figureWidth - marginLeft - marginRight,
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
      ...panels.marks,
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
    return times.length > 0 ? [{ panel, series: formatSize(size), times }] : []
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
    svg: curves.length > 0 ? drawCurves(renderer, curves, sizes.map(formatSize)) : null,
  }
}
