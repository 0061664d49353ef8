// Runs functions in child processes of their own, and says how those ended.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { timeFactor } from '../../helpers/deadline'
import * as fuzz from './fuzz'
import * as kit from './kit'
import * as odd from './odd'
import type { ChildProcess } from 'node:child_process'
import type { Kit } from './kit'

export interface ChildOptions<T> {
  /** Handed to the function, as JSON. */
  data?: T
  /** Of Node, before the script. */
  flags?: readonly string[]
  /** Environment variables besides this process's own. */
  env?: Readonly<Record<string, string>>
  /** Milliseconds after which it is killed, and the test fails. */
  deadline?: number
}

export interface Outcome {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  /** What the child said with `kit.say()`. */
  readonly said: readonly unknown[]
  /** Without the note that its end took more than half a second: that's up to the machine. */
  readonly stderr: string
}

/** An ordinary end with nothing to complain about. */
export const wellEnded = { code: 0, signal: null, stderr: '' }

const packageRoot = resolve(__dirname, '../../..')
const running = new Set<Child>()

afterEach(() => {
  for (const child of running) child.kill()
})

/** Runs `main` with a kit in a child until that ends. Nothing of the function's scope comes along. */
export function runChild<T>(
  main: ((kit: Kit, data: T) => unknown) | string,
  options: ChildOptions<T> = {},
): Promise<Outcome> {
  return new Child(main, options).ended
}

/** As runChild(), for those that talk with their parent meanwhile. */
export function startChild<T>(
  main: ((kit: Kit, data: T) => unknown) | string,
  options: ChildOptions<T> = {},
): Child {
  return new Child(main, options)
}

export class Child {
  readonly ended: Promise<Outcome>
  readonly #process: ChildProcess
  readonly #said: unknown[] = []
  readonly #waiting: (() => void)[] = []
  #read = 0
  #stdout = ''
  #stderr = ''

  constructor(
    main: ((kit: Kit, data: never) => unknown) | string,
    { data, flags = [], env = {}, deadline = 25_000 }: ChildOptions<unknown>,
  ) {
    const dir = mkdtempSync(join(tmpdir(), 'libtorrent-napi-'))
    const script = writeScript(dir, main, data)
    this.#process = spawn(process.execPath, [...flags, script], {
      cwd: dir,
      env: { ...process.env, NODE_OPTIONS: '', ...env },
    })
    this.#process.stdin?.on('error', () => {}) // it ended before it was told something
    running.add(this)
    this.#listen()
    this.ended = this.#end(deadline * timeFactor).finally(() => {
      running.delete(this)
      rmSync(dir, { recursive: true, force: true })
    })
    this.ended.catch(() => {})
  }

  /** The next thing that the child says. Rejects if it ends without. */
  async hear(): Promise<unknown> {
    const news = new Promise<void>((done) => {
      if (this.#read < this.#said.length) done()
      else this.#waiting.push(done)
    })
    await Promise.race([news, this.ended])
    if (this.#read < this.#said.length) return this.#said[this.#read++]
    throw new Error(`the child ended without a word\n${this.#report()}`)
  }

  tell(text: string): void {
    this.#process.stdin?.write(`${text}\n`)
  }

  kill(signal: NodeJS.Signals = 'SIGKILL'): void {
    this.#process.kill(signal)
  }

  #listen(): void {
    this.#process.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const lines = (this.#stdout + text).split('\n')
      this.#stdout = lines.pop() ?? ''
      for (const line of lines) this.#said.push(JSON.parse(line))
      for (const done of this.#waiting.splice(0)) done()
    })
    this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr += text
    })
  }

  #end(deadline: number): Promise<Outcome> {
    return new Promise((fulfil, reject) => {
      let isLate = false
      const timer = setTimeout(() => {
        isLate = true
        this.kill()
      }, deadline)
      this.#process.once('error', reject)
      // After 'exit', when all that it wrote has been read.
      this.#process.once('close', (code, signal) => {
        clearTimeout(timer)
        const stderr = this.#stderr.replace(/^libtorrent-napi: exit waited .*\n/gm, '')
        const outcome = { code, signal, said: this.#said, stderr }
        if (!isLate) return fulfil(outcome)
        reject(new Error(`the child was alive after ${deadline} ms\n${this.#report()}`))
      })
    })
  }

  #report(): string {
    const said = this.#said.map((value) => JSON.stringify(value)).join('\n')
    return `it said:\n${said}\n${this.#stdout}\nstderr:\n${this.#stderr}`
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
