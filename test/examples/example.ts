// Runs the programs of examples/ as a user does, except that their sessions keep to this machine.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { afterThisTest } from '../helpers/cleanup'
import { within } from '../helpers/deadline'
import type { ChildProcessByStdio } from 'node:child_process'
import type { Readable } from 'node:stream'

export const packageRoot = resolve(__dirname, '..', '..')

export interface Ending {
  /** Null when a signal ended it. */
  readonly code: number | null
  readonly lines: readonly string[]
  readonly stderr: string
}

/** A program that is running. It is killed at the end of the test. */
export class Example {
  readonly #process: ChildProcessByStdio<null, Readable, Readable>
  readonly #lines: string[] = []
  readonly #watchers = new Set<() => void>()
  readonly #ending: Promise<Ending>

  /** @param name of a file in examples/, or the path of a program */
  constructor(name: string, args: readonly string[]) {
    const program = resolve(packageRoot, 'examples', name)
    const preload = join(__dirname, 'isolated.cjs')
    this.#process = spawn(process.execPath, ['--require', preload, program, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    afterThisTest(() => this.#process.kill('SIGKILL'))
    createInterface(this.#process.stdout).on('line', (line) => {
      this.#lines.push(line)
      for (const look of this.#watchers) look()
    })
    this.#ending = this.#end(text(this.#process.stderr))
    this.#ending.catch(() => {})
  }

  /** How it ended. */
  async ended(): Promise<Ending> {
    try {
      return await within(this.#ending, 'the end of an example')
    } catch (cause) {
      throw new Error(`it said:\n${this.#lines.join('\n')}`, { cause })
    }
  }

  /** The first line that a pattern matches, of those that it has printed or will. */
  async said(pattern: RegExp): Promise<RegExpExecArray> {
    const { promise, stop } = this.#firstMatch(pattern)
    const ended = this.#ending.then(({ code, lines, stderr }) => {
      throw new Error(`ended with ${code} without ${pattern}:\n${lines.join('\n')}\n${stderr}`)
    })
    ended.catch(() => {})
    try {
      return await within(Promise.race([promise, ended]), `a line like ${pattern}`)
    } finally {
      stop()
    }
  }

  /** As Ctrl-C does. */
  interrupt(): void {
    this.#process.kill('SIGINT')
  }

  /** As kill -9 does. */
  kill(): void {
    this.#process.kill('SIGKILL')
  }

  #firstMatch(pattern: RegExp): { promise: Promise<RegExpExecArray>; stop: () => void } {
    let look = (): void => {}
    const promise = new Promise<RegExpExecArray>((resolve) => {
      look = () => {
        for (const line of this.#lines) {
          const match = pattern.exec(line)
          if (match) return resolve(match)
        }
      }
    })
    look()
    this.#watchers.add(look)
    return { promise, stop: () => this.#watchers.delete(look) }
  }

  async #end(stderr: Promise<string>): Promise<Ending> {
    const [code] = (await once(this.#process, 'close')) as [number | null]
    return { code, lines: this.#lines, stderr: await stderr }
  }
}

/** Runs a program to its end. */
export function runExample(name: string, ...args: readonly string[]): Promise<Ending> {
  return new Example(name, args).ended()
}
