// One function per generated file: the schema of the tables in, TypeScript out. What the pinned libtorrent
// lacks is optional. `constants` are those that get a value; lib/native/version-compat.ts adds others at run time.
import { ownCodes } from './errors.mjs'
import {
  alertDoc,
  alertFieldDoc,
  classDoc,
  constantDoc,
  enumDoc,
  fieldDoc,
  flagsDoc,
  methodDoc,
  metricDoc,
  recordDoc,
  settingDoc,
} from './docs.mjs'
import { emitFactories, emitTables } from './factories.mjs'
import { since } from './newer.mjs'
import { quote, sorted } from './words.mjs'

const pascal = (snake) => snake.replace(/(^|_)([a-z0-9])/g, (_, __, letter) => letter.toUpperCase())

/** Imports of what `text` mentions, from where it is defined. */
function imports(text, definitions) {
  const lines = []
  const code = text.replace(/\/\*\*[^]*?\*\//g, '')
  for (const [from, names] of Object.entries(definitions)) {
    const used = names.filter((name) => new RegExp(`\\b${name}\\b`).test(code)).sort()
    if (used.length > 0) lines.push(`import type { ${used.join(', ')} } from '${from}'`)
  }
  return `${lines.join('\n')}\n\n${text}`
}

const classes = {
  '../support/bitfield': ['Bitfield'],
  '../support/errors': ['LibtorrentError'],
  '../types': [
    'FileStorage',
    'IpFilter',
    'PeerClassTypeFilter',
    'PortFilter',
    'Preformatted',
    'TorrentHandle',
    'TorrentInfo',
  ],
}

function definitionsOf(schema) {
  const records = Object.keys(schema.records)
  return {
    ...classes,
    './alerts': ['AlertType'],
    './enums': Object.keys(schema.enums),
    './records': [
      ...records,
      ...records.map((name) => `${name}Init`),
      'Entry',
      'EntryInit',
      'SessionStats',
    ],
    './settings': ['Settings', 'SettingsInit'],
  }
}

const without = (definitions, file) =>
  Object.fromEntries(Object.entries(definitions).filter(([from]) => from !== file))

const mark = (isOptional) => (isOptional ? '?' : '')
/** A field that may be left out is left out where it would be null. */
const member = ({ name, type, isOptional }, doc, version) =>
  `${doc}readonly ${name}${mark(version || isOptional)}: ${isOptional ? type.replace(' | null', '') : type}\n`

function emitAlerts(schema, constants) {
  const alerts = sorted(schema.alerts)
  const interfaces = alerts.map(([type, alert]) => {
    const own = alert.fields.map((field) =>
      member(field, alertFieldDoc(type, field), !since.alert(alert) && since.field(alert, field)),
    )
    return `${alertDoc(type, alert, schema.flags)}export interface ${pascal(alert.cpp)} {
      readonly type: ${quote(type)}
      /** A bit of {@link alertCategory}, or several. */
      readonly category: number
      /** What libtorrent prints for it; empty when the session was told to leave messages out. */
      readonly message: string
      ${own.join('')}}\n`
  })
  const map = alerts.map(([type, { cpp }]) => `readonly ${type}: ${pascal(cpp)}\n`)
  const types = sorted(constants.alerts).map(
    ([type, { id, category, priority }]) =>
      `${type}: { id: ${id}, category: ${category}, priority: ${quote(priority)} },\n`,
  )
  const ofTorrents = alerts
    .filter(([, { fields }]) => fields.some(({ name }) => name === 'handle'))
    .map(([type]) => quote(type))
  const newer = alerts.filter(([, alert]) => since.alert(alert)).map(([type]) => quote(type))
  const text = `${interfaces.join('\n')}
    /** Every alert by the name of its type. */
    export interface AlertMap {\n${map.join('')}}
    export type AlertType = keyof AlertMap
    /** Any alert; \`switch (alert.type)\` narrows it. */
    export type Alert = AlertMap[AlertType]
    /** The alerts that are about a torrent. */
    export const torrentAlertTypes = [${ofTorrents.join(', ')}] as const
    export type TorrentAlertType = (typeof torrentAlertTypes)[number]
    /** Ranks alerts when the queue is full: a higher one may still be queued when a lower one is dropped. */
    export type AlertPriority = 'normal' | 'high' | 'critical' | 'meta'
    /** The number of a type, the categories that it is in, and its priority. */
    export interface AlertTypeInfo { readonly id: number; readonly category: number; readonly priority: AlertPriority }
    /** Alerts that came after the pinned libtorrent. */
    export type NewerAlertType = ${newer.join(' | ') || 'never'}
    const known = {\n${types.join('')}} as const satisfies Record<Exclude<AlertType, NewerAlertType>, AlertTypeInfo>
    /** Of every alert that this libtorrent has. */
    export const alertTypes: typeof known & { readonly [K in NewerAlertType]?: AlertTypeInfo } = known\n`
  return imports(text, without(definitionsOf(schema), './alerts'))
}

/** Names of records that can be given, because a method or another such record takes them. */
function inputs(schema) {
  const found = new Set(['SessionParamsInit', 'LoadTorrentLimitsInit', 'NativeSessionOptionsInit'])
  const visit = (type) => {
    for (const [name] of type.matchAll(/\b\w+Init\b/g)) {
      const record = schema.records[name.slice(0, -4)]
      if (!record || found.has(name)) continue
      found.add(name)
      for (const field of record.fields) visit(field.input ?? '')
    }
  }
  for (const name of [...found]) {
    for (const field of schema.records[name.slice(0, -4)].fields) visit(field.input ?? '')
  }
  for (const methods of Object.values(schema.methods)) {
    for (const { parameters } of methods) for (const { type } of parameters) visit(type)
  }
  return found
}

/** What must be given of a record: all of `always`, and one of `oneOf`. */
const required = {
  AddTorrentParams: { always: ['savePath'], oneOf: ['ti', 'infoHashes'] },
  Endpoint: { always: ['address', 'port'] },
  MutableItem: { always: ['data', 'publicKey', 'secretKey'] },
}

function inputType(name, record) {
  const { always = [], oneOf = [] } = required[name] ?? {}
  const fields = record.fields.filter((field) => field.input)
  const optional = ({ name, input }) => `readonly ${name}?: ${input} | undefined`
  const present = ({ name, input }) => `readonly ${name}: ${input.replace(' | null', '')}`
  const members = fields.map(
    (field) =>
      fieldDoc(record, field) + (always.includes(field.name) ? present : optional)(field) + '\n',
  )
  const doc = `/** What may be given of a {@link ${name}}: the rest keeps libtorrent's default. */\n`
  if (oneOf.length === 0) return `${doc}export interface ${name}Init {\n${members.join('')}}\n`
  const choices = fields.filter((field) => oneOf.includes(field.name))
  const alternatives = choices.map((choice) => `{ ${present(choice)} }`)
  return `${doc}export type ${name}Init = {\n${members.join('')}} & (${alternatives.join(' | ')})\n`
}

function emitRecords(schema) {
  const given = inputs(schema)
  const records = sorted(schema.records).map(([name, record]) => {
    const out = record.fields.map((field) =>
      member(field, fieldDoc(record, field), since.field(record, field)),
    )
    const text = `${recordDoc(name, record)}export interface ${name} {\n${out.join('')}}\n`
    return given.has(`${name}Init`) ? text + inputType(name, record) : text
  })
  const stats = [...schema.metrics]
    .sort()
    .map((name) =>
      member({ name: quote(name), type: 'number' }, metricDoc(name), since.metric(name)),
    )
  const text = `${records.join('\n')}
    /**
     * A bencoded value; integers that a number can't hold exactly are bigints, strings are bytes. An info
     * dictionary that libtorrent writes is {@link Preformatted}.
     */
    export type Entry =
      | number | bigint | Buffer | Preformatted | readonly Entry[] | { readonly [key: string]: Entry }
    /** A value to bencode. The characters of keys are bytes (latin1), strings are encoded as UTF-8. */
    export type EntryInit =
      | number | bigint | string | Uint8Array | Preformatted | readonly EntryInit[]
      | { readonly [key: string]: EntryInit }
    /**
     * Session statistics by the names of their metrics: counters since the start, and gauges.
     * @see https://libtorrent.org/manual-ref.html#session-statistics
     */
    export interface SessionStats {\n${stats.join('')}}\n`
  return imports(text, without(definitionsOf(schema), './records'))
}

/**
 * Flags are numbers to the compiler, so that a variable that begins with one takes others. Newer ones are in the type, and
 * get into the object at run time.
 *
 * @param valued those that get a value
 */
function flagsObject(group, constants, valued) {
  const known = constants.filter((constant) => !since.constant(constant))
  const newer = constants.filter(since.constant)
  const type = (constant) => {
    const { name } = constant
    return member({ name, type: 'number' }, constantDoc(group, constant), since.constant(constant))
  }
  const value = ({ name, value }) => `${name}: ${value},\n`
  return `export const ${group}: {\n${[...known, ...newer].map(type).join('')}} = {
    ${valued.map(value).join('')}}\n`
}

function emitEnums(schema, constants) {
  const enums = sorted(schema.enums).map(
    ([name, type]) =>
      `${enumDoc(name, type)}export type ${name} = ${type.values.map(quote).join(' | ')}\n`,
  )
  const flags = sorted(schema.flags).map(
    ([name, list]) => flagsDoc(name) + flagsObject(name, list, constants.flags[name]),
  )
  const codes = sorted(schema.errors).map(([category, list]) => {
    const byValue = [...list].sort((a, b) => a.value - b.value)
    const lines = byValue.map(
      ({ name, value, message }) => `/** ${message} */\n${name}: ${value},\n`,
    )
    return `${quote(category)}: {\n${lines.join('')}},\n`
  })
  return `${enums.join('\n')}\n${flags.join('\n')}
    /** Values of error codes by category and name. */
    export const errorCodes = {\n${codes.join('')}} as const
    /** Name of an error code of libtorrent, of any category. */
    export type LibtorrentErrorCode = {
      [Category in keyof typeof errorCodes]: keyof (typeof errorCodes)[Category]
    }[keyof typeof errorCodes]
    /** Name of an error code that this package gives itself. */
    export type OwnErrorCode = ${ownCodes.map(quote).join(' | ')}\n`
}

function emitSettings(schema, constants) {
  const settings = sorted(schema.settings)
  const members = settings.map(
    ([name, setting]) =>
      `${settingDoc(name, setting)}readonly ${name}${mark(since.setting(name))}: ${setting.type}\n`,
  )
  const metadata = sorted(constants.settings).map(
    ([name, { id, type, default: value, least, most }]) =>
      `${name}: { id: ${id}, type: ${quote(type)}, default: ${typeof value === 'string' ? quote(value) : value}${
        type === 'number' ? `, least: ${least}, most: ${most}` : ''
      } },\n`,
  )
  const newer = settings.filter(([name]) => since.setting(name)).map(([name]) => quote(name))
  return `/** Every setting of a session, by libtorrent's name. */
    export interface Settings {\n${members.join('')}}
    /** Settings to change. */
    export type SettingsInit = { readonly [K in keyof Settings]?: Settings[K] | undefined }
    /** libtorrent's number, the type and the default of a setting, and the range of a number. */
    export interface SettingInfo {
      readonly id: number
      readonly type: string
      readonly default: string | number | boolean
      readonly least?: number
      readonly most?: number
    }
    /** Settings that came after the pinned libtorrent. */
    export type NewerSetting = ${newer.join(' | ') || 'never'}
    const known = {\n${metadata.join('')}} as const satisfies Record<Exclude<keyof Settings, NewerSetting>, SettingInfo>
    /** Of every setting that this libtorrent has. */
    export const settingsMetadata: typeof known & { readonly [K in NewerSetting]?: SettingInfo } = known\n`
}

function signature({ name, parameters, result }, version) {
  const list = parameters.map(
    (parameter) => `${parameter.name}${parameter.optional ? '?' : ''}: ${parameter.type}`,
  )
  return `${name}${mark(version)}(${list.join(', ')}): ${result}\n`
}

function emitMethods(schema) {
  const interfaces = sorted(schema.methods).map(([cls, methods]) => {
    const members = [...methods]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(
        (method) => methodDoc(cls, method, methods) + signature(method, since.method(cls, method)),
      )
    const name = cls === 'Functions' ? 'Functions' : `${cls}Methods`
    return `${classDoc(cls)}export interface ${name} {\n${members.join('')}}\n`
  })
  return imports(interfaces.join('\n'), definitionsOf(schema))
}

export const emitters = {
  alerts: emitAlerts,
  enums: emitEnums,
  factories: emitFactories,
  methods: emitMethods,
  records: emitRecords,
  settings: emitSettings,
  tables: emitTables,
}
