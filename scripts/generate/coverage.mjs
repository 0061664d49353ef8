// Where every public, non-deprecated member of libtorrent is in the binding: in a table, bound by hand,
// or left out for a reason. The inventory names them by class and kind, as its headers declare them.
import { readFileSync } from 'node:fs'
import { atLeast } from '../setup/requirements.mjs'
import { newerMembers } from './newer.mjs'
import { receivers } from './receivers.mjs'

const pinned = JSON.parse(readFileSync(new URL('libtorrent-2.0.8.json', import.meta.url), 'utf8'))
const inventories = [['', pinned], ...Object.entries(newerMembers)]

// A struct of ours that stands for one of libtorrent's which points into its memory.
const standIns = { PartialPiece: 'partial_piece_info' }
const bare = (cpp) => standIns[cpp] ?? cpp.replaceAll('lt::', '')
const join = (cls, member) => (cls ? `${cls}::${member}` : member)
const outer = (cls) => cls.split('::').slice(0, -1).join('::')

/** "class::member" -> what it is called in JavaScript, for all that the tables bind. */
function boundByTables(schema) {
  const bound = new Map()
  const put = (cls, member, name) => bound.set(join(cls, member), name)
  for (const [name, { cpp, fields }] of Object.entries(schema.records)) {
    for (const field of fields) put(bare(cpp), field.cpp, `${name}.${field.name}`)
  }
  for (const [type, { cpp, fields }] of Object.entries(schema.alerts)) {
    for (const field of fields) put(cpp, field.cpp, `'${type}'.${field.name}`)
    put(cpp, 'message', `'${type}'.message`)
    put(cpp, 'type', `'${type}'.type`)
    put(cpp, 'priority', `alertTypes.${type}.priority`)
    put(cpp, 'static_category', `alertTypes.${type}.category`)
  }
  for (const [name, { cpp, values }] of Object.entries(schema.enums)) {
    for (const value of values) put(bare(cpp), value, `${name} '${value}'`)
  }
  for (const [group, constants] of Object.entries(schema.flags)) {
    for (const { cpp, name } of constants) put('', bare(cpp), `${group}.${name}`)
  }
  for (const [cls, methods] of Object.entries(schema.methods)) {
    for (const { cpp, name: own } of methods) {
      if (own.endsWith('Sync')) continue
      const name = own.replace(/^_/, '') // lib/ wraps it under that name
      for (const receiver of receivers[cls])
        put(receiver, cpp, cls === 'Functions' ? `${name}()` : `${cls}.${name}()`)
    }
  }
  return bound
}

/** Names of error codes that stand in the tables, by the C++ enum that declares them. */
function errorName(schema, cls, member) {
  if (!/error/.test(cls)) return undefined
  const category = Object.entries(schema.errors).find(([, list]) =>
    list.some(({ name }) => name === member),
  )
  return category && `errorCodes['${category[0]}'].${member}`
}

function placeOf(schema, bound, cls, kind, member) {
  if (/^settings_pack::\w+_types$/.test(cls) && member in schema.settings)
    return `Settings.${member}`
  if (cls === 'session_stats_metrics' && schema.metrics.includes(member))
    return `SessionStats['${member}']`
  // Enumerators of a plain enum are members of what the enum stands in, too.
  return (
    bound.get(join(cls, member)) ??
    (kind === 'enum'
      ? (bound.get(join(outer(cls), member)) ?? errorName(schema, cls, member))
      : undefined)
  )
}

/** Every member, in the order of the inventories: { cls, kind, member, since } */
function members() {
  return inventories.flatMap(([since, classes]) =>
    Object.entries(classes).flatMap(([cls, kinds]) =>
      Object.entries(kinds).flatMap(([kind, list]) =>
        list.map((member) => ({ cls, kind, member, since })),
      ),
    ),
  )
}

/** [{ cls, member, kind, since, status: 'bound' | 'by hand' | 'unbound' | 'missing', text }] */
export function coverage(schema) {
  const bound = boundByTables(schema)
  const explained = (lines, cls, member) =>
    lines.find((line) => line.class === cls && line.member === member)?.text
  const { byHand, unbound } = schema.coverage
  return members().map(({ cls, kind, member, since }) => {
    const row = { cls, member, kind, since }
    const place = placeOf(schema, bound, cls, kind, member)
    if (place) return { ...row, status: 'bound', text: place }
    const hand = explained(byHand, cls, member)
    if (hand) return { ...row, status: 'by hand', text: hand }
    const reason = explained(unbound, cls, member) ?? explained(unbound, cls, '*')
    return { ...row, status: reason ? 'unbound' : 'missing', text: reason ?? '' }
  })
}

/** Returns the members that libtorrent of the schema's version has, and that nothing binds or explains. */
export function missingMembers(schema) {
  return coverage(schema)
    .filter(({ status, since }) => status === 'missing' && atLeast(schema.version, since || '0'))
    .map(({ cls, member }) => join(cls, member))
}

/** Lines of the tables that no member of the inventory needs. */
export function staleLines(schema) {
  const all = members()
  const known = (line) =>
    all.some(({ cls, member }) => cls === line.class && ['*', member].includes(line.member))
  return [...schema.coverage.byHand, ...schema.coverage.unbound]
    .filter((line) => !known(line))
    .map((line) => join(line.class, line.member))
}

/** docs/parity.md */
export function parityTable(schema) {
  const rows = coverage(schema)
  const count = (status) => rows.filter((row) => row.status === status).length
  const classes = new Map()
  for (const row of rows) classes.set(row.cls, [...(classes.get(row.cls) ?? []), row])
  const escape = (text) => text.replaceAll('|', '\\|')
  const sections = [...classes].map(([cls, list]) => {
    const lines = list.map(({ member, status, text, since }) => {
      const name = since ? `\`${member}\` (${since})` : `\`${member}\``
      return status === 'unbound'
        ? `| ${name} | — | ${escape(text)} |`
        : `| ${name} | ${escape(text)} | |`
    })
    return `### ${cls === '' ? 'Functions and constants' : cls}\n\n| libtorrent | here | why not |\n| --- | --- | --- |\n${lines.join('\n')}\n`
  })
  return `# Parity with libtorrent ${schema.version}

Made by \`npm run generate\` from the tables. Every public, non-deprecated member of libtorrent is listed;
where a newer version brought it, with that version.

| | members |
| --- | --- |
| bound by a table | ${count('bound')} |
| bound by hand | ${count('by hand')} |
| left out, with the reason | ${count('unbound')} |
| missing | ${count('missing')} |
| all | ${rows.length} |

${sections.join('\n')}`
}
