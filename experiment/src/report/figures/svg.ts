import { escape } from '../page/html'
import type { Figure } from './figure'
import { themes } from './palette'

/** The figure's picture, with its name and what it shows for those who can't see it. */
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
