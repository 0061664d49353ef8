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
  return stream.isTTY && !quiet ? new TerminalDisplay(stream) : new PlainDisplay(stream, quiet)
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

class TerminalDisplay implements Display {
  readonly isLive = true
  #bars: MultiBar | null = null
  readonly #shown = new Set<SingleBar>()

  readonly #stream: NodeJS.WriteStream

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream
  }

  print(line: string): void {
    this.printLines(visible(line))
  }

  printLines(lines: string): void {
    if (!this.#bars) {
      this.#stream.write(`${lines}\n`)
      return
    }
    // the bars are below; a line that the terminal wraps covers more of them than is overwritten
    this.#bars.log(`\u{1b}[J${lines}\n`)
    this.#bars.update()
  }

  progress(name: string, total: number): Progress {
    this.#bars ??= new MultiBar({
      format: (_, { progress }, shown: Shown) => barLine(progress, shown, columnsOf(this.#stream)),
      stream: this.#stream,
      hideCursor: true,
      clearOnComplete: true,
      linewrap: true,
      emptyOnZero: true,
      gracefulExit: false,
    })
    const bar = this.#bars.create(total, 0, { name: visible(name), notes: [] } satisfies Shown)
    this.#shown.add(bar)
    return {
      update: (done, ...notes) => bar.update(Math.min(done, bar.getTotal()), { notes }),
      setTotal: (total) => bar.setTotal(total),
      end: () => this.#end(bar),
    }
  }

  close(): void {
    this.#bars?.stop()
    this.#bars = null
    this.#shown.clear()
  }

  #end(bar: SingleBar): void {
    if (!this.#shown.delete(bar)) return
    if (this.#shown.size === 0) this.close()
    else this.#bars?.remove(bar)
  }
}

class PlainDisplay implements Display {
  readonly isLive = false

  readonly #stream: NodeJS.WriteStream
  readonly #quiet: boolean

  constructor(stream: NodeJS.WriteStream, quiet: boolean) {
    this.#stream = stream
    this.#quiet = quiet
  }

  print(line: string): void {
    this.printLines(visible(line))
  }

  printLines(lines: string): void {
    this.#stream.write(`${lines}\n`)
  }

  progress(name: string, total: number): Progress {
    const print = this.#quiet ? () => {} : (line: string) => this.print(line)
    return new PlainProgress(name, total, print)
  }

  close(): void {
    // lines stay as they are
  }
}

/** Milliseconds between two lines about the same thing. */
const interval = 30_000

/** Progress as lines: one now and then while something lasts, none for what is over at once. */
export class PlainProgress implements Progress {
  #printed = performance.now()

  readonly #name: string
  #total: number
  readonly #print: (line: string) => void

  constructor(name: string, total: number, print: (line: string) => void) {
    this.#name = name
    this.#total = total
    this.#print = print
  }

  update(done: number, ...notes: string[]): void {
    const now = performance.now()
    if (now - this.#printed < interval) return
    this.#printed = now
    const percentage = this.#total > 0 ? Math.floor((100 * done) / this.#total) : 0
    this.#print(`${this.#name}: ${[`${percentage}%`, ...notes].join(', ')}`)
  }

  setTotal(total: number): void {
    this.#total = total
  }

  end(): void {
    // The caller prints how it ended.
  }
}
