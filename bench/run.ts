// npm run bench: runs the trials, prints their tables, and keeps them in results.json and results.md.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual, parseArgs } from 'node:util'
import { environment } from './harness/environment'
import { measure } from './harness/measure'
import { benchRoot } from './harness/implementations'
import { resultsText, trialText, type Results } from './harness/report'
import type { Trial } from './harness/trial'
import { trials } from './trials'

const usage = `usage: npm run bench -- [--only TRIAL[,TRIAL...]] [--repetitions N] [--smoke] [--out DIRECTORY] [--remark TEXT]
trials: ${trials.map(({ name }) => name).join(', ')}`

class UsageError extends Error {}

function chosen(only: string | undefined): readonly Trial[] {
  if (only === undefined) return trials
  return only.split(',').map((name) => {
    const trial = trials.find((trial) => trial.name === name)
    if (!trial) throw new UsageError(`there is no trial ${JSON.stringify(name)}\n${usage}`)
    return trial
  })
}

function count(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text)
  if (Number.isInteger(value) && value > 0) return value
  throw new UsageError(`--repetitions must be a whole number from 1, got ${JSON.stringify(text)}`)
}

function options(): ReturnType<typeof parse> {
  try {
    return parse()
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}

function parse() {
  return parseArgs({
    options: {
      help: { type: 'boolean', default: false },
      only: { type: 'string' },
      out: { type: 'string' },
      remark: { type: 'string' },
      repetitions: { type: 'string' },
      smoke: { type: 'boolean', default: false },
    },
  }).values
}

/** Trials that were run before stay, if it was on this machine with these versions. */
function earlier(file: string, now: Results['environment']): Results['trials'] {
  if (!existsSync(file)) return {}
  const stored = JSON.parse(readFileSync(file, 'utf8')) as Results
  return isDeepStrictEqual(stored.environment, now) ? stored.trials : {}
}

function keep(directory: string, ran: Results['trials']): void {
  mkdirSync(directory, { recursive: true })
  const file = join(directory, 'results.json')
  const now = environment()
  const all = { ...earlier(file, now), ...ran }
  const inOrder = trials.map(({ name }) => name).filter((name) => name in all)
  const kept = Object.fromEntries(inOrder.map((name) => [name, all[name]])) as Results['trials']
  const results: Results = { environment: now, trials: kept }
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`)
  writeFileSync(join(directory, 'results.md'), resultsText(results))
}

async function main(): Promise<void> {
  const { help, only, out, remark, repetitions, smoke } = options()
  if (help) return console.log(usage)
  const settings = { smoke, remark, repetitions: count(repetitions), log: console.error }
  const ran: Record<string, Results['trials'][string]> = {}
  for (const trial of chosen(only)) {
    const result = await measure(trial, settings)
    ran[trial.name] = result
    console.log(`\n${trialText(trial.name, result)}\n`)
    // after each trial: those that follow may take long
    if (!smoke || out !== undefined) keep(out ?? benchRoot, ran)
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof UsageError ? error.message : error)
  process.exitCode = error instanceof UsageError ? 2 : 1
})
