// The implementations that are compared, where their programs are, and which versions are installed.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as lt from 'libtorrent-napi'

/** bench/, of which this is dist/harness/implementations.js. */
export const benchRoot = resolve(__dirname, '..', '..')
const packageRoot = resolve(benchRoot, '..')

export interface Implementation {
  readonly name: string
  /** Returns null when it isn't installed. */
  readonly version: () => string | null
  /** The command line that starts one of its programs. */
  readonly command: (program: string) => readonly [string, ...string[]]
}

/** The version in what a command prints, or null when there is no such command. */
function printedVersion(command: string, args: readonly string[]): string | null {
  const { stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', timeout: 10_000 })
  if (error) return null
  return /\d+(\.\d+)+/.exec(stdout + stderr)?.[0] ?? null
}

function packageVersion(directory: string): string | null {
  const file = join(directory, 'package.json')
  if (!existsSync(file)) return null
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

/** Programs have kebab-case names; C++ and Python write them with underscores. */
const snakeCase = (name: string): string => name.replaceAll('-', '_')

const cppProgram = join(packageRoot, 'build', 'bench', 'competitor')
const python = '/usr/bin/python3' // Debian's: another one on the PATH doesn't know its packages

export const ours: Implementation = {
  name: 'libtorrent-napi',
  version: () => `${packageVersion(packageRoot) ?? ''} (libtorrent ${lt.version})`,
  command: (program) => [process.execPath, join(benchRoot, 'dist', 'programs', `${program}.js`)],
}

/** What scripts/bench-installed.mjs lays out. */
const installedRoot = join(packageRoot, 'build', 'bench', 'installed')

/** The packages as npm installs them: one file of JavaScript, and the platform's binary where it has been made. */
export const installed: Implementation = {
  name: 'libtorrent-napi, installed',
  version: () => {
    const version = packageVersion(join(installedRoot, 'node_modules', 'libtorrent-napi'))
    if (version === null) return null
    const print = 'process.stdout.write(require("libtorrent-napi").version)'
    const args = { cwd: installedRoot, encoding: 'utf8', timeout: 10_000 } as const
    const { stdout } = spawnSync(process.execPath, ['-e', print], args)
    return `${version} (libtorrent ${stdout})`
  },
  command: (program) => [process.execPath, join(installedRoot, 'programs', `${program}.js`)],
}

export const cpp: Implementation = {
  name: 'C++',
  version: () => printedVersion(cppProgram, ['version']),
  command: (program) => [cppProgram, snakeCase(program)],
}

export const python3: Implementation = {
  name: 'python3-libtorrent',
  version: () => printedVersion(python, ['-c', 'import libtorrent; print(libtorrent.__version__)']),
  command: (program) => [python, join(benchRoot, 'python', `${snakeCase(program)}.py`)],
}

function fromNpm(name: string): Implementation {
  return {
    name,
    version: () => packageVersion(join(benchRoot, 'npm', 'node_modules', name)),
    command: (program) => [process.execPath, join(benchRoot, 'npm', `${program}.mjs`)],
  }
}

export const webtorrent = fromNpm('webtorrent')
export const createTorrent = fromNpm('create-torrent')

export const aria2: Implementation = {
  name: 'aria2',
  version: () => printedVersion('aria2c', ['--version']),
  command: () => ['aria2c'],
}

export const mktorrent: Implementation = {
  name: 'mktorrent',
  version: () => printedVersion('mktorrent', ['-h']),
  command: () => ['mktorrent'],
}

export const allImplementations = [
  ours,
  installed,
  cpp,
  python3,
  webtorrent,
  createTorrent,
  aria2,
  mktorrent,
]
