// The main script of a child process: runs the sequences of one seed, or one sequence that is given.
import { join } from 'node:path'
import fc from 'fast-check'
import { preparation, someCommand } from './arbitrary'
import { commandFrom, modes, textOf } from './command'
import { makeContents } from './content'
import { toParent } from './log'
import { World } from './world'
import type { Command, Mode, Sequence } from './command'
import type { ContentData } from './content'

export interface ChildOptions {
  /** Where the sequences have their files; the parent deletes it. */
  readonly dir: string
  readonly seed: number
  /** Selects one sequence of the seed, as fast-check and the log print it; absent: all. */
  readonly path?: string | undefined
  /** How many sequences at most. */
  readonly sequences: number
  readonly maxCommands: number
  /** Milliseconds after which no further sequence begins. */
  readonly time: number
  /** Milliseconds within which a promise must be settled. */
  readonly deadline: number
  readonly modes?: readonly Mode[] | undefined
  /** Runs this instead of what a seed gives. */
  readonly sequence?: Sequence | undefined
}

/** The world of the sequence that is under way. */
let current: World | undefined

class Step implements fc.AsyncCommand<object, World> {
  constructor(readonly data: Command) {}

  /** Each command can be executed in each state: it is left out where its torrent is absent. */
  check(): boolean {
    return true
  }

  async run(_model: object, world: World): Promise<void> {
    await world.execute(this.data)
    world.check()
  }

  toString(): string {
    return textOf(this.data)
  }
}

/** Between the commands that add torrents and the others. */
const settle = new Step({ actor: 0, name: 'settle', numbers: [0, 0, 0] })

interface Run {
  readonly mode: Mode
  readonly isGraceful: boolean
  readonly steps: Iterable<fc.AsyncCommand<object, World>>
}

class Runner {
  #count = 0

  constructor(
    readonly dir: string,
    readonly contents: readonly ContentData[],
    readonly options: ChildOptions,
  ) {}

  async run({ mode, isGraceful, steps }: Run): Promise<void> {
    const { path = String(this.#count), deadline } = this.options
    this.#count++
    toParent({ begins: mode, isGraceful, path })
    const world = new World({ mode, dir: this.dir, contents: this.contents, deadline })
    current = world
    try {
      await fc.asyncModelRun(() => ({ model: {}, real: world }), steps)
    } finally {
      await world.finish(isGraceful).finally(() => (current = undefined))
    }
    world.check()
    toParent({ ended: world.tally })
  }

  async runSeed(): Promise<void> {
    const { seed, path, sequences, maxCommands, time, modes: chosen = modes } = this.options
    const end = performance.now() + time
    const property = fc.asyncProperty(
      fc.constantFrom(...chosen),
      fc.boolean(),
      fc.commands([preparation.map((data) => new Step(data))], { maxCommands: 6, size: 'max' }),
      someCommand.chain((command) =>
        fc.commands([command.map((data) => new Step(data))], { maxCommands, size: 'max' }),
      ),
      (mode, isGraceful, preparations, steps) => {
        // fast-check's own time limit would drop the sequence that is under way, and its failure.
        if (this.#count > 0 && performance.now() > end) throw new fc.PreconditionFailure(true)
        return this.run({ mode, isGraceful, steps: [...preparations, settle, ...steps] })
      },
    )
    const details = await fc.check(property, {
      seed,
      ...(path === undefined ? {} : { path }),
      numRuns: path === undefined ? sequences : 1,
    })
    if (!details.failed) return
    const [mode, isGraceful, first, then] = details.counterexample ?? []
    const commands = [...(first ?? []), settle, ...(then ?? [])].map(String).map(commandFrom)
    const failed = `${String(details.errorInstance)}\n${fc.defaultReportMessage(details) ?? ''}`
    this.#failed(failed, details.counterexamplePath ?? '', { mode: mode!, isGraceful, commands })
  }

  async runSequence(sequence: Sequence): Promise<void> {
    const { mode, isGraceful = true, commands } = sequence
    const steps = commands.map((data) => new Step(data))
    try {
      await this.run({ mode, isGraceful, steps })
    } catch (error) {
      this.#failed(String(error), '', sequence)
    }
  }

  #failed(failed: string, path: string, sequence: Sequence): void {
    toParent({ failed, path, sequence })
    process.exitCode = 1
  }
}

/** These fail the sequence that is under way; a shorter one may do the same. Between sequences, they fail the process. */
function reportUncaught(): void {
  const report = (what: string) => (error: unknown) => {
    const text = `${what}: ${textOfError(error)}`
    if (current) current.problem(text)
    else fail(text)
  }
  process.on('uncaughtException', report('uncaughtException'))
  process.on('unhandledRejection', report('unhandledRejection'))
}

function textOfError(error: unknown): string {
  return String(error instanceof Error ? error.stack : error)
}

function fail(text: string): void {
  console.error(text)
  process.exitCode = 1
}

async function main(): Promise<void> {
  const options = JSON.parse(process.argv[2] ?? '') as ChildOptions
  const { dir } = options
  reportUncaught()
  const runner = new Runner(dir, await makeContents(join(dir, 'contents')), options)
  if (options.sequence) await runner.runSequence(options.sequence)
  else await runner.runSeed()
}

main().catch((error: unknown) => fail(textOfError(error)))
