// Doc comments of the generated files. What they say is in docs/*.json.
import {
  bare,
  find,
  isInternal,
  isTwin,
  ofAlert,
  ofParameter,
  ofRecord,
  texts,
} from './docs/texts.mjs'

import { since } from './newer.mjs'

export { undocumented } from './docs/texts.mjs'

const width = 95 // of a text whose line begins with "   * "

/** Lines of words; what stands in backticks is one word. */
function wrap(text, indent = '') {
  const lines = ['']
  for (const [word] of text.matchAll(/(?:[^\s`]|`[^`]*`)+/g)) {
    const line = lines.at(-1)
    if (line !== '' && `${line} ${word}`.length > width) lines.push(indent + word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines
}

function comment(lines, tags = []) {
  const tail = tags.filter(Boolean).flatMap((tag) => wrap(tag, '  '))
  const fits = lines.length === 1 && lines[0].length <= width - '/** '.length
  if (fits && tail.length === 0) return `/** ${lines[0]} */\n`
  const all = tail.length > 0 ? [...lines, '', ...tail] : lines
  return `/**\n${all.map((line) => ` * ${line}`.trimEnd() + '\n').join('')} */\n`
}

function see(page) {
  const [name, anchor] = page?.split('#') ?? []
  return name && `@see https://libtorrent.org/reference-${name}.html${anchor ? `#${anchor}` : ''}`
}

const from = (version) => (version ? [`Since libtorrent ${version}.`] : [])
const text = (keys, other, version) => [...wrap(find(...keys) ?? other), ...from(version)]

export function alertDoc(type, alert, { alertCategory }) {
  const { cpp, category } = alert
  const names = alertCategory
    .filter(({ name, value }) => name !== 'all' && (category & value) !== 0)
    .map(({ name }) => `\`${name}\``)
  const line = names.length > 0 ? [`Category: ${names.join(', ')}.`] : []
  return comment(
    [...text(['alerts', type], `libtorrent's ${cpp}.`, since.alert(alert)), ...line],
    [see(`Alerts#${cpp}`)],
  )
}

export const alertFieldDoc = (type, field) => comment(text(ofAlert(type, field), field.cpp))

export const recordDoc = (name, { cpp }) =>
  comment(text(ofRecord(cpp), `libtorrent's ${bare(cpp)}.`), [see(texts.pages[name])])

export const fieldDoc = (record, field) =>
  comment(text(ofRecord(record.cpp, field.cpp), field.cpp, since.field(record, field)))

export const metricDoc = (name) => (since.metric(name) ? comment(from(since.metric(name))) : '')

/** What a number may be, where that isn't every int. */
function range({ least, most }) {
  if (least === undefined || least <= -(2 ** 31)) return []
  return [most === 2 ** 31 - 1 ? `At least ${least}.` : `From ${least} to ${most}.`]
}

export function settingDoc(name, setting) {
  const value = typeof setting.default === 'string' ? `'${setting.default}'` : setting.default
  const lines = text(['settings', name], `libtorrent's ${name}.`, since.setting(name))
  return comment([...lines, ...range(setting), `Default: \`${value}\`.`], [see(`Settings#${name}`)])
}

export const enumDoc = (name, { cpp }) => comment(text(['enums', name], `libtorrent's ${cpp}.`))
export const flagsDoc = (group) => comment(text(['flags', group], group))
export const constantDoc = (group, constant) =>
  comment(text(['flags', `${group}.${constant.name}`], constant.cpp, since.constant(constant)))
export const classDoc = (cls) => comment(text(['methods', cls], `libtorrent's ${cls}.`))

export function methodDoc(cls, method, methods) {
  const { name, cpp, parameters } = method
  if (isInternal(method)) return comment(['@internal'])
  const page = texts.pages[`${cls}.${name}`] ?? (texts.pages[cls] && `${texts.pages[cls]}#${cpp}()`)
  if (isTwin(method, methods)) {
    const asked = name.slice(0, -4)
    // TypeDoc takes a method that may be absent for a property, whose type it can't link to.
    const link = since.method(cls, method) ? `\`${asked}()\`` : `{@link ${asked}}`
    const twin = `${link} on the calling thread`
    return comment(
      wrap(cls === 'Functions' ? `${twin}.` : `${twin}, which waits for libtorrent's.`),
    )
  }
  const tags = parameters.map((parameter) => {
    const about = find(...ofParameter(cls, name, parameter.name))
    return about && `@param ${parameter.name} ${about}`
  })
  for (const tag of ['returns', 'throws']) {
    const about = find('methods', `${cls}.${name} ${tag}`)
    tags.push(about && `@${tag} ${about}`)
  }
  const lines = text(
    ['methods', `${cls}.${name}`],
    `libtorrent's ${cpp}().`,
    since.method(cls, method),
  )
  return comment(lines, [...tags, see(page)])
}
