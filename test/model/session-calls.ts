// The calls on a session that need no more of the model than whether the session is open.
import * as lt from 'libtorrent-napi'
import { leftOut } from './calls'
import type { Content } from './content'
import type { RangeErrors, SessionModel } from './model'
import type { Call, Scene } from './scene'

type SessionCall = Call<Scene>

const settings: readonly lt.SettingsInit[] = [
  { active_downloads: 1, active_seeds: 1 },
  { active_checking: 3 },
  { upload_rate_limit: 20_000 },
  { download_rate_limit: 0, upload_rate_limit: 0 },
  { enable_outgoing_utp: false, enable_incoming_utp: false },
  { max_queued_disk_bytes: 16_384 },
  { connections_limit: 2 },
  { alert_mask: 0x7fffffff },
  { file_pool_size: 1 },
  { allow_multiple_connections_per_ip: false },
  { aio_threads: 4, hashing_threads: 2 },
  { close_file_interval: 1 },
]

function isOf({ infoHashes }: Content, { v1, v2 }: lt.InfoHash): boolean {
  return v1 === null ? v2 !== null && v2 === infoHashes.v2 : v1 === infoHashes.v1
}

/** Null of a torrent that was removed meanwhile. */
function hashesOf(handle: lt.TorrentHandle): lt.InfoHash | null {
  try {
    return handle.infoHashes()
  } catch (error) {
    if ((error as lt.LibtorrentError).code === 'invalid_torrent_handle') return null
    throw error
  }
}

/** What `getTorrents()` must give: requests and answers keep their order, so the state of the model now. */
function presentTorrents({ model }: Scene): (value: unknown) => string | null {
  const present = [...model.present.values()]
  return (value) => {
    const handles = value as readonly lt.TorrentHandle[]
    if (handles.length !== present.length) {
      return `${handles.length} torrents, ${present.length} were added and not removed`
    }
    const strangers = handles.filter((handle) => {
      const hashes = hashesOf(handle)
      return hashes && !present.find(({ content }) => isOf(content, hashes))?.accept(handle)
    })
    return strangers.length > 0
      ? `${strangers.length} handles are other objects than before, or of other torrents`
      : null
  }
}

function typeFilter(peerClass: number): lt.PeerClassTypeFilter {
  const filter = new lt.PeerClassTypeFilter()
  filter.add('tcp_socket', peerClass)
  return filter
}

function peerClassFilter(mask: number): lt.IpFilter {
  const filter = new lt.IpFilter()
  filter.addRule('127.0.0.0', '127.255.255.255', mask)
  return filter
}

/** An id that the session gave, or a foreign one. */
function idOf(ids: ReadonlySet<number>, number: number): number | undefined {
  const known = [...ids]
  const foreign = number % 3 === 0
  return foreign ? number : known[number % Math.max(1, known.length)]
}

/** Follows a call that makes ids. */
async function making(
  model: SessionModel,
  ids: Set<number>,
  made: Promise<readonly number[]>,
): Promise<void> {
  model.idsUnderWay++
  try {
    for (const id of await made) ids.add(id)
  } finally {
    model.idsUnderWay--
  }
}

/** The classes that every session has may be read and changed, and not deleted. */
const builtIn: readonly number[] = Object.values(lt.peerClass)

/** Whether a call refuses the id that `idOf()` gives; the session knows an id before the model does. */
function rangeOf(model: SessionModel, ids: ReadonlySet<number>, number: number): RangeErrors {
  const id = idOf(ids, number)
  if (id === undefined || ids.has(id)) return 'never'
  return model.idsUnderWay === 0 ? 'must' : 'may'
}

/** Of a call that takes the built-in classes, too. */
const ofPeerClass: NonNullable<SessionCall['range']> = ({ model }, n) => {
  const ids = model.peerClasses
  return builtIn.includes(idOf(ids, n) ?? 0) ? 'never' : rangeOf(model, ids, n)
}

/** A session's own ids may be used; others are refused with a RangeError. */
const ids: Record<string, SessionCall> = {
  createPeerClass: {
    call: ({ session, model }) =>
      making(
        model,
        model.peerClasses,
        session.createPeerClass('class').then((id) => [id]),
      ),
  },
  setPeerClass: {
    call: ({ session, model }, n) => {
      const id = idOf(model.peerClasses, n)
      if (id === undefined) return leftOut
      return session.setPeerClass(id, { uploadLimit: 10_000, label: 'x' })
    },
    range: ofPeerClass,
  },
  getPeerClass: {
    call: ({ session, model }, n) => {
      const id = idOf(model.peerClasses, n)
      return id === undefined ? leftOut : session.getPeerClass(id)
    },
    range: ofPeerClass,
  },
  deletePeerClass: {
    call: ({ session, model }, n) => {
      const id = idOf(model.peerClasses, n)
      if (id === undefined) return leftOut
      session.deletePeerClass(id)
      return model.peerClasses.delete(id)
    },
    range: ({ model }, n) => rangeOf(model, model.peerClasses, n),
  },
  addPortMapping: {
    call: ({ session, model }, n) =>
      making(
        model,
        model.portMappings,
        session.addPortMapping(n % 2 === 0 ? 'tcp' : 'udp', 9_000, 9_000),
      ),
  },
  deletePortMapping: {
    call: ({ session, model }, n) => {
      const id = idOf(model.portMappings, n)
      if (id === undefined) return leftOut
      session.deletePortMapping(id)
      return model.portMappings.delete(id)
    },
    range: ({ model }, n) => rangeOf(model, model.portMappings, n),
  },
}

export const sessionCalls: Readonly<Record<string, SessionCall>> = {
  ...ids,
  getTorrents: { call: ({ session }) => session.getTorrents(), expect: presentTorrents },
  getTorrentsSync: { call: ({ session }) => session.getTorrentsSync(), expect: presentTorrents },
  getTorrentStatus: { call: ({ session }) => session.getTorrentStatus() },
  findTorrent: {
    call: ({ session, contents }, n) => {
      const { v1, v2 } = contents[n % contents.length]!.infoHashes
      return session.findTorrent(v1 ?? (v2 ?? '').slice(0, 40))
    },
    expect: ({ model, contents }, _first, n) => {
      const torrent = model.present.get(contents[n % contents.length]!.name)
      return (value) => {
        if ((value === null) !== (torrent === undefined)) return `it found ${String(value)}`
        const isSame = value === null || torrent?.accept(value as lt.TorrentHandle)
        return isSame ? null : 'it found another object than before'
      }
    },
  },
  applySettings: {
    call: ({ session }, n) => session.applySettings(settings[n % settings.length]!),
  },
  getSettings: { call: ({ session }) => session.getSettings() },
  sessionStats: { call: ({ session }) => session.sessionStats() },
  torrentUpdates: { call: ({ session }) => session.torrentUpdates() },
  torrentFields: { call: ({ session }) => session.torrentFields(['handle', 'name', 'pieces']) },
  sessionPause: { call: ({ session }) => session.pause() },
  sessionResume: { call: ({ session }) => session.resume() },
  listenPort: { call: ({ session }) => session.listenPort() },
  reopenNetworkSockets: { call: ({ session }) => session.reopenNetworkSockets() },
  setPeerClassTypeFilter: {
    call: ({ session, model }, n) =>
      session.setPeerClassTypeFilter(typeFilter([...model.peerClasses][n] ?? 0)),
  },
  setPeerClassFilter: {
    call: ({ session, model }, n) =>
      session.setPeerClassFilter(peerClassFilter(1 << ([...model.peerClasses][n] ?? 0))),
  },
  setIpFilter: { call: ({ session }) => session.setIpFilter(new lt.IpFilter()) },
}
