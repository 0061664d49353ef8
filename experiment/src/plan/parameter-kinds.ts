import { z } from 'zod'
import { formatRate, parseSize } from '../util/units'
import * as lt from 'libtorrent-napi'
import { usageError } from '../util/errors'

export const discoveries = ['tracker', 'direct', 'dht', 'lsd'] as const
export type Discovery = (typeof discoveries)[number]

/** Values on which the defaults of other parameters depend. */
export interface Context {
  readonly libtorrentDefaults: boolean
  readonly discovery: Discovery
  /** Whether a rate is limited or a choker was chosen: libtorrent exempts local addresses from both. */
  readonly isLimited: boolean
}

/**
 * One line of the table: makes the key of a plan, the option of the command line, the row of the documentation, and the
 * settings of the sessions.
 */
export interface Parameter<T> {
  /** Description, without the default. */
  readonly help: string
  /** Default in words; null where the description contains it. */
  readonly defaultText: string | null
  readonly defaultValue: (context: Context) => T
  readonly schema: z.ZodType<T>
  /** Name of the option without dashes; default: the name of the parameter in kebab case. */
  readonly option?: string
  /** Argument of the option; absent for a switch. */
  readonly argument?: string
  /** Texts that the option takes, where they are few. */
  readonly choices?: readonly string[]
  /** Reads the argument of the option; `earlier` is the value of an option that was given before. */
  readonly parse: (text: string, option: string, earlier?: T) => T
  /** Whether a plan may contain the text of the option instead of the value. */
  readonly takesText?: boolean
  /** Nodes that the settings are applied to; default: all. */
  readonly role?: 'seeder' | 'peer'
  /** Settings of libtorrent that the value stands for. */
  readonly settings?: (value: T) => lt.SettingsInit
  /** Text of the value for reports. */
  readonly format?: (value: T) => string
}

/** Keeps T of a line. */
export function parameter<T>(line: Parameter<T>): Parameter<T> {
  return line
}

export function choice<const T extends string>(
  choices: readonly T[],
  line: Pick<Parameter<T>, 'help' | 'defaultText' | 'defaultValue' | 'settings' | 'argument'>,
): Parameter<T> {
  // commander compares the text with the choices
  return {
    argument: '<name>',
    ...line,
    choices,
    schema: z.enum(choices),
    parse: (text) => text as T,
  }
}

export function toggle(
  line: Pick<Parameter<boolean>, 'help' | 'defaultText' | 'defaultValue' | 'settings'>,
): Parameter<boolean> {
  const reading = { schema: z.boolean(), parse: (text: string) => text === 'on' }
  return { ...line, argument: '<state>', choices: ['on', 'off'], ...reading }
}

export function rate(
  role: 'seeder' | 'peer',
  setting: 'upload_rate_limit' | 'download_rate_limit',
  help: string,
): Parameter<number> {
  return {
    help,
    defaultText: 'no limit',
    defaultValue: () => 0,
    argument: '<rate>',
    schema: z.int().min(0),
    parse: (text) => (text === '0' ? 0 : parseSize(text)),
    takesText: true,
    role,
    settings: (bytesPerSecond) => ({ [setting]: bytesPerSecond }),
    format: (bytesPerSecond) => (bytesPerSecond === 0 ? 'no limit' : formatRate(bytesPerSecond)),
  }
}

export function settingsOfRole(
  option: string,
  help: string,
  role?: 'seeder' | 'peer',
): Parameter<Settings> {
  return {
    help: `${help} (repeatable)`,
    defaultText: null,
    defaultValue: () => ({}),
    option,
    argument: '<name=value>',
    schema: settings,
    parse: (text, option, earlier) => ({ ...earlier, ...parseSetting(text, option) }),
    ...(role !== undefined && { role }),
    settings: (values) => values,
  }
}

/** The option of a parameter, with its dashes: `--peer-up` of `peerUp`. */
export function optionOf(name: string, { option }: Parameter<unknown>): string {
  return `--${option ?? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/** Description of a parameter on the command line and in the documentation. */
export function descriptionOf({ help, choices, defaultText }: Parameter<unknown>): string {
  return describeOption(help, choices, defaultText)
}

/** `transport: tcp, utp or both (default: tcp)`. */
export function describeOption(
  help: string,
  choices: readonly string[] = [],
  defaultText: string | null = null,
): string {
  const values = [choices.slice(0, -1).join(', '), ...choices.slice(-1)].join(' or ')
  return (
    help +
    (choices.length > 0 ? `: ${values}` : '') +
    (defaultText === null ? '' : ` (default: ${defaultText})`)
  )
}

/** Settings of libtorrent by their names. */
export const settings = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
export type Settings = z.infer<typeof settings>

/** Settings that the measurement depends on, each with the reason. */
const reserved: Readonly<Record<string, string>> = {
  listen_interfaces: '--listen sets it',
  peer_fingerprint: 'it tells which node sent a block',
  alert_mask: 'alerts report what is measured',
}

/**
 * Fails unless libtorrent takes the settings, and names the one that it doesn't take.
 * @param where they come from, for the message
 */
export function checkSettings(settings: Settings, where: string): void {
  for (const name of Object.keys(settings)) {
    const reason = Object.hasOwn(reserved, name) ? reserved[name] : undefined
    if (reason !== undefined) throw usageError(`${where}: ${name} can't be set, ${reason}`)
  }
  try {
    // The result is not used: this call checks settings without a session.
    lt.writeSessionParams({ settings })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw usageError(`${where}: ${message.replace(/^params\.settings[. ]?/, '')}`)
  }
}

/** Reads `name=value` as the setting's type wants it. */
function parseSetting(text: string, option: string): Settings {
  const [, name, value] = /^([a-z0-9_]+)=(.*)$/s.exec(text) ?? []
  if (name === undefined || value === undefined) {
    throw usageError(`bad ${option} '${text}': expected NAME=VALUE, as in connections_limit=50`)
  }
  const settings = { [name]: typed(name, value) }
  checkSettings(settings, `bad ${option} '${text}'`)
  return settings
}

function typed(name: string, text: string): string | number | boolean {
  const all: Readonly<Record<string, { readonly type: string }>> = lt.settingsMetadata
  const type = Object.hasOwn(all, name) ? all[name]?.type : undefined
  if (type === 'boolean' && /^(true|false)$/.test(text)) return text === 'true'
  if (type === 'number' && /^-?\d+$/.test(text)) return Number(text)
  return text
}
