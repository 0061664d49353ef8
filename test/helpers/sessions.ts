import * as lt from '../../lib'
import { afterThisTest } from './cleanup'
import { waitLimit, within } from './deadline'
import type { Content } from './torrents'

/** Settings of a session that connects to the given addresses only. */
export const isolated = {
  listen_interfaces: '127.0.0.1:0',
  enable_dht: false,
  enable_lsd: false,
  enable_upnp: false,
  enable_natpmp: false,
  // the peers of a test are all at one address
  allow_multiple_connections_per_ip: true,
  // closing waits for no tracker
  stop_tracker_timeout: 0,
  // all sessions of a process keep what a UDP tracker calls them by its address, without its port:
  // the next tracker of this machine would not know them
  udp_tracker_token_expiry: 0,
} as const satisfies lt.SettingsInit

/** An isolated session that is closed after the test. */
export function openSession(
  settings: lt.SettingsInit = {},
  options: Omit<lt.SessionOptions, 'settings'> = {},
): lt.Session {
  const session = new lt.Session({ ...options, settings: { ...isolated, ...settings } })
  afterThisTest(() => session.close())
  return session
}

/** Where a session accepts peers. */
export async function endpointOf(session: lt.Session): Promise<lt.Endpoint> {
  return { address: '127.0.0.1', port: await session.listenPort() }
}

/** Flags with which only what a test does starts or stops a torrent. */
export const ownFlags =
  lt.torrentFlags.defaultFlags & ~(lt.torrentFlags.autoManaged | lt.torrentFlags.paused)

/** Adds a torrent and waits until libtorrent has looked for its files. */
export async function addChecked(
  session: lt.Session,
  params: lt.AddTorrentParamsInit,
): Promise<lt.TorrentHandle> {
  const wanted = JSON.stringify(params.ti?.infoHashes())
  const checked = session.waitFor('torrent_checked', {
    timeout: waitLimit,
    filter: ({ handle }) => JSON.stringify(handle.infoHashes()) === wanted,
  })
  const torrent = await session.addTorrent({ flags: ownFlags, ...params })
  await checked
  return torrent
}

/** Shares content that lies on disk. */
export function seed(session: lt.Session, { info, savePath }: Content): Promise<lt.TorrentHandle> {
  return addChecked(session, { ti: info, savePath })
}

/**
 * Adds a torrent that has nothing yet and starts it with peers: these are dialled at once, not at
 * libtorrent's next tick.
 */
export async function leech(
  session: lt.Session,
  params: lt.AddTorrentParamsInit,
  peers: readonly lt.Endpoint[] = [],
): Promise<lt.TorrentHandle> {
  const flags = (params.flags ?? ownFlags) | lt.torrentFlags.paused
  const torrent = await addChecked(session, { ...params, flags, peers })
  torrent.resume()
  return torrent
}

/** Resolves when everything that is wanted of a torrent is on the disk. */
export function finished(torrent: lt.TorrentHandle, timeout = waitLimit): Promise<void> {
  return torrent.finished({ timeout })
}

/** Pauses and resumes a torrent, and waits until libtorrent says so. */
export async function pauseAndResume(torrent: lt.TorrentHandle): Promise<void> {
  const paused = torrent.waitFor('torrent_paused')
  torrent.pause()
  await within(paused, 'torrent_paused')
  const resumed = torrent.waitFor('torrent_resumed')
  torrent.resume()
  await within(resumed, 'torrent_resumed')
}
