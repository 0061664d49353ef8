// THIRD-PARTY-NOTICES of a platform package: the licences of all that is inside of its binary, of their sources.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageOf } from './platforms.mjs'

/** Without the list of each file's holders, which for Boost has two megabytes: its licences don't ask for it. */
function licencesIn(text) {
  if (!text.startsWith('Format:')) return text
  return text
    .split(/\n{2,}/)
    .filter((stanza) => stanza.startsWith('License:'))
    .join('\n\n')
}

/** @param parts the name and the file of the licence of each */
export function writeNotices(platform, parts) {
  const rule = '-'.repeat(79)
  const texts = parts.map(({ name, file }) => {
    if (!existsSync(file)) throw new Error(`${name}: there is no licence at ${file}`)
    const text = licencesIn(readFileSync(file, 'utf8'))
    return `${rule}\n${name}\n${rule}\n\n${text.trim()}\n`
  })
  const head =
    'The binary in this package contains the following software, under the licences below.\n'
  writeFileSync(join(packageOf(platform), 'THIRD-PARTY-NOTICES'), [head, ...texts].join('\n'))
}
