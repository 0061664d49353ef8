// Text that would change a terminal or a page if it were written as it is.

/** A title for the window, a report of the cursor, clearing, a C1 introducer, a reversal of direction, line ends. */
export const hostile =
  '\u001b]0;owned\u0007\u001b[6n\u001b[2J\u009b31m\u0090q\u202eevil\u2066\u2028x\u0085\r\u0008\u007f<script>'

/** The characters of a text that a terminal or a browser acts on, other than line feeds. */
export function activeIn(text: string): string[] {
  const active = /(?!\n)[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
  return [...new Set(text.match(active) ?? [])].map(
    (character) => `U+${character.charCodeAt(0).toString(16)}`,
  )
}
