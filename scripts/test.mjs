// `npm test` after the set-up: lint, types, generated files, API reference, then jest, as npm scripts. Every step runs
// even when an earlier one failed, so that one run shows all there is to mend. jest's own result is
// kept in build/jest.json. Arguments go to jest: `npm test -- test/unit`.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './setup/stamps.mjs'

const jestResult = join(root, 'build', 'jest.json')
const minutes = 75

const steps = [
  ['lint:ts'],
  ['lint:format'],
  ['lint:native'],
  ['lint:package'],
  ['typecheck'],
  ['generate', '--check'],
  ['docs'],
  ['jest', '--json', '--outputFile', jestResult, ...process.argv.slice(2)],
]

function passes([script, ...args]) {
  console.log(`\n== ${script}`)
  const { status, error } = spawnSync('npm', ['run', '--silent', script, '--', ...args], {
    cwd: root,
    stdio: 'inherit',
    timeout: minutes * 60_000,
  })
  if (error) console.error(`${script}: ${error.message}`)
  return status === 0
}

mkdirSync(join(root, 'build'), { recursive: true })
rmSync(jestResult, { force: true })
const failed = steps.filter((step) => !passes(step)).map(([script]) => script)
console.log(failed.length > 0 ? `\nFailed: ${failed.join(', ')}` : '\nEverything passed')
process.exitCode = failed.length > 0 ? 1 : 0
