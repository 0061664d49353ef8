// How many calls ended how.

/** By 'returned', 'fulfilled', 'threw CODE', 'rejected CODE'. */
export type Tally = Readonly<Record<string, number>>

export function add(tally: Tally, to: Record<string, number>): void {
  for (const [outcome, count] of Object.entries(tally)) to[outcome] = (to[outcome] ?? 0) + count
}
