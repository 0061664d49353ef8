// Runs functions in child processes.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Program, packageRoot } from '../../helpers/child'
import { timeFactor } from '../../helpers/deadline'
import * as fuzz from './fuzz'
import * as kit from './kit'
import * as odd from './odd'
import type { Kit } from './kit'

export interface ChildOptions<T> {
  /** Passed to the function, as JSON. */
  data?: T
  /** Of Node, before the script. */
  flags?: readonly string[]
  /** Environment variables besides those of this process. */
  env?: Readonly<Record<string, string>>
  /** Milliseconds after which the child is killed, and the test fails. */
  deadline?: number
}

export interface Outcome {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  /** The values that the child sent with `kit.send()`. */
  readonly sent: readonly unknown[]
  /** Without the notes of `waits`. */
  readonly stderr: string
  /** Notes that the end waited more than half a second for open sessions or work: a slow machine makes them, too. */
  readonly waits: readonly string[]
}

const note = /^libtorrent-napi: exit waited .*\n/gm

/** An ordinary end without complaints. */
export const wellEnded = { code: 0, signal: null, stderr: '' }

type Main<T> = ((kit: Kit, data: T) => unknown) | string

/** Runs `main` with a kit in a child process until that ends. The function does not see variables of its scope. */
export function runChild<T>(main: Main<T>, options: ChildOptions<T> = {}): Promise<Outcome> {
  return new Child(main, options).ended
}

/** Like runChild(), for children that exchange messages with the test. */
export function startChild<T>(main: Main<T>, options: ChildOptions<T> = {}): Child {
  return new Child(main, options)
}

export class Child {
  readonly ended: Promise<Outcome>
  readonly #program: Program

  constructor(
    main: Main<never>,
    { data, flags = [], env = {}, deadline = 25_000 }: ChildOptions<unknown>,
  ) {
    const dir = mkdtempSync(join(tmpdir(), 'libtorrent-napi-'))
    const script = writeScript(dir, main, data)
    this.#program = new Program([process.execPath, ...flags, script], {
      cwd: dir,
      env: { ...process.env, NODE_OPTIONS: '', ...env },
    })
    this.ended = this.#end(deadline * timeFactor).finally(() =>
      rmSync(dir, { recursive: true, force: true }),
    )
    this.ended.catch(() => {})
  }

  /** The next value that the child sends. Rejects if it ends before. */
  async receive(): Promise<unknown> {
    return JSON.parse(await this.#program.nextLine())
  }

  /** Writes a line to the stdin of the child. */
  write(line: string): void {
    this.#program.write(line)
  }

  kill(signal?: NodeJS.Signals): void {
    this.#program.kill(signal)
  }

  async #end(deadline: number): Promise<Outcome> {
    const { code, signal, lines, stderr } = await this.#program.ended(deadline)
    return {
      code,
      signal,
      sent: lines.map((line): unknown => JSON.parse(line)),
      stderr: stderr.replace(note, ''),
      waits: stderr.match(note) ?? [],
    }
  }
}

function writeScript(dir: string, main: unknown, data: unknown): string {
  const kitFile = join(dir, 'kit.cjs')
  writeFileSync(kitFile, kitSource(dir, kitFile))
  const script = join(dir, 'main.cjs')
  const call = typeof main === 'string' ? main : `(${String(main)})(kit, data)`
  writeFileSync(
    script,
    `const kit = require('./kit.cjs'), data = ${JSON.stringify(data ?? null)};\n${call}\n`,
  )
  return script
}

function kitSource(dir: string, kitFile: string): string {
  const functions = Object.entries({ ...kit, ...fuzz, ...odd }).map(
    ([name, value]) => `${name}: ${String(value)},`,
  )
  return `'use strict'
module.exports = {
  get lt() { return require(${JSON.stringify(packageRoot)}) },
  fs: require('node:fs'),
  net: require('node:net'),
  path: require('node:path'),
  stream: require('node:stream'),
  workers: require('node:worker_threads'),
  require: require('node:module').createRequire(${JSON.stringify(join(packageRoot, 'package.json'))}),
  dir: ${JSON.stringify(dir)},
  packageRoot: ${JSON.stringify(packageRoot)},
  kitFile: ${JSON.stringify(kitFile)},
  ${functions.join('\n  ')}
}
`
}
