// Hands native code what it needs of this evaluation of lib/. index.ts imports it for that.
import { addon } from './native/binding'
import { Bitfield } from './support/bitfield'
import { CreateTorrent } from './metainfo/create-torrent'
import { makeError } from './support/errors'
import { FileStorage } from './metainfo/file-storage'
import { IpFilter, PeerClassTypeFilter, PortFilter } from './session/filters'
import { Preformatted } from './metainfo/preformatted'
import { printable } from './support/printable'
import { printAsJson } from './support/printing'
import { markHandledFor, rejectedLater } from './support/promises'
import { Session } from './session/session'
import { readRecords, recordOf } from './native/records'
import { TorrentFile } from './torrent/file'
import { TorrentHandle } from './torrent/torrent-handle'
import { TorrentInfo } from './metainfo/torrent-info'

printAsJson(Session, TorrentHandle, TorrentFile, TorrentInfo, FileStorage, CreateTorrent)
printAsJson(IpFilter, PortFilter, PeerClassTypeFilter)

const errorKinds = { TypeError, RangeError, Error }

/** Pairs of a flat array: [key, value, key, value ...]. */
function* pairs<K>(flat: readonly unknown[]): Generator<[K, unknown]> {
  for (let i = 0; i < flat.length; i += 2) yield [flat[i] as K, flat[i + 1]]
}

/** Whether it is an object as literals are, of any realm: not a Map, a Date, an ArrayBuffer ... */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as object | null
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

addon.initialize({
  classes: {
    TorrentHandle,
    TorrentInfo,
    FileStorage,
    IpFilter,
    PeerClassTypeFilter,
  },
  now: () => performance.now(),
  error: makeError,
  markAsHandled: markHandledFor,
  rejectedLater: (promise: Promise<unknown>, error: unknown) => rejectedLater(error, promise),
  typedError: (kind: keyof typeof errorKinds, message: string) =>
    new errorKinds[kind](printable(message)),
  array: (...values: unknown[]) => values,
  append(array: unknown[], ...values: unknown[]) {
    array.push(...values)
  },
  record: (...buffer: unknown[]) => recordOf(buffer),
  records(...buffer: unknown[]) {
    const records: object[] = []
    readRecords(buffer, records)
    return records
  },
  appendRecords(records: object[], ...buffer: unknown[]) {
    readRecords(buffer, records)
  },
  // An object of the right size, which fromEntries() does not make.
  memberTemplate: (...names: string[]) =>
    JSON.parse(`{${names.map((name) => `"${name}":null`).join()}}`) as object,
  // Copies of a template are not moved while their members are set.
  appendMembers(array: object[], template: Record<string, unknown>, ...values: unknown[]) {
    for (let at = 0; at < values.length;) {
      const members = { ...template }
      for (const name in members) members[name] = values[at++]
      array.push(members)
    }
  },
  nextTurn(session: Session) {
    setImmediate(() => session._continue())
  },
  map: (flat: readonly unknown[]) => new Map(pairs(flat)),
  mapEntries: (value: unknown) =>
    value instanceof Map ? [...(value as ReadonlyMap<unknown, unknown>)].flat() : undefined,
  object: (flat: readonly unknown[]) => Object.fromEntries(pairs<string>(flat)),
  // Without a prototype, a key like __proto__ is only a key.
  dictionary(flat: readonly unknown[]) {
    const result = Object.create(null) as Record<string, unknown>
    for (const [key, value] of pairs<string>(flat)) result[key] = value
    return result
  },
  dictionaryEntries(value: object) {
    if (value instanceof Preformatted) return value.bytes
    return isPlain(value) ? Object.entries(value).flat() : undefined
  },
  preformatted: (bytes: Uint8Array) => new Preformatted(bytes),
  // The built-in one: Node-API's own way takes twice as long.
  keys: Object.keys,
  date: (milliseconds: number) => new Date(milliseconds),
  dateValue: (value: unknown) => (value instanceof Date ? value.getTime() : NaN),
  bitfield: (bytes: Uint8Array, length: number) => new Bitfield(bytes, length),
  bitfieldParts: (value: unknown) =>
    value instanceof Bitfield ? [value.bytes, value.length] : undefined,
})

// Makes this file an ES module for esbuild. With a CommonJS module among them, esbuild wraps each module of the bundle
// in a function, and loading takes 2 ms more.
export {}
