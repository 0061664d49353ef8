// Writes lib/generated and the generated pages of docs/ from the tables in the built addon, and the types of files
// from the npm package mime-types. --check compares instead,
// and fails when a file differs: the committed types must be the compiler's. --newer <file> first takes
// in what the schema in that file, of an addon with a newer libtorrent, has beyond this one's.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { parityTable } from './generate/coverage.mjs'
import { undocumented } from './generate/docs.mjs'
import { emitters } from './generate/emit.mjs'
import { errorsPage } from './generate/errors.mjs'
import { numbersPage } from './generate/numbers.mjs'
import { mimeTypes } from './generate/mime-types.mjs'
import { additions, newerSchema, oldestConstants, withNewer } from './generate/newer.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Returns the tables in an addon, by default in that of the clone. */
export function readSchema(file = join(root, 'build/Release/libtorrent_napi.node')) {
  const addon = createRequire(import.meta.url)(file)
  return {
    ...JSON.parse(addon.schema()),
    hash: addon.schemaHash,
    version: addon.libtorrentVersion,
  }
}

/**
 * The files as text, by path. Also used by the test that guards against drift. With the `constants` of a schema of a
 * newer libtorrent, only esbuild takes alerts.ts and settings.ts, because the compiler finds more than the types have.
 */
export async function generate(
  pinned = readSchema(),
  { constants = oldestConstants(pinned) } = {},
) {
  const schema = withNewer(pinned)
  const config = await resolveConfig(join(root, 'lib', 'index.ts'))
  const pages = {
    'docs/parity.md': parityTable(schema),
    'docs/errors.md': errorsPage(schema),
    'docs/performance-numbers.md': numbersPage(),
  }
  const files = {}
  for (const [path, text] of Object.entries(pages)) {
    files[path] = await format(text, { ...config, parser: 'markdown' })
  }
  for (const [name, emit] of Object.entries(emitters)) {
    const text = `// Made by scripts/generate.mjs from native/tables. Do not edit.\n${emit(schema, constants, pinned)}`
    files[`lib/generated/${name}.ts`] = await format(text, { ...config, parser: 'typescript' })
  }
  const types = await format(mimeTypes(), { ...config, parser: 'typescript' })
  return { ...files, 'lib/generated/mime-types.ts': types }
}

/** Files that users compile against. */
const typeFiles = ['alerts', 'enums', 'methods', 'records', 'settings'].map(
  (name) => `lib/generated/${name}.ts`,
)

/** Defaults of settings name the version of libtorrent. */
const withoutDefaults = (text) => text.replaceAll(/default: .*/gi, '')

/** Returns the committed files of types that differ from those of this schema, which may be of a newer libtorrent. */
export async function staleTypes(schema) {
  const files = await generate(schema)
  const committed = (path) => readFileSync(join(root, path), 'utf8')
  return typeFiles.filter(
    (path) => withoutDefaults(files[path]) !== withoutDefaults(committed(path)),
  )
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** Says which names have no doc comment, and which texts no name; --check fails then. */
function reportDocs(schema) {
  const { missing, unused } = undocumented(schema)
  for (const name of missing) console.error(`no text in scripts/generate/docs for ${name}`)
  for (const key of unused) console.error(`scripts/generate/docs has a text for nothing: ${key}`)
  if (missing.length + unused.length > 0 && process.argv.includes('--check')) process.exitCode = 1
}

async function takeIn(file, pinned) {
  const newer = additions(pinned, JSON.parse(readFileSync(file, 'utf8')))
  delete newer.coverage
  const config = await resolveConfig(newerSchema)
  write(newerSchema, await format(JSON.stringify(newer), { ...config, parser: 'json' }))
}

async function main() {
  const schema = readSchema()
  const newer = process.argv.indexOf('--newer')
  if (newer >= 0) await takeIn(process.argv[newer + 1], schema)
  reportDocs(withNewer(schema))
  const files = await generate(schema)
  const stale = []
  for (const [name, text] of Object.entries(files)) {
    const path = join(root, name)
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue
    stale.push(name)
    if (!process.argv.includes('--check')) write(path, text)
  }
  if (stale.length === 0) return
  if (!process.argv.includes('--check')) return console.log(`generated: ${stale.join(', ')}`)
  console.error(`differs from the tables: ${stale.join(', ')}; run npm run generate`)
  process.exitCode = 1
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
