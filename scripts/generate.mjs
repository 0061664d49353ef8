// Writes lib/generated from the tables in the built addon. --check compares instead, and fails when
// a file differs: the committed types must be the compiler's.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { emitters } from './generate/emit.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const directory = join(root, 'lib', 'generated')

/** The files as text, by name. Also used by the test that guards against drift. */
export async function generate() {
  const addon = createRequire(import.meta.url)(join(root, 'build/Release/libtorrent_napi.node'))
  const schema = {
    ...JSON.parse(addon.schema()),
    hash: addon.schemaHash,
    version: addon.libtorrentVersion,
  }
  const options = { ...(await resolveConfig(join(directory, 'x.ts'))), parser: 'typescript' }
  const files = {}
  for (const [name, emit] of Object.entries(emitters)) {
    const text = `// Made by scripts/generate.mjs from native/tables. Do not edit.\n${emit(schema)}`
    files[`${name}.ts`] = await format(text, options)
  }
  return files
}

async function main() {
  const files = await generate()
  mkdirSync(directory, { recursive: true })
  const stale = []
  for (const [name, text] of Object.entries(files)) {
    const path = join(directory, name)
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue
    stale.push(name)
    if (!process.argv.includes('--check')) writeFileSync(path, text)
  }
  if (stale.length === 0) return
  if (!process.argv.includes('--check')) return console.log(`generated: ${stale.join(', ')}`)
  console.error(`lib/generated differs from the tables: ${stale.join(', ')}; run npm run generate`)
  process.exitCode = 1
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
