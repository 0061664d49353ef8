import { MultiBar, type SingleBar } from 'cli-progress'
import { visible } from '../text'
import { PlainProgress } from './plain'

/** Something that is under way and gets shown. */
export interface Progress {
  /** @param note shown behind the number: a rate, the peers ... */
  update(done: number, note?: string): void
  /** From here on the total is another one. */
  setTotal(total: number): void
  end(): void
}

/** Characters for the names of bars, so that bars below each other begin in one column. */
const nameWidth = 12

/** Where the commands write to their user. Text that it is given can not steer the terminal. */
export interface Display {
  /** Whether it is a terminal, where what changes all the time can be seen and leaves no traces. */
  readonly isLive: boolean
  /** Writes one line that stays. */
  say(line: string): void
  /** Writes lines as they are, with colours: the caller has made text from outside visible. */
  sayAll(lines: string): void
  /** Shows one more thing, until it ends. */
  progress(name: string, total: number, format: (value: number) => string): Progress
  /** Takes the bars off the terminal; lines may follow. */
  close(): void
}

/** Bars on a terminal, few lines elsewhere. `quiet` leaves out everything but what is said. */
export function openDisplay(stream: NodeJS.WriteStream, quiet = false): Display {
  return stream.isTTY && !quiet ? new TerminalDisplay(stream) : new PlainDisplay(stream, quiet)
}

class TerminalDisplay implements Display {
  readonly isLive = true
  private bars: MultiBar | null = null
  private readonly shown = new Set<SingleBar>()

  constructor(private readonly stream: NodeJS.WriteStream) {}

  say(line: string): void {
    this.sayAll(visible(line))
  }

  sayAll(lines: string): void {
    if (!this.bars) {
      this.stream.write(`${lines}\n`)
      return
    }
    this.bars.log(`${lines}\n`)
    this.bars.update()
  }

  progress(name: string, total: number, format: (value: number) => string): Progress {
    this.bars ??= new MultiBar({
      format: '{name} [{bar}] {percentage}%  {amount}  {note}',
      stream: this.stream,
      hideCursor: true,
      clearOnComplete: true,
      linewrap: false,
      barsize: 30,
      gracefulExit: false,
    })
    const amount = (done: number, total: number) => `${format(done)} of ${format(total)}`
    const bar = this.bars.create(total, 0, {
      name: visible(name).padEnd(nameWidth),
      ...{ note: '', amount: amount(0, total) },
    })
    this.shown.add(bar)
    return {
      update: (done, note = '') =>
        bar.update(done, { note: visible(note), amount: amount(done, bar.getTotal()) }),
      setTotal: (total) => bar.setTotal(total),
      end: () => this.end(bar),
    }
  }

  close(): void {
    this.bars?.stop()
    this.bars = null
    this.shown.clear()
  }

  private end(bar: SingleBar): void {
    if (!this.shown.delete(bar)) return
    if (this.shown.size === 0) this.close()
    else this.bars?.remove(bar)
  }
}

class PlainDisplay implements Display {
  readonly isLive = false

  constructor(
    private readonly stream: NodeJS.WriteStream,
    private readonly quiet: boolean,
  ) {}

  say(line: string): void {
    this.sayAll(visible(line))
  }

  sayAll(lines: string): void {
    this.stream.write(`${lines}\n`)
  }

  progress(name: string, total: number, format: (value: number) => string): Progress {
    const say = this.quiet ? () => {} : (line: string) => this.say(line)
    return new PlainProgress(name, total, format, say)
  }

  close(): void {
    // lines stay as they are
  }
}
