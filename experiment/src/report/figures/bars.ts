import { mean } from 'simple-statistics'
import { formatTime, formatSize } from '../../util/units'
import { counted, textWidth, series, colour } from './figure'
import type { Figure, Subject, Mark, Renderer } from './figure'
import { type LegendEntry, makeLegend } from './legend'
import { sharesOf } from '../measures'
import { goodOf } from '../steps'
import { makeRows, type Axis, axisX } from './layout'

const phases = {
  connect: { label: 'start to connection', colour: series[4] },
  firstBlock: { label: 'connection to first block', colour: series[1] },
  rest: { label: 'first block to last piece', colour: series[0] },
} as const

type Phase = keyof typeof phases
const phaseNames = Object.keys(phases) as Phase[]

/** Mean milliseconds of each phase. */
interface Split extends Readonly<Record<Phase, number>> {
  readonly label: string
  /** Of transfers of which every part was seen. */
  readonly n: number
}

/** What the mean transfer spent its time on. */
export function timeSplit(subject: Subject): Figure {
  const splits = subject.summaries.flatMap((summary) => splitOf(subject, summary))
  const counts = splits.map(({ label, n }) => [label, n] as const)
  return {
    id: 'time-split',
    title: 'What the time is spent on',
    caption:
      'Parts of the mean transfer time, which stands at the right: until the connection stood that the first block ' +
      'came over, until that block, and until the last piece was verified. ' +
      `Transfers of which all three were seen: ${counted(counts)}.`,
    svg: splits.length > 0 ? drawSplits(subject, splits) : null,
  }
}

function splitOf({ run }: Subject, { step, label }: Subject['summaries'][number]): Split[] {
  const parts = goodOf(run, step).flatMap(({ peers }) =>
    peers.flatMap((peer) => {
      if (!peer.ok) return []
      const { connect, firstBlock, finish } = peer.times
      if (connect === null || firstBlock === null) return []
      // the only block of a small file may be reported as written after the piece is verified
      const first = Math.min(firstBlock, finish)
      return [{ connect, firstBlock: first - connect, rest: finish - first }]
    }),
  )
  if (parts.length === 0) return []
  const of = (name: Phase) => mean(parts.map((part) => part[name]))
  const [connect, firstBlock, rest] = [of('connect'), of('firstBlock'), of('rest')]
  return [{ label, n: parts.length, connect, firstBlock, rest }]
}

function drawSplits({ renderer }: Subject, splits: readonly Split[]): string {
  const total = ({ connect, firstBlock, rest }: Split) => connect + firstBlock + rest
  const parts = splits.flatMap((split) =>
    phaseNames.map((name): Part => ({
      row: split.label,
      kind: phases[name].label,
      share: split[name] / total(split),
    })),
  )
  const notes = new Map(splits.map((split) => [split.label, formatTime(total(split))]))
  return drawBars(renderer, parts, Object.values(phases), notes, 'share of the mean transfer time')
}

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

/** A part of a bar. */
interface Part {
  readonly row: string
  /** The label of its legend entry. */
  readonly kind: string
  /** Of the bar, from 0 to 1. */
  readonly share: number
}

const percentage: Axis = { type: 'linear', domain: [0, 100] }

interface PlacedPart extends Part {
  /** Percent. */
  readonly from: number
  readonly to: number
  /** `12 %`. */
  readonly text: string
}

/**
 * Bars of one length, each cut into parts.
 * @param notes what stands behind each bar, by its row
 * @param label of the axis
 */
function drawBars(
  renderer: Renderer,
  parts: readonly Part[],
  kinds: readonly LegendEntry[],
  notes: ReadonlyMap<string, string>,
  label: string,
): string {
  const { Plot } = renderer
  const marginRight = 24 + Math.max(0, ...[...notes.values()].map(textWidth))
  const rows = makeRows(renderer, [...notes.keys()], 34, marginRight)
  const legend = makeLegend(renderer, kinds, rows.marginLeft)
  const placed = [...notes.keys()].flatMap((row) => place(parts.filter((part) => part.row === row)))
  const bars = kinds.map(({ label, colour: fill }) =>
    Plot.barX(
      placed.filter(({ kind }) => kind === label),
      { x1: 'from', x2: 'to', y: 'row', fill, insetRight: 1, title: titleOf },
    ),
  )
  return renderer.draw({
    ...rows.frame(percentage, legend.height + 8),
    marks: [
      ...axisX(renderer, percentage, {
        length: rows.length,
        format: (value) => `${value} %`,
        label,
      }),
      ...rows.marks,
      ...bars,
      percentages(renderer, placed, rows.length),
      Plot.text([...notes.keys()], {
        y: (row: string) => row,
        text: (row: string) => notes.get(row),
        frameAnchor: 'right',
        dx: 8,
        textAnchor: 'start',
        fill: colour.faint,
      }),
      ...legend.marks,
    ],
  })
}

/** Side by side. */
function place(parts: readonly Part[]): PlacedPart[] {
  let to = 0
  return parts.map((part) => {
    const from = to
    to += 100 * part.share
    return { ...part, from, to, text: `${Math.round(100 * part.share)} %` }
  })
}

function titleOf({ row, kind, share }: Part): string {
  return `${row}, ${kind}: ${(100 * share).toFixed(2)} %`
}

/** Inside of the parts, where they have room for it. */
function percentages({ Plot }: Renderer, placed: readonly PlacedPart[], barLength: number): Mark {
  const roomy = placed.filter(({ share, text }) => share * barLength > textWidth(text) + 6)
  return Plot.text(roomy, {
    x: ({ from, to }: PlacedPart) => (from + to) / 2,
    y: 'row',
    text: 'text',
    fill: colour.paper,
    fontWeight: 'bold',
  })
}
