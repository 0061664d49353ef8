// session.add(): adds a torrent by whatever a program has of it.
import { checkHttp } from '../metainfo/fetch-torrent'
import { loadSource } from '../metainfo/source'
import { checkSelection, prioritiesOf } from '../metainfo/select'
import { checkTrackers, trackersOf } from '../metainfo/trackers'
import { torrentFlags } from '../generated/enums'
import { runWithDeadline } from '../support/deadline'
import { LibtorrentError, sessionClosed, torrentRemoved } from '../support/errors'
import { check, checkOptions, shown, waitOptions } from '../support/options'
import { endpointsOf } from './endpoints'
import type { ChecksOf } from '../support/options'
import type { HttpOptions } from '../metainfo/fetch-torrent'
import type { FileSelection } from '../metainfo/select'
import type { SourceParams, TorrentSource } from '../metainfo/source'
import type { TrackerList } from '../metainfo/trackers'
import type { AddTorrentParamsInit, Endpoint } from '../generated/records'
import type { Session, TorrentHandle } from '../types'

/**
 * How `session.add()` adds a torrent.
 *
 * A torrent that is in the session already is returned as it is, and only `peers` apply. With `select`, nothing is
 * downloaded that was not chosen: a magnet link waits for its metadata first. An error, a timeout or an abort before
 * the files are chosen removes the torrent again.
 *
 * Errors say what the source was taken for and what is wrong with it. A pattern of `select` that matches no file
 * rejects with code `'no_matching_file'`, a torrent that is not there to be had with that of the file or server.
 *
 * @see https://libtorrent.org/reference-Session.html#async_add_torrent()
 */
export interface AddOptions {
  /**
   * Directory that the files are in, or come to: libtorrent creates it when it writes the first file. Default: that
   * of the params or resume data. All other sources need it.
   */
  savePath?: string | undefined
  /** Which files are downloaded. Default: all. */
  select?: FileSelection | undefined
  /** Whether the torrent waits for `resume()`. Default: false, or what params or resume data say. */
  paused?: boolean | undefined
  /**
   * Whether libtorrent's queue (`settings.active_downloads` ...) decides when the torrent runs. Default: true, or what
   * params or resume data say.
   */
  autoManaged?: boolean | undefined
  /** Whether pieces are requested in their order. Default: false, or what params or resume data say. */
  sequential?: boolean | undefined
  /** Peers, as endpoints or `'address:port'`. They are dialled at once, before the queue is considered. */
  peers?: readonly (Endpoint | string)[] | undefined
  /** Trackers besides those of the source. */
  trackers?: TrackerList | undefined
  /** URLs of servers with the files (BEP 19), besides those of the source. */
  webSeeds?: readonly string[] | undefined
  /** Of `torrentFlags`, instead of those of the source. The options above change them. */
  flags?: number | undefined
  /** How a source that is a URL is fetched. */
  http?: HttpOptions | undefined
  /** Aborting rejects with the signal's reason. A torrent that was added by then is removed. */
  signal?: AbortSignal | undefined
  /** Milliseconds, the wait for metadata included, after which it rejects with a TimeoutError. Default: never. */
  timeout?: number | undefined
}

export const addOptions: ChecksOf<AddOptions> = {
  ...waitOptions,
  savePath: check.later,
  select: checkSelection,
  paused: check.boolean,
  autoManaged: check.boolean,
  sequential: check.boolean,
  peers: check.later,
  trackers: checkTrackers,
  webSeeds: check.strings,
  flags: check.flags,
  http: checkHttp,
}

/** A torrent in a session. */
export interface Added {
  readonly torrent: TorrentHandle
  /** Whether it came there by this call. */
  readonly isNew: boolean
  /** Whether its source had no metadata. */
  readonly isMagnet: boolean
}

/** Adds a torrent, and chooses its files: for a magnet link once the metadata is there. */
export async function addSource(
  session: Session,
  source: TorrentSource,
  options: AddOptions,
): Promise<Added> {
  if (session.closed) throw sessionClosed()
  checkOptions(options, addOptions)
  return runWithDeadline(options, 'torrent with its files chosen', async (signal) => {
    const given = await loadSource(source, { signal, http: options.http })
    const plan = planOf(given, options)
    signal.throwIfAborted()
    const added = await addOrFind(session, plan, options)
    if (!added.isNew) return added
    try {
      await start(added.torrent, plan, options, signal)
      return added
    } catch (error) {
      await removeQuietly(added.torrent)
      throw error
    }
  })
}

/** Removes a torrent from its session, if both still exist. */
export async function removeQuietly(torrent: TorrentHandle): Promise<void> {
  await torrent.session.removeTorrent(torrent).catch(() => {})
}

/** `queued`: libtorrent's queue decides when the torrent runs. */
type Mode = 'running' | 'stopped' | 'queued'

/** libtorrent's params, and how the torrent starts. */
interface Plan {
  readonly params: AddTorrentParamsInit
  /**
   * When the torrent is resumed. libtorrent dials the peers that it knows when a torrent resumes, and otherwise at its
   * next tick, of which there is one in a second.
   */
  readonly resumes: 'when checked' | 'at once' | null
  /** Of the torrent once it has started. */
  readonly mode: Mode
}

const { paused, autoManaged, sequentialDownload, stopWhenReady } = torrentFlags
const { defaultDontDownload, duplicateIsError, uploadMode } = torrentFlags

const flagsOfMode = { running: 0, stopped: paused, queued: autoManaged | paused } as const

function planOf(given: SourceParams, options: AddOptions): Plan {
  const peers = endpointsOf(options.peers ?? [])
  const base = options.flags ?? given.flags ?? torrentFlags.defaultFlags
  const mode = modeOf(base, options)
  const isMagnet = !given.ti
  const choosesLater = isMagnet && options.select !== undefined
  const mayRun = (base & stopWhenReady) === 0 && (mode !== 'stopped' || choosesLater)
  const dials = peers.length > 0 && mayRun
  const resumes = !dials ? null : isMagnet ? 'at once' : 'when checked'
  let flags = base & ~(paused | autoManaged)
  if (resumes === 'at once') flags |= paused
  else if (resumes === 'when checked') flags |= stopWhenReady
  else flags |= flagsOfMode[choosesLater && mode === 'stopped' ? 'running' : mode]
  if (choosesLater) flags |= defaultDontDownload
  if (options.sequential !== undefined) {
    flags = options.sequential ? flags | sequentialDownload : flags & ~sequentialDownload
  }
  return { params: { ...paramsOf(given, options, peers), flags: flags >>> 0 }, resumes, mode }
}

function modeOf(flags: number, { autoManaged: isQueued, paused: isPaused }: AddOptions): Mode {
  if (isPaused === true) return 'stopped'
  const isStopped = (flags & (paused | autoManaged)) === paused
  if (isStopped && isPaused === undefined) return 'stopped'
  return (isQueued ?? (flags & autoManaged) !== 0) ? 'queued' : 'running'
}

function paramsOf(
  given: SourceParams,
  options: AddOptions,
  peers: readonly Endpoint[],
): AddTorrentParamsInit {
  const { savePath = given.savePath, select, webSeeds = [] } = options
  if (typeof savePath !== 'string' || savePath === '') {
    throw new TypeError(`options.savePath must be the path of a directory, got ${shown(savePath)}`)
  }
  const chosen =
    given.ti && select !== undefined
      ? { filePriorities: prioritiesOf(given.ti.files(), select, 'options.select') }
      : {}
  const params = {
    ...given,
    ...trackersOf(given, options.trackers ?? []),
    ...chosen,
    savePath,
    peers: [...(given.peers ?? []), ...peers],
    urlSeeds: [...(given.urlSeeds ?? []), ...webSeeds],
  }
  return params as AddTorrentParamsInit // one of `ti` and `infoHashes` is there, or native code refuses it
}

async function addOrFind(
  session: Session,
  { params }: Plan,
  { flags = 0 }: AddOptions,
): Promise<Added> {
  const isMagnet = !params.ti
  const strict = { ...params, flags: ((params.flags ?? 0) | duplicateIsError) >>> 0 }
  try {
    return { torrent: await session.addTorrent(strict), isNew: true, isMagnet }
  } catch (error) {
    const isDuplicate = error instanceof LibtorrentError && error.code === 'duplicate_torrent'
    if (!isDuplicate || (flags & duplicateIsError) !== 0) throw error
  }
  const torrent = await session.addTorrent(params)
  for (const peer of params.peers ?? []) torrent.connectPeer(peer)
  return { torrent, isNew: false, isMagnet }
}

async function start(
  torrent: TorrentHandle,
  { params, resumes, mode }: Plan,
  { select }: AddOptions,
  signal: AbortSignal,
): Promise<void> {
  const run = (): void => {
    torrent.resume()
    if (mode === 'queued') torrent.setFlags(autoManaged)
  }
  signal.throwIfAborted()
  if (resumes === 'at once') run()
  if (resumes === 'when checked') await resumeWhenChecked(torrent, run, signal)
  if (params.ti || select === undefined) return
  await choose(torrent, select, signal)
  torrent.unsetFlags(defaultDontDownload)
  if (mode !== 'stopped' && resumes === null) return
  // libtorrent has left the peers, because nothing was wanted, or leaves them now. It dials a peer again after
  // min_reconnect_time, which is 60 s, but forgets when it was connected as it leaves upload mode.
  torrent.pause()
  torrent.setFlags(uploadMode)
  torrent.unsetFlags(uploadMode)
  if (mode !== 'stopped') run()
}

/**
 * Calls `run` when the torrent is checked, or as soon as libtorrent hashes files: then it starts after the check, at
 * libtorrent's next tick. Nothing starts the torrent later, so a `pause()` of the caller lasts.
 */
async function resumeWhenChecked(
  torrent: TorrentHandle,
  run: () => void,
  signal: AbortSignal,
): Promise<void> {
  const hashing = torrent.waitFor('state_changed', {
    signal,
    filter: ({ state }) => state === 'checking_files',
  })
  const checked = torrent.checked().then(
    () => true,
    () => false, // an error keeps the torrent from running; what starts it later must not stop it again
  )
  const { state } = await torrent.status(0)
  const isHashing = state === 'checking_files'
  const runs = isHashing || (await Promise.race([checked, hashing.then(() => true)]))
  torrent.unsetFlags(stopWhenReady)
  if (runs) run()
}

/** Resolves when libtorrent has the priorities, so that waits for the download begin with them. */
async function choose(
  torrent: TorrentHandle,
  select: FileSelection,
  signal: AbortSignal,
): Promise<void> {
  const info = await torrent.metadata({ signal })
  const priorities = prioritiesOf(info.files(), select, 'options.select')
  const applied = torrent.waitFor(['file_prio', 'file_error', 'torrent_error'], { signal })
  torrent.prioritizeFiles(priorities)
  const alert = await applied
  if (alert.type !== 'file_prio') throw alert.error ?? torrentRemoved()
}
