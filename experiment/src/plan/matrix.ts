import { usageError } from '../util/errors'
import { issueOf } from '../util/json'
import type { ReadPlan } from './input'
import {
  type Condition,
  mergeParameters,
  type Parameters,
  parametersInput,
  resolveParameters,
} from './condition'
import { isParameter } from './parameters'

/** A mistyped plan must not fill the memory. */
const mostConditions = 1000

/** A condition, and the name in the plan file's `conditions` that it comes from. */
export interface Variant {
  readonly base: string
  readonly condition: Condition
}

/** Every one of the named conditions with every combination of the matrix. */
export function variantsOf({ conditions = { '': {} }, matrix = {}, ...plan }: ReadPlan): Variant[] {
  const common = parametersInput.parse(pick(plan))
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

function pick(plan: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(plan).filter(([key]) => isParameter(key)))
}

/** `{ a: [1, 2], b: [3] }` as `a=1, b=3` and `a=2, b=3`. */
function combinations(matrix: Record<string, unknown[]>): { label: string; cell: Parameters }[] {
  let all: { labels: string[]; cell: Record<string, unknown> }[] = [{ labels: [], cell: {} }]
  for (const [parameter, values] of Object.entries(matrix)) {
    if (all.length * values.length > mostConditions) throw tooMany()
    all = all.flatMap(({ labels, cell }) =>
      values.map((value) => ({
        labels: [
          ...labels,
          `${parameter}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
        ],
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
