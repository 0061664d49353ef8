import { formatKbit } from '../units'
import { formatOf, shown } from './format'
import { overheadTolerance } from './measures'
import type { StepSummary } from './steps'

/** A column of the table that the experiment is about. */
export interface Column {
  readonly head: string
  readonly of: (summary: StepSummary) => string
}

const time = formatOf('transferTime')

/** File size, iterations, transfer time, throughput, overhead: for a terminal and for a page. */
export const assignment: readonly Column[] = [
  { head: 'file size', of: ({ label }) => label },
  { head: 'iterations', of: ({ iterations }) => String(iterations) },
  { head: 'transfers', of: ({ measures }) => String(measures.transferTime.n) },
  { head: 'mean time', of: ({ measures }) => shown(measures.transferTime.mean, time) },
  { head: 'sd', of: ({ measures }) => shown(measures.transferTime.sd, time) },
  { head: 'median', of: ({ measures }) => shown(measures.transferTime.median, time) },
  { head: 'mean kbit/s', of: ({ measures }) => shown(measures.throughput.mean, formatKbit) },
  { head: 'sd', of: ({ measures }) => shown(measures.throughput.sd, formatKbit) },
  { head: 'overhead', of: overheadOf },
  {
    head: 'failed',
    of: ({ failed, notRun }) => (notRun === 0 ? `${failed}` : `${failed} (${notRun} not run)`),
  },
]

function overheadOf({ measures, overheadCheck: { disagreeing } }: StepSummary): string {
  const mean = shown(measures.overhead.mean, formatOf('overhead'))
  return disagreeing === 0 ? mean : `${mean} (${disagreeing} off)`
}

/** What the columns mean. */
export const legendOfAssignment = [
  'time: from the go to the last verified piece, per peer and iteration (a transfer); sd: standard deviation (n - 1)',
  'kbit/s: throughput of a transfer, size / its time; overhead: bytes uploaded by all nodes / (peers x size)',
  `off: iterations in which bytes uploaded and downloaded differ by more than ${100 * overheadTolerance} % of peers x size`,
]
