import type { execa } from 'execa' with { 'resolution-mode': 'import' }
import type { ChildProcess } from 'node:child_process'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { within } from '../util/cancel'

/** Milliseconds after which a child that was asked to end is killed: longer than its own deadline for that. */
const endDeadline = 5000
/** Milliseconds from the end of its input to the end of a child. */
const inputDeadline = 1500

/** Stands for the exit code of a process that a signal ended. */
export const killed = 128

/** One of our commands: where its script is on this machine. */
export function scriptPath(name: 'seed' | 'peer'): string {
  return resolve(__dirname, '../../..', `${name}.js`)
}

export interface ChildOptions {
  /** The program and its arguments. */
  readonly command: readonly string[]
  /**
   * The first line of its standard input, which ends when this process does. Across machines that takes the place of the
   * channel that ends a child with this process. Default: a channel, and no input.
   */
  readonly firstLine?: string | undefined
  /** Called with each line that it prints; null lets it print to this process's terminal. */
  readonly onLine: ((line: string, from: 'stdout' | 'stderr') => void) | null
}

/** Starts a child. */
export type ChildStarter = (options: ChildOptions) => Child

/** Loads execa, which is an ES module while this is CommonJS; then children start without a wait. */
export async function childStarter(): Promise<ChildStarter> {
  const module = await import('execa')
  return (options) => new Child(module.execa, options)
}

/** A process that ends when this one does. */
export class Child {
  /** Resolves with its exit code. */
  readonly exited: Promise<number>
  readonly #process: Pick<ChildProcess, 'on' | 'kill' | 'stdin'>

  constructor(start: typeof execa, { command, firstLine, onLine }: ChildOptions) {
    const output = onLine ? 'pipe' : 'inherit'
    const [program = '', ...args] = command
    const subprocess = start(program, args, {
      stdin: firstLine === undefined ? 'ignore' : 'pipe',
      stdout: output,
      stderr: output,
      buffer: false,
      reject: false,
      // The child ends when this channel does: that also covers a SIGKILL of this process.
      ipc: firstLine === undefined,
      cleanup: false,
      // Ctrl-C reaches every process of the terminal's group. This process ends a child outside of it, in order.
      detached: onLine !== null,
      // One that prints to this terminal is a seeder. It ends by its own deadline, and its report may take longer.
      forceKillAfterDelay: onLine !== null && endDeadline,
      windowsHide: true,
    })
    this.#process = subprocess
    this.exited = subprocess.then(({ exitCode, signal, cause }) => {
      if (exitCode === undefined && signal === undefined) throw cause
      return exitCode ?? killed
    })
    this.exited.catch(() => {})
    if (firstLine !== undefined) {
      // it may have ended already
      subprocess.stdin?.on('error', () => {}).write(`${firstLine}\n`)
    }
    if (!onLine) return
    for (const name of ['stdout', 'stderr'] as const) {
      const stream = subprocess[name]
      if (stream) createInterface(stream).on('line', (line) => onLine(line, name))
    }
  }

  /** Calls back with each message that it sends over the channel. */
  onMessage(listener: (message: unknown) => void): void {
    this.#process.on('message', listener)
  }

  /**
   * Ends it as SIGTERM does. One whose lines are read is killed when that takes too long. One that reads an input gets
   * the end of that first: then a process on another machine has ended, too.
   */
  async stop(): Promise<void> {
    this.#process.stdin?.end()
    const ended = () => this.exited
    if (this.#process.stdin)
      await within(inputDeadline, 'the end of a process', undefined, ended).catch(() => {})
    this.#process.kill()
    await this.exited.catch(() => {})
  }
}
