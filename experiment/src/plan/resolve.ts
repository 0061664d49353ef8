import { randomInt } from 'node:crypto'
import { basename } from 'node:path'
import { usageError } from '../util/errors'
import { issueOf } from '../util/json'
import { fileSize } from '../util/files'
import { largestSeed, mostIterations, planInput, type ReadPlan } from './input'
import { plan, type Plan, type Step } from './plan'
import { mergeParameters, parametersInput, resolveParameters } from './condition'
import type { Condition, Parameters } from './condition'
import { isParameter } from './parameters'

type ReadStep = ReadPlan['steps'][number]

const defaultFileName = 'random.bin'

/**
 * Gives everything in a plan its value, and refuses what can't be carried out.
 * @param what it is, for the messages; null: the command line
 */
export async function resolvePlan(what: string | null, input: unknown): Promise<Plan> {
  const result = planInput.safeParse(input)
  const about = what === null ? '' : `${what}: `
  if (!result.success) throw usageError(`${about}${issueOf(result.error)}`)
  const read = result.data
  try {
    const variants = variantsOf(read)
    const steps: Step[] = []
    for (const [index, step] of read.steps.entries()) {
      steps.push(...(await stepsOf(`steps[${index}]`, step, read, variants)))
    }
    const total = steps.reduce((sum, { iterations, warmUps }) => sum + iterations + warmUps, 0)
    if (total > mostIterations)
      throw usageError(`${total} iterations: expected ${mostIterations} at most`)
    return checked({
      name: read.name ?? 'custom',
      conditions: variants.map(({ condition }) => condition),
      steps,
      shuffle: seedOf(read.shuffle),
      contentSeed: read.contentSeed ?? null,
      timeout: read.timeout === undefined ? null : read.timeout * 1000,
      timeline: read.timeline ?? 'sample',
    })
  } catch (error) {
    throw usageError(`${about}${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Also what was made of the input, such as names of conditions, has to fit plan.json and the messages to peers. */
function checked(resolved: Plan): Plan {
  const result = plan.safeParse(resolved)
  if (!result.success) throw usageError(issueOf(result.error))
  return resolved
}

/** One step of a plan file under each of its conditions. */
async function stepsOf(
  key: string,
  step: ReadStep,
  { warmUp = 0, timeline = 'sample' }: ReadPlan,
  variants: readonly Variant[],
): Promise<Step[]> {
  const { conditions: wanted, file = null } = step
  const unknown = wanted?.find((name) => !variants.some(({ base }) => base === name))
  if (unknown !== undefined)
    throw usageError(`${key}.conditions: there is no condition '${unknown}'`)
  const content = {
    size: await sizeOf(key, step),
    iterations: step.iterations ?? 1,
    warmUps: Math.max(step.warmUp ?? warmUp, timeline === 'sample' ? 1 : 0),
    source: step.source === 'seeder' || step.source === undefined ? 0 : step.source,
    file,
    fileName: step.fileName ?? (file === null ? defaultFileName : basename(file)),
  }
  if (/[/\\]|^\.{0,2}$/.test(content.fileName))
    throw usageError(`${key}.fileName: expected a name without directories`)
  if (file !== null && step.fileName !== undefined)
    throw usageError(`${key}.fileName: a given file keeps its name: leave out fileName, or file`)
  if (file !== null && content.source !== 0)
    throw usageError(`${key}.source: a given file is the seeder's: leave out source, or file`)
  return variants.flatMap(({ base, condition: { name, peers } }, condition) => {
    if (wanted && !wanted.includes(base)) return []
    if (content.source > peers)
      throw usageError(`${key}.source: condition '${name}' has no peer ${content.source}`)
    return [{ ...content, condition }]
  })
}

async function sizeOf(key: string, { size, file }: ReadStep): Promise<number> {
  if (file === undefined) {
    if (size === undefined) throw usageError(`${key}.size: expected a size, or a file`)
    return size
  }
  const found = await fileSize(file)
  if (found === null) throw usageError(`${key}.file: no such file: ${file}`)
  if (found === 0) throw usageError(`${key}.file: ${file} is empty: there is nothing to share`)
  if (size !== undefined && size !== found)
    throw usageError(`${key}.size: ${file} has ${found} bytes`)
  return found
}

function seedOf(shuffle: boolean | number | undefined): number | null {
  if (shuffle === undefined || shuffle === false) return null
  return shuffle === true ? randomInt(largestSeed) : shuffle
}

/** A mistyped plan must not fill the memory. */
const mostConditions = 1000

/** A condition, and the name in the plan file's `conditions` that it comes from. */
interface Variant {
  readonly base: string
  readonly condition: Condition
}

/** Every one of the named conditions with every combination of the matrix. */
function variantsOf({ conditions = { '': {} }, matrix = {}, ...plan }: ReadPlan): Variant[] {
  const own = Object.entries(plan).filter(([key]) => isParameter(key))
  const common = parametersInput.parse(Object.fromEntries(own))
  const cells = combinations(matrix)
  const variants = Object.entries(conditions).flatMap(([base, own]) =>
    cells.map(({ label, cell }) => {
      const name = [base, label].filter((part) => part !== '').join(', ') || 'default'
      return {
        base,
        condition: resolveParameters(name, mergeParameters(mergeParameters(common, cell), own)),
      }
    }),
  )
  if (variants.length > mostConditions) throw tooMany()
  return variants
}

/** `{ a: [1, 2], b: [3] }` as `a=1, b=3` and `a=2, b=3`. */
function combinations(matrix: Record<string, unknown[]>): { label: string; cell: Parameters }[] {
  let all: { labels: string[]; cell: Record<string, unknown> }[] = [{ labels: [], cell: {} }]
  const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
  for (const [parameter, values] of Object.entries(matrix)) {
    if (all.length * values.length > mostConditions) throw tooMany()
    all = all.flatMap(({ labels, cell }) =>
      values.map((value) => ({
        labels: [...labels, `${parameter}=${shown(value)}`],
        cell: { ...cell, [parameter]: value },
      })),
    )
  }
  return all.map(({ labels, cell }) => {
    const result = parametersInput.safeParse(cell)
    if (!result.success) throw usageError(`matrix.${issueOf(result.error)}`)
    return { label: labels.join(', '), cell: result.data }
  })
}

function tooMany(): Error {
  return usageError(`the plan has more than ${mostConditions} conditions`)
}
