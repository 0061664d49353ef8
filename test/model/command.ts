// Commands as plain data: they cross threads, are written to a log, and are replayed from it.

/** The modes of a sequence: what runs the sessions, and how many there are. */
export const modes = ['one session', 'two sessions', 'two workers'] as const
export type Mode = (typeof modes)[number]

/** Three numbers that each command interprets in its own way, such as the index of a torrent. */
export type Numbers = readonly [number, number, number]

/** Every number of a command is below this. */
export const numberLimit = 12

export interface Command {
  /** Which session it acts on: 0 or 1. */
  readonly actor: number
  readonly name: string
  readonly numbers: Numbers
}

export interface Sequence {
  readonly mode: Mode
  /** Whether promises are awaited before the sessions are closed at the end. Default: true. */
  readonly isGraceful?: boolean | undefined
  readonly commands: readonly Command[]
}

export function textOf({ actor, name, numbers }: Command): string {
  return `${actor} ${name} ${numbers.join(' ')}`
}

/** Parses what `textOf()` returns. */
export function commandFrom(text: string): Command {
  const [actor = '', name = '', ...numbers] = text.trim().split(' ')
  const [first = 0, second = 0, third = 0] = numbers.map(Number)
  return { actor: Number(actor), name, numbers: [first, second, third] }
}
