// Packages of npm: those of the clone, and those that the library's users and its own node_modules have nothing to do
// with.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expectOwner } from './owner.mjs'
import { run } from './run.mjs'
import { root } from './stamps.mjs'

/**
 * Installs what the lock file in a directory names. Development packages too, which NODE_ENV=production or `omit` in
 * npm's configuration would leave out. Without scripts: `prepare` of the clone would compile TypeScript too early.
 */
export function installPackages(directory) {
  const wanted = ['--include=dev', '--include=optional']
  run('npm', ['ci', ...wanted, '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: directory })
}

/** Installs the packages of a directory when its lock file is the newer. */
export function ensureApart(directory) {
  const dir = join(root, directory)
  const changed = (file) => statSync(join(dir, file), { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (changed(join('node_modules', '.package-lock.json')) >= changed('package-lock.json')) return
  expectOwner()
  installPackages(dir)
}
