// Programs of competitors. Each runs in a process of its own. It writes JSON objects, one a line, to its standard
// output, and reads commands from its standard input: lines of tab-separated fields.
import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { Implementation } from './implementations'
import type { Figures } from './trial'
import { usageOf, type Usage } from './usage'

/** Milliseconds after which a program is killed. */
const timeLimit = 120_000

export class Program implements AsyncDisposable {
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>
  readonly #lines: AsyncIterator<string>
  readonly #name: string
  readonly #exit: Promise<unknown>
  #errorText = ''

  constructor([command, ...args]: readonly [string, ...string[]]) {
    this.#name = [command, ...args].join(' ')
    const child = spawn(command, args, { timeout: timeLimit, killSignal: 'SIGKILL' })
    this.#child = child
    this.#exit = once(child, 'exit')
    this.#exit.catch((error: unknown) => (this.#errorText += String(error)))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (this.#errorText += text))
    child.stdin.on('error', () => {}) // receive() reports a program that has ended
    this.#lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  }

  /** Starts a program of an implementation, with arguments such as `size=1024`. */
  static of(implementation: Implementation, name: string, args: readonly string[] = []): Program {
    return new Program([...implementation.command(name), ...args])
  }

  /** Resolves with the figures of the next event. Rejects when it is another event than the given one. */
  async receive(event: string): Promise<Figures> {
    const line = await this.#lines.next()
    if (line.done === true) {
      const why = this.#errorText || `it took more than ${timeLimit / 1000} s, or was killed`
      throw new Error(`${this.#name} ended before it sent "${event}": ${why}`)
    }
    const sent = JSON.parse(line.value) as { event: string } & Figures
    const { event: received, ...figures } = sent
    if (received !== event) throw new Error(`${this.#name} sent ${line.value}, not "${event}"`)
    return figures
  }

  send(...fields: readonly string[]): void {
    this.#child.stdin.write(`${fields.join('\t')}\n`)
  }

  async request(fields: readonly string[], event: string): Promise<Figures> {
    this.send(...fields)
    return this.receive(event)
  }

  usage(): Promise<Usage> {
    if (this.#child.pid === undefined) throw new Error(`${this.#name} was not started`)
    return usageOf(this.#child.pid)
  }

  /** Ends the standard input of the program, and kills it when it still runs 10 s later. */
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

/** Runs a program that needs no commands. Resolves with the figures of its `done` event. */
export async function figuresOf(
  implementation: Implementation,
  name: string,
  args: readonly string[] = [],
): Promise<Figures> {
  await using program = Program.of(implementation, name, args)
  return await program.receive('done')
}
