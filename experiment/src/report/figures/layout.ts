import { colour } from './palette'
import {
  figureWidth,
  marginFor,
  type Mark,
  type PlotOptions,
  type Renderer,
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

/** Small plots below each other, with the same axes. */
export interface Panels {
  readonly scale: NonNullable<PlotOptions['fy']>
  /** Their names; none if there is one panel only. */
  readonly marks: Mark[]
  /** Pixels. */
  readonly height: number
  readonly marginTop: number
}

const nameHeight = 20

/**
 * @param alone pixels of one that is alone
 * @param each pixels of each of several
 */
export function makePanels(
  { Plot }: Renderer,
  names: readonly string[],
  alone: number,
  each: number,
): Panels {
  const isAlone = names.length === 1
  const name = Plot.text(names, {
    fy: (name: string) => name,
    frameAnchor: 'top-left',
    lineAnchor: 'bottom',
    dy: -5,
    fill: colour.ink,
    fontWeight: 'bold',
  })
  return {
    scale: { domain: [...names], axis: null, paddingInner: nameHeight / (each + nameHeight) },
    marks: isAlone ? [] : [name],
    height: isAlone ? alone : names.length * (each + nameHeight),
    marginTop: isAlone ? 0 : nameHeight,
  }
}
