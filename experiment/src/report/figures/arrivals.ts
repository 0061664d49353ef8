import type { IterationResult } from '../../results/iteration-result'
import { formatTime } from '../../util/units'
import { nodeNames } from '../format'
import type { StepSummary } from '../steps'
import { figureWidth, marginFor, colour, series } from './figure'
import type { Figure, Subject, Renderer } from './figure'
import { type LegendEntry, makeLegend } from './legend'
import { type Axis, axisX } from './layout'

/** Swarms of more fetching nodes don't get a colour for each. */
const mostColours = series.length - 1
const marginRight = 30

/** A piece that was complete at one node. */
interface Arrival {
  /** From 0. */
  readonly row: number
  /** Milliseconds from the start signal. */
  readonly at: number
  readonly from: number
}

/** When each piece came to each peer, and from which node, in a typical iteration of the step with the most pieces. */
export function arrivals(subject: Subject): Figure {
  const shown = typicalIteration(subject)
  const caption = shown
    ? `Iteration ${shown.result.iteration} (${shown.summary.label}), the middle ` +
      'one of those of its step in which this was noted: one line per piece and peer, at the time when its hash was checked, coloured ' +
      `by the node that sent its last block. ${described(shown.result)}`
    : ''
  return {
    id: 'arrivals',
    title: 'When the pieces came, and from which node',
    caption,
    svg: shown && draw(subject.renderer, shown.result, shown.summary.source),
  }
}

function described({ peers }: IterationResult): string {
  const reports = peers.flatMap((peer) => (peer.ok && peer.pieces ? [peer.pieces] : []))
  const pieces = reports.reduce((count, { at }) => count + at.length, 0)
  const every = Math.max(...reports.map(({ every }) => every))
  return `Arrivals: ${pieces} at ${reports.length} peers${every > 1 ? `, of which every ${every}th is shown` : ''}.`
}

function typicalIteration({
  run,
  summaries,
}: Subject): { result: IterationResult; summary: StepSummary } | null {
  const candidates = summaries.flatMap((summary) => {
    // also warm-ups: mostly it is one of them that was traced
    const results = run.results
      .filter(({ step, ok }) => step === summary.step && ok)
      .filter(({ peers }) => peers.some((peer) => peer.ok && peer.pieces !== null))
      .sort((a, b) => (a.lastFinish ?? 0) - (b.lastFinish ?? 0))
    const result = results[Math.floor((results.length - 1) / 2)]
    return result ? [{ result, summary }] : []
  })
  const pieces = ({ result }: (typeof candidates)[number]) =>
    Math.max(...result.peers.map((peer) => (peer.ok ? (peer.pieces?.at.length ?? 0) : 0)))
  return candidates.sort((a, b) => pieces(b) - pieces(a))[0] ?? null
}

function draw(renderer: Renderer, result: IterationResult, source: number): string {
  const { Plot } = renderer
  const names = result.peers.map(({ peer }) => nodeNames([peer]))
  const marginLeft = marginFor(names)
  const rowHeight = names.length > 12 ? 16 : 40
  const last = Math.max(...result.peers.map((peer) => (peer.ok ? peer.times.finish : 0)))
  const axis: Axis = { type: 'linear', domain: [0, 1.02 * last] }
  const length = figureWidth - marginLeft - marginRight
  // two pixels where there is little room for each node
  const resolution = ((names.length > 12 ? 2 : 1) * axis.domain[1]) / length
  const drawn = thinned(arrivalsOf(result), resolution)
  const kinds = kindsOf(result, source).map((kind) => ({
    ...kind,
    arrivals: drawn.filter(({ from }) => kind.isFrom(from)),
  }))
  const present = kinds.filter(({ arrivals }) => arrivals.length > 0)
  const legend = makeLegend(renderer, present, marginLeft)
  return renderer.draw({
    height: legend.height + names.length * rowHeight + 58,
    marginTop: legend.height + 8,
    marginLeft,
    marginRight,
    marginBottom: 50,
    x: axis,
    y: { type: 'linear', domain: [names.length - 0.5, -0.5] },
    marks: [
      ...axisX(renderer, axis, { length, format: formatTime, label: 'time from the start signal' }),
      Plot.axisY([...names.keys()], {
        text: (row: number) => names[row],
        label: null,
        tickSize: 0,
      }),
      ...present.map(({ colour: stroke, arrivals }) =>
        Plot.line(upright(arrivals), {
          x: 'at',
          y: 'y',
          stroke,
          strokeWidth: 1.2,
          strokeLinecap: 'butt',
        }),
      ),
      ...legend.marks,
    ],
  })
}

interface Kind extends LegendEntry {
  readonly isFrom: (node: number) => boolean
}

/** The meaning of the colours: a node each, as long as there are enough colours. */
function kindsOf({ peers }: IterationResult, source: number): Kind[] {
  const first: Kind = {
    label: `from ${nodeNames([source])}, which had the file`,
    colour: series[0],
    isFrom: (node) => node === source,
  }
  const each = peers.map(({ peer }, index): Kind => ({
    label: `from ${nodeNames([peer])}`,
    colour: series[index + 1] ?? colour.none,
    isFrom: (node) => node === peer,
  }))
  const together: Kind = {
    label: 'from other peers',
    colour: series[1],
    isFrom: (node) => node >= 0 && node !== source,
  }
  const unknown = { label: 'unknown', colour: colour.none, isFrom: (node: number) => node < 0 }
  return [first, ...(each.length > mostColours ? [together] : each), unknown]
}

function arrivalsOf({ peers }: IterationResult): Arrival[] {
  return peers.flatMap((peer, row) => {
    if (!peer.ok || !peer.pieces) return []
    const { at, from } = peer.pieces
    return at.map((at, index) => ({ row, at, from: from[index] ?? -1 }))
  })
}

/** One of those that would be drawn over each other. */
function thinned(arrivals: readonly Arrival[], resolution: number): Arrival[] {
  const places = new Map(
    arrivals.map((arrival) => [`${arrival.row} ${Math.round(arrival.at / resolution)}`, arrival]),
  )
  return [...places.values()]
}

/** An upright line for each: all of them one path, or thousands of elements would fill the file. */
function upright(arrivals: readonly Arrival[]): { at: number; y: number }[] {
  return arrivals.flatMap(({ at, row }) => [
    { at, y: row - 0.4 },
    { at, y: row + 0.4 },
    { at: NaN, y: NaN },
  ])
}
