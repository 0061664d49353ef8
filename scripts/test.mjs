// `npm test` after the set-up: lint, types, generated files, API reference, then jest, as npm scripts. Every step runs
// even when an earlier one failed, so that one run shows everything to fix. The result of jest is in build/jest.json.
// Arguments are those of jest: `npm test -- test/unit`. With --quick (`npm run test:quick`) the steps are those that need
// neither a compiler of C++ nor other processes.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './setup/stamps.mjs'

const jestResult = join(root, 'build', 'jest.json')
const minutes = 75

const { quick, args } = splitArguments(process.argv.slice(2))

const quickSteps = [
  ['typecheck'],
  ['lint:ts'],
  ['lint:format'],
  ['jest', 'test/unit', 'test/session', ...args],
]

const allSteps = [
  ['lint:ts'],
  ['lint:format'],
  ['lint:native'],
  ['typecheck'],
  ['generate', '--check'],
  ['docs'],
  ['jest', '--json', '--outputFile', jestResult, ...args],
]

function splitArguments(given) {
  return { quick: given.includes('--quick'), args: given.filter((arg) => arg !== '--quick') }
}

function passes([script, ...args]) {
  console.log(`\n== ${script}`)
  const { status, error } = spawnSync('npm', ['run', '--silent', script, '--', ...args], {
    cwd: root,
    stdio: 'inherit',
    timeout: minutes * 60_000,
    shell: process.platform === 'win32', // npm is a batch file there
  })
  if (error) console.error(`${script}: ${error.message}`)
  return status === 0
}

mkdirSync(join(root, 'build'), { recursive: true })
rmSync(jestResult, { force: true })
const failed = (quick ? quickSteps : allSteps)
  .filter((step) => !passes(step))
  .map(([script]) => script)
console.log(failed.length > 0 ? `\nFailed: ${failed.join(', ')}` : '\nEverything passed')
process.exitCode = failed.length > 0 ? 1 : 0
