// Settings that are lists in a string. libtorrent leaves out entries that it can't parse, most of them silently. An entry
// that is no IP address is the name of a device to it.
import { ipVersion } from '../support/ip-version'
import { shown } from '../support/options'
import type { SettingsInit } from '../generated/settings'

/** A place to listen at: an IP address or a device, and a port. */
export interface ListenEntry {
  readonly place: string
  readonly port: number
  readonly isTls: boolean
}

interface List {
  /** How an entry is written. */
  readonly form: string
  readonly entries: (text: string) => string[]
  /** What keeps libtorrent from ever using an entry, if anything does. */
  readonly fault: (entry: string) => string | undefined
}

const listenForm = /^(?:\[([^\]]*)\]|([^:[\]]*)):\s*(\d+)\s*([sl]*)$/

const lists: Readonly<Partial<Record<keyof SettingsInit, List>>> = {
  listen_interfaces: {
    form: 'ADDRESS:PORT or DEVICE:PORT',
    entries: listenTexts,
    fault: listenFault,
  },
  outgoing_interfaces: {
    form: 'an IP address or a device',
    entries: (text) => (text === '' ? [] : text.split(',').map((entry) => entry.trim())),
    fault: placeFault,
  },
  dht_bootstrap_nodes: {
    form: 'HOST:PORT',
    entries: (text) => {
      const entries = text.split(',').map((entry) => entry.trim())
      const named = entries.filter((entry) => entry !== '')
      return named.length > 0 || text === '' ? named : entries
    },
    fault: (entry) => (/.:\d+$/.test(entry) ? portFault(portOf(entry)) : 'it has no port'),
  },
}

/** Throws a RangeError that names an entry of which libtorrent would make nothing. */
export function checkLists(settings: SettingsInit, path: string): void {
  if (typeof settings !== 'object') return // native code refuses it
  for (const [name, { form, entries, fault }] of Object.entries(lists)) {
    const text: unknown = settings[name as keyof SettingsInit]
    if (typeof text !== 'string') continue
    for (const entry of entries(text)) {
      const reason = fault(entry)
      if (reason === undefined) continue
      throw new RangeError(`${path}.${name} must list ${form}, got ${shown(entry)}: ${reason}`)
    }
  }
}

/** The entries of a `listen_interfaces` that was checked. */
export function listenEntries(text: string): ListenEntry[] {
  return listenTexts(text).flatMap((entry) => {
    const parts = listenForm.exec(entry)
    if (!parts) return []
    return {
      place: placeOf(parts),
      port: Number(parts[3]),
      isTls: parts[4]?.includes('s') ?? false,
    }
  })
}

/** Entries may be quoted, and then contain commas. */
function listenTexts(text: string): string[] {
  const entries = text.match(/\s*"[^"]*"[^,]*|[^,]+/g) ?? []
  return entries
    .map((entry) => entry.trim().replace(/^"(.*)"$/, '$1'))
    .filter((entry) => entry !== '')
}

function listenFault(entry: string): string | undefined {
  const parts = listenForm.exec(entry)
  if (parts) return placeFault(placeOf(parts)) ?? portFault(Number(parts[3]))
  if (ipVersion(entry.replace(/:\d+[sl]*$/, '')) === 6) {
    return 'an IPv6 address needs brackets, as in [::]:6881'
  }
  const hasPort = /:\s*\d[^:]*$/.test(entry)
  return hasPort
    ? 'after the port only the letters s and l may stand'
    : 'it has no port, as in 0.0.0.0:6881'
}

const placeOf = (parts: RegExpExecArray): string => (parts[1] ?? parts[2] ?? '').trim()
const portOf = (entry: string): number => Number(entry.slice(entry.lastIndexOf(':') + 1))

function portFault(port: number): string | undefined {
  return port > 65535 ? 'a port is at most 65535' : undefined
}

// What systems other than Windows allow: IFNAMSIZ with the terminator is 16.
const deviceName = process.platform === 'win32' ? /^.+$/ : /^[^\s/:]{1,15}$/

/** A device may appear later; what can't be the name of one never will. */
function placeFault(place: string): string | undefined {
  if (ipVersion(place) !== 0) return undefined
  if (place === '') return 'it names neither an address nor a device'
  if (/^[\d.]+$/.test(place) || place.includes(':')) return 'it is no IP address'
  if (place === 'localhost' || !deviceName.test(place)) {
    return 'it is neither an IP address nor the name of a device, and names of hosts are not looked up'
  }
  return undefined
}
