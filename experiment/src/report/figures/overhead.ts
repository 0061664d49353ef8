import { type MeasureName, measures } from '../measures'
import { counted, type Figure, goodOf, type Subject, type Mark, colour, series } from './figure'
import { type Look, makeLegend, whisker } from './marks'
import { makeRows, type Axis, axisX } from './layout'

const looks = {
  overhead: { label: 'BitTorrent', colour: series[0], symbol: 'circle', dy: -7 },
  wireOverhead: {
    label: 'with TCP/IP headers and tracker (estimate)',
    colour: series[1],
    symbol: 'diamond',
    dy: 7,
  },
} as const satisfies Partial<Record<MeasureName, Look>>

type Kind = keyof typeof looks
const kinds = Object.keys(looks) as Kind[]

/** Iterations of a step that are drawn one by one. */
const mostDots = 200
const marginRight = 30

/** What had to be sent for each byte that had to arrive. */
export function overhead(subject: Subject): Figure {
  const counts = subject.summaries.map(
    ({ label, measures }) => [label, measures.overhead.n] as const,
  )
  return {
    id: 'overhead',
    title: 'Overhead',
    caption:
      'Bytes uploaded by all nodes for each byte that had to arrive (peers x size); 1 would be payload alone. ' +
      `Faint: single iterations${counts.some(([, n]) => n > mostDots) ? `, at most ${mostDots} of a step` : ''}; ` +
      'solid: their mean with its 95 % confidence interval. ' +
      `Iterations whose counters settled: ${counted(counts)}.`,
    svg: counts.some(([, n]) => n > 0) ? draw(subject) : null,
  }
}

function draw(subject: Subject): string {
  const { renderer, summaries } = subject
  const rows = makeRows(
    renderer,
    summaries.map(({ label }) => label),
    48,
    marginRight,
  )
  const legend = makeLegend(renderer, Object.values(looks), rows.marginLeft)
  const dots = kinds.flatMap((kind) => dotsOf(subject, kind))
  const values = dots.map(({ value }) => value)
  const [low, high] = [Math.min(1, ...values), Math.max(1.02, ...values)]
  const room = (high - low) * 0.04
  const axis: Axis = { type: 'linear', domain: [low - room, high + room] }
  return renderer.draw({
    height: legend.height + rows.height + 50,
    marginTop: legend.height + 8,
    marginLeft: rows.marginLeft,
    marginRight,
    marginBottom: 42,
    x: axis,
    y: rows.scale,
    marks: [
      ...axisX(renderer, axis, {
        length: rows.length,
        format: (value) => value.toFixed(3),
        label: 'bytes uploaded / bytes that had to arrive',
      }),
      renderer.Plot.ruleX([1], { stroke: colour.faint }),
      ...rows.marks,
      ...kinds.flatMap((kind) => marksOf(subject, kind, dots)),
      ...legend.marks,
    ],
  })
}

/** The single iterations, and on them the means. */
function marksOf({ renderer, summaries }: Subject, kind: Kind, dots: readonly Dot[]): Mark[] {
  const { colour: fill, symbol, dy } = looks[kind]
  const own = dots.filter((dot) => dot.kind === kind)
  return [
    renderer.Plot.dot(own, { x: 'value', y: 'label', dy, symbol, r: 2.5, fill, fillOpacity: 0.25 }),
    ...summaries.flatMap(({ label, measures }) =>
      whisker(renderer, label, measures[kind], looks[kind], (value) => value.toFixed(4)),
    ),
  ]
}

interface Dot {
  readonly kind: Kind
  readonly label: string
  readonly value: number
}

function dotsOf({ run, summaries }: Subject, kind: Kind): Dot[] {
  return summaries.flatMap(({ step, label, source }) => {
    const values = goodOf(run, step).flatMap((result) => measures[kind].of(result, source))
    const every = Math.ceil(values.length / mostDots)
    return values.flatMap((value, index) => (index % every === 0 ? [{ kind, label, value }] : []))
  })
}
