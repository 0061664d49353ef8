import { z } from 'zod'
import { parseSize } from '../util/units'
import { orIssue, parametersInput } from './condition'
import { timelines } from './plan'
import { descriptionOf } from './parameter-kinds'
import { parameterEntries } from './parameters'

export const mostIterations = 1_000_000
export const largestSeed = 2 ** 32 - 1

/** Size of content: bytes, or text as on the command line. */
const sizeInput = z.union([z.int().min(1), z.string()]).transform((value, context) => {
  if (typeof value === 'number') return value
  return orIssue(context, () => parseSize(value))
})

const count = z.int().min(0).max(mostIterations)

const stepInput = z.strictObject({
  /** Of random content; not needed for a given file. */
  size: sizeInput.optional(),
  iterations: count.min(1).optional(),
  warmUp: count.optional(),
  /** A file of the seeder's to share in every iteration, instead of random content. */
  file: z.string().min(1).optional(),
  /** What the content is called in the torrent. */
  fileName: z.string().min(1).max(200).optional(),
  /** `seeder` (default), or the number of the peer that has the file, from which all others fetch it. */
  source: z.union([z.literal('seeder'), z.int().min(1)]).optional(),
  /** Names of the conditions that it is carried out under; default: all. */
  conditions: z.array(z.string()).min(1).optional(),
})

/** A plan as a user writes it. */
export const planInput = z.strictObject({
  /** For editors: where the schema is that `node seed.js plan schema` prints. */
  $schema: z.string().optional(),
  name: z
    .string()
    .regex(/^[\w.-]{1,100}$/, 'expected letters, digits, and any of . _ -')
    .optional(),
  /** What all conditions have in common. */
  ...parametersInput.shape,
  /** Named sets of parameters: what is compared. */
  conditions: z.record(z.string().min(1).max(100), parametersInput).optional(),
  /** Values of parameters of which every combination becomes a condition, within each of `conditions`. */
  matrix: z.record(z.string(), z.array(z.unknown()).min(1)).optional(),
  steps: z.array(stepInput).min(1).max(10_000),
  /** Iterations of each step that come first and don't count. */
  warmUp: count.optional(),
  /** Whether the order is drawn, or the seed to draw it with. */
  shuffle: z.union([z.boolean(), z.int().min(0).max(largestSeed)]).optional(),
  /** Makes the content of each iteration, and so its info-hashes, the same in every run that has it. */
  contentSeed: z.int().min(0).max(largestSeed).optional(),
  /** Seconds that a transfer may take. */
  timeout: z.number().positive().max(2_000_000).optional(),
  /** Default: sample, for which a step has at least one warm-up. */
  timeline: z.enum(timelines).optional(),
})

export type PlanInput = z.input<typeof planInput>
/** The same with sizes as numbers. */
export type ReadPlan = z.output<typeof planInput>

type Schema = z.core.JSONSchema.BaseSchema

/** JSON Schema of a plan file: an editor that knows it completes keys and names mistakes. */
export function planSchema(): Schema {
  const schema: Schema = z.toJSONSchema(planInput, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => describeParameters(jsonSchema),
  })
  return { title: 'A plan of the experiment', ...schema }
}

/** Where an object has keys of parameters, these have the words of the command line. */
function describeParameters({ properties = {} }: Schema): void {
  for (const [name, line] of parameterEntries) {
    const property = properties[name]
    if (property === undefined || typeof property === 'boolean') continue
    property.description = descriptionOf(line)
    if (line.takesText) Object.assign(property, { type: ['integer', 'string'] })
  }
}

/** The experiment of the course: one seeder and three leechers. */
const csc573: PlanInput = {
  name: 'csc573',
  peers: 3,
  steps: [
    { size: 10_240, iterations: 333, fileName: 'A_10kB' },
    { size: 102_400, iterations: 33, fileName: 'A_100kB' },
    { size: 1_048_576, iterations: 3, fileName: 'A_1MB' },
    { size: 10_485_760, iterations: 1, fileName: 'A_10MB' },
  ],
}

/** Uploads that are limited, so that rates decide and not waits: for links with --delay and --loss. */
const latency: PlanInput = {
  name: 'latency',
  peers: 3,
  seederUp: 100_000,
  peerUp: 100_000,
  steps: [{ size: 1_000_000, iterations: 4 }],
}

/** The plan of a command line without content: some seconds on one machine. */
export const demonstration: PlanInput = {
  name: 'demonstration',
  steps: [
    { size: 10 * 1024, iterations: 20 },
    { size: 100 * 1024, iterations: 20 },
    { size: 1024 * 1024, iterations: 10 },
    { size: 10 * 1024 * 1024, iterations: 5 },
    { size: 100 * 1024 * 1024, iterations: 2 },
  ],
}

/** Plans that --plan takes by their names. */
export const namedPlans: readonly PlanInput[] = [csc573, latency, demonstration]
