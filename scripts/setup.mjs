// Brings a fresh clone to where `--for PURPOSE` (setup/requirements.mjs) can start: system packages,
// node_modules, the addon, the compiled TypeScript, whom the trials compare us with. Runs before
// anything is installed, so it needs nothing but Node; a second start finds everything done.
import { join } from 'node:path'
import { ensureApart, installPackages } from './setup/apart.mjs'
import { ensureCompetitor } from './setup/bench.mjs'
import { oneAtATime } from './setup/lock.mjs'
import { ensureNative } from './setup/native.mjs'
import { expectOwner } from './setup/owner.mjs'
import { purposes } from './setup/requirements.mjs'
import { run, say, SetupError } from './setup/run.mjs'
import { ensureUnpacked } from './setup/unpacked.mjs'
import { modulesStaleBecause, root } from './setup/stamps.mjs'
import { typescriptProjects, typescriptStamp } from './setup/stamps.mjs'
import { ensureSystem } from './setup/system.mjs'

const usage = `usage: node scripts/setup.mjs [--for ${Object.keys(purposes).join('|')}]`

function purposeFrom(args) {
  if (args.length === 0) return 'build'
  const [option, purpose, ...rest] = args
  if (option === '--help') {
    console.log(usage)
    process.exit(0)
  }
  if (option !== '--for' || !Object.hasOwn(purposes, purpose ?? '') || rest.length > 0) {
    throw new SetupError(`unknown arguments: ${args.join(' ')}\n${usage}`)
  }
  return purpose
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 17)) {
    throw new SetupError(`Node.js 20.17 or newer is needed, this is ${process.versions.node}`)
  }
}

function ensureModules() {
  const reason = modulesStaleBecause()
  if (reason === null) return
  expectOwner()
  say(reason)
  installPackages(root)
}

function ensureTypeScript() {
  const reason = typescriptStamp.staleBecause()
  if (reason === null) return
  expectOwner()
  say(`the TypeScript needs to be compiled: ${reason}`)
  const started = new Date()
  const tsc = join('node_modules', 'typescript', 'bin', 'tsc')
  run(process.execPath, [tsc, '-b', ...typescriptProjects], { cwd: root })
  typescriptStamp.write(started)
}

function main() {
  const started = performance.now()
  const purpose = purposeFrom(process.argv.slice(2))
  checkNode()
  ensureSystem(purpose)
  ensureModules()
  if (purpose !== 'packages' && purpose !== 'test:install') ensureNative()
  ensureTypeScript()
  if (purpose === 'test' || purpose === 'bench') ensureCompetitor()
  if (purpose === 'bench') ensureApart('bench/npm')
  if (purpose === 'test:install') ensureApart('test/install')
  if (purpose === 'test') {
    ensureApart('test/runtimes')
    ensureUnpacked()
  }
  say(`ready for ${purpose} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
}

try {
  oneAtATime(main)
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  console.error(`setup: ${error.message}`)
  process.exitCode = 1
}
