import * as lt from 'libtorrent-napi'
import { z } from 'zod'
import { usageError } from '../util/errors'

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
export function parseSetting(text: string, option: string): Settings {
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
