// The types of files by the endings of their names, as the npm package mime-types chooses them. They are
// generated, so that the package that is published needs no other.
import { types } from 'mime-types'

export function mimeTypes() {
  const endings = new Map()
  for (const [ending, type] of Object.entries(types)) {
    if (/^\w[\w.-]*$/.test(ending)) endings.set(type, [...(endings.get(type) ?? []), ending])
  }
  const lines = [...endings].sort().map(([type, names]) => `${type} ${names.sort().join(' ')}`)
  return `// Made by scripts/generate.mjs from the npm package mime-types. Do not edit.
/** A line per type, with the endings of its files. */
export const mimeTypes = \`
${lines.join('\n')}
\`
`
}
