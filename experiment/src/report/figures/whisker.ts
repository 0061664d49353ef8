import type { Statistics } from '../statistics'
import type { LegendEntry } from './legend'
import type { Mark, Renderer } from './renderer'

/** How a measure is drawn. */
export interface Look extends LegendEntry {
  readonly symbol: 'circle' | 'diamond'
  /** Pixels below the middle of the row. */
  readonly dy: number
}

/**
 * A mean on its row, with its confidence interval as a line; nothing where there is no mean.
 * @param format of a value, in what appears when the mouse rests on the point
 */
export function whisker(
  { Plot }: Renderer,
  row: string,
  { mean, meanCi95, n }: Statistics,
  { colour, symbol, dy }: Look,
  format: (value: number) => string,
): Mark[] {
  if (mean === null) return []
  const range = meanCi95 ? `, 95 % CI ${format(meanCi95[0])} to ${format(meanCi95[1])}` : ''
  const title = `${row}: ${format(mean)}${range}, n = ${n}`
  const point = Plot.dot([mean], {
    ...{ x: [mean], y: [row], dy, r: 5, symbol, fill: colour, title: [title] },
  })
  if (!meanCi95) return [point]
  const [low, high] = meanCi95
  const interval = { x1: [low], x2: [high], y: [row], dy, stroke: colour, strokeWidth: 2 }
  return [Plot.ruleY([mean], interval), point]
}
