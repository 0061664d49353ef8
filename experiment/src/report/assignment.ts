import { formatKbit } from '../util/units'
import { formatOf, shown } from './format'
import type { StepSummary } from './steps'
import type { TableColumn } from './table'

/** A column of the table that the experiment is about. */
export interface Column extends TableColumn {
  readonly of: (summary: StepSummary) => string
  /** A column that is not measured in any step is left out; default: always. */
  readonly isMeasured?: (summary: StepSummary) => boolean
}

/** The columns that have something to show. */
export function columnsOf(summaries: readonly StepSummary[]): readonly Column[] {
  return assignment.filter(({ isMeasured }) => !isMeasured || summaries.some(isMeasured))
}

const time = formatOf('transferTime')

/** File size, iterations, transfer time, throughput, overhead: for a terminal and for a page. */
const assignment: readonly Column[] = [
  { head: 'file size', rank: 0, text: true, of: ({ label }) => label },
  { head: 'iterations', rank: 1, of: iterationsOf },
  { head: 'transfers', rank: 9, of: ({ measures }) => String(measures.transferTime.n) },
  { head: 'mean time', rank: 2, of: ({ measures }) => shown(measures.transferTime.mean, time) },
  {
    head: 'sd',
    name: 'sd of time',
    rank: 5,
    of: ({ measures }) => shown(measures.transferTime.sd, time),
  },
  {
    head: 'median',
    name: 'median time',
    rank: 6,
    of: ({ measures }) => shown(measures.transferTime.median, time),
  },
  {
    head: 'mean kbit/s',
    rank: 3,
    of: ({ measures }) => shown(measures.throughput.mean, formatKbit),
  },
  {
    head: 'sd',
    name: 'sd of kbit/s',
    rank: 8,
    of: ({ measures }) => shown(measures.throughput.sd, formatKbit),
  },
  { head: 'overhead', rank: 4, of: overheadOf },
  {
    head: 'x least',
    name: 'time / least time',
    rank: 2.5,
    of: ({ measures }) => shown(measures.timeRatio.mean, (ratio) => ratio.toFixed(2)),
    isMeasured: ({ measures }) => measures.timeRatio.n > 0,
  },
  {
    head: 'failed',
    rank: 7,
    of: ({ failed, notRun }) => (notRun === 0 ? `${failed}` : `${failed} (${notRun} not run)`),
  },
]

/** The planned ones; unless all of them went well, after those that did. */
function iterationsOf({ iterations, ok }: StepSummary): string {
  return ok === iterations ? `${iterations}` : `${ok} of ${iterations}`
}

function overheadOf({ measures, unsettled }: StepSummary): string {
  const mean = shown(measures.overhead.mean, formatOf('overhead'))
  return unsettled === 0 ? mean : `${mean} (${unsettled} off)`
}

/** What the columns mean, in lines that fit a terminal. */
export function legendOf(summaries: readonly StepSummary[]): string[] {
  const isBounded = summaries.some(({ measures }) => measures.timeRatio.n > 0)
  const isOff = summaries.some(({ unsettled }) => unsettled > 0)
  return [
    'iterations: warm-ups left out; transfers: one for each peer and iteration',
    'time: from the start signal to the last verified piece, of each transfer',
    'sd: standard deviation (n - 1); kbit/s: throughput of a transfer, size / time',
    'overhead: bytes uploaded by all nodes / (peers x size)',
    ...(isBounded ? ['x least: slowest transfer / least time by the rates of all links'] : []),
    ...(isOff ? ['off: iterations whose bytes are not all accounted for: no overhead'] : []),
  ]
}
