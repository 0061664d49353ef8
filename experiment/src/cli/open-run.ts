import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf, toUserError, usageError, UserError } from '../util/errors'
import { createRun, readRun, type Run } from '../results/run-directory'
import { type ScheduledIteration, scheduledIteration, scheduleOf } from '../plan/plan'
import { planOf } from './plan'
import type { SeedArguments } from './seed-options'

/** Directory of runs without --results. */
const resultsDirectory = 'results'

export interface OpenedRun {
  readonly run: Run
  /** What is still to be carried out. */
  readonly schedule: readonly ScheduledIteration[]
  /** The options of now, over those that the run was begun with. */
  readonly args: SeedArguments
}

/** Begins the run that the options describe, or goes on with an earlier one. */
export async function openRun(args: SeedArguments): Promise<OpenedRun> {
  if (args.resume !== undefined) return resumeRun(args.resume, args)
  const plan = await planOf(args)
  const directory = args.results ?? (await newDirectory(plan.name))
  const { listen, port, trackerPort, savePath, strict, netns } = args
  const { rate, delay, loss, userspaceLinks, link } = args
  const links = { netns, rate, delay, loss, userspaceLinks, link }
  const options = { listen, port, trackerPort, savePath, strict, ...links }
  const run = await createRun(directory, plan, options)
  return { run, schedule: scheduleOf(plan), args }
}

async function resumeRun(directory: string, args: SeedArguments): Promise<OpenedRun> {
  const run = await readRun(directory)
  await checkPlan(run, args)
  checkLinks(run, args)
  const schedule = scheduleOf(run.plan)
  const last = run.results.at(-1)
  const due = schedule[run.results.length - 1]
  if (last && JSON.stringify(scheduledIteration.strip().parse(last)) !== JSON.stringify(due)) {
    throw new UserError(`${directory}: iteration ${run.results.length} is not the plan's`)
  }
  const { listen, port, trackerPort, savePath, strict, link } = run.options
  const earlier = { listen, port, trackerPort, savePath, strict, link }
  return { run, schedule: schedule.slice(run.results.length), args: { ...earlier, ...args } }
}

/** What is measured in one run has to have gone over the same links. */
function checkLinks({ directory, options }: Run, args: SeedArguments): void {
  const describe = ({ netns = false, rate, delay, loss, userspaceLinks }: Run['options']) =>
    [
      netns && '--netns',
      rate && `--rate ${rate}bit`,
      delay && `--delay ${delay}ms`,
      loss && `--loss ${loss}%`,
      userspaceLinks && '(by VDE)',
    ]
      .filter(Boolean)
      .join(' ') || 'no --netns'
  const [begun, now] = [describe(options), describe(args)]
  if (begun !== now) throw usageError(`${directory} was begun with ${begun}, not with ${now}`)
}

/** A plan that is given again has to be the one that was begun. */
async function checkPlan({ directory, plan }: Run, args: SeedArguments): Promise<void> {
  if (!describesPlan(args)) return
  const shuffle = args.shuffle === true && plan.shuffle !== null ? plan.shuffle : args.shuffle
  const given = await planOf({ ...args, ...(shuffle !== undefined && { shuffle }) })
  const key = difference(plan, given, 'plan')
  if (key !== null) throw usageError(`${directory} was begun with another plan: ${key} differs`)
}

/** Whether any option but those of the run itself was given. */
function describesPlan(args: SeedArguments): boolean {
  const given = Object.entries(args).filter(([, value]) => value !== undefined)
  return given.some(([name]) => !ofTheRun.has(name))
}

const ofTheRun = new Set<string>([
  ...(['resume', 'strict', 'savePath', 'port', 'token', 'trackerPort', 'listen', 'json'] as const),
  ...(['localPeers', 'launch', 'launchCommand', 'netns', 'rate', 'delay', 'control'] as const),
  ...(['loss', 'userspaceLinks'] as const),
  ...(['interface', 'link', 'inNamespace', 'tls'] as const),
] satisfies (keyof SeedArguments)[])

/** The first key in which two values differ. */
function difference(a: unknown, b: unknown, key: string): string | null {
  if (!isObject(a) || !isObject(b)) return a === b ? null : key
  for (const name of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const found = difference(a[name], b[name], `${key}.${name}`)
    if (found !== null) return found
  }
  return null
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** Makes a new directory, named by the time and by the plan. */
async function newDirectory(name: string): Promise<string> {
  const now = new Date().toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '')
  try {
    await mkdir(resultsDirectory, { recursive: true })
    for (let number = 1; ; number++) {
      const path = join(resultsDirectory, `${now}-${name}${number === 1 ? '' : `-${number}`}`)
      try {
        await mkdir(path)
        return path
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw error
      }
    }
  } catch (error) {
    throw toUserError(error, 'cannot write the results')
  }
}
