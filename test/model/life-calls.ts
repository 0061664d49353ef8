// The calls that change the model: torrents are added and removed, sessions opened and closed.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import * as lt from 'libtorrent-napi'
import { SessionModel, TorrentModel } from './model'
import { savePaths } from './scene'
import type { Numbers } from './command'
import type { Content } from './content'
import type { Allowed } from './model'
import type { Settles } from './calls'
import type { Scene } from './scene'

type Run = (scene: Scene, first: number, second: number, third: number) => void

/** Torrents that a scene remembers; commands reach the older ones no more. */
const memory = 8

const settings: lt.SettingsInit = {
  listen_interfaces: '127.0.0.1:0',
  enable_dht: false,
  enable_lsd: false,
  enable_upnp: false,
  enable_natpmp: false,
  allow_multiple_connections_per_ip: true,
  stop_tracker_timeout: 0,
  udp_tracker_token_expiry: 0,
  min_reconnect_time: 1,
  alert_queue_size: 20_000,
}

/** Alerts that tell, in the tally, whether sequences reach transfers, checks and errors of the disk. */
const watched = [
  'piece_finished',
  'torrent_finished',
  'metadata_received',
  'torrent_error',
] as const

/** Opens a session after the former one was closed. */
export function openSession(scene: Scene, backend: number, stateAs: number): void {
  const state = stateAs % 2 === 0 || scene.sessionState === null ? null : scene.sessionState
  const saved = state && lt.readSessionParams(state)
  const diskBackend = backend % 2 === 0 ? 'mmap' : 'posix'
  scene.session = new lt.Session({
    ...saved,
    settings: { ...saved?.settings, ...settings },
    diskBackend,
  })
  scene.model = new SessionModel()
  const { session, place, actor, calls } = scene
  for (const type of watched) session.on(type, () => calls.count(`alert ${type}`))
  session.listenPort().then(
    (port) => (place.ports[actor] = port),
    () => {},
  )
}

interface Attempt {
  readonly name: string
  readonly allowed?: Allowed
  readonly settles?: Settles
  readonly torrent?: TorrentModel | undefined
  readonly check?: (value: unknown) => string | null
}

function attempt(scene: Scene, options: Attempt, call: () => unknown): void {
  const { name, allowed = {}, settles = 'by itself', torrent, check = () => null } = options
  scene.calls.make({ name, session: scene.model, torrent, allowed, settles, check }, call)
}

const { autoManaged, paused, duplicateIsError, seedMode, stopWhenReady } = lt.torrentFlags
const own = lt.torrentFlags.defaultFlags & ~(autoManaged | paused)
const addFlags = [
  own,
  own,
  lt.torrentFlags.defaultFlags,
  own | paused,
  own | duplicateIsError,
  own | seedMode,
  own | stopWhenReady,
]

function add(scene: Scene, content: Content, params: lt.AddTorrentParamsInit): void {
  const { session, model, torrents } = scene
  const present = model.present.get(content.name)
  const torrent = present ?? new TorrentModel(model, content, Boolean(params.ti))
  const isRefused = present && ((params.flags ?? 0) & duplicateIsError) !== 0
  if (!model.isClosed && !present) {
    model.present.set(content.name, torrent)
    torrents.push(torrent)
    torrents.splice(0, torrents.length - memory)
  }
  const check = (value: unknown): string | null => {
    if (isRefused) return 'a duplicate was taken'
    return torrent.accept(value as lt.TorrentHandle) ? null : 'it gave another object than before'
  }
  const allowed = isRefused ? { codes: ['duplicate_torrent'] } : {}
  attempt(scene, { name: `addTorrent(${content.name})`, allowed, check }, () =>
    session.addTorrent(params),
  )
}

const addTorrent: Run = (scene, first, second, third) => {
  const content = scene.contents[first % scene.contents.length]!
  const savePath = join(scene.place.dir, savePaths[second % savePaths.length]!)
  const flags = addFlags[third % addFlags.length]!
  const isMagnet = content.torrent === null || second >= 9
  const source = isMagnet
    ? { infoHashes: content.infoHashes }
    : { ti: new lt.TorrentInfo(content.torrent) }
  add(scene, content, { ...source, savePath, flags })
}

const addSaved: Run = (scene, first, second) => {
  const saved = scene.saved[first % Math.max(1, scene.saved.length)]
  if (!saved) return scene.calls.count('left out')
  const params = lt.readResumeData(saved.bytes)
  const third = join(scene.place.dir, 'third')
  add(scene, saved.content, { savePath: third, ...params, ...(second % 2 && { savePath: third }) })
}

const removeTorrent: Run = (scene, first, flags) => {
  const torrent = chosenTorrent(scene, first)
  const handle = torrent?.handle
  if (!torrent || !handle) return scene.calls.count('left out')
  const { session, model, calls } = scene
  const wasRemoved = torrent.isRemoved
  const isForeign = torrent.session !== model
  const subject = {
    name: `removeTorrent(${torrent.content.name}, ${flags % 4})`,
    session: model,
    torrent,
    settles: 'by itself' as const,
    allowed: isForeign
      ? { codes: ['invalid_torrent_handle', 'session_closed'], names: ['TypeError'] }
      : { disk: true, afterRemoval: !wasRemoved },
    check: () => (isForeign ? 'it removed a torrent of another session' : null),
  }
  calls.make(subject, () => {
    const removal = session.removeTorrent(handle, { flags: flags % 4 })
    if (!isForeign && !model.isClosed && !wasRemoved) {
      torrent.isRemoved = true
      if (model.present.get(torrent.content.name) === torrent) {
        model.present.delete(torrent.content.name)
      }
    }
    return removal
  })
}

const saveResumeData: Run = (scene, first, n) => {
  const torrent = chosenTorrent(scene, first)
  const handle = torrent?.handle
  if (!torrent || !handle) return scene.calls.count('left out')
  const flags = n % 8
  const options = {
    name: `saveResumeData(${flags})`,
    torrent,
    allowed: { codes: ['resume_data_not_modified'], disk: true },
  }
  attempt({ ...scene, model: torrent.session }, options, async () => {
    const params = await handle.saveResumeData({ flags })
    scene.saved.push({ content: torrent.content, bytes: lt.writeResumeDataBuf(params) })
    scene.saved.splice(0, scene.saved.length - memory)
  })
}

const sessionState: Run = (scene) => {
  attempt(scene, { name: 'sessionState' }, async () => {
    scene.sessionState = lt.writeSessionParamsBuf(await scene.session.sessionState())
  })
}

const refreshTorrentStatus: Run = (scene, first) => {
  const torrent = chosenTorrent(scene, first)
  const handle = torrent?.handle
  if (!torrent || !handle || torrent.session !== scene.model) {
    return scene.calls.count('left out')
  }
  attempt(scene, { name: 'refreshTorrentStatus', torrent }, () =>
    scene.session.refreshTorrentStatus([handle]),
  )
}

const alertTypes = [
  'torrent_removed',
  'torrent_checked',
  'piece_finished',
  'torrent_error',
] as const

const waitFor: Run = (scene, first, second, third) => {
  const torrent = chosenTorrent(scene, first)
  const handle = torrent?.handle
  if (!torrent || !handle) return scene.calls.count('left out')
  const type = alertTypes[second % alertTypes.length]!
  const waitsForRemoval = type === 'torrent_removed'
  const allowed = {
    names: ['TimeoutError'],
    afterRemoval: waitsForRemoval,
    outlivesTorrent: waitsForRemoval,
  }
  // Nothing is promised of a removal that was over before.
  const timeout = third % 3 === 0 || (waitsForRemoval && torrent.isRemoved) ? 20 : undefined
  const settles = timeout === undefined ? 'when ended' : 'by itself'
  const inSession = { ...scene, model: torrent.session }
  attempt(inSession, { name: `waitFor(${type})`, torrent, allowed, settles }, () =>
    handle.waitFor(type, { timeout }),
  )
}

const createTorrent: Run = (scene, first, flags) => {
  const content = scene.contents[first % scene.contents.length]!
  const { torrent: bytes } = content
  if (bytes === null) return
  const allowed = {
    disk: true,
    codes: ['invalid_hash_entry', 'torrent_invalid_length', 'no_files_in_torrent'],
  }
  attempt(scene, { name: 'CreateTorrent', allowed: { ...allowed, afterClose: true } }, async () => {
    const seed = join(scene.place.dir, 'seed')
    const files = new lt.TorrentInfo(bytes).files()
    const made = new lt.CreateTorrent(files, 16_384, flags % 2 === 0 ? lt.createFlags.v1Only : 0)
    await made.setPieceHashes(seed)
    made.generateBuf()
  })
}

/** Deletes files under libtorrent's feet. */
const deleteFiles: Run = ({ place, contents }, first, second) => {
  const path = savePaths[first % savePaths.length]!
  const content = contents[second % contents.length]!
  try {
    rmSync(join(place.dir, path, content.name), { recursive: true, force: true })
  } catch (error) {
    // libtorrent made a file there meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error
  }
}

const collectGarbage: Run = () => globalThis.gc?.()

const dropHandle: Run = (scene, first) => chosenTorrent(scene, first)?.drop()

const close: Run = (scene) => {
  attempt(scene, { name: 'close', allowed: { afterClose: true } }, () => {
    const closing = scene.session.close()
    scene.model.isClosed = true
    scene.place.ports[scene.actor] = 0
    return closing
  })
}

const open: Run = (scene, first, second) => {
  if (scene.model.isClosed) openSession(scene, first, second)
}

/** Small numbers mean the latest torrents. */
export function chosenTorrent({ torrents }: Scene, number: number): TorrentModel | undefined {
  return torrents.at(-1 - (number % Math.max(1, torrents.length)))
}

const runs: Readonly<Record<string, Run>> = {
  addTorrent,
  addSaved,
  removeTorrent,
  saveResumeData,
  sessionState,
  refreshTorrentStatus,
  waitFor,
  createTorrent,
  deleteFiles,
  collectGarbage,
  dropHandle,
  close,
  open,
}

export const lifeCommands: readonly string[] = Object.keys(runs)

/** Runs a command of these; returns false when it is none. */
export function runLifeCommand(scene: Scene, name: string, numbers: Numbers): boolean {
  const run = Object.hasOwn(runs, name) ? runs[name] : undefined
  run?.(scene, ...numbers)
  return run !== undefined
}
