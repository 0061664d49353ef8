/** The part of the package that is used here; this release has no types of its own. */
declare module 'wrap-ansi' {
  interface Options {
    /** Break words that are longer than a line, too. */
    hard?: boolean
    /** Break lines between words; otherwise wherever they are full. Default: true. */
    wordWrap?: boolean
  }

  function wrapAnsi(text: string, columns: number, options?: Options): string
  export = wrapAnsi
}
