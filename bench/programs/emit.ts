// Events that a program sends to its harness: one JSON object a line.

/** Milliseconds on CLOCK_MONOTONIC, which all processes of a machine share. */
export function now(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

export function emit(event: string, figures: Readonly<Record<string, number>> = {}): void {
  process.stdout.write(`${JSON.stringify({ event, ...figures })}\n`)
}
