// Writes the tables of options and parameters into docs/experiment.md: `node scripts/experiment-docs.mjs` after
// `npm run build:ts`. experiment/test/docs.test.ts fails when they differ.
import { createRequire } from 'node:module'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './setup/stamps.mjs'

const require = createRequire(import.meta.url)
const { optionTables } = require('../experiment/dist/cli/option-tables.js')

const page = join(root, 'docs', 'experiment.md')
let text = readFileSync(page, 'utf8')
for (const [name, table] of Object.entries(optionTables())) {
  const [begin, end] = [`<!-- ${name} -->\n\n`, `\n\n<!-- end -->`]
  const from = text.indexOf(begin) + begin.length
  const to = text.indexOf(end, from)
  if (from < begin.length || to < 0) throw new Error(`docs/experiment.md has no place for: ${name}`)
  text = text.slice(0, from) + table + text.slice(to)
}
writeFileSync(page, text)
