// Packages of npm that the library's users and its own node_modules have nothing to do with.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.mjs'
import { root } from './stamps.mjs'

/** Installs the package in a directory, without running scripts, when its lock file is the newer. */
export function ensureApart(directory) {
  const dir = join(root, directory)
  const changed = (file) => statSync(join(dir, file), { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (changed(join('node_modules', '.package-lock.json')) >= changed('package-lock.json')) return
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: dir })
}
