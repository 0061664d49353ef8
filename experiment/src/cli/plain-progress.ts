import type { Progress } from './display'

/** Milliseconds between two lines about the same thing. */
const interval = 30_000

/** Progress as lines: one now and then while something lasts, none for what is over at once. */
export class PlainProgress implements Progress {
  private said = performance.now()

  constructor(
    private readonly name: string,
    private total: number,
    private readonly print: (line: string) => void,
  ) {}

  update(done: number, ...notes: string[]): void {
    const now = performance.now()
    if (now - this.said < interval) return
    this.said = now
    const percentage = this.total > 0 ? Math.floor((100 * done) / this.total) : 0
    this.print(`${this.name}: ${[`${percentage}%`, ...notes].join(', ')}`)
  }

  setTotal(total: number): void {
    this.total = total
  }

  end(): void {
    // who ends it says how it ended
  }
}
