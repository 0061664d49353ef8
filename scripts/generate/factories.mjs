// The generated files that run: factories that make records of the record buffer, and the hash of their tables.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup/stamps.mjs'
import { quote, sorted } from './words.mjs'

/** A function that returns `literal`, with the members that the statements in `optional` add. */
function makerOf(literal, optional) {
  if (optional.length === 0) return `(v: RecordBuffer, i: number): object => (${literal})`
  return `(v: RecordBuffer, i: number): object => {
    const made: Record<string, unknown> = ${literal}
    ${optional.join('\n')}
    return made
  }`
}

/** Literal functions: V8 gives what they make one shape, and no name is crossed at run time. */
export function emitFactories(_merged, _constants, schema) {
  const widthOf = ({ isRecord, type }) => (isRecord ? recordWidth(type) : 1)
  const recordWidth = (name) =>
    schema.records[name].fields.reduce((sum, field) => sum + widthOf(field), 0)
  const lines = []
  const add = (name, fields, head = '') => {
    let width = 0
    const members = []
    const optional = []
    for (const field of fields) {
      const at = width === 0 ? 'i' : `i + ${width}`
      width += widthOf(field)
      if (field.isOptional)
        optional.push(`if (v[${at}] !== undefined) made.${field.name} = v[${at}]`)
      else if (field.isRecord) members.push(`${field.name}: factories.${field.type}.make(v, ${at})`)
      else members.push(`${field.name}: v[${at}]`)
    }
    const make = makerOf(`{ ${head}${members.join(', ')} }`, optional)
    lines.push(`${name}: { width: ${width}, make: ${make} },`)
  }
  for (const [type, { cpp, category, fields }] of sorted(schema.alerts)) {
    const head = `type: ${quote(type)}, category: ${category}, `
    add(cpp, [{ name: 'message' }, ...fields], head)
  }
  for (const [record, { fields }] of sorted(schema.records)) add(record, fields)
  const quoted = (names) => names.map((name) => ({ name: quote(name) }))
  add('Settings', quoted(Object.keys(schema.settings)))
  add('SessionStats', quoted(schema.metrics))
  return `type RecordBuffer = readonly unknown[]
    /**
     * Make records of the record buffer that native code fills: from \`i\` on, the values of the fields in the order
     * of the tables, a record within a record in its place.
     */
    export const factories = {\n${lines.join('\n')}\n}\n`
}

// A small file of its own: a runtime that caches compiled code may tell large files apart by their
// length only (Deno up to 2.9), and the hash changes without changing it.
export function emitTables(_merged, constants, { hash, version }) {
  const { version: packageVersion } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return `/** Of the tables that these files were made from. */
    export const SCHEMA_HASH = ${quote(hash)}
    /** The libtorrent that they were made with. */
    export const PINNED_VERSION = ${quote(version)}
    /** The libtorrent whose constants are generated. Those of newer versions are added at run time. */
    export const CONSTANTS_VERSION = ${quote(constants.version)}
    /** Of this package. An addon of another one is not loaded. */
    export const PACKAGE_VERSION = ${quote(packageVersion)}\n`
}
