import { visibleLines } from '../../util/text'

/** HTML that is right as it stands. Made by `html` only, or by what writes markup itself. */
export class Markup {
  constructor(readonly text: string) {}
}

export type Content = string | number | Markup | null | readonly Content[]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escape(text: string): string {
  return visibleLines(text).replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

/** A template whose values become text, whatever they contain; markup and lists of markup stay what they are. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return new Markup(parts.map((part, index) => part + textOf(values[index] ?? null)).join(''))
}

function textOf(content: Content): string {
  if (content === null) return ''
  if (content instanceof Markup) return content.text
  if (typeof content === 'string' || typeof content === 'number') return escape(String(content))
  return content.map(textOf).join('')
}
