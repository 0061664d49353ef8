import { clearLine, cursorTo } from 'node:readline'
import { SingleBar } from 'cli-progress'
import { PlainProgress } from './plain'

/** Something that is under way and gets shown. */
export interface Progress {
  /** @param note shown behind the number: a rate, the peers ... */
  update(done: number, note?: string): void
  /** From here on the total is another one. */
  setTotal(total: number): void
  end(): void
}

/** Where the commands speak to their user. */
export interface Display {
  /** One line that stays. */
  say(line: string): void
  /** Shows one thing at a time: the next one takes the place of the one before. */
  progress(name: string, total: number, format: (value: number) => string): Progress
  /** Takes the bar off the terminal; lines may follow. */
  close(): void
}

/** A bar on a terminal, lines elsewhere. `quiet` leaves out everything but what is said. */
export function openDisplay(stream: NodeJS.WriteStream, quiet = false): Display {
  return stream.isTTY && !quiet ? new TerminalDisplay(stream) : new PlainDisplay(stream, quiet)
}

class TerminalDisplay implements Display {
  private bar: SingleBar | null = null

  constructor(private readonly stream: NodeJS.WriteStream) {}

  say(line: string): void {
    if (this.bar) {
      // the bar draws itself anew on the next line
      cursorTo(this.stream, 0)
      clearLine(this.stream, 0)
    }
    this.stream.write(`${line}\n`)
  }

  progress(name: string, total: number, format: (value: number) => string): Progress {
    this.close()
    const bar = new SingleBar({
      format: '{name} [{bar}] {percentage}%  {amount}  {note}',
      stream: this.stream,
      hideCursor: true,
      clearOnComplete: true,
      forceRedraw: true,
      barsize: 30,
      gracefulExit: false,
    })
    const amount = (done: number, total: number) => `${format(done)} of ${format(total)}`
    bar.start(total, 0, { name, note: '', amount: amount(0, total) })
    this.bar = bar
    return {
      update: (done, note = '') => bar.update(done, { note, amount: amount(done, bar.getTotal()) }),
      setTotal: (total) => bar.setTotal(total),
      end: () => {
        if (this.bar === bar) this.close()
      },
    }
  }

  close(): void {
    this.bar?.stop()
    this.bar = null
  }
}

class PlainDisplay implements Display {
  constructor(
    private readonly stream: NodeJS.WriteStream,
    private readonly quiet: boolean,
  ) {}

  say(line: string): void {
    this.stream.write(`${line}\n`)
  }

  progress(name: string, total: number, format: (value: number) => string): Progress {
    const say = this.quiet ? () => {} : (line: string) => this.say(line)
    return new PlainProgress(name, total, format, say)
  }

  close(): void {
    // lines stay as they are
  }
}
