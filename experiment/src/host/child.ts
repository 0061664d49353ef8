import type { ChildProcess } from 'node:child_process'
import type { execa } from 'execa' with { 'resolution-mode': 'import' }
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'

/** Milliseconds after which a child that was asked to end is killed. */
const endDeadline = 2500

/** Stands for the exit code of a process that a signal ended. */
export const killed = 128

export interface ChildOptions {
  /** One of our commands: `seed` or `peer`. */
  readonly script: string
  readonly args: readonly string[]
  /** A command that runs what follows, as in a namespace. Default: none. */
  readonly through?: readonly string[]
  /** Called with each line that it prints; null lets it print to this process's terminal. */
  readonly onLine: ((line: string) => void) | null
}

/** Starts a child. */
export type ChildStarter = (options: ChildOptions) => Child

/** Loads execa, which is an ES module while this is CommonJS; then children start without a wait. */
export async function childStarter(): Promise<ChildStarter> {
  const module = await import('execa')
  return (options) => new Child(module.execa, options)
}

/** One of our commands as a process of its own, which ends when this process does. */
export class Child {
  /** Resolves with its exit code. */
  readonly exited: Promise<number>
  readonly #process: Pick<ChildProcess, 'on' | 'kill'>

  constructor(start: typeof execa, { script, args, through = [], onLine }: ChildOptions) {
    const output = onLine ? 'pipe' : 'inherit'
    const path = resolve(__dirname, '../../..', `${script}.js`)
    const [command = '', ...rest] = [...through, process.execPath, path, ...args]
    const subprocess = start(command, rest, {
      stdin: 'ignore',
      stdout: output,
      stderr: output,
      all: true,
      buffer: false,
      reject: false,
      // The child ends when this channel does: that also covers a SIGKILL of this process.
      ipc: true,
      cleanup: false,
      // Ctrl-C reaches every process of the terminal's group. This process ends a child outside of it, in order.
      detached: onLine !== null,
      forceKillAfterDelay: endDeadline,
      windowsHide: true,
    })
    this.#process = subprocess
    this.exited = subprocess.then(({ exitCode, signal, cause }) => {
      if (exitCode === undefined && signal === undefined) throw cause
      return exitCode ?? killed
    })
    this.exited.catch(() => {})
    if (onLine) createInterface(subprocess.all).on('line', onLine)
  }

  /** Calls back with each message that it sends over the channel. */
  onMessage(listener: (message: unknown) => void): void {
    this.#process.on('message', listener)
  }

  /** Ends it as SIGTERM does, and kills it when that takes too long. */
  async stop(): Promise<void> {
    this.#process.kill()
    await this.exited.catch(() => {})
  }
}
