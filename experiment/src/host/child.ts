import { type ChildProcess, spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { within } from '../util/cancel'

/** A child that was told to end gets this long, in milliseconds. */
const endDeadline = 2500

/** What stands for the exit code of a process that a signal ended. */
export const killed = 128

export interface ChildOptions {
  /** One of our commands: `seed` or `peer`. */
  readonly script: string
  readonly args: readonly string[]
  /** A command that runs what follows, as in a namespace. Default: none. */
  readonly through?: readonly string[]
  /** Gets what it prints, line by line; null lets it print to this process's terminal. */
  readonly onLine: ((line: string) => void) | null
}

/** One of our commands as a process of its own, which ends when this process does. */
export class Child {
  /** Resolves with its exit code. */
  readonly exited: Promise<number>
  private readonly process: ChildProcess

  constructor({ script, args, through = [], onLine }: ChildOptions) {
    const output = onLine ? 'pipe' : 'inherit'
    const path = resolve(__dirname, '../../..', `${script}.js`)
    const [command = '', ...rest] = [...through, process.execPath, path, ...args]
    this.process = spawn(command, rest, {
      // by the channel it learns that this process is gone, however that happened
      stdio: ['ignore', output, output, 'ipc'],
      // Ctrl-C reaches every process of the terminal's group. A child outside of it is ended by this process, in order.
      detached: onLine !== null,
      windowsHide: true,
    })
    this.exited = new Promise((resolve, reject) => {
      this.process.once('error', reject)
      this.process.once('exit', (code) => resolve(code ?? killed))
    })
    this.exited.catch(() => {})
    for (const stream of [this.process.stdout, this.process.stderr]) {
      if (stream && onLine) createInterface(stream).on('line', onLine)
    }
  }

  /** Calls back with what it sends over the channel. */
  onMessage(listener: (message: unknown) => void): void {
    this.process.on('message', listener)
  }

  /** Tells it to end, as Ctrl-C would; makes it end when it takes too long. */
  async stop(): Promise<void> {
    if (this.process.connected) this.process.disconnect()
    await within(endDeadline, 'a child', undefined, () => this.exited).catch(() =>
      this.process.kill('SIGKILL'),
    )
    await this.exited.catch(() => {})
  }
}
