// Programs of competitors: each runs in a process of its own, says one JSON object a line on its standard
// output, and is told what to do by lines of tab-separated words on its standard input.
import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { Peer } from './peers'
import type { Figures } from './trial'
import { usageOf, type Usage } from './usage'

/** What no run may exceed, in milliseconds. */
const timeLimit = 120_000

export class Program implements AsyncDisposable {
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>
  readonly #lines: AsyncIterator<string>
  readonly #name: string
  readonly #exit: Promise<unknown>
  #complaint = ''

  constructor([command, ...args]: readonly [string, ...string[]]) {
    this.#name = [command, ...args].join(' ')
    const child = spawn(command, args, { timeout: timeLimit, killSignal: 'SIGKILL' })
    this.#child = child
    this.#exit = once(child, 'exit')
    this.#exit.catch((error: unknown) => (this.#complaint += String(error)))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (this.#complaint += text))
    child.stdin.on('error', () => {}) // that it ended shows in what it didn't say
    this.#lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  }

  /** A program of a peer, with words such as `size=1024`. */
  static of(peer: Peer, name: string, words: readonly string[] = []): Program {
    const [command, ...args] = peer.command(name)
    return new Program([command, ...args, ...words])
  }

  /** What it says next, which must be that event. */
  async hear(event: string): Promise<Figures> {
    const line = await this.#lines.next()
    if (line.done === true) {
      const why = this.#complaint || `it took more than ${timeLimit / 1000} s, or was killed`
      throw new Error(`${this.#name} ended before it said "${event}": ${why}`)
    }
    const said = JSON.parse(line.value) as { event: string } & Figures
    const { event: received, ...figures } = said
    if (received !== event) throw new Error(`${this.#name} said ${line.value}, not "${event}"`)
    return figures
  }

  tell(...words: readonly string[]): void {
    this.#child.stdin.write(`${words.join('\t')}\n`)
  }

  async ask(words: readonly string[], event: string): Promise<Figures> {
    this.tell(...words)
    return this.hear(event)
  }

  usage(): Promise<Usage> {
    if (this.#child.pid === undefined) throw new Error(`${this.#name} was not started`)
    return usageOf(this.#child.pid)
  }

  /** Ends it: its standard input ends, and what doesn't listen to that is killed. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.stdin.end()
    const killer = setTimeout(() => this.#child.kill('SIGKILL'), 10_000)
    await this.#exit.catch(() => {})
    clearTimeout(killer)
  }

  /** For programs that don't read their standard input. */
  kill(): void {
    this.#child.kill('SIGKILL')
  }
}

/** Runs a program that needs no instructions; what its `done` event holds are the figures. */
export async function figuresOf(
  peer: Peer,
  name: string,
  words: readonly string[] = [],
): Promise<Figures> {
  await using program = Program.of(peer, name, words)
  return await program.hear('done')
}
