// Runs tests with an addon that was built with a sanitizer of g++:
//   npm run test:sanitizer [address|undefined|thread] [-- jest's arguments]
// Node itself is not instrumented, so the sanitizer's library is loaded before it. What the sanitizer finds
// ends the process, and the test that it was in fails; the report is in build/<sanitizer>/report.*
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { output } from './setup/run.mjs'
import { root } from './setup/stamps.mjs'

const libraries = { address: 'libasan.so', undefined: 'libubsan.so', thread: 'libtsan.so' }
const fromUser = process.argv.slice(2)
const sanitizer = Object.hasOwn(libraries, fromUser[0] ?? '') ? fromUser.shift() : 'address'
const tests = fromUser.length > 0 ? fromUser : ['unit', 'session', 'swarm', 'alerts', 'process']
const place = join(root, 'build', sanitizer)

function run(args, env) {
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env })
  if (error) throw error
  return status === 0
}

function reports() {
  return readdirSync(place).filter((name) => name.startsWith('report.'))
}

const options = [
  `log_path=${join(place, 'report')}`,
  // jest's processes don't end by themselves. Freed memory is kept back for a while, but not so much
  // that test/process/leak.test.ts takes it for a leak.
  ...(sanitizer === 'address'
    ? ['detect_leaks=0', 'detect_stack_use_after_return=1', 'quarantine_size_mb=8']
    : []),
  ...(sanitizer === 'undefined' ? ['print_stacktrace=1', 'halt_on_error=1'] : []),
].join(':')

const built = run(['scripts/build-native.mjs'], { ...process.env, ADDON_SANITIZE: sanitizer })
if (!built) process.exit(1)
for (const name of reports()) rmSync(join(place, name))
const env = (options) => ({
  ...process.env,
  LIBTORRENT_NAPI_PREBUILD: place, // where node-gyp-build looks instead of in the package
  LD_PRELOAD: output('g++', [`-print-file-name=${libraries[sanitizer]}`]),
  ASAN_OPTIONS: options,
  UBSAN_OPTIONS: options,
  TSAN_OPTIONS: options,
})
const passed = run(
  [
    ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
    ...[join('node_modules', 'jest', 'bin', 'jest.js'), '--maxWorkers=1', ...tests],
  ],
  env(options),
)
// Node frees everything when a program ends by itself, so what is left then is a leak.
const whole =
  sanitizer !== 'address' ||
  run([join('test', 'runtimes', 'program.cjs')], env(`${options}:detect_leaks=1`))
for (const name of reports()) console.error(readFileSync(join(place, name), 'utf8'))
process.exitCode = passed && whole && reports().length === 0 ? 0 : 1
