// Keeps account of the calls of one session's sequence: what they returned, threw or promised.
import { LibtorrentError } from 'libtorrent-napi'
import { situationOf, wrongFailure, wrongSuccess } from './model'
import type { Allowed, SessionModel, Situation, TorrentModel } from './model'

/** When a promise is settled at the latest: by itself, or when its torrent is removed or its session closed. */
export type Settles = 'by itself' | 'when resumed' | 'when ended'

export interface Subject {
  readonly name: string
  readonly session: SessionModel
  readonly torrent?: TorrentModel | undefined
  readonly allowed: Allowed
  readonly settles: Settles
  /** Looks at what the call gave; returns what is wrong with it, or null. */
  readonly check: (value: unknown) => string | null
}

/** What a command returns that finds nothing to call. */
export const leftOut = Symbol('left out')

interface Pending {
  readonly subject: Subject
  readonly settled: Promise<void>
}

export class Calls {
  readonly tally: Record<string, number> = {}
  readonly problems: string[] = []
  readonly #pending = new Set<Pending>()
  readonly #deadline: number

  /** @param deadline milliseconds within which a promise must be settled */
  constructor(deadline: number) {
    this.#deadline = deadline
  }

  /** Makes a call; its promise is followed, not awaited. */
  make(subject: Subject, call: () => unknown): void {
    const situation = situationOf(subject.session, subject.torrent)
    let value: unknown
    try {
      value = call()
    } catch (error) {
      this.#failed('threw', error, subject, situation)
      return
    }
    if (value === leftOut) return this.count('left out')
    if (value instanceof Promise) this.#follow(value, subject, situation)
    else this.#succeeded('returned', value, subject, situation)
  }

  problem(text: string): void {
    this.problems.push(text)
  }

  count(outcome: string): void {
    this.tally[outcome] = (this.tally[outcome] ?? 0) + 1
  }

  /** Waits for the promises that must be settled, also for those that are made meanwhile. */
  async settle(...which: readonly Settles[]): Promise<void> {
    const end = performance.now() + this.#deadline
    for (;;) {
      const due = [...this.#pending].filter(({ subject }) => which.includes(subject.settles))
      if (due.length === 0) return
      const isLate = await this.#waitFor(due, end - performance.now())
      if (!isLate) continue
      for (const pending of due) {
        if (!this.#pending.delete(pending)) continue
        this.problem(`${pending.subject.name}: not settled within ${this.#deadline} ms`)
      }
    }
  }

  async #waitFor(due: readonly Pending[], ms: number): Promise<boolean> {
    if (ms <= 0) return true
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<true>((resolve) => {
      timer = setTimeout(resolve, ms, true)
    })
    const all = Promise.all(due.map(({ settled }) => settled)).then(() => false)
    return Promise.race([all, late]).finally(() => clearTimeout(timer))
  }

  #follow(promise: Promise<unknown>, subject: Subject, situation: Situation): void {
    const settled = promise.then(
      (value) => this.#succeeded('fulfilled', value, subject, situation),
      (error: unknown) => this.#failed('rejected', error, subject, situation),
    )
    const pending = { subject, settled: settled.finally(() => this.#pending.delete(pending)) }
    this.#pending.add(pending)
  }

  #succeeded(how: string, value: unknown, subject: Subject, situation: Situation): void {
    this.count(how)
    const wrong = wrongSuccess(situation, subject.allowed) ?? subject.check(value)
    if (wrong !== null) this.problem(`${subject.name} ${how}: ${wrong}`)
  }

  #failed(how: string, error: unknown, subject: Subject, situation: Situation): void {
    const { code, name } = error as { code?: unknown; name?: unknown }
    this.count(`${how} ${String(error instanceof LibtorrentError ? code : name)}`)
    const wrong = wrongFailure(error, situation, subject.allowed)
    if (wrong !== null) this.problem(`${subject.name} ${how} ${String(error)}: ${wrong}`)
  }
}
