// What was built when, and for what. A build is stale when its stamp or its output is missing, when it
// was made for something else (`key`), or when one of its inputs changed after the build began.
// Directories count as inputs too: they change when a file is added or removed.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { utimesSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { output } from './run.mjs'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..')

const skipped = new Set(['node_modules', 'dist', 'build'])

/** Every file and directory under `path`, which may be a file itself or absent. */
export function* walk(path) {
  const info = statSync(path, { throwIfNoEntry: false })
  if (!info) return
  yield { path, info }
  if (!info.isDirectory()) return
  for (const name of readdirSync(path)) {
    if (!skipped.has(name)) yield* walk(join(path, name))
  }
}

export class Stamp {
  constructor(name, { inputs, outputs, key = () => '' }) {
    this.key = key
    this.file = join(root, 'build', `${name}.stamp`)
    this.inputs = inputs.map((input) => resolve(root, input))
    this.outputs = outputs.map((output) => join(root, output))
  }

  /** Returns the key of the recorded build, or null when none is recorded, as for a build of another machine. */
  madeFor() {
    return existsSync(this.file) ? readFileSync(this.file, 'utf8') : null
  }

  /** Why a build is needed, in words, or null. */
  staleBecause() {
    for (const file of this.outputs) {
      if (!existsSync(file)) return `${relative(root, file)} is absent`
    }
    const built = statSync(this.file, { throwIfNoEntry: false })
    if (!built) return 'no complete build is recorded'
    const madeFor = readFileSync(this.file, 'utf8')
    if (madeFor !== this.key()) return `it was made for ${madeFor}, not for ${this.key()}`
    for (const input of this.inputs) {
      for (const { path, info } of walk(input)) {
        if (info.mtimeMs > built.mtimeMs) return `${relative(root, path)} changed`
      }
    }
    return null
  }

  /** Records a build. What was saved while it ran is newer than its beginning, so it counts as changed. */
  write(started) {
    mkdirSync(dirname(this.file), { recursive: true })
    writeFileSync(this.file, this.key())
    utimesSync(this.file, started, started)
  }

  remove() {
    rmSync(this.file, { force: true })
  }
}

const prefixes = process.env.CMAKE_PREFIX_PATH ?? ''

/** Installed files that change when the libtorrent in a prefix does, which pkg-config need not know. */
const libtorrentInputs = prefixes
  .split(delimiter)
  .filter(Boolean)
  .flatMap((prefix) =>
    ['lib', 'lib64'].map((lib) => join(prefix, lib, 'cmake/LibtorrentRasterbar')),
  )

function installedLibtorrent() {
  const version = output('pkg-config', ['--modversion', 'libtorrent-rasterbar']) ?? ''
  return `libtorrent ${version}${prefixes && ` with CMAKE_PREFIX_PATH=${prefixes}`}`
}

const nativeInputs = ['native', 'CMakeLists.txt', 'scripts/build-native.mjs', 'package-lock.json']

export const nativeStamp = new Stamp('native', {
  inputs: [...nativeInputs, ...libtorrentInputs],
  outputs: ['build/Release/libtorrent_napi.node'],
  key: () => `${installedLibtorrent()} on ${process.platform}-${process.arch}`,
})

/**
 * Of the binary of a platform package, for the tree of libtorrent that `npm run prebuild` was given, or '' for the one
 * of a release. Without `libtorrent`, it is that of the recorded build.
 */
export function prebuiltStamp({ name }, libtorrent) {
  const stamp = new Stamp(`prebuilt-${name}`, {
    inputs: nativeInputs,
    outputs: [join('platforms', name, 'libtorrent_napi.node')],
    key: () => libtorrent ?? stamp.madeFor() ?? '',
  })
  return stamp
}

export const competitorStamp = new Stamp('competitor', {
  inputs: [
    'bench/cpp',
    'native/guards/no_delay.cpp',
    'native/guards/no_delay.h',
    ...libtorrentInputs,
  ],
  outputs: ['build/bench/competitor'],
  key: installedLibtorrent,
})

/** In the order in which they depend on each other. */
export const typescriptProjects = ['.', 'experiment', 'bench', 'test/model'].map((dir) =>
  join(dir, 'tsconfig.json'),
)

export const typescriptStamp = new Stamp('typescript', {
  inputs: [
    'lib',
    ...['harness', 'programs', 'trials', 'run.ts', 'scale.ts'].map((name) => join('bench', name)),
    ...typescriptProjects,
    'experiment/src',
    'test/model',
    'tsconfig.base.json',
  ],
  outputs: ['dist', 'experiment/dist', 'bench/dist', 'test/model/dist'].map((dir) =>
    join(dir, '.tsbuildinfo'),
  ),
})

/** Why `npm ci` is needed, in words, or null. */
export function modulesStaleBecause() {
  const installed = statSync(join(root, 'node_modules', '.package-lock.json'), {
    throwIfNoEntry: false,
  })
  if (!installed) return 'node_modules is absent or incomplete'
  if (!existsSync(join(root, 'node_modules', 'typescript'))) {
    return 'node_modules lacks the packages for development'
  }
  const lock = statSync(join(root, 'package-lock.json'))
  return lock.mtimeMs > installed.mtimeMs ? 'package-lock.json is newer than node_modules' : null
}
