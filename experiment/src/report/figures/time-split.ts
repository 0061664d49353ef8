import { mean } from 'simple-statistics'
import { formatTime } from '../../util/units'
import { drawBars, type Part } from './bars'
import { counted, type Figure, goodOf, type Subject } from './figure'
import { series } from './palette'

const phases = {
  connect: 'start to connection',
  firstBlock: 'connection to first block',
  rest: 'first block to last piece',
} as const

const phaseKinds = [
  { label: phases.connect, colour: series[4] },
  { label: phases.firstBlock, colour: series[1] },
  { label: phases.rest, colour: series[0] },
]

interface Split {
  readonly label: string
  /** Of transfers of which every part was seen. */
  readonly n: number
  /** Means, in milliseconds. */
  readonly connect: number
  readonly firstBlock: number
  readonly rest: number
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
      return [{ connect, firstBlock: firstBlock - connect, rest: finish - firstBlock }]
    }),
  )
  if (parts.length === 0) return []
  const of = (name: 'connect' | 'firstBlock' | 'rest') => mean(parts.map((part) => part[name]))
  const [connect, firstBlock, rest] = [of('connect'), of('firstBlock'), of('rest')]
  return [{ label, n: parts.length, connect, firstBlock, rest }]
}

function drawSplits({ renderer }: Subject, splits: readonly Split[]): string {
  const total = ({ connect, firstBlock, rest }: Split) => connect + firstBlock + rest
  const parts = splits.flatMap((split) =>
    (['connect', 'firstBlock', 'rest'] as const).map((name): Part => ({
      row: split.label,
      kind: phases[name],
      share: split[name] / total(split),
    })),
  )
  const notes = new Map(splits.map((split) => [split.label, formatTime(total(split))]))
  return drawBars(renderer, parts, phaseKinds, notes, 'share of the mean transfer time')
}
