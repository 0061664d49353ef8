/** Columns of what is no terminal: a file, or a pipe to a program that shows it. */
const usual = 80
/** A table needs some. */
const fewest = 40

/** How many characters a line may have: those of the terminal; elsewhere what COLUMNS says, or 80. */
export function columnsOf(
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>,
  { COLUMNS }: NodeJS.ProcessEnv = process.env,
): number {
  const given = stream.isTTY ? stream.columns : Number(COLUMNS)
  // some terminals say 0
  return Math.max(fewest, Number.isInteger(given) && given > 0 ? given : usual)
}
