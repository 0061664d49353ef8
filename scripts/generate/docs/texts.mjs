// The texts of the doc comments, flat maps by libtorrent's names:
//   settings   name                       alerts   type, type.field, *.field (of every alert)
//   records    struct, struct.field       flags    object, object.constant      enums   type
//   methods    Class, Class.method, Class.method(parameter), Class(parameter) (of every method),
//              "Class.method returns", "Class.method throws"
//   pages      name in TypeScript: where libtorrent's reference has it
import { readFileSync, readdirSync } from 'node:fs'

const folder = new URL('./', import.meta.url)
const read = (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
export const texts = {
  ...Object.fromEntries(
    ['settings', 'alerts', 'records', 'flags', 'enums', 'pages'].map((name) => [
      name,
      read(`${name}.json`),
    ]),
  ),
  methods: Object.assign(
    {},
    ...readdirSync(new URL('methods/', folder)).map((name) => read(`methods/${name}`)),
  ),
}

/** The first text that exists; the tables may have a line without one. */
export const find = (file, ...keys) => texts[file][keys.find((key) => key in texts[file])]

// ---- what is asked for, and by which keys

export const bare = (cpp) => cpp.replace(/^.*::/, '')
export const isTwin = ({ name }, methods) =>
  name.endsWith('Sync') && methods.some((other) => `${other.name}Sync` === name)
/** Whether only lib/ calls it, whose own method has the text. */
export const isInternal = ({ name }) => name.startsWith('_')
export const ofAlert = (type, { cpp }) => ['alerts', `${type}.${cpp}`, `*.${cpp}`]
export const ofRecord = (record, field) => [
  'records',
  [bare(record), field].filter(Boolean).join('.'),
]
export const ofParameter = (cls, name, parameter) => [
  'methods',
  `${cls}.${name}(${parameter})`,
  `${cls}(${parameter})`,
]

function* wanted({ settings, alerts, records, flags, enums, methods }) {
  for (const name of Object.keys(settings)) yield ['settings', name]
  for (const name of Object.keys(enums)) yield ['enums', name]
  for (const [type, { fields }] of Object.entries(alerts)) {
    yield ['alerts', type]
    for (const field of fields) yield ofAlert(type, field)
  }
  for (const { cpp, fields } of Object.values(records)) {
    yield ofRecord(cpp)
    for (const field of fields) yield ofRecord(cpp, field.cpp)
  }
  for (const [group, constants] of Object.entries(flags)) {
    yield ['flags', group]
    for (const { name } of constants) yield ['flags', `${group}.${name}`]
  }
  for (const [cls, list] of Object.entries(methods)) {
    yield ['methods', cls]
    for (const method of list.filter((one) => !isTwin(one, list) && !isInternal(one))) {
      yield ['methods', `${cls}.${method.name}`]
      for (const { name } of method.parameters) yield ofParameter(cls, method.name, name)
    }
  }
}

/** What has no text, and the texts that nothing has: both must be empty. */
export function undocumented(schema) {
  const unused = new Set(
    Object.entries(texts).flatMap(([file, keys]) =>
      file === 'pages' ? [] : Object.keys(keys).map((key) => `${file}: ${key}`),
    ),
  )
  const missing = []
  for (const [file, ...keys] of wanted(schema)) {
    const key = keys.find((one) => one in texts[file])
    if (key === undefined) missing.push(`${file}: ${keys[0]}`)
    for (const used of [key, `${key} returns`, `${key} throws`]) unused.delete(`${file}: ${used}`)
  }
  return { missing, unused: [...unused] }
}
