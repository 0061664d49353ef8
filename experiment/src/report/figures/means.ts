import { formatBitRate, formatRate } from '../../util/units'
import { formatOf, shownInterval } from '../format'
import { kbitPerMegabyte, type MeasureName, measures } from '../measures'
import type { Statistics } from '../statistics'
import { goodOf, type StepSummary } from '../steps'
import { colour, counted, mostDots, series, thinned } from './figure'
import type { Figure, Renderer, Subject, Mark } from './figure'
import { type LegendEntry, makeLegend } from './legend'
import { axisOf, makeRows, type Axis, axisX } from './layout'

/** How a measure is drawn. */
interface Look extends LegendEntry {
  readonly symbol: 'circle' | 'diamond'
  /** Pixels below the middle of the row. */
  readonly dy: number
}

/**
 * The means of some measures of each step, each with its confidence interval as a line.
 * @param format of a value, in what appears when the mouse rests on the point
 */
function whiskers(
  renderer: Renderer,
  summaries: readonly StepSummary[],
  looks: Readonly<Partial<Record<MeasureName, Look>>>,
  format: (value: number) => string,
): Mark[] {
  const entries = Object.entries(looks) as [MeasureName, Look][]
  return summaries.flatMap(({ label, measures }) =>
    entries.flatMap(([name, look]) => whisker(renderer, label, measures[name], look, format)),
  )
}

/** Nothing where there is no mean. */
function whisker(
  { Plot }: Renderer,
  row: string,
  { mean, meanCi95, n }: Statistics,
  { colour, symbol, dy }: Look,
  format: (value: number) => string,
): Mark[] {
  if (mean === null) return []
  const range = meanCi95 ? `, 95 % CI ${shownInterval(meanCi95, format)}` : ''
  const title = [`${row}: ${format(mean)}${range}, n = ${n}`]
  const point = Plot.dot([mean], { x: [mean], y: [row], dy, r: 5, symbol, fill: colour, title })
  if (!meanCi95) return [point]
  const [low, high] = meanCi95
  const interval = { x1: [low], x2: [high], y: [row], dy, stroke: colour, strokeWidth: 2 }
  return [Plot.ruleY([mean], interval), point]
}

const throughputLooks = {
  throughput: { label: 'per peer', colour: series[0], symbol: 'circle', dy: -7 },
  aggregateThroughput: { label: 'together', colour: series[1], symbol: 'diamond', dy: 7 },
} as const satisfies Partial<Record<MeasureName, Look>>

/** Mean throughput of each step, with its confidence interval. */
export function throughput(subject: Subject): Figure {
  const { summaries } = subject
  const counts = (name: MeasureName) =>
    counted(summaries.map(({ label, measures }) => [label, measures[name].n]))
  return {
    id: 'throughput',
    title: 'Throughput',
    caption:
      'Mean throughput with its 95 % confidence interval (bootstrap over iterations; none where there is one only). ' +
      'Per peer: size / its transfer time. Together: peers x size / time to the last finish. ' +
      `Transfers: ${counts('throughput')}; iterations: ${counts('aggregateThroughput')}.`,
    svg: summaries.some(({ measures }) => measures.throughput.n > 0)
      ? drawThroughput(subject)
      : null,
  }
}

function drawThroughput({ renderer, summaries }: Subject): string {
  const labels = summaries.map(({ label }) => label)
  const rows = makeRows(renderer, labels, 44, 40)
  const legend = makeLegend(renderer, Object.values(throughputLooks), rows.marginLeft, 28)
  const values = summaries.flatMap(({ measures }) =>
    [measures.throughput, measures.aggregateThroughput].flatMap(({ mean, meanCi95 }) => [
      mean ?? 0,
      ...(meanCi95 ?? []),
    ]),
  )
  const axis = axisOf(values)
  const inBytes = (kbit: number) => formatRate((kbit / kbitPerMegabyte) * 1e6)
  const { length } = rows
  return renderer.draw({
    ...rows.frame(axis, legend.height + 4),
    marks: [
      ...axisX(renderer, axis, {
        length,
        format: formatBitRate,
        label: 'throughput, in bits below and in bytes above',
      }),
      ...axisX(renderer, axis, { length, format: inBytes, anchor: 'top', unit: kbitPerMegabyte }),
      ...rows.marks,
      ...whiskers(renderer, summaries, throughputLooks, formatBitRate),
      ...legend.marks,
    ],
  })
}

const overheadLooks = {
  overhead: { label: 'BitTorrent', colour: series[0], symbol: 'circle', dy: -7 },
  wireOverhead: {
    label: 'with TCP/IP headers and tracker (estimate)',
    colour: series[1],
    symbol: 'diamond',
    dy: 7,
  },
} as const satisfies Partial<Record<MeasureName, Look>>

type Kind = keyof typeof overheadLooks
const kinds = Object.keys(overheadLooks) as Kind[]

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
    svg: counts.some(([, n]) => n > 0) ? drawOverhead(subject) : null,
  }
}

function drawOverhead(subject: Subject): string {
  const { renderer, summaries } = subject
  const labels = summaries.map(({ label }) => label)
  const rows = makeRows(renderer, labels, 48, 30)
  const legend = makeLegend(renderer, Object.values(overheadLooks), rows.marginLeft)
  const dots = kinds.flatMap((kind) => dotsOf(subject, kind))
  const values = dots.map(({ value }) => value)
  const [low, high] = [Math.min(1, ...values), Math.max(1.02, ...values)]
  const room = (high - low) * 0.04
  const axis: Axis = { type: 'linear', domain: [low - room, high + room] }
  return renderer.draw({
    ...rows.frame(axis, legend.height + 8),
    marks: [
      ...axisX(renderer, axis, {
        length: rows.length,
        format: (value) => value.toFixed(3),
        label: 'bytes uploaded / bytes that had to arrive',
      }),
      renderer.Plot.ruleX([1], { stroke: colour.faint }),
      ...rows.marks,
      ...kinds.map((kind) => single(renderer, kind, dots)),
      ...whiskers(renderer, summaries, overheadLooks, formatOf('overhead')),
      ...legend.marks,
    ],
  })
}

/** The single iterations. */
function single({ Plot }: Renderer, kind: Kind, dots: readonly Dot[]): Mark {
  const { colour: fill, symbol, dy } = overheadLooks[kind]
  const own = dots.filter((dot) => dot.kind === kind)
  return Plot.dot(own, { x: 'value', y: 'label', dy, symbol, r: 2.5, fill, fillOpacity: 0.25 })
}

interface Dot {
  readonly kind: Kind
  readonly label: string
  readonly value: number
}

function dotsOf({ run, summaries }: Subject, kind: Kind): Dot[] {
  return summaries.flatMap(({ step, label, source }) => {
    const values = goodOf(run, step).flatMap((result) => measures[kind].of(result, source))
    return thinned(values).map((value) => ({ kind, label, value }))
  })
}
