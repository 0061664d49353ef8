import type { Statistics } from '../statistics'
import { colour, figureWidth, type Mark, type Renderer, textWidth } from './figure'

export interface LegendEntry {
  readonly label: string
  readonly colour: string
  /** Dashes of a line, or the symbol of a point; neither for an area. */
  readonly dash?: string
  readonly symbol?: 'circle' | 'diamond'
}

/** What the colours mean, above the plot; as marks, so that it is part of the picture wherever that goes. */
interface Legend {
  readonly marks: Mark[]
  /** Pixels that it takes at the top. */
  readonly height: number
}

const swatch = 18
const rowHeight = 18

/** @param gap pixels that something else takes between it and the plot */
export function makeLegend(
  renderer: Renderer,
  entries: readonly LegendEntry[],
  marginLeft: number,
  gap = 0,
): Legend {
  const places = placed(entries, figureWidth - marginLeft - 20)
  const height = rowHeight * (1 + Math.max(-1, ...places.map(({ row }) => row))) + 12 + gap
  const marks = places.flatMap(({ entry, x, row }) => {
    // from the corner of the frame, whatever the scales are
    const at = { frameAnchor: 'top-left', facet: 'super', dy: row * rowHeight - height } as const
    return [
      sign(renderer, entry, { ...at, dx: x }),
      renderer.Plot.text([entry.label], {
        ...at,
        dx: x + swatch + 6,
        lineAnchor: 'middle',
        fill: colour.ink,
      }),
    ]
  })
  return { marks, height: height + 4 }
}

function sign(
  { Plot }: Renderer,
  { colour, dash, symbol }: LegendEntry,
  at: { dx: number; dy: number; facet: 'super'; frameAnchor: 'top-left' },
): Mark {
  if (dash === undefined) {
    const middle = { ...at, dx: at.dx + swatch / 2 }
    return Plot.dot([0], { ...middle, symbol: symbol ?? 'square', r: 5, fill: colour })
  }
  const line = {
    draw(path: { moveTo(x: number, y: number): void; lineTo(x: number, y: number): void }) {
      path.moveTo(0, 0)
      path.lineTo(swatch, 0)
    },
  }
  return Plot.vector([0], {
    ...at,
    shape: line,
    anchor: 'start',
    length: swatch,
    stroke: colour,
    strokeWidth: 2,
    strokeDasharray: dash,
  })
}

/** Side by side as far as they fit, then on the next row. */
function placed(
  entries: readonly LegendEntry[],
  room: number,
): { entry: LegendEntry; x: number; row: number }[] {
  let [x, row] = [0, 0]
  return entries.map((entry) => {
    const width = swatch + 6 + textWidth(entry.label) + 18
    if (x > 0 && x + width > room) [x, row] = [0, row + 1]
    const place = { entry, x, row }
    x += width
    return place
  })
}

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
    x: [mean],
    y: [row],
    dy,
    r: 5,
    symbol,
    fill: colour,
    title: [title],
  })
  if (!meanCi95) return [point]
  const [low, high] = meanCi95
  const interval = { x1: [low], x2: [high], y: [row], dy, stroke: colour, strokeWidth: 2 }
  return [Plot.ruleY([mean], interval), point]
}
