import { formatKbit } from '../util/units'
import { formatOf, shown } from './format'
import type { StepSummary } from './steps'
import type { TableColumn } from './table'

/** A column of the table that the experiment is about. */
export interface Column extends TableColumn {
  readonly of: (summary: StepSummary) => string
}

const time = formatOf('transferTime')

/** File size, iterations, transfer time, throughput, overhead: for a terminal and for a page. */
export const assignment: readonly Column[] = [
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
export const legendOfAssignment = [
  'iterations: warm-ups left out; transfers: one for each peer and iteration',
  'time: from the start signal to the last verified piece, of each transfer',
  'sd: standard deviation (n - 1); kbit/s: throughput of a transfer, size / time',
  'overhead: bytes uploaded by all nodes / (peers x size)',
]

/** The line of the legend for a table in which an overhead is marked. */
export const legendOfOff =
  'off: iterations in which not every byte is accounted for, left out of the overhead'
