// The Content-Type of a file, by the ending of its name.
import { extname } from 'node:path'
import { mimeTypes } from '../generated/mime-types'

let byEnding: ReadonlyMap<string, string> | undefined

function typesByEnding(): ReadonlyMap<string, string> {
  byEnding ??= new Map(
    mimeTypes
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [type = '', ...endings] = line.split(' ')
        return endings.map((ending): [string, string] => [ending, type])
      }),
  )
  return byEnding
}

/** Returns the type of a file with this name, and for text that it is UTF-8. */
export function contentType(name: string): string {
  const ending = extname(name).slice(1).toLowerCase()
  const type = typesByEnding().get(ending) ?? 'application/octet-stream'
  return type.startsWith('text/') ? `${type}; charset=utf-8` : type
}

/** Whether a browser may run scripts of a document of this type, which comes from strangers. */
export function isActive(type: string): boolean {
  return /html|xml|svg/.test(type)
}
