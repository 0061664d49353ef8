/** Tests that need what not every machine has. Where it is missing they are skipped, and their name says what. */
export function describeUnless(missing: string | null, name: string, tests: () => void): void {
  if (missing === null) describe(name, tests)
  else describe.skip(`${name} (skipped: ${missing})`, tests) // nothing could stand in for the real thing
}
