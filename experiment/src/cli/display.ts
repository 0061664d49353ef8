import { MultiBar, type SingleBar } from 'cli-progress'
import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'
import { columnsOf, visible } from '../util/text'

/** Something that is under way and gets shown. */
export interface Progress {
  /** @param notes shown behind the percentage, the most important one first; without room the last ones are left out */
  update(done: number, ...notes: string[]): void
  /** From here on the total is another one. */
  setTotal(total: number): void
  end(): void
}

/** Characters for the names of bars, so that bars below each other begin in one column. */
const nameWidth = 13

/** Of a note that is shown in part. */
const fewestOfNote = 20

/** Where the commands write to their user. Text that it is given can not steer the terminal. */
export interface Display {
  /** Whether it is a terminal, where what changes all the time can be seen and leaves no traces. */
  readonly isLive: boolean
  /** Writes one line that stays. */
  print(line: string): void
  /** Writes lines as they are, with colours: the caller has made text from outside visible. */
  printLines(lines: string): void
  /** Shows one more thing, until it ends. */
  progress(name: string, total: number): Progress
  /** Takes the bars off the terminal; lines may follow. */
  close(): void
}

/** Bars on a terminal, few lines elsewhere. `quiet` leaves out the progress. */
export function openDisplay(stream: NodeJS.WriteStream, quiet = false): Display {
  return stream.isTTY && !quiet ? terminalDisplay(stream) : plainDisplay(stream, quiet)
}

/** What a bar shows besides its length. */
interface Shown {
  readonly name: string
  readonly notes: readonly string[]
}

/** One line of a bar, of fewer characters than the terminal has columns. */
export function barLine(share: number, { name, notes }: Shown, columns: number): string {
  const length = Math.max(8, Math.min(30, Math.floor(columns / 5)))
  const filled = Math.floor(share * length)
  const bar = '='.repeat(filled) + '-'.repeat(length - filled)
  const shortName = name.length > nameWidth ? `${name.slice(0, nameWidth - 1)}…` : name
  let line = `${shortName.padEnd(nameWidth)} [${bar}] ${Math.floor(100 * share)}%`
  for (const note of notes) {
    const longer = `${line}  ${visible(note)}`
    if (stringWidth(longer) >= columns) {
      // of a sentence the beginning is shown
      const cut =
        wrapAnsi(longer, columns - 2, { hard: true, wordWrap: false }).split('\n')[0] ?? ''
      return cut.length > line.length + fewestOfNote ? `${cut}…` : line
    }
    line = longer
  }
  return line
}

function terminalDisplay(stream: NodeJS.WriteStream): Display {
  let bars: MultiBar | null = null
  const shown = new Set<SingleBar>()
  const close = () => {
    bars?.stop()
    bars = null
    shown.clear()
  }
  const printLines = (lines: string) => {
    if (!bars) return void stream.write(`${lines}\n`)
    // the bars are below; a line that the terminal wraps covers more of them than is overwritten
    bars.log(`\u{1b}[J${lines}\n`)
    bars.update()
  }
  return {
    isLive: true,
    print: (line) => printLines(visible(line)),
    printLines,
    progress(name, total) {
      bars ??= makeBars(stream)
      const bar = bars.create(total, 0, { name: visible(name), notes: [] } satisfies Shown)
      shown.add(bar)
      return {
        update: (done, ...notes) => bar.update(Math.min(done, bar.getTotal()), { notes }),
        setTotal: (total) => bar.setTotal(total),
        end() {
          if (!shown.delete(bar)) return
          if (shown.size === 0) close()
          else bars?.remove(bar)
        },
      }
    },
    close,
  }
}

function makeBars(stream: NodeJS.WriteStream): MultiBar {
  return new MultiBar({
    format: (_, { progress }, shown: Shown) => barLine(progress, shown, columnsOf(stream)),
    stream,
    hideCursor: true,
    clearOnComplete: true,
    linewrap: true,
    emptyOnZero: true,
    gracefulExit: false,
  })
}

function plainDisplay(stream: NodeJS.WriteStream, quiet: boolean): Display {
  const printLines = (lines: string) => void stream.write(`${lines}\n`)
  const print = (line: string) => printLines(visible(line))
  return {
    isLive: false,
    print,
    printLines,
    progress: (name, total) => plainProgress(name, total, quiet ? () => {} : print),
    // lines stay as they are
    close: () => {},
  }
}

/** Milliseconds between two lines about the same thing. */
const interval = 30_000

/** Progress as lines: one now and then while something lasts, none for what is over at once. */
function plainProgress(name: string, total: number, print: (line: string) => void): Progress {
  let printed = performance.now()
  return {
    update(done, ...notes) {
      const now = performance.now()
      if (now - printed < interval) return
      printed = now
      const percentage = total > 0 ? Math.floor((100 * done) / total) : 0
      print(`${name}: ${[`${percentage}%`, ...notes].join(', ')}`)
    },
    setTotal: (next) => (total = next),
    // The caller prints how it ended.
    end: () => {},
  }
}
