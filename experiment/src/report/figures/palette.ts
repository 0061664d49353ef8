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

export function seriesColour(index: number): string {
  return series[index % series.length] ?? colour.ink
}

export function seriesDash(index: number): string {
  return dashes[Math.floor(index / series.length) % dashes.length] ?? 'none'
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
