// What libtorrent has gained since the pinned version. The generated types have it as optional, so that
// they are the same whichever version they are made with.
//   newer/schema.json    what the tables say of it: the addon's schema with the newest libtorrent, less
//                        what the pinned one has. `npm run generate -- --newer` writes it.
//   newer/members.json   the public members by the version that brought them, as the headers have them
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { receivers } from './receivers.mjs'

/** The version that newer/schema.json and newer/members.json are compared with. */
export const oldestVersion = '2.0.8.0'

export const newerSchema = fileURLToPath(new URL('newer/schema.json', import.meta.url))
const read = (file) => JSON.parse(readFileSync(file, 'utf8'))

/** The inventory of newer members, by version: { '2.0.9': { class: { kind: [member] } } }. */
export const newerMembers = read(new URL('newer/members.json', import.meta.url))

const versions = new Map(
  Object.entries(newerMembers).flatMap(([version, classes]) =>
    Object.entries(classes).flatMap(([cls, kinds]) =>
      Object.values(kinds).flatMap((members) =>
        members.map((member) => [`${cls}::${member}`, version]),
      ),
    ),
  ),
)

const first = (classes, member) =>
  classes.map((cls) => versions.get(`${cls}::${member}`)).find(Boolean)

/** The version that brought it, or undefined when the pinned one has it. */
export const since = {
  alert: ({ cpp }) => first([cpp], 'type'),
  field: (record, { cpp }) => first([record.cpp.replace('lt::', '')], cpp),
  constant: ({ cpp }) => versions.get(cpp.replace('lt::', '')),
  method: (cls, { cpp }) => first(receivers[cls], cpp),
  setting: (name) =>
    first(
      ['string', 'int', 'bool'].map((type) => `settings_pack::${type}_types`),
      name,
    ),
  metric: (name) => first(['session_stats_metrics'], name),
}

const isList = Array.isArray
const nameOf = (item) => item.name ?? JSON.stringify(item)

const entriesIf = (object, wanted) => Object.fromEntries(Object.entries(object).filter(wanted))

/** The constants in a schema that the oldest version has, with the values of this one. */
export const oldestConstants = ({ alerts, flags, settings }) => ({
  version: oldestVersion,
  alerts: entriesIf(alerts, ([, alert]) => !since.alert(alert)),
  flags: Object.fromEntries(
    Object.entries(flags).map(([group, list]) => [
      group,
      list.filter((one) => !since.constant(one)),
    ]),
  ),
  settings: entriesIf(settings, ([name]) => !since.setting(name)),
})

/** What `newer` has that `older` hasn't: entries of objects and lists, at any depth. */
export function additions(older, newer) {
  if (isList(newer)) {
    const known = new Set(older.map(nameOf))
    return newer.filter((item) => !known.has(nameOf(item)))
  }
  const entries = Object.entries(newer).flatMap(([key, value]) => {
    if (!Object.hasOwn(older, key)) return [[key, value]]
    if (typeof value !== 'object' || value === null) return []
    const more = additions(older[key], value)
    return Object.keys(more).length > 0 ? [[key, more]] : []
  })
  return Object.fromEntries(entries)
}

/** The schema with what it lacks of `more`; the other way round for a schema of a newer libtorrent. */
function merged(schema, more) {
  if (isList(schema)) return [...schema, ...additions(schema, more)]
  const entries = Object.entries(more).map(([key, value]) => {
    const both = Object.hasOwn(schema, key) && typeof value === 'object'
    return [key, both ? merged(schema[key], value) : (schema[key] ?? value)]
  })
  return { ...schema, ...Object.fromEntries(entries) }
}

/** A schema with the names of newer versions. */
export const withNewer = (schema) => merged(schema, read(newerSchema))
