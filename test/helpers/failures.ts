/**
 * Runs a check for each of many generated rows, and returns a line for each one that fails: a single test then lists
 * all failures. A row is a name, or begins with its name.
 */
export async function failuresOf<T extends string | readonly [string, ...unknown[]]>(
  rows: readonly T[],
  check: (row: T) => unknown,
): Promise<string[]> {
  if (rows.length === 0) throw new Error('there is nothing to check')
  const failures: string[] = []
  for (const row of rows) {
    try {
      await check(row)
    } catch (error) {
      failures.push(`${typeof row === 'string' ? row : row[0]}: ${String(error)}`)
    }
  }
  return failures
}
