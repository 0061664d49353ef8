// Builds libtorrent and the addon with a sanitizer of g++, and runs tests with them:
//   npm run test:sanitizer [address|undefined|thread] [-- [--libtorrent PATH] [jest's arguments]]
// libtorrent is Debian's source package, or the source tree PATH. Node itself is not instrumented, so the
// sanitizer's library is loaded before it. A report does not end the process, but the command fails.
import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { ensureAddon } from './sanitizer/addon.mjs'
import { logOption, makeReports, takeReports } from './sanitizer/reports.mjs'
import { environmentOf, sanitizers } from './sanitizer/sanitizers.mjs'
import { say, SetupError } from './setup/run.mjs'
import { root } from './setup/stamps.mjs'

/** Takes the options that are ours; all others are jest's. */
function argumentsFrom(args) {
  const rest = [...args]
  const name = Object.hasOwn(sanitizers, rest[0] ?? '') ? rest.shift() : 'address'
  const at = rest.indexOf('--libtorrent')
  const [, path] = at < 0 ? [] : rest.splice(at, 2)
  if (at >= 0 && path === undefined)
    throw new SetupError('--libtorrent needs the path of a source tree')
  const tests = rest.length > 0 ? rest : ['test/(unit|session|swarm|process)/']
  return { name, source: path && resolve(path), tests }
}

function node(args, env) {
  const options = { cwd: root, stdio: 'inherit', env }
  const { status, signal, error } = spawnSync(process.execPath, args, options)
  if (error) throw error
  if (signal) say(`${args.join(' ')} was ended by ${signal}`)
  return status === 0
}

function main() {
  const started = performance.now()
  const { name, source, tests } = argumentsFrom(process.argv.slice(2))
  ensureAddon(name, source)
  const place = makeReports(name)
  const jest = [
    ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
    ...[join('node_modules', 'jest', 'bin', 'jest.js'), '--maxWorkers=1', ...tests],
    ...(sanitizers[name].ignored ? ['--testPathIgnorePatterns', sanitizers[name].ignored] : []),
  ]
  const log = [logOption(place)]
  let passed = node(jest, environmentOf(name, log))
  if (sanitizers[name].findsLeaks) {
    // Node frees everything when a program ends by itself, so memory that is left then is a leak.
    const program = join('test', 'runtimes', 'program.cjs')
    passed = node([program], environmentOf(name, [...log, 'detect_leaks=1'])) && passed
  }
  const reports = takeReports(place)
  const minutes = ((performance.now() - started) / 60_000).toFixed(1)
  say(
    `${name}: tests ${passed ? 'passed' : 'failed'}, ${reports} distinct reports, ${minutes} minutes`,
  )
  process.exitCode = passed && reports === 0 ? 0 : 1
}

try {
  main()
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  console.error(`setup: ${error.message}`)
  process.exitCode = 1
}
