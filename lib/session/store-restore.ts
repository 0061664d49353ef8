// Reads what a torrent store has saved.
import { readResumeData } from '../metainfo/functions'
import { LibtorrentError, withCircumstances } from '../support/errors'
import { torrentFlags } from '../generated/enums'
import { Slots } from '../support/slots'
import { readSessionParams } from './state'
import type { StoreDirectory } from './store-directory'
import type { Session } from './session'
import type { SessionState } from './state'
import type { ResumeData } from '../torrent/requests'
import type { TorrentHandle } from '../types'

/** A file of a torrent store that was found when the store was opened. */
export type RestoredTorrent =
  | {
      /** The file that the torrent comes from. */
      readonly path: string
      readonly torrent: TorrentHandle
      readonly error: null
    }
  | {
      /** The file, which has this name now. */
      readonly path: string
      readonly torrent: null
      /** Why it could not be read, or its torrent not be added. */
      readonly error: Error
    }

type Failure = RestoredTorrent & { readonly torrent: null }

export const stateName = 'session.state'
const torrentEnding = '.resume'

/** The file names of a torrent, of which the first is given to a new file. A magnet link may have one info-hash. */
export function fileNames(torrent: TorrentHandle): [string, ...string[]] {
  const { v1, v2 } = torrent.infoHashes()
  const [first = '', ...others] = [v1, v2].filter((hash) => hash !== null)
  return [first + torrentEnding, ...others.map((hash) => hash + torrentEnding)]
}

// The store wrote these files itself, also for torrents that were added with higher limits.
const limits = {
  maxBufferSize: 2 ** 31 - 1,
  maxPieces: 2 ** 31 - 1,
  maxDecodeTokens: 2 ** 31 - 1,
}

/** Torrents that are read and added at the same time. */
const concurrency = 8

/** The state that the session is to be opened with, if there is one. */
export async function restoreState(
  directory: StoreDirectory,
): Promise<{ state?: SessionState; failure?: Failure }> {
  const bytes = await directory.read(stateName)
  if (!bytes) return {}
  try {
    return { state: readSessionParams(bytes) }
  } catch (error) {
    return { failure: await setAside(directory, stateName, error) }
  }
}

export async function restoreTorrents(
  directory: StoreDirectory,
  session: Session,
): Promise<RestoredTorrent[]> {
  const slots = new Slots(concurrency)
  const names = await directory.names(torrentEnding)
  return Promise.all(names.map((name) => slots.run(() => restoreTorrent(directory, session, name))))
}

async function restoreTorrent(
  directory: StoreDirectory,
  session: Session,
  name: string,
): Promise<RestoredTorrent> {
  const path = directory.pathOf(name)
  let params
  try {
    const bytes = await directory.read(name)
    params = readResumeData(bytes ?? Buffer.alloc(0), limits) as ResumeData
  } catch (error) {
    if (error instanceof LibtorrentError) return setAside(directory, name, error)
    return { path, torrent: null, error: error as Error }
  }
  try {
    const flags = params.flags & ~(torrentFlags.uploadMode | torrentFlags.needSaveResume)
    const torrent = await session.addTorrent({ ...params, flags })
    return { path: await correctName(directory, name, torrent), torrent, error: null }
  } catch (error) {
    if (session.closed) throw error
    return { path, torrent: null, error: about(path, error) }
  }
}

/** A file that was copied to the store may have any name, also one that another torrent will need. */
async function correctName(
  directory: StoreDirectory,
  name: string,
  torrent: TorrentHandle,
): Promise<string> {
  const names = fileNames(torrent)
  if (names.includes(name)) return directory.pathOf(name)
  await directory.rename(name, names[0])
  return directory.pathOf(names[0])
}

async function setAside(directory: StoreDirectory, name: string, error: unknown): Promise<Failure> {
  const path = await directory.setAside(name)
  return { path, torrent: null, error: about(path, error) }
}

function about(path: string, error: unknown): Error {
  return error instanceof LibtorrentError
    ? withCircumstances(error, error.operation, path)
    : (error as Error)
}
