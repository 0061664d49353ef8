// What a child writes for its parent: one JSON value a line, at once, so that a crash loses none.
import { writeSync } from 'node:fs'
import type { Mode, Sequence } from './command'
import type { Tally } from './tally'

export type Message =
  /** A sequence begins. With fast-check, `path` selects it among those of the seed. */
  | { readonly begins: Mode; readonly isGraceful: boolean; readonly path: string }
  /** A command is about to be executed: `textOf()` it. */
  | { readonly command: string }
  /** The sequence ended well. */
  | { readonly ended: Tally }
  /** What is wrong, as fast-check reports it: after it made the sequence shorter. */
  | { readonly failed: string; readonly path: string; readonly sequence: Sequence }

export type Log = (message: Message) => void

/** Writes to the parent; from workers, too. */
export const toParent: Log = (message) => {
  const line = Buffer.from(`${JSON.stringify(message)}\n`)
  for (let from = 0; from < line.length;) {
    try {
      from += writeSync(1, line, from)
    } catch (error) {
      // The pipe is full: the parent is about to read it.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
    }
  }
}
