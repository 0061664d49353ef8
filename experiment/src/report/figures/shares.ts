import { formatSize } from '../../util/units'
import { sharesOf } from '../measures'
import { drawBars } from './bars'
import { counted, type Figure, goodOf, type Subject } from './figure'
import { series } from './palette'

const sourceKinds = [
  { label: 'from the node that had the file', colour: series[0] },
  { label: 'from other peers', colour: series[1] },
] as const

interface Served {
  readonly label: string
  readonly n: number
  /** Bytes. */
  readonly source: number
  readonly others: number
}

/** Sources of the payload: the node that had the file, and other peers. */
export function shares(subject: Subject): Figure {
  const served = subject.summaries.flatMap((summary) => servedIn(subject, summary))
  const counts = served.map(({ label, n }) => [label, n] as const)
  return {
    id: 'shares',
    title: 'Sources of the payload',
    caption:
      'Payload that peers received, by whether it came from the node that had the file at the start or from peers ' +
      'that were fetching it themselves; at the right, how much it was. ' +
      `Iterations: ${counted(counts)}.`,
    svg: served.length > 0 ? drawShares(subject, served) : null,
  }
}

function servedIn(
  { run }: Subject,
  { step, label, source }: Subject['summaries'][number],
): Served[] {
  const found = goodOf(run, step).flatMap((result) => sharesOf(result, source) ?? [])
  if (found.length === 0) return []
  const total = (name: 'source' | 'others') => found.reduce((all, shares) => all + shares[name], 0)
  return [{ label, n: found.length, source: total('source'), others: total('others') }]
}

function drawShares({ renderer }: Subject, served: readonly Served[]): string {
  const parts = served.flatMap(({ label, source, others }) => [
    { row: label, kind: sourceKinds[0].label, share: source / (source + others) },
    { row: label, kind: sourceKinds[1].label, share: others / (source + others) },
  ])
  const notes = new Map(
    served.map(({ label, source, others }) => [label, formatSize(source + others)]),
  )
  return drawBars(renderer, parts, sourceKinds, notes, 'share of the payload')
}
