// How the sessions of libtorrent's competitors are configured: the same arguments in all languages.
import type { SessionOptions, SettingsInit } from 'libtorrent-napi'

/** Settings of every session of a trial: it connects to the given addresses only, over TCP. */
export const isolated = {
  listen_interfaces: '127.0.0.1:0',
  enable_dht: false,
  enable_lsd: false,
  enable_upnp: false,
  enable_natpmp: false,
  enable_incoming_utp: false,
  enable_outgoing_utp: false,
  // all peers have one address
  allow_multiple_connections_per_ip: true,
} as const satisfies SettingsInit

export type SessionChoice = Pick<SessionOptions, 'diskBackend' | 'settings' | 'tcpNoDelay'>

/** The arguments that make a program open its session like this. */
export function sessionArguments(options: SessionChoice = {}): string[] {
  const { diskBackend = 'standard', settings = {}, tcpNoDelay = false } = options
  const all = Object.entries({ ...isolated, ...settings })
  return [
    `disk=${diskBackend}`,
    `nodelay=${tcpNoDelay}`,
    ...all.map(([name, value]) => `set.${name}=${value}`),
  ]
}
