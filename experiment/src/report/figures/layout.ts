import { colour, figureWidth, marginFor, shortened, textWidth } from './figure'
import type { Mark, PlotOptions, Renderer } from './figure'

/** Pixels below a plot, for the axis and its label. */
export const marginBottom = 42

/** One row per step of the plan. */
interface Rows {
  /** Pixels at the left, for the labels. */
  readonly marginLeft: number
  /** Pixels between the margins. */
  readonly length: number
  /** Size, margins and scales of a plot that has so many pixels above the rows. */
  readonly frame: (axis: Axis, top: number) => PlotOptions
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
    frame: (axis, top) => ({
      height: top + labels.length * rowHeight + marginBottom,
      marginTop: top,
      marginLeft,
      marginRight,
      marginBottom,
      x: axis,
      y: { domain: [...labels], axis: null, type: 'band', padding: 0.25, label: null },
    }),
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
interface Panels {
  /** Pixels between the margins. */
  readonly length: number
  /** Size, margins and scales of a plot that has so many pixels above the panels. */
  readonly frame: (
    axis: Axis,
    domain: readonly [low: number, high: number],
    top: number,
  ) => PlotOptions
  /** Their borders; and their names, unless there is one panel only. */
  readonly marks: Mark[]
}

const nameHeight = 20
/** Pixels at the left of all panels, for the labels of the vertical axis. */
export const panelLeft = 60
const panelRight = 20

/**
 * @param drawn what is drawn, each with the name of its panel
 * @param alone pixels of one that is alone
 * @param each pixels of each of several
 */
export function makePanels(
  { Plot }: Renderer,
  drawn: readonly { readonly panel: string }[],
  alone: number,
  each: number,
): Panels {
  const names = [...new Set(drawn.map(({ panel }) => panel))]
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
    length: figureWidth - panelLeft - panelRight,
    frame: (axis, domain, top) => ({
      height: top + (isAlone ? alone : names.length * (each + nameHeight)) + 62,
      marginTop: top + (isAlone ? 0 : nameHeight),
      marginLeft: panelLeft,
      marginRight: panelRight,
      marginBottom,
      x: axis,
      y: { domain: [...domain] },
      fy: { domain: names, axis: null, paddingInner: nameHeight / (each + nameHeight) },
    }),
    marks: [Plot.frame({ stroke: colour.line }), ...(isAlone ? [] : [name])],
  }
}

/** The scale of a quantity that has no negative values. */
export interface Axis {
  readonly type: 'linear' | 'log'
  readonly domain: [low: number, high: number]
}

/** Values that span more than this factor are shown on a logarithmic axis. */
const widest = 10

/** Logarithmic where the values span decades, and from zero otherwise. */
export function axisOf(values: readonly number[]): Axis {
  const positive = values.filter((value) => value > 0)
  const high = positive.reduce((a, b) => Math.max(a, b), 0) || 1
  const low = positive.reduce((a, b) => Math.min(a, b), high)
  if (high / low <= widest) return { type: 'linear', domain: [0, high * 1.08] }
  return { type: 'log', domain: [low / 1.25, high * 1.25] }
}

interface AxisOptions {
  /** Pixels. */
  readonly length: number
  /** Of a value, with its unit. */
  readonly format: (value: number) => string
  readonly label?: string
  readonly anchor?: 'top' | 'bottom'
  /** What is a round number in the unit of the ticks, in the unit of the axis. Default: 1. */
  readonly unit?: number
}

/** A horizontal axis, with grid lines if it is at the bottom. Its labels have room, whatever the scale is. */
export function axisX({ Plot }: Renderer, axis: Axis, options: AxisOptions): Mark[] {
  const { format, label = null, anchor = 'bottom' } = options
  // not tickFormat: on a logarithmic scale Plot calls that for some of the ticks only
  const text = (value: number) => trimmed(format(value))
  const ticks = roomyTicks(axis, text, options)
  const marks: Mark = Plot.axisX(ticks, {
    anchor,
    text,
    label,
    labelAnchor: 'center',
    labelArrow: 'none',
    labelOffset: 38,
  })
  const grid = Plot.gridX(ticks, { stroke: colour.line, strokeOpacity: 1 })
  return anchor === 'bottom' ? [grid, marks] : [marks]
}

/** Removes zeros behind the decimal point: `10.0 ms` becomes `10 ms`. */
function trimmed(text: string): string {
  return text.replace(/(\.\d*?)0+(?!\d)/, '$1').replace(/\.(?!\d)/, '')
}

/** The most ticks whose labels don't touch. */
function roomyTicks(
  { type, domain: [low, high] }: Axis,
  text: (value: number) => string,
  { length, unit = 1 }: AxisOptions,
): number[] {
  const place = type === 'log' ? Math.log : (value: number) => value
  const pixels = (value: number) =>
    (length * (place(value) - place(low))) / (place(high) - place(low))
  const fits = (ticks: readonly number[]) =>
    ticks.every((tick, index) => {
      const next = ticks[index + 1]
      if (next === undefined) return true
      const needed = (textWidth(text(tick)) + textWidth(text(next))) / 2 + 12
      return pixels(next) - pixels(tick) >= needed
    })
  const make = type === 'log' && high / low > widest ? logarithmicTicks : linearTicks
  const choices = Array.from({ length: 12 }, (_, sparseness) =>
    make(low / unit, high / unit, sparseness).map((tick) => tick * unit),
  )
  return choices.find(fits) ?? []
}

/** Multiples of 1, 2 or 5 times a power of ten. */
function linearTicks(low: number, high: number, sparseness: number): number[] {
  const rough = (high - low) / Math.max(1, 6 - sparseness / 2)
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10)
  const first = Math.ceil(low / step)
  const count = Math.floor(high / step) - first + 1
  return Array.from({ length: count }, (_, index) => (first + index) * step)
}

const logarithmicSteps: readonly (readonly number[])[] = [[1, 2, 5], [1, 3], [1]]

/** Powers of ten, with some between them where there is room, or only every so-many-th of them. */
function logarithmicTicks(low: number, high: number, sparseness: number): number[] {
  const factors = logarithmicSteps[sparseness] ?? [1]
  const every = Math.max(1, sparseness - 1)
  const first = Math.floor(Math.log10(low))
  const count = Math.ceil(Math.log10(high)) - first + 1
  return Array.from({ length: count }, (_, index) => first + index)
    .filter((exponent) => exponent % every === 0)
    .flatMap((exponent) => factors.map((factor) => factor * 10 ** exponent))
    .filter((value) => value >= low && value <= high)
}
