import type * as Plot from '@observablehq/plot' with { 'resolution-mode': 'import' }

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
export const fontSize = 12

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
