import { describedSvg } from '../figures/svg'
import type { Figure } from '../figures/figure'
import { type Content, html, Markup } from './html'
import { style } from './style'

export function page(title: string, body: Content): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <style>
          ${new Markup(style)}
        </style>
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html> `.text
}

/** @param kind of what the cells are: numbers stand at the right */
export function table(
  caption: Content,
  head: readonly string[],
  rows: readonly (readonly Content[])[],
  kind: 'text' | 'numbers' = 'numbers',
): Markup {
  const cells = ([first = null, ...rest]: readonly Content[]) =>
    html`<tr>
      <th scope="row">${first}</th>
      ${rest.map((cell) => html`<td>${cell}</td>`)}
    </tr>`
  return html`<div class="scroll">
    <table class="${kind}">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${head.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(cells)}
      </tbody>
    </table>
  </div>`
}

/** The figures that show something, and the names of the others. */
export function figuresSection(figures: readonly Figure[]): Markup {
  const empty = figures.filter(({ svg }) => svg === null).map(({ title }) => title)
  return html`<h2>Figures</h2>
    ${figures.map(oneFigure)}
    ${
      empty.length > 0
        ? html`<p class="faint">
            Nothing was measured that these could show: ${empty.join('; ')}.
          </p>`
        : null
    }`
}

function oneFigure(figure: Figure): Markup | null {
  const svg = describedSvg(figure)
  if (svg === null) return null
  return html`<figure id="${figure.id}">
    <h3>${figure.title}</h3>
    <div class="scroll">${new Markup(svg)}</div>
    <figcaption>${figure.caption}</figcaption>
  </figure>`
}
