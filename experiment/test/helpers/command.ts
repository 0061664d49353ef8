// seed.js, peer.js and run.js as a user runs them.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { afterThisTest } from '../../../test/helpers/cleanup'
import { waitLimit, within } from '../../../test/helpers/deadline'

const packageRoot = resolve(__dirname, '..', '..', '..')

export interface Outcome {
  /** Null when a signal ended it. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Place {
  readonly through?: readonly string[]
  readonly env?: NodeJS.ProcessEnv
}

/**
 * A command that is running, as the leader of a process group, as a shell starts it. What a test leaves running is killed
 * after it.
 */
export class Command {
  readonly process: ChildProcess
  readonly #lines = { stdout: [] as string[], stderr: [] as string[] }
  readonly #closed: Promise<unknown>
  #onLine = (): void => {}

  /**
   * @param script relative to the package
   * @param temporary where it makes temporary directories
   * @param place the command that runs it, as in a namespace, and variables of its environment
   */
  constructor(
    script: string,
    args: readonly string[],
    temporary = tmpdir(),
    { through = [], env = {} }: Place = {},
  ) {
    // where results go
    const cwd = mkdtempSync(join(tmpdir(), 'command-'))
    afterThisTest(() => rmSync(cwd, { recursive: true }))
    const path = resolve(packageRoot, script)
    const [program = '', ...words] = [...through, process.execPath, path, ...args]
    this.process = spawn(program, words, {
      cwd,
      env: { ...process.env, TMPDIR: temporary, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    for (const name of ['stdout', 'stderr'] as const) {
      createInterface(this.process[name]!).on('line', (line) => {
        this.#lines[name].push(line)
        this.#onLine()
      })
    }
    this.#closed = once(this.process, 'close')
    afterThisTest(() => {
      this.process.kill('SIGKILL')
      return this.#closed
    })
  }

  /** The first line of stdout, past or to come, that contains a text. */
  printed(text: string, ms = waitLimit): Promise<string> {
    const found = new Promise<string>((resolve, reject) => {
      const look = (): void => {
        const line = this.#lines.stdout.find((line) => line.includes(text))
        if (line !== undefined) resolve(line)
      }
      this.#onLine = look
      look()
      void this.#closed.then(() => {
        look()
        reject(new Error(`it ended without saying '${text}': ${JSON.stringify(this.#lines)}`))
      })
    })
    return within(found, `'${text}'`, ms)
  }

  /** Does what a terminal does at Ctrl-C: every process of the group gets SIGINT. */
  pressControlC(): void {
    process.kill(-this.process.pid!, 'SIGINT')
  }

  async end(ms = waitLimit): Promise<Outcome> {
    await within(this.#closed, 'the end of a command', ms)
    const { stdout, stderr } = this.#lines
    return {
      code: this.process.exitCode,
      stdout: stdout.join('\n'),
      stderr: stderr.join('\n'),
    }
  }
}

export function run(script: string, ...args: string[]): Promise<Outcome> {
  return new Command(script, args).end()
}
