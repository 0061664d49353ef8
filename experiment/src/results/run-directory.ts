import {
  closeSync,
  createReadStream,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  writeFileSync,
} from 'node:fs'
import { readFile, rm, rmdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { plan, type Plan } from '../plan/plan'
import { codeOf, toUserError, usageError, UserError } from '../util/errors'
import { parseJson } from '../util/json'
import { ensureDirectory, writeWhole } from '../util/files'
import { visibleJson } from '../util/text'
import { type NodeSettings, nodeSettings, machine, type Machine } from './environment'
import { iterationResult, type IterationResult } from './iteration-result'

/** The files of a run. */
export const runFiles = {
  /** What is carried out: written before anything else. */
  plan: 'plan.json',
  /** Where the nodes run: written once all peers are connected. */
  nodes: 'nodes.json',
  /** Settings of the sessions: written when they are known of a condition. */
  settings: 'settings.json',
  /** A line per iteration, on the disk before the next one begins. */
  raw: 'raw.jsonl',
} as const

/** Options of the command besides the plan; a resumed run takes them from here. */
const runOptions = z.strictObject({
  listen: z.strictObject({ host: z.string(), port: z.int() }).optional(),
  port: z.int().optional(),
  trackerPort: z.int().optional(),
  savePath: z.string().optional(),
  strict: z.boolean().optional(),
  /** Whether each node was in a network namespace of its own, with links of so many bits a second and milliseconds. */
  netns: z.boolean().optional(),
  rate: z.number().optional(),
  delay: z.number().optional(),
  /** Percent of the packets. */
  loss: z.number().optional(),
  /** Whether programs of VDE delay and lose packets, instead of the kernel. */
  userspaceLinks: z.boolean().optional(),
  link: z.number().optional(),
})

const planFile = z.strictObject({
  format: z.literal(2),
  startedAt: z.string(),
  plan,
  options: runOptions,
})

export type RunOptions = z.infer<typeof runOptions>
type PlanFile = z.infer<typeof planFile>

/** What is on the disk of a run, whether it has ended or not. */
export interface Run extends PlanFile {
  readonly directory: string
  /** By the number of the node: 0 the seeder, n peer n. Empty if the peers never came. */
  readonly nodes: readonly Machine[]
  /** Null when they were not recorded. */
  readonly settings: readonly NodeSettings[] | null
  readonly results: readonly IterationResult[]
}

/** Makes the directory of a run and writes what will be carried out. */
export async function createRun(directory: string, plan: Plan, options: RunOptions): Promise<Run> {
  const path = await ensureDirectory(directory)
  const content: PlanFile = { format: 2, startedAt: new Date().toISOString(), plan, options }
  const file = join(path, runFiles.plan)
  await writeFile(file, `${visibleJson(JSON.stringify(content, null, 2))}\n`, {
    flag: 'wx',
    flush: true,
  }).catch((error: unknown) => {
    if (codeOf(error) === 'EEXIST')
      throw usageError(`${directory} has a run already: go on with it by --resume`)
    throw toUserError(error, `cannot write ${file}`)
  })
  return { ...content, directory: path, nodes: [], settings: null, results: [] }
}

/** Takes back `createRun()`: nothing has been measured. */
export async function discardRun(directory: string): Promise<void> {
  for (const name of Object.values(runFiles)) await rm(join(directory, name), { force: true })
  // whatever else is in it stays, and so does the directory then
  await rmdir(directory).catch(() => {})
}

/** Writes what is known of the nodes. Whole or not at all: what is half written could not be read by a resumed run. */
export async function writeNotes(
  directory: string,
  what: 'nodes' | 'settings',
  notes: readonly Machine[] | readonly NodeSettings[],
): Promise<void> {
  const file = join(directory, runFiles[what])
  try {
    await writeWhole(file, `${visibleJson(JSON.stringify(notes, null, 2))}\n`)
  } catch (error) {
    throw toUserError(error, `cannot write ${file}`)
  }
}

/** Reads what a run has left. A last line that was cut off by the end of a process does not count. */
export async function readRun(directory: string): Promise<Run> {
  const content = await readJson(directory, runFiles.plan, planFile)
  if (content === null) throw new UserError(`${directory} is no run: it has no ${runFiles.plan}`)
  const nodes = (await readJson(directory, runFiles.nodes, z.array(machine))) ?? []
  const settings = await readJson(directory, runFiles.settings, z.array(nodeSettings))
  return { ...content, directory, nodes, settings, results: await readResults(directory) }
}

/** Part by part: a string has 512 MiB at most, and the file may have more. */
async function readResults(directory: string): Promise<IterationResult[]> {
  const path = join(directory, runFiles.raw)
  const results: IterationResult[] = []
  // behind the last newline is nothing, or what was cut off
  let rest = ''
  try {
    for await (const part of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
      const lines = (rest + String(part)).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines)
        results.push(parseJson(`${path}, line ${results.length + 1}`, line, iterationResult))
    }
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw toUserError(error, `cannot read ${path}`)
  }
  return results
}

/** Bytes up to the last newline. */
function endOfLines(file: number): number {
  const part = Buffer.alloc(64 * 1024)
  for (let end = fstatSync(file).size; end > 0; end -= part.length) {
    const start = Math.max(0, end - part.length)
    const read = readSync(file, part, 0, end - start, start)
    const found = part.subarray(0, read).lastIndexOf(newline)
    if (found >= 0) return start + found + 1
  }
  return 0
}

async function readJson<T>(
  directory: string,
  name: string,
  schema: z.ZodType<T>,
): Promise<T | null> {
  const text = await readText(directory, name)
  return text === null ? null : parseJson(join(directory, name), text, schema)
}

/** Null when there is no such file. */
async function readText(directory: string, name: string): Promise<string | null> {
  try {
    return await readFile(join(directory, name), 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw toUserError(error, `cannot read ${join(directory, name)}`)
  }
}

const newline = 0x0a

/** A file of JSON lines, one per iteration. What was added is on the disk, whatever happens next. */
interface RecordFile extends Disposable {
  add(result: IterationResult): void
}

/**
 * Opens the file at once: it would be too late to learn after the first iteration that it can't be written. What the end of
 * an earlier process has left of a line is cut off.
 */
export function openRecord(directory: string): RecordFile {
  const path = join(directory, runFiles.raw)
  const orFail = <T>(act: () => T): T => {
    try {
      return act()
    } catch (error) {
      throw toUserError(error, `cannot write the results to ${path}`)
    }
  }
  const file = orFail(() => openSync(path, 'a+'))
  orFail(() => ftruncateSync(file, endOfLines(file)))
  return {
    add: (result) =>
      orFail(() => {
        // it writes all of it, where writeSync() may stop when the disk is full
        writeFileSync(file, `${visibleJson(JSON.stringify(result))}\n`)
        fsyncSync(file)
      }),
    [Symbol.dispose]: () => closeSync(file),
  }
}
