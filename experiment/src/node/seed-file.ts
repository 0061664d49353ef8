import { basename, dirname, resolve } from 'node:path'
import type * as lt from 'libtorrent-napi'
import { UserError } from '../util/errors'
import { fileSize } from '../util/paths'
import { addChecked, flagsOf, type Sociability } from './add'
import { reportPeers } from './peer-notes'
import { Seeding } from './seeding'
import { openNode } from './session'
import type { NetworkOptions } from './session-settings'
import { entriesOf, loadTorrent } from './source'
import { keepTryingTrackers } from './tracker-notes'

export interface SeedOptions extends NetworkOptions, Sociability {
  /** Ends the seeding, as `close()` does. */
  readonly signal?: AbortSignal | undefined
  /** Told what a user should know: peers that come and go, a tracker that does not answer. */
  readonly onMessage?: (message: string) => void
}

/** Opens a session and shares a file in it. Resolves once the file has been checked against the torrent. */
export async function seedFile(
  filePath: string,
  torrentPath: string,
  options: SeedOptions = {},
): Promise<Seeding> {
  if ((await fileSize(filePath)) === null) throw new UserError(`no such file: ${filePath}`)
  const info = await loadTorrent(torrentPath)
  const node = await openNode(options)
  const say = options.onMessage ?? (() => {})
  keepTryingTrackers(node.session, say)
  reportPeers(node.session, say)
  try {
    const torrent = await share(node.session, info, filePath, options, options.signal)
    return new Seeding(node, torrent, info, options.signal)
  } catch (error) {
    await node.close()
    throw error
  }
}

/**
 * Adds a torrent of which this node has the file. The file is checked, not trusted: in seed mode libtorrent makes
 * later requesters of a piece wait until it has verified it for the first.
 */
export async function share(
  session: lt.Session,
  info: lt.TorrentInfo,
  filePath: string,
  sociability: Sociability,
  signal: AbortSignal | undefined,
): Promise<lt.TorrentHandle> {
  if (entriesOf(info).length !== 1)
    throw new UserError(`${info.name()} is a torrent of several files`)
  const torrent = await addChecked(
    session,
    {
      ti: info,
      savePath: dirname(resolve(filePath)),
      renamedFiles: new Map([[0, basename(filePath)]]),
      flags: flagsOf(sociability),
    },
    signal,
  )
  if ((await torrent.status()).isSeeding) return torrent
  await session.removeTorrent(torrent)
  throw new UserError(`${filePath} is not the content of the torrent '${info.name()}'`)
}
