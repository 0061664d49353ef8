import { formatSize } from '../../util/units'
import { measures } from '../measures'
import { drawCurves } from './curves'
import { counted, type Figure, goodOf, type Subject } from './figure'

/** How the transfer times of each size are distributed: one panel per condition. */
export function transferTimes({ renderer, run, summaries }: Subject): Figure {
  const curves = summaries.flatMap(({ step, size, condition, source }) => {
    const times = goodOf(run, step).flatMap((result) => measures.transferTime.of(result, source))
    const panel = source === 0 ? condition : `${condition}, from peer ${source}`
    return times.length > 0 ? [{ panel, series: formatSize(size), times }] : []
  })
  const sizes = [...new Set(summaries.map(({ size }) => size))].sort((a, b) => a - b)
  const counts = summaries.map(({ label, measures }) => [label, measures.transferTime.n] as const)
  return {
    id: 'transfer-times',
    title: 'How long transfers took',
    caption:
      'Cumulative distribution of the time from the start signal to the last verified piece: at each time, the share of the ' +
      'transfers that were done by then. Each peer of each iteration counts once. A curve further to the left is ' +
      `faster, a steeper one varies less. Transfers: ${counted(counts)}.`,
    svg: curves.length > 0 ? drawCurves(renderer, curves, sizes.map(formatSize)) : null,
  }
}
