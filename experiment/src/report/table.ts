import Table from 'cli-table3'
import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'
import { columnsOf, visible, visibleLines } from '../util/text'

/** What a table for a terminal has to fit. */
export interface Layout {
  /** Characters of a line. */
  readonly columns: number
  /** Whether escape sequences mark the heads. */
  readonly colour: boolean
}

export function layoutOf(stream: NodeJS.WriteStream): Layout {
  return { columns: columnsOf(stream), colour: stream.isTTY }
}

export interface TableColumn {
  readonly head: string
  /** What it is called where its head alone would be ambiguous. */
  readonly name?: string
  /** Whether its cells stand at the left, as words do and numbers don't. */
  readonly text?: boolean
  /** Of columns that have no room side by side those with the lowest numbers are shown. */
  readonly rank: number
}

interface FittedTable {
  readonly text: string
  /** Names of the columns that had no room. */
  readonly leftOut: readonly string[]
}

/** Part of a line that a column of words may take before the others: longer cells are continued below. */
const shareOfWords = 0.4
const gap = '  '

/**
 * A table of the most important columns, as many as there is room for; the first one names its row.
 * @param rows a cell for each column
 */
export function fitTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  layout: Layout,
): FittedTable {
  const cells = rows.map((row) => row.map(visible))
  const most = Math.floor(shareOfWords * layout.columns)
  const widths = columns.map(({ head }, column) =>
    Math.min(widest(head, cells, column), column === 0 ? most : Infinity),
  )
  let room = layout.columns
  const shown = new Set<number>()
  const rank = (column: number) => columns[column]?.rank ?? 0
  const isEmpty = (column: number) => widths[column] === 0
  for (const column of [...columns.keys()].sort((a, b) => rank(a) - rank(b))) {
    const width = (widths[column] ?? 0) + (column === 0 ? 0 : gap.length)
    if (width > room || isEmpty(column)) continue
    room -= width
    shown.add(column)
  }
  const isShown = (_: unknown, column: number) => shown.has(column)
  return {
    text: draw({
      heads: columns.filter(isShown).map(({ head }) => head),
      rows: cells.map((row) => row.filter(isShown)),
      widths: widths.filter(isShown),
      align: columns.filter(isShown).map(({ text = false }) => (text ? 'left' : 'right')),
      layout,
    }),
    leftOut: columns
      .filter((_, column) => !shown.has(column) && !isEmpty(column))
      .map(({ head, name = head }) => name),
  }
}

/** Columns of words, of which the last one has the room that is left. */
export function fitWords(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  layout: Layout,
): string {
  const cells = rows.map((row) => row.map(visible))
  const most = Math.floor(shareOfWords * layout.columns)
  const widths: number[] = []
  let room = layout.columns
  heads.forEach((head, column) => {
    const allowed = column === heads.length - 1 ? room : most
    const width = Math.min(widest(head, cells, column), allowed)
    widths.push(width)
    room -= width + gap.length
  })
  return draw({ heads, rows: cells, widths, align: heads.map(() => 'left'), layout })
}

/** Text of several lines, none of which is longer than there is room for. */
export function wrapped(text: string, { columns }: Pick<Layout, 'columns'>): string {
  return wrapAnsi(visibleLines(text), columns, { hard: true })
}

/** Characters of the longest text in a column. */
function widest(head: string, rows: readonly (readonly string[])[], column: number): number {
  return Math.max(
    ...[head, ...rows.map((row) => row[column] ?? '')].map((text) => stringWidth(text)),
  )
}

interface Drawn {
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly widths: readonly number[]
  readonly align: readonly ('left' | 'right')[]
  readonly layout: Layout
}

function draw({ heads, rows, widths, align, layout }: Drawn): string {
  const table = new Table({
    head: [...heads],
    chars: noLines,
    colWidths: [...widths],
    colAligns: [...align],
    style: {
      head: layout.colour ? ['bold'] : [],
      border: [],
      'padding-left': 0,
      'padding-right': 0,
    },
  })
  table.push(widths.map((width) => '─'.repeat(width)))
  for (const row of rows)
    table.push(row.map((cell, column) => wrapAnsi(cell, widths[column] ?? 1, { hard: true })))
  return table.toString().replace(/ +$/gm, '')
}

const lines =
  'top top-mid top-left top-right bottom bottom-mid bottom-left bottom-right ' +
  'left left-mid mid mid-mid right right-mid'

/** Characters of a table without lines. */
const noLines = { ...Object.fromEntries(lines.split(' ').map((name) => [name, ''])), middle: gap }
