import { escape } from '../page/html'
import type { StepSummary } from '../steps'
import type { IterationResult } from '../../results/iteration-result'
import type { Run } from '../../results/run-directory'
import { themes } from './palette'
import type { Renderer } from './renderer'

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

/** The iterations of a step that went well, warm-ups left out. */
export function goodOf({ results }: Subject['run'], step: number): IterationResult[] {
  return results.filter((result) => result.step === step && result.ok && !result.warmUp)
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
  const svg = describedSvg(figure)
  if (svg === null) return null
  const style = `${themes('svg')}\nsvg{background:var(--paper);color:var(--ink)}`
  return svg
    .replace(/^<svg/, '<svg xmlns="http://www.w3.org/2000/svg"')
    .replace('<title', `<style>${style}</style><title`)
    .concat('\n')
}
