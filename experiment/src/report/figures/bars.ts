import { type LegendEntry, makeLegend } from './marks'
import { colour } from './palette'
import { type Mark, type Renderer, textWidth } from './renderer'
import { makeRows } from './layout'
import { type Axis, axisX } from './scales'

/** A part of a bar. */
export interface Part {
  readonly row: string
  /** The label of its legend entry. */
  readonly kind: string
  /** Of the bar, from 0 to 1. */
  readonly share: number
}

const percentage: Axis = { type: 'linear', domain: [0, 100] }

interface PlacedPart extends Part {
  /** Percent. */
  readonly from: number
  readonly to: number
  /** `12 %`. */
  readonly text: string
}

/**
 * Bars of one length, each cut into parts.
 * @param notes what stands behind each bar, by its row
 * @param label of the axis
 */
export function drawBars(
  renderer: Renderer,
  parts: readonly Part[],
  kinds: readonly LegendEntry[],
  notes: ReadonlyMap<string, string>,
  label: string,
): string {
  const { Plot } = renderer
  const marginRight = 24 + Math.max(0, ...[...notes.values()].map(textWidth))
  const rows = makeRows(renderer, [...notes.keys()], 34, marginRight)
  const legend = makeLegend(renderer, kinds, rows.marginLeft)
  const placed = [...notes.keys()].flatMap((row) => place(parts.filter((part) => part.row === row)))
  const bars = kinds.map(({ label, colour: fill }) =>
    Plot.barX(
      placed.filter(({ kind }) => kind === label),
      { x1: 'from', x2: 'to', y: 'row', fill, insetRight: 1, title: titleOf },
    ),
  )
  return renderer.draw({
    height: legend.height + rows.height + 50,
    marginTop: legend.height + 8,
    marginLeft: rows.marginLeft,
    marginRight,
    marginBottom: 42,
    x: percentage,
    y: rows.scale,
    marks: [
      ...axisX(renderer, percentage, {
        length: rows.length,
        format: (value) => `${value} %`,
        label,
      }),
      ...rows.marks,
      ...bars,
      percentages(renderer, placed, rows.length),
      Plot.text([...notes.keys()], {
        y: (row: string) => row,
        text: (row: string) => notes.get(row),
        frameAnchor: 'right',
        dx: 8,
        textAnchor: 'start',
        fill: colour.faint,
      }),
      ...legend.marks,
    ],
  })
}

/** Side by side. */
function place(parts: readonly Part[]): PlacedPart[] {
  let to = 0
  return parts.map((part) => {
    const from = to
    to += 100 * part.share
    return { ...part, from, to, text: `${Math.round(100 * part.share)} %` }
  })
}

function titleOf({ row, kind, share }: Part): string {
  return `${row}, ${kind}: ${(100 * share).toFixed(2)} %`
}

/** Inside of the parts, where they have room for it. */
function percentages({ Plot }: Renderer, placed: readonly PlacedPart[], barLength: number): Mark {
  const roomy = placed.filter(({ share, text }) => share * barLength > textWidth(text) + 6)
  return Plot.text(roomy, {
    x: ({ from, to }: PlacedPart) => (from + to) / 2,
    y: 'row',
    text: 'text',
    fill: colour.paper,
    fontWeight: 'bold',
  })
}
