import { median } from 'simple-statistics'
import { formatExactSize } from '../../util/units'
import { timesOf } from '../drift'
import { goodOf } from '../steps'
import { colour, mostDots, seriesLook, thinned } from './figure'
import type { Figure, Subject } from './figure'
import { axisX, makePanels, panelLeft, type Axis } from './layout'
import { makeLegend } from './legend'

/** Times longer than so many medians stand at the edge: one outlier must not hide all others. */
const highest = 3

interface Dot {
  /** Which of the plots below each other it is in. */
  readonly panel: string
  readonly size: number
  readonly iteration: number
  readonly ratio: number
}

/** Transfer times in the order of execution. */
export function timesInOrder(subject: Subject): Figure {
  const dots = dotsOf(subject)
  return {
    id: 'times-in-order',
    title: 'Transfer times in the order of execution',
    caption:
      'Mean transfer time of each iteration / the median of its step, by the number of the iteration in the run. Dots that ' +
      'rise or fall from the left to the right show a drift: conditions executed one after the other are then not comparable. ' +
      `Ratios above ${highest} are drawn at ${highest}; at most ${mostDots} iterations of a step are drawn.`,
    svg: dots.length > 0 ? draw(subject, dots) : null,
  }
}

function dotsOf({ run, summaries }: Subject): Dot[] {
  return summaries.flatMap(({ step, size, condition, source }) => {
    const good = goodOf(run, step)
    const times = timesOf(good, source)
    const middle = times.length > 0 ? median(times) : 1
    const panel = source === 0 ? condition : `${condition}, from peer ${source}`
    const dots = times.map((time, index) => {
      const ratio = Math.min(highest, time / middle)
      return { panel, size, iteration: good[index]?.iteration ?? 0, ratio }
    })
    return thinned(dots)
  })
}

function draw({ renderer, run }: Subject, dots: readonly Dot[]): string {
  const { Plot } = renderer
  const sizes = [...new Set(dots.map(({ size }) => size))].sort((a, b) => a - b)
  const looks = sizes.map((size, index) => ({
    label: formatExactSize(size),
    colour: seriesLook(index).colour,
    symbol: 'circle' as const,
  }))
  const legend = makeLegend(renderer, looks, panelLeft)
  const panels = makePanels(renderer, dots, 200, 110)
  const top = 1.05 * Math.max(1.5, ...dots.map(({ ratio }) => ratio))
  const ticks = [0, 1, 2, 3].filter((ratio) => ratio <= top)
  const axis: Axis = { type: 'linear', domain: [0, Math.max(2, run.results.length + 1)] }
  return renderer.draw({
    ...panels.frame(axis, [0, top], legend.height),
    marks: [
      ...panels.marks,
      ...axisX(renderer, axis, {
        length: panels.length,
        format: String,
        label: 'number of the iteration in the run',
      }),
      Plot.axisY(ticks, { text: (ratio: number) => `${ratio} x`, label: null }),
      Plot.ruleY([1], { stroke: colour.faint }),
      ...sizes.map((size, index) =>
        Plot.dot(
          dots.filter((dot) => dot.size === size),
          {
            x: 'iteration',
            y: 'ratio',
            fy: 'panel',
            r: 2.5,
            fill: looks[index]?.colour ?? colour.ink,
            fillOpacity: 0.6,
          },
        ),
      ),
      ...legend.marks,
    ],
  })
}
