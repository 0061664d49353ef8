// Runs random sequences of calls against the model of test/model for a long time, or one of them again:
//   npm run test:soak -- [--minutes 30] [--seed N] [--mode 'two workers'] [--sanitizer address|undefined|thread]
//   npm run test:soak -- --seed N --path P       the sequence that a failure names
//   npm run test:soak -- --sequence FILE         the sequence that a failure was saved as
// Each failure is saved in build/model. The exit code is 1 after a failure.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureAddon } from './sanitizer/addon.mjs'
import { logOption, makeReports, takeReports } from './sanitizer/reports.mjs'
import { environmentOf, sanitizers } from './sanitizer/sanitizers.mjs'
import { run } from './setup/run.mjs'
import { root } from './setup/stamps.mjs'

const options = {
  minutes: { type: 'string', default: '30' },
  seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
  path: { type: 'string' },
  sequence: { type: 'string' },
  mode: { type: 'string' },
  sanitizer: { type: 'string' },
  libtorrent: { type: 'string' }, // the source tree that was given to test:sanitizer, if one was
}

const compiled = join(root, 'test', 'model', 'dist')
const results = join(root, 'build', 'model')

function number(text, name) {
  const value = Number(text)
  if (text.trim() !== '' && Number.isFinite(value) && value >= 0) return value
  throw new RangeError(`--${name} must be a number from 0, got '${text}'`)
}

function save({ seed, path, sequence, text }) {
  const place = path.replaceAll(':', '-').slice(0, 40)
  const file = join(results, `failure-${seed}-${place}.json`)
  mkdirSync(results, { recursive: true })
  writeFileSync(file, JSON.stringify(sequence, null, 1))
  console.error(`\n${text}\nAgain: npm run test:soak -- --seed ${seed} --path ${path}`)
  console.error(`Again: npm run test:soak -- --sequence ${file}\n`)
}

function oneOf(known, text, name) {
  if (text === undefined || known.includes(text)) return text
  throw new RangeError(`--${name} must be one of ${known.join(', ')}, got '${text}'`)
}

async function settingsFrom({ seed, mode, sanitizer }) {
  const { modes } = await import(join(compiled, 'command.js'))
  oneOf(Object.keys(sanitizers), sanitizer, 'sanitizer')
  return {
    script: join(compiled, 'child.js'),
    seed: number(seed, 'seed'),
    modes: oneOf(modes, mode, 'mode') && [mode],
    // Milliseconds for a promise; instrumented code is up to twenty times slower.
    deadline: sanitizer ? 120_000 : 20_000,
  }
}

async function again(values, settings) {
  const { runChild } = await import(join(compiled, 'runner.js'))
  const { maxCommands } = await import(join(compiled, 'soak.js'))
  const sequence = values.sequence && JSON.parse(readFileSync(values.sequence, 'utf8'))
  const limits = { sequences: 1, maxCommands, time: number(values.minutes, 'minutes') * 60_000 }
  const { failure } = await runChild({ ...settings, ...limits, path: values.path, sequence })
  console.log(failure?.text ?? 'The sequence keeps to the model')
  return failure === null
}

async function soak(values, settings) {
  const { soak, textOf } = await import(join(compiled, 'soak.js'))
  console.log(`from seed ${settings.seed}`)
  let saved = 0
  const summary = await soak({
    ...settings,
    seconds: number(values.minutes, 'minutes') * 60,
    onProgress({ failures }) {
      for (const failure of failures.slice(saved)) save(failure)
      saved = failures.length
    },
  })
  console.log(textOf(summary))
  return summary.failures.length === 0 && summary.sequences > 0
}

const { values } = parseArgs({ options })
run(process.execPath, [join('node_modules', 'typescript', 'bin', 'tsc'), '-b', 'test/model'], {
  cwd: root,
})
const settings = await settingsFrom(values)
if (values.sanitizer) ensureAddon(values.sanitizer, values.libtorrent && resolve(values.libtorrent))
const place = values.sanitizer && makeReports(values.sanitizer)
if (place) settings.env = environmentOf(values.sanitizer, [logOption(place)])
const isReplay = values.path !== undefined || values.sequence !== undefined
const passed = await (isReplay ? again(values, settings) : soak(values, settings))
const reports = place ? takeReports(place) : 0
process.exitCode = passed && reports === 0 ? 0 : 1
