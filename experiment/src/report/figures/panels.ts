import { colour } from './palette'
import type { Mark, Renderer, PlotOptions } from './renderer'

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
    ...{ fy: (name: string) => name, frameAnchor: 'top-left', lineAnchor: 'bottom', dy: -5 },
    ...{ fill: colour.ink, fontWeight: 'bold' },
  })
  return {
    scale: { domain: [...names], axis: null, paddingInner: nameHeight / (each + nameHeight) },
    marks: isAlone ? [] : [name],
    height: isAlone ? alone : names.length * (each + nameHeight),
    marginTop: isAlone ? 0 : nameHeight,
  }
}
