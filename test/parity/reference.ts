// Debian's python3-libtorrent, to compare answers with.
import { execFile, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import * as lt from '../../lib'
import { within } from '../helpers/deadline'

const candidates = ['/usr/bin/python3', 'python3']

/** The Python that has libtorrent of our version. */
const python = candidates.find((program) => {
  const code = 'import libtorrent; print(libtorrent.__version__)'
  const { stdout } = spawnSync(program, ['-c', code], { encoding: 'utf8', timeout: 10_000 })
  return stdout?.trim() === lt.version
})

/**
 * Tests that compare us with Python's binding. Without it they are reported as skipped, and a note
 * says why.
 */
export function describeParity(name: string, tests: () => void): void {
  if (python === undefined) {
    console.warn(`NOT COMPARED, ${name}: there is no python3-libtorrent ${lt.version} here`)
    describe.skip(`${name} as in Python`, tests)
  } else {
    describe(`${name} as in Python`, tests)
  }
}

export type Job = readonly [name: string, ...args: unknown[]]

/** What Python answers to each job; reference.py lists them. */
export async function askPython(jobs: readonly Job[]): Promise<any[]> {
  const child = execFile(python!, ['-B', join(__dirname, 'reference.py')], {
    maxBuffer: 1 << 28,
  })
  child.stdin!.end(JSON.stringify(jobs.map((job) => plain(job))))
  const output = Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'exit')])
  try {
    const [answers, complaints] = await within(output, 'the answer of Python')
    if (!answers) throw new Error(complaints)
    return JSON.parse(answers)
  } finally {
    child.kill('SIGKILL')
  }
}

export async function askPythonOnce(...job: Job): Promise<any> {
  return (await askPython([job]))[0]
}

/** A value as JSON has them, made as `plain()` of reference.py makes it. */
export function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('hex') }
  if (value instanceof Date) return value.getTime() / 1000
  if (value instanceof Map) return plain(Object.fromEntries(value))
  if (value instanceof lt.Bitfield) return [...value]
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'bigint') return Number(value)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]))
}

export function bytesOf(value: { bytes: string }): Buffer {
  return Buffer.from(value.bytes, 'hex')
}

/** `file_size` as our names are: `fileSize`. */
export function camelCase(name: string): string {
  return name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
}
