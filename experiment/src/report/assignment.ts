import { formatOf, shown } from './format'
import type { StepSummary } from './steps'

/** A column of the table that the experiment is about. */
export interface Column {
  readonly head: string
  readonly of: (summary: StepSummary) => string
}

const time = formatOf('transferTime')
const rate = formatOf('throughput')

/** File size, iterations, transfer time, throughput, overhead: for a terminal and for a page. */
export const assignment: readonly Column[] = [
  { head: 'file size', of: ({ label }) => label },
  { head: 'iterations', of: ({ iterations }) => String(iterations) },
  { head: 'transfers', of: ({ measures }) => String(measures.transferTime.n) },
  { head: 'mean time', of: ({ measures }) => shown(measures.transferTime.mean, time) },
  { head: 'sd', of: ({ measures }) => shown(measures.transferTime.sd, time) },
  { head: 'median', of: ({ measures }) => shown(measures.transferTime.median, time) },
  { head: 'mean kbit/s', of: ({ measures }) => shown(measures.throughput.mean, rate) },
  { head: 'sd', of: ({ measures }) => shown(measures.throughput.sd, rate) },
  { head: 'overhead', of: ({ measures }) => shown(measures.overhead.mean, formatOf('overhead')) },
  {
    head: 'failed',
    of: ({ failed, notRun }) => (notRun === 0 ? `${failed}` : `${failed} (${notRun} not run)`),
  },
]

/** What the columns mean. */
export const legendOfAssignment = [
  'time: from the go to the last verified piece, per peer and iteration (a transfer); sd: standard deviation (n - 1)',
  'kbit/s: throughput of a transfer, size / its time; overhead: bytes uploaded by all nodes / (peers x size)',
]
