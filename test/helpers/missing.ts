/** Tests that need what not every machine has. Where it is missing they are skipped, and their name says what. */
export function describeUnless(missing: string | null, name: string, tests: () => void): void {
  if (missing === null) describe(name, tests)
  else describe.skip(`${name} (skipped: ${missing})`, tests) // reason: no mock stands in for root, a browser, another runtime or client
}
