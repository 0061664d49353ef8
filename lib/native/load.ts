// Finds and loads the native addon: a file that LIBTORRENT_NAPI_BINARY names, a build in this clone, or the
// package that npm installed for this platform.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join, resolve } from 'node:path'
import { PACKAGE_VERSION } from '../generated/tables'

/**
 * This file lies in a folder of lib/, and of dist/. The published package has it in a file in dist/. Undefined when a
 * bundler has made an ES module of it, which has no `__dirname`.
 */
const packageRoot =
  typeof __dirname === 'string'
    ? resolve(__dirname, basename(__dirname) === 'native' ? '../..' : '..')
    : undefined

const variable = 'LIBTORRENT_NAPI_BINARY'

const buildHere = '`npm run build:all` in a clone of the repository'

/** Known causes, found in the text of the loader's error, and what to do about each: texts of glibc, musl, macOS and Windows. */
const advice: [cause: RegExp, what: string][] = [
  [/belongs to another version of libtorrent-napi/, `Build it again from the same version: ${buildHere}.`],
  [
    /compiled against libtorrent/,
    'Versions of libtorrent 2.0 are not compatible with each other: build against the one that is ' +
      `installed (${buildHere}).`,
  ],
  [
    /libtorrent-rasterbar\S*: (cannot open|No such file)|Library not loaded: \S*libtorrent/,
    'The libtorrent-rasterbar library is not installed: `apt-get install libtorrent-rasterbar2.0`, ' +
      '`dnf install rb_libtorrent`, `pacman -S libtorrent-rasterbar`, `apk add libtorrent-rasterbar` or ' +
      '`brew install libtorrent-rasterbar`. If it is, as another version, build against that: ' +
      `${buildHere}.`,
  ],
  [
    /cannot open shared object file|loading shared library|Library not loaded|module could not be found/,
    'A system library is missing: install the package that brings it.',
  ],
  [
    /undefined symbol|symbol not found|version `\S+' not found/i,
    `It was built against other versions of the system libraries: ${buildHere}.`,
  ],
  [
    /ELF|mach-o|file too short|not a valid Win32|Exec format/i,
    `It is damaged or was built for another platform: ${buildHere}.`,
  ],
]

/** libcs that a platform package may be made for. npm installs the one that fits; other installers may install all. */
const libcs = process.platform === 'linux' ? ['-glibc', '-musl'] : ['']

function platformPackages(): string[] {
  return libcs.map((libc) => `@libtorrent-napi/${process.platform}-${process.arch}${libc}`)
}

/** `glibc 2.36`, `musl`, or the empty string where there is only one. */
function libcHere(): string {
  if (process.platform !== 'linux') return ''
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } }
  const version = report.header?.glibcVersionRuntime
  return version ? `, glibc ${version}` : ', musl'
}

/** A bundler copies this file, and neither the addon nor the packages beside it. */
function isBundled(): boolean {
  if (packageRoot === undefined) return true
  try {
    const text = readFileSync(join(packageRoot, 'package.json'), 'utf8')
    return (JSON.parse(text) as { name?: string }).name !== 'libtorrent-napi'
  } catch {
    return true
  }
}

function whatToDo(attempts: readonly Attempt[]): string {
  const loaded = attempts.find(({ exists }) => exists)
  if (loaded) {
    const known = advice.find(([cause]) => cause.test(loaded.reason))
    return known?.[1] ?? `Build it: ${buildHere}.`
  }
  if (process.env[variable]) {
    return `Let ${variable} name the file that ${buildHere} makes, or unset it.`
  }
  if (isBundled()) {
    return 'A bundle can not hold the addon: mark libtorrent-napi as external in the configuration of the bundler.'
  }
  return (
    'If there is a package for this platform, install again without `--omit=optional` (or `--no-optional`) and ' +
    `without a lock file that was written on another platform. If not, build it: ${buildHere}, and let ` +
    `${variable} name the file.`
  )
}

interface Attempt {
  readonly what: string
  readonly exists: boolean
  readonly reason: string
}

function failure(attempts: readonly Attempt[]): Error {
  const lines = [
    `libtorrent-napi could not load its addon on ${process.platform}-${process.arch}${libcHere()}, ` +
      `Node.js ${process.versions.node}.`,
    ...attempts.map(({ what, reason }) => `  ${what}: ${reason}`),
    whatToDo(attempts),
  ]
  return new Error(lines.join('\n'))
}

/** Where the addon may be, in order; undefined is a place that is not there. */
function* places(): Generator<{ what: string; file: string | undefined; absent: string }> {
  const given = process.env[variable]
  if (given) {
    const file = resolve(given)
    yield { what: `${variable}=${given}`, file: exists(file), absent: 'there is no such file' }
    return
  }
  if (packageRoot === undefined) return
  const built = join(packageRoot, 'build', 'Release', 'libtorrent_napi.node')
  yield { what: built, file: exists(built), absent: 'not built' }
  const from = createRequire(join(packageRoot, 'package.json'))
  for (const name of platformPackages()) {
    yield { what: name, file: resolved(from, name), absent: 'not installed' }
  }
}

const exists = (file: string): string | undefined => (existsSync(file) ? file : undefined)

function resolved(from: NodeJS.Require, name: string): string | undefined {
  try {
    return from.resolve(name)
  } catch {
    return undefined
  }
}

/** What native code and this package call of each other may differ from version to version. */
function requirePackageVersion(version: string | undefined): void {
  if (version === PACKAGE_VERSION) return
  throw new Error(
    `it belongs to another version of libtorrent-napi (${version ?? 'unknown'}; this is ${PACKAGE_VERSION})`,
  )
}

/**
 * Loads the native addon.
 *
 * @throws an Error that says for which platform, what was tried, why it failed and what to do
 */
export function loadAddon(): unknown {
  const attempts: Attempt[] = []
  for (const { what, file, absent } of places()) {
    if (file === undefined) {
      attempts.push({ what, exists: false, reason: absent })
      continue
    }
    try {
      // Bundlers replace `require(file)` by a function that finds only what they have bundled.
      const addon = createRequire(file)(file) as { packageVersion?: string }
      requirePackageVersion(addon.packageVersion)
      return addon
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      attempts.push({ what, exists: true, reason: reason.trim() })
    }
  }
  throw failure(attempts)
}
