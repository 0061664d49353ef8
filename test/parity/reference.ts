// Debian's python3-libtorrent, to compare answers with.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import * as lt from '../../lib'
import { runProgram } from '../helpers/child'
import { describeUnless } from '../helpers/missing'

const candidates = ['/usr/bin/python3', 'python3']

function hasOurVersion(program: string): boolean {
  const code = 'import libtorrent; print(libtorrent.__version__)'
  const options = { encoding: 'utf8', timeout: 10_000, stdio: 'pipe' } as const
  try {
    return execFileSync(program, ['-c', code], options).trim() === lt.version
  } catch {
    return false
  }
}

/** The Python that has libtorrent of our version. */
const python = candidates.find(hasOurVersion)

/**
 * Tests that compare us with Python's binding. Without it they are reported as skipped, and a note
 * says why.
 */
export function describeParity(name: string, tests: () => void): void {
  const missing = python === undefined ? `there is no python3-libtorrent ${lt.version} here` : null
  if (missing) console.warn(`NOT COMPARED, ${name}: ${missing}`)
  describeUnless(missing, `as in Python: ${name}`, tests)
}

/** What is asked: one of the functions of reference.py, with its arguments. */
export type Job = readonly [name: string, ...args: unknown[]]

/** Bytes as Python answers them. */
export interface Bytes {
  readonly bytes: string
}

/** What Python answers to each job. */
export async function askPython(jobs: readonly Job[]): Promise<unknown[]> {
  if (python === undefined) throw new Error('there is no python3-libtorrent')
  const command = [python, '-B', join(__dirname, 'reference.py')]
  const { stdout, stderr } = await runProgram(command, { input: JSON.stringify(plain(jobs)) })
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout) as unknown[]
}

/** What Python answers to one job. */
export async function ask(...job: Job): Promise<unknown> {
  return (await askPython([job]))[0]
}

/** A value as JSON has them, as `plain()` of reference.py makes it. */
export function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('hex') }
  if (value instanceof Date) return value.getTime() / 1000
  if (value instanceof Map) return plain(Object.fromEntries(value))
  if (value instanceof lt.Bitfield) return [...value]
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'bigint') return Number(value)
  if (typeof value !== 'object' || value === null) return value
  return mapValues(value, plain)
}

export function mapValues<T, R>(
  record: Readonly<Record<string, T>> | object,
  change: (value: T) => R,
): Record<string, R> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, change(value as T)] as const),
  )
}

/** libtorrent's `file_size` as our name, `fileSize`. */
export function camelCase(name: string): string {
  return name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
}

/** Our `fileSize` as libtorrent's name, `file_size`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
