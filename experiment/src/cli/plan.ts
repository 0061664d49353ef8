import type { Command } from 'commander'
import { peersNeeded, type Plan, tallyOf } from '../plan/plan'
import { planSchema, type PlanInput, demonstration, namedPlans } from '../plan/input'
import { visible } from '../util/text'
import { formatCount } from '../util/units'
import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { reasonOf, usageError, UserError } from '../util/errors'
import { fileSize } from '../util/files'
import { mergeParameters, type Parameters } from '../plan/condition'
import { resolvePlan } from '../plan/resolve'
import { parametersOf } from './command'
import type { SeedArguments } from './seed-options'

/** Adds `node seed.js plan`, for authors of plan files. */
export function addPlanCommand(program: Command): void {
  const plan = program.command('plan').description('Checks plan files, and describes their form.')
  plan
    .command('check')
    .description('Checks plan files without executing them.')
    .argument('<file...>', 'plans in JSON')
    .action(checkAll)
  plan
    .command('schema')
    .description('Prints the JSON Schema of a plan file, for an editor.')
    .action(() => print(JSON.stringify(planSchema(), null, 2)))
}

/** Fails with the reasons of all files that are wrong. */
async function checkAll(files: readonly string[]): Promise<void> {
  const reasons: string[] = []
  for (const file of files) {
    try {
      print(await check(file))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      reasons.push(error.message)
    }
  }
  if (reasons.length > 0) throw usageError(reasons.join('\n'))
}

/** Fails where `--plan` would, with the same reason. */
async function check(file: string): Promise<string> {
  const plan = await planOf({ plan: file, netns: false, inNamespace: false })
  const { iterations, warmUps } = tallyOf(plan.steps, [])
  const counts = [
    formatCount(iterations.planned, 'iteration'),
    formatCount(warmUps.planned, 'warm-up'),
    formatCount(plan.steps.length, 'step'),
    formatCount(plan.conditions.length, 'condition'),
    formatCount(peersNeeded(plan), 'peer'),
  ]
  return visible(`${file}: ${counts.join(', ')}`)
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

type StepInput = PlanInput['steps'][number]

/** The plan that the options describe: one by name, one in a file, or one by its sizes. */
export async function planOf(args: SeedArguments): Promise<Plan> {
  const [what, input] = await inputOf(args)
  const { warmUp, shuffle, contentSeed, timeout, timeline, direction } = args
  const { steps, ...others } = input
  return resolvePlan(what, {
    ...others,
    ...mergeParameters(others as Parameters, parametersOf(args)),
    ...defined({ warmUp, shuffle, contentSeed, timeline, timeout: timeout && timeout / 1000 }),
    steps: direction === undefined ? steps : directed(steps, direction),
  })
}

/** @returns what it is, for messages, and the plan as it was written */
async function inputOf(args: SeedArguments): Promise<[string | null, PlanInput]> {
  const { plan } = args
  const steps = await stepsOf(args)
  if (plan === undefined) return [null, steps ? { name: 'custom', steps } : demonstration]
  const named = namedPlans.find(({ name }) => name === plan)
  return named ? [null, named] : [`the plan ${plan}`, await readPlan(plan)]
}

async function readPlan(path: string): Promise<PlanInput> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'))
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    if (!isObject) throw usageError(`the plan ${path}: expected an object`)
    return { name: basename(path, '.json'), ...value } as PlanInput
  } catch (error) {
    if (error instanceof SyntaxError)
      throw usageError(`the plan ${path} is not JSON: ${error.message}`)
    if (error instanceof UserError) throw error
    const names = namedPlans.map(({ name }) => name).join(', ')
    const reason = reasonOf(error)
    throw usageError(
      `no plan is called ${path} (but ${names}), nor is there such a file: ${reason}`,
    )
  }
}

/** Pairs files or sizes with names and iterations; one of the latter counts for all. Null when there are none. */
async function stepsOf(args: SeedArguments): Promise<StepInput[] | null> {
  const { file = [], fileSize: sizes = [], fileName: names = [], iterations: counts = [] } = args
  const length = Math.max(file.length, sizes.length)
  if (length === 0) {
    if (names.length > 0) throw usageError('--file-name needs --file-size')
    if (counts.length > 0) throw usageError('--iterations needs --file-size or --file')
    return null
  }
  const of = <T>(option: string, values: readonly T[], index: number): T | undefined => {
    if (values.length > 1 && values.length !== length)
      throw usageError(`${length} times a file and ${values.length} times ${option}: give one each`)
    return values.length === 1 ? values[0] : values[index]
  }
  const steps = Array.from({ length }, async (_, index): Promise<StepInput> => {
    const size = of('--file-size', sizes, index)
    const fileName = of('--file-name', names, index)
    const path = of('--file', file, index)
    const content =
      path === undefined ? { size, fileName } : await given(path, size, fileName, args)
    return { iterations: of('--iterations', counts, index) ?? 1, ...defined(content) }
  })
  return Promise.all(steps)
}

/** A file that exists is shared as it is; for one that doesn't, random content is made that is called the same. */
async function given(
  path: string,
  size: number | undefined,
  fileName: string | undefined,
  { savePath = '.' }: SeedArguments,
) {
  const file = resolve(savePath, path)
  const isMade = size !== undefined && (await fileSize(file)) === null
  return isMade ? { size, fileName: fileName ?? basename(file) } : { file, size, fileName }
}

function defined<T extends object>(values: T): Partial<{ [Key in keyof T]: NonNullable<T[Key]> }> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<{ [Key in keyof T]: NonNullable<T[Key]> }>
}

/** A files are the seeder's, B files those of the first peer. */
function directed(steps: readonly StepInput[], direction: 'A' | 'B' | 'both'): StepInput[] {
  return steps.flatMap((step): StepInput[] => {
    const ways = { A: { ...step, source: 'seeder' as const }, B: { ...step, source: 1 } }
    return direction === 'both' ? [ways.A, ways.B] : [ways[direction]]
  })
}
