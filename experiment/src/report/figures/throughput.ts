import { formatBitRate, formatRate } from '../../util/units'
import { kbitPerMegabyte, type MeasureName } from '../measures'
import { counted, type Figure, type Subject, series } from './figure'
import { type Look, makeLegend, whisker } from './marks'
import { makeRows, axisOf, axisX } from './layout'

const looks = {
  throughput: { label: 'per peer', colour: series[0], symbol: 'circle', dy: -7 },
  aggregateThroughput: { label: 'together', colour: series[1], symbol: 'diamond', dy: 7 },
} as const satisfies Partial<Record<MeasureName, Look>>

const marginRight = 40
const kinds = ['throughput', 'aggregateThroughput'] as const

/** Mean throughput of each step, with its confidence interval. */
export function throughput(subject: Subject): Figure {
  const { summaries } = subject
  const counts = (name: (typeof kinds)[number]) =>
    counted(summaries.map(({ label, measures }) => [label, measures[name].n]))
  return {
    id: 'throughput',
    title: 'Throughput',
    caption:
      'Mean throughput with its 95 % confidence interval (bootstrap over iterations; none where there is one only). ' +
      'Per peer: size / its transfer time. Together: peers x size / time to the last finish. ' +
      `Transfers: ${counts('throughput')}; iterations: ${counts('aggregateThroughput')}.`,
    svg: summaries.some(({ measures }) => measures.throughput.n > 0) ? draw(subject) : null,
  }
}

function draw({ renderer, summaries }: Subject): string {
  const labels = summaries.map(({ label }) => label)
  const rows = makeRows(renderer, labels, 44, marginRight)
  const legend = makeLegend(renderer, Object.values(looks), rows.marginLeft, 28)
  const values = summaries.flatMap(({ measures }) =>
    kinds.flatMap((kind) => [measures[kind].mean ?? 0, ...(measures[kind].meanCi95 ?? [])]),
  )
  const axis = axisOf(values)
  const inBytes = (kbit: number) => formatRate((kbit / kbitPerMegabyte) * 1e6)
  const { length } = rows
  return renderer.draw({
    height: legend.height + rows.height + 56,
    marginTop: legend.height + 4,
    marginLeft: rows.marginLeft,
    marginRight,
    marginBottom: 42,
    x: axis,
    y: rows.scale,
    marks: [
      ...axisX(renderer, axis, {
        length,
        format: formatBitRate,
        label: 'throughput, in bits below and in bytes above',
      }),
      ...axisX(renderer, axis, {
        length,
        format: inBytes,
        label: null,
        anchor: 'top',
        unit: kbitPerMegabyte,
      }),
      ...rows.marks,
      ...summaries.flatMap(({ label, measures }) =>
        kinds.flatMap((kind) =>
          whisker(renderer, label, measures[kind], looks[kind], formatBitRate),
        ),
      ),
      ...legend.marks,
    ],
  })
}
