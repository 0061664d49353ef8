import type * as Plot from '@observablehq/plot' with { 'resolution-mode': 'import' }
import { escape } from '../page/html'
import type { StepSummary } from '../steps'
import type { Run } from '../../results/run-directory'

/** A plot with its title and caption. */
export interface Figure {
  /** Of letters and hyphens: also the name of its file. */
  readonly id: string
  readonly title: string
  /** What is shown, and of how many observations. */
  readonly caption: string
  /** An SVG element; null when there is nothing to show. */
  readonly svg: string | null
}

/** What a figure is made of. */
export interface Subject {
  readonly renderer: Renderer
  readonly run: Pick<Run, 'plan' | 'results'>
  readonly summaries: readonly StepSummary[]
}

/** Iterations of a step that are drawn one by one. */
export const mostDots = 200

/** At most so many of them, evenly spread. */
export function thinned<T>(all: readonly T[]): readonly T[] {
  const every = Math.ceil(all.length / mostDots)
  return all.filter((_, index) => index % every === 0)
}

/** Steps whose numbers have room in a caption. */
const mostCounted = 6

/** Sizes of samples, for a caption: `10 KiB: 99, 1 MiB: 3`, or only the range of many. */
export function counted(entries: readonly (readonly [label: string, n: number])[]): string {
  if (entries.length <= mostCounted) return entries.map(([label, n]) => `${label}: ${n}`).join(', ')
  const counts = entries.map(([, n]) => n)
  return `${Math.min(...counts)} to ${Math.max(...counts)} in each of ${counts.length} steps`
}

/** The figure's picture, with its name and what it shows for screen readers. */
export function describedSvg({ id, title, caption, svg }: Figure): string | null {
  if (svg === null) return null
  return svg.replace(
    /^<svg([^>]*)>/,
    (_, attributes: string) =>
      `<svg${attributes} role="img" aria-labelledby="${id}-title ${id}-description">` +
      `<title id="${id}-title">${escape(title)}</title>` +
      `<desc id="${id}-description">${escape(caption)}</desc>`,
  )
}

/** The content of a file that shows the figure by itself. */
export function svgFile(figure: Figure): string | null {
  return styledSvg(figure, `${themes('svg')}\nsvg{background:var(--paper);color:var(--ink)}`)
}

/** The same for programs that know neither variables nor dark screens; fonts are those of Linux, Windows and macOS. */
export function lightSvg(figure: Figure): string | null {
  const style =
    'svg{background:var(--paper);color:var(--ink);font-family:"DejaVu Sans",Arial,Helvetica}'
  const svg = styledSvg(figure, style)
  return svg?.replace(/var\(--(\w+)\)/g, (_, name: ColourName) => light[name]) ?? null
}

function styledSvg(figure: Figure, style: string): string | null {
  const svg = describedSvg(figure)
  if (svg === null) return null
  return svg
    .replace(/^<svg/, '<svg xmlns="http://www.w3.org/2000/svg"')
    .replace('<title', `<style>${style}</style><title`)
    .concat('\n')
}

export type PlotOptions = Plot.PlotOptions
export type Mark = Plot.Markish

/** What draws: Observable Plot, with a document to draw in. */
export interface Renderer {
  readonly Plot: typeof Plot
  /** An SVG element with these marks, as text. */
  draw(options: PlotOptions): string
}

/** Pixels that figures are designed for. */
export const figureWidth = 760
const fontSize = 12

export async function openRenderer(): Promise<Renderer> {
  // ES modules, and this is CommonJS: they are imported when they are needed
  const [Plot, { DOMParser }] = await Promise.all([
    import('@observablehq/plot'),
    import('linkedom'),
  ])
  // of XML, so that what is drawn can also stand in a file of its own
  const document: unknown = new DOMParser().parseFromString('<svg/>', 'image/svg+xml')
  return {
    Plot,
    draw(options) {
      const shared = { document: document as never, width: figureWidth, className: 'plot' }
      const style = { fontSize: `${fontSize}px`, overflow: 'visible' }
      const drawn: unknown = Plot.plot({ ...shared, style, ...options })
      return (drawn as { readonly outerHTML: string }).outerHTML
    },
  }
}

/** Pixels that a text takes, on the safe side. */
export function textWidth(text: string): number {
  return 0.58 * fontSize * text.length
}

/** Labels at the left of a plot get this many characters. */
const longestLabel = 34

export function shortened(label: string): string {
  return label.length > longestLabel ? `${label.slice(0, longestLabel - 1)}…` : label
}

/** The left margin for labels of rows. */
export function marginFor(labels: readonly string[]): number {
  return 24 + Math.max(40, ...labels.map((label) => textWidth(shortened(label))))
}

/**
 * Six colours that every kind of colour vision can distinguish, on white paper and on a dark screen: chosen by search for the
 * largest distance (in OKLab, at least 13 of 100) of the closest two under normal, protan, deutan and tritan vision.
 */
const light = {
  paper: '#ffffff',
  ink: '#1b1f24',
  faint: '#57606a',
  line: '#d0d7de',
  raised: '#f6f8fa',
  alarm: '#b3261e',
  s1: '#0d4d6c',
  s2: '#e6671b',
  s3: '#659f8e',
  s4: '#a653c1',
  s5: '#6c5507',
  s6: '#5d1c15',
  none: '#b7bec6',
} as const

type ColourName = keyof typeof light

const dark: Readonly<Record<ColourName, string>> = {
  paper: '#15191e',
  ink: '#e6edf3',
  faint: '#9aa4af',
  line: '#343b44',
  raised: '#1d232a',
  alarm: '#ff8f87',
  s1: '#80aff7',
  s2: '#f89175',
  s3: '#b3ffe8',
  s4: '#9667a8',
  s5: '#fae02d',
  s6: '#d24a3c',
  none: '#5b6570',
}

export const colour = Object.fromEntries(
  Object.keys(light).map((name) => [name, `var(--${name})`]),
) as Record<ColourName, string>

/** Of the n-th of some things, from 0. */
export const series = [colour.s1, colour.s2, colour.s3, colour.s4, colour.s5, colour.s6] as const

/** After the colours have been used up, lines differ in their dashes. */
const dashes = ['none', '6,3', '2,3', '8,3,2,3']

/** Colour and dashes of the n-th series, from 0. */
export function seriesLook(index: number): { colour: string; dash: string } {
  const dash = dashes[Math.floor(index / series.length) % dashes.length] ?? 'none'
  return { colour: series[index % series.length] ?? colour.ink, dash }
}

function variables(theme: Readonly<Record<ColourName, string>>): string {
  return Object.entries(theme)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')
}

/** The colours as variables of an element: dark where the reader prefers that, and always light on paper. */
export function themes(selector: string): string {
  return [
    `${selector}{color-scheme:light dark;${variables(light)}}`,
    `@media screen and (prefers-color-scheme:dark){${selector}{${variables(dark)}}}`,
  ].join('\n')
}
