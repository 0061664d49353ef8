import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { within } from '../cancel'
import { UserError } from '../errors'

/** A child that was told to end gets this long, in milliseconds. */
const endDeadline = 2500

/** One of our commands as a process of its own, which ends when this process does. */
export class Child {
  /** Resolves with its exit code; one that a signal ended has 128. */
  readonly exited: Promise<number>
  private readonly process: ChildProcess
  private readonly listeners = new Set<(line: string) => void>()

  /**
   * @param script path of a script
   * @param onLine gets what it prints, line by line; null lets it print to this process's terminal
   */
  constructor(
    readonly name: string,
    script: string,
    args: readonly string[],
    onLine: ((line: string) => void) | null,
  ) {
    const output = onLine ? 'pipe' : 'inherit'
    // by the channel it learns that this process is gone, however that happened
    this.process = spawn(process.execPath, [script, ...args], {
      stdio: ['ignore', output, output, 'ipc'],
    })
    this.exited = new Promise((resolve, reject) => {
      this.process.once('error', reject)
      this.process.once('exit', (code) => resolve(code ?? 128))
    })
    this.exited.catch(() => {})
    if (onLine) this.listeners.add(onLine)
    for (const stream of [this.process.stdout, this.process.stderr]) {
      if (stream)
        createInterface(stream).on('line', (line) =>
          this.listeners.forEach((listener) => listener(line)),
        )
    }
  }

  /** Waits for a line that contains a text. */
  async said(text: string, milliseconds: number, signal: AbortSignal): Promise<void> {
    let listener: (line: string) => void = () => {}
    const heard = new Promise<void>((resolve) => {
      listener = (line) => {
        if (line.includes(text)) resolve()
      }
    })
    this.listeners.add(listener)
    const ended = this.exited.then((code) => {
      throw new UserError(`${this.name} ended early, with exit code ${code}`)
    })
    ended.catch(() => {})
    try {
      await within(milliseconds, this.name, signal, () => Promise.race([heard, ended]))
    } finally {
      this.listeners.delete(listener)
    }
  }

  /** Tells it to end, as Ctrl-C would; makes it end when it takes too long. */
  async stop(): Promise<void> {
    if (this.process.connected) this.process.disconnect()
    await within(endDeadline, this.name, undefined, () => this.exited).catch(() =>
      this.process.kill('SIGKILL'),
    )
    await this.exited.catch(() => {})
  }
}
