// Text from outside: of other machines, of torrents, of files. It must not steer the terminal that shows it.

/**
 * Characters that a terminal or a browser acts on instead of showing them: control characters (C0, DEL, C1), separators
 * of lines and paragraphs, and marks of the direction of writing. Lone surrogates, because UTF-8 has no form for them.
 */
const active = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\p{Cs}]/gu

/** Returns the text on one line, with each such character as an escape like `\u{1b}`. */
export function visible(text: string): string {
  return text.replace(active, escaped)
}

/** Returns text of several lines in which only line feeds and tabs keep their effect. */
export function visibleLines(text: string): string {
  return text.replace(active, (character) =>
    /[\n\t]/.test(character) ? character : escaped(character),
  )
}

/** Returns JSON with the same value, in which such characters are escapes of JSON. */
export function visibleJson(json: string): string {
  return json.replace(active, (character) =>
    character === '\n' ? character : `\\u${codeOf(character).padStart(4, '0')}`,
  )
}

function escaped(character: string): string {
  return `\\u{${codeOf(character)}}`
}

function codeOf(character: string): string {
  return character.charCodeAt(0).toString(16)
}

/** Characters that a quotation keeps of the beginning and the end of a text: 200 in all, two lines of a terminal. */
const kept = { beginning: 120, end: 79 }

/** Returns text of another machine for use in a message: of a long one, the beginning and the end. */
export function quoted(text: string): string {
  if (text.length <= kept.beginning + 1 + kept.end) return text
  return `${text.slice(0, kept.beginning)}…${text.slice(-kept.end)}`
}

/** Returns the lines of a text joined by spaces, in time that is linear in its length. */
export function oneLine(text: string): string {
  const lines = text.split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '').join(' ')
}

/** Columns of what is no terminal: a file, or a pipe to a program that shows it. */
const usual = 80
/** A table needs some. */
const fewest = 40

/** How many characters a line may have: those of the terminal; elsewhere the variable COLUMNS, or 80. */
export function columnsOf(
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>,
  { COLUMNS }: NodeJS.ProcessEnv = process.env,
): number {
  const given = stream.isTTY ? stream.columns : Number(COLUMNS)
  // Some terminals report 0.
  return Math.max(fewest, Number.isInteger(given) && given > 0 ? given : usual)
}
