// Text from the network (names of torrents, files and clients, messages of trackers) on a terminal.

/** Control characters, line separators, and marks that change the direction of writing. */
const active = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/**
 * Escapes the characters that a terminal acts on: control characters, line breaks among them, and marks of the direction
 * of writing. Names of torrents, files and clients, and messages of trackers, come from other machines: print them through this.
 *
 * @returns the text, with escapes such as `\u{1b}` for these characters
 * @example
 * console.log(printable('a\u001b[31mred.txt')) // a\u{1b}[31mred.txt
 */
export function printable(text: string): string {
  return text.replace(active, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
}
