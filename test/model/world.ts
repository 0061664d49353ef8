// One sequence: its directory, its sessions, and what was found wrong.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { localActor, workerActor } from './actors'
import { textOf } from './command'
import { writeFiles } from './content'
import { toParent } from './log'
import { savePaths } from './scene'
import { add } from './tally'
import type { Report } from './actor'
import type { AnyActor } from './actors'
import type { Command, Mode } from './command'
import type { ContentData } from './content'

export interface WorldOptions {
  readonly mode: Mode
  /** Where sequences have their directories. */
  readonly dir: string
  readonly contents: readonly ContentData[]
  readonly deadline: number
}

/** Commands that let time pass; the other commands are those of actors. */
export const pauses = ['turn', 'tick', 'settle'] as const

export class World {
  readonly tally: Record<string, number> = {}
  readonly #actors: readonly AnyActor[]
  readonly #dir: string
  readonly #problems: string[] = []

  constructor({ mode, dir, contents, deadline }: WorldOptions) {
    this.#dir = mkdtempSync(join(dir, 'sequence-'))
    for (const name of savePaths) mkdirSync(join(this.#dir, name))
    for (const { files } of contents) writeFiles(files, join(this.#dir, 'seed'))
    const place = { dir: this.#dir, ports: new Int32Array(new SharedArrayBuffer(8)) }
    const indices = mode === 'one session' ? [0] : [0, 1]
    const make = mode === 'two workers' ? workerActor : localActor
    this.#actors = indices.map((actor) =>
      make({ actor, place, contents, deadline, backend: actor }),
    )
  }

  /** Executes a command; the actors' ones return at once. */
  async execute(command: Command): Promise<void> {
    const { actor, name, numbers } = command
    // Actors log their commands, on their threads.
    if (pauses.some((pause) => pause === name)) toParent({ command: textOf(command) })
    if (name === 'settle') return this.#collect((one) => one.settle())
    if (name === 'turn' || name === 'tick') {
      for (const one of this.#actors) one.flush()
      return name === 'turn' ? turn() : pause(numbers[0] * 3)
    }
    this.#actors[actor % this.#actors.length]?.execute(command)
  }

  /** Ends the sequence; throws an Error that says what was wrong with it. */
  async finish(isGraceful: boolean): Promise<void> {
    await this.#collect((actor) => actor.finish(isGraceful), true)
    await turn() // rejections that are not handled are reported by now
    rmSync(this.#dir, { recursive: true, force: true })
  }

  /** Throws when something was wrong so far. */
  check(): void {
    if (this.#problems.length > 0) throw new Error(this.#problems.join('\n'))
  }

  problem(text: string): void {
    this.#problems.push(text)
  }

  async #collect(ask: (actor: AnyActor) => Promise<Report>, isLast = false): Promise<void> {
    const reports = await Promise.allSettled(this.#actors.map(ask))
    for (const report of reports) {
      if (report.status === 'rejected') this.problem(String(report.reason))
      else {
        this.#problems.push(...report.value.problems)
        if (isLast) add(report.value.tally, this.tally)
      }
    }
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** The time that passes between commands is an input of the test: other states of libtorrent. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
