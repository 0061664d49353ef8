import { describedSvg, type Figure, themes } from '../figures/figure'
import { type Content, html, Markup } from './html'

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
        <span>${caption}</span>
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

/** Of the whole page: nothing is loaded from anywhere. */
export const style = `
${themes(':root')}
body{margin:0 auto;max-width:60rem;padding:2rem 1.25rem 4rem;background:var(--paper);color:var(--ink);
  font:1rem/1.5 system-ui,sans-serif}
h1{font-size:1.7rem;line-height:1.2;margin:0 0 .3rem}
h2{font-size:1.25rem;margin:2.6rem 0 .6rem;padding-bottom:.2rem;border-bottom:1px solid var(--line)}
p,li{max-width:46rem;overflow-wrap:anywhere}
.faint,figcaption,caption{color:var(--faint)}
.alarm{color:var(--alarm);font-weight:600}
.scroll{overflow-x:auto;margin:.8rem 0;container-type:inline-size}
table{border-collapse:collapse;font-size:.84rem;font-variant-numeric:tabular-nums}
caption{text-align:left;padding-bottom:.4rem}
caption span{display:block;position:sticky;left:0;max-width:100cqi}
th,td{padding:.3rem .7rem;border-bottom:1px solid var(--line);text-align:right;vertical-align:top}
th:first-child,td:first-child,.text th,.text td{text-align:left}
thead th{border-bottom:2px solid var(--faint);vertical-align:bottom;background:var(--raised)}
tbody th{font-weight:600;min-width:4.5em}
.numbers td{white-space:nowrap}
.numbers th,.numbers td{padding-inline:.3rem}
.text td{overflow-wrap:anywhere;min-width:4.2rem}
.text tbody th{overflow-wrap:anywhere}
figure{margin:1.6rem 0 2.4rem}
figure h3{font-size:1.05rem;margin:0 0 .5rem}
figure svg{min-width:38rem}
figcaption{font-size:.88rem;max-width:46rem;margin-top:.4rem}
pre{overflow-x:auto;background:var(--raised);padding:.8rem;font-size:.8rem;white-space:pre-wrap;overflow-wrap:anywhere}
summary{cursor:pointer}
a{color:inherit}
@media print{
  @page{margin:14mm}
  body{max-width:none;padding:0;font-size:.8rem}
  figure,tr{break-inside:avoid}
  h2,h3,caption{break-after:avoid}
  thead{display:table-header-group}
  .scroll,figure .scroll{overflow:visible}
  table{font-size:.72rem}
  th,td{padding:.2rem .4rem}
  figure svg{min-width:0}
  pre{font-size:.55rem;columns:2}
  details::details-content{content-visibility:visible;display:block}
}
`
