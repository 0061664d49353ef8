import Table from 'cli-table3'
import { formatRate, formatSize, formatTime } from '../units'
import type { SizeSummary } from './summary'

const columns = [
  'size',
  'iterations',
  'n',
  'median',
  'mean',
  'connect',
  'throughput',
  'overhead',
  'wire',
  'failed',
] as const

const explanation = [
  'n: transfers, one per peer and iteration; median, mean: time from the go to the last verified piece',
  'connect: median time from the go to the connection that the first block came over',
  'throughput: size / median; overhead: bytes uploaded by all nodes / (peers x size)',
  'wire: the same with TCP/IP headers (an estimate) and what went to the tracker',
]

/** The table that a run ends with. Colours only on a terminal. */
export function formatTable(summaries: readonly SizeSummary[], colour: boolean): string {
  const table = new Table({
    head: [...columns],
    // no line between rows
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
    colAligns: columns.map(() => 'right'),
    style: colour ? { head: ['bold'], border: ['gray'] } : { head: [], border: [] },
  })
  for (const summary of summaries) table.push(rowOf(summary))
  return [table.toString(), ...explanation].join('\n')
}

function rowOf(summary: SizeSummary): string[] {
  const { size, iterations, transfers, failed, notRun } = summary
  return [
    formatSize(size),
    String(iterations),
    String(transfers),
    shown(summary.median, formatTime),
    shown(summary.mean, formatTime),
    shown(summary.connect, formatTime),
    shown(summary.throughput, formatRate),
    shown(summary.overhead, (value) => value.toFixed(3)),
    shown(summary.wireOverhead, (value) => value.toFixed(3)),
    notRun === 0 ? String(failed) : `${failed} (${notRun} not run)`,
  ]
}

function shown(value: number | null, format: (value: number) => string): string {
  return value === null ? '-' : format(value)
}
