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
