// Programs that run in a process of their own: the only place where tests start one without waiting for it at once.
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { afterThisTest } from './cleanup'
import { waitLimit, within } from './deadline'
import type { ChildProcessWithoutNullStreams } from 'node:child_process'

export const packageRoot = resolve(__dirname, '..', '..')

export interface Ending {
  /** Null when a signal ended it. */
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
  /** Those of stdout. */
  readonly lines: readonly string[]
}

export interface ProgramOptions {
  readonly cwd?: string
  /** The whole environment. Left out: that of this process. */
  readonly env?: NodeJS.ProcessEnv
  /** Written to its stdin, which then ends. Left out: stdin stays open for write(). */
  readonly input?: string
}

/** A running program. It is killed at the end of the test. */
export class Program {
  readonly #process: ChildProcessWithoutNullStreams
  readonly #ending: Promise<Ending>
  readonly #lines: string[] = []
  readonly #watchers = new Set<() => void>()
  #received = 0
  #stdout = ''
  #stderr = ''

  constructor([command = '', ...args]: readonly string[], options: ProgramOptions = {}) {
    const { input, ...rest } = options
    this.#process = spawn(command, args, rest)
    this.#process.stdin.on('error', () => {}) // it ended before it read its input
    if (input !== undefined) this.#process.stdin.end(input)
    createInterface(this.#process.stdout).on('line', (line) => {
      this.#lines.push(line)
      for (const look of this.#watchers) look()
    })
    this.#process.stdout.setEncoding('utf8').on('data', (text: string) => (this.#stdout += text))
    this.#process.stderr.setEncoding('utf8').on('data', (text: string) => (this.#stderr += text))
    this.#ending = new Promise((resolve, reject) => {
      this.#process.once('error', reject)
      // after 'exit', when all of its output has been read
      this.#process.once('close', (code, signal) => {
        const [stdout, stderr] = [this.#stdout, this.#stderr]
        resolve({ code, signal, stdout, stderr, lines: this.#lines })
      })
    })
    this.#ending.catch(() => {})
    afterThisTest(() => this.kill())
  }

  /** Resolves when it has ended. Kills it, and rejects with its output, when it still runs after `ms`. */
  async ended(ms = waitLimit): Promise<Ending> {
    try {
      return await within(this.#ending, 'the end of a program', ms)
    } catch (cause) {
      this.kill()
      throw new Error(this.#report(), { cause })
    }
  }

  /** The first line of stdout, printed already or later, that a pattern matches. */
  line(pattern: RegExp): Promise<RegExpExecArray> {
    const find = (): RegExpExecArray | undefined =>
      this.#lines.map((line) => pattern.exec(line)).find((match) => match !== null)
    return this.#until(find, `a line like ${pattern}`)
  }

  /** The line of stdout after the one that the last call returned. */
  nextLine(): Promise<string> {
    const index = this.#received++
    return this.#until(() => this.#lines[index], `line ${index + 1}`)
  }

  /** Writes a line to its stdin. */
  write(line: string): void {
    this.#process.stdin.write(`${line}\n`)
  }

  /** Sends SIGINT, as Ctrl-C does. */
  interrupt(): void {
    this.kill('SIGINT')
  }

  kill(signal: NodeJS.Signals = 'SIGKILL'): void {
    this.#process.kill(signal)
  }

  async #until<T>(find: () => T | undefined, what: string): Promise<T> {
    const ended = this.#ending.then(() => {
      throw new Error(`it ended without ${what}`)
    })
    ended.catch(() => {})
    let look = (): void => {}
    const found = new Promise<T>((resolve) => {
      look = () => {
        const value = find()
        if (value !== undefined) resolve(value)
      }
    })
    look()
    this.#watchers.add(look)
    try {
      return await within(Promise.race([found, ended]), what)
    } catch (cause) {
      throw new Error(this.#report(), { cause })
    } finally {
      this.#watchers.delete(look)
    }
  }

  #report(): string {
    return `stdout:\n${this.#stdout}\nstderr:\n${this.#stderr}`
  }
}

/** Runs a command to its end. Its stdin is empty unless there is an input. */
export function runProgram(
  command: readonly string[],
  options: ProgramOptions = {},
): Promise<Ending> {
  return new Program(command, { input: '', ...options }).ended()
}

/** Runs JavaScript in which `lt` is the built package, to its end. */
export function runScript(program: string): Promise<Ending> {
  const source = `const lt = require(${JSON.stringify(packageRoot)});\n${program}`
  return runProgram([process.execPath, '-e', source])
}
