import { colour } from './palette'
import {
  figureWidth,
  marginFor,
  type Mark,
  type Renderer,
  type PlotOptions,
  shortened,
} from './renderer'

/** One row per step of the plan. */
export interface Rows {
  readonly marginLeft: number
  /** Pixels between the margins. */
  readonly length: number
  /** Pixels of all rows. */
  readonly height: number
  readonly scale: NonNullable<PlotOptions['y']>
  readonly marks: Mark[]
}

/**
 * Rows with their labels at the left, where labels of any number and length have room.
 * @param rowHeight pixels
 * @param marginRight pixels
 */
export function makeRows(
  { Plot }: Renderer,
  labels: readonly string[],
  rowHeight: number,
  marginRight: number,
): Rows {
  const marginLeft = marginFor(labels)
  return {
    marginLeft,
    length: figureWidth - marginLeft - marginRight,
    height: labels.length * rowHeight,
    scale: { domain: [...labels], axis: null, type: 'band', padding: 0.25, label: null },
    marks: [
      Plot.axisY({
        tickSize: 0,
        tickFormat: (label: string) => shortened(label),
        fill: colour.ink,
      }),
    ],
  }
}
