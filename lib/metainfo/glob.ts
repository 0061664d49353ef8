// Patterns of file names, as shells have them.

/** What stands for itself in a pattern, and not in a regular expression. */
const special = /[\\^$.*+?()[\]{}|/]/u

const escaped = (text: string): string => text.replace(special, '\\$&')

/**
 * The regular expression of a pattern. `*` is any text without a slash, `**` any text, and `?` one character. `[a-z]` is one
 * of a set, `[!a-z]` one of the others, and `{a,b}` either. After a backslash a character stands for itself, and so does a
 * brace or bracket without its partner.
 *
 * @throws SyntaxError for a set whose bounds are in the wrong order
 */
export function globToRegExp(glob: string): RegExp {
  const source = new Translation(glob).alternatives(false)
  return new RegExp(`^(?:${source})$`, 'su')
}

class Translation {
  readonly #characters: readonly string[]
  #position = 0

  constructor(glob: string) {
    this.#characters = Array.from(glob)
  }

  /** Up to the closing brace, or to the end: there, commas stand for themselves. */
  alternatives(inBraces: boolean): string {
    let source = ''
    for (let next = this.#peek(); next !== undefined; next = this.#peek()) {
      if (inBraces && next === '}') break
      this.#position++
      source += inBraces && next === ',' ? '|' : this.#part(next)
    }
    return source
  }

  #part(character: string): string {
    switch (character) {
      case '*':
        return this.#stars()
      case '?':
        return '[^/]'
      case '[':
        return this.#set() ?? escaped(character)
      case '{':
        return this.#braces() ?? escaped(character)
      case '\\':
        return escaped(this.#characters[this.#position++] ?? character)
      default:
        return escaped(character)
    }
  }

  #stars(): string {
    if (this.#peek() !== '*') return '[^/]*'
    const isWholePart = [undefined, '/'].includes(this.#characters[this.#position - 2])
    while (this.#peek() === '*') this.#position++
    if (!isWholePart || this.#peek() !== '/') return '.*'
    this.#position++
    return '(?:.*/)?' // no directory, or several
  }

  #set(): string | undefined {
    const start = this.#position
    const isNegated = ['!', '^'].includes(this.#peek() ?? '')
    const first = isNegated ? start + 1 : start
    const end = this.#characters.indexOf(']', first + 1)
    if (end < 0) return undefined
    this.#position = end + 1
    const members = this.#characters
      .slice(first, end)
      .map((member) => (member === '-' ? member : escaped(member)))
    return `(?!/)[${isNegated ? '^' : ''}${members.join('')}]`
  }

  #braces(): string | undefined {
    const start = this.#position
    const source = this.alternatives(true)
    if (this.#peek() !== '}') {
      this.#position = start
      return undefined
    }
    this.#position++
    return `(?:${source})`
  }

  #peek(): string | undefined {
    return this.#characters[this.#position]
  }
}
