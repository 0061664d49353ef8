// A seeder and a tracker for the programs of examples/.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startTracker } from '../../experiment/src/coordinator/tracker'
import { afterThisTest } from '../helpers/cleanup'
import { waitLimit, within } from '../helpers/deadline'
import { tempDir } from '../helpers/files'
import { openSession, seed } from '../helpers/sessions'
import { manyFiles, oneFile } from '../helpers/torrents'
import type * as lt from '../../lib'
import type { Content, TorrentOptions } from '../helpers/torrents'

export interface Swarm extends Content {
  /** Path of the .torrent, which names a tracker of this machine. */
  readonly torrentFile: string
  /** The session that shares the content; the tracker knows it. */
  readonly seeder: lt.Session
}

/** An HTTP tracker that lasts as long as the test. */
export async function openTracker(): Promise<string> {
  const tracker = await within(startTracker({ host: '127.0.0.1' }), 'a tracker')
  afterThisTest(() => tracker.close())
  return tracker.url
}

/**
 * Content that a session shares, as a v1 torrent unless told otherwise: libtorrent 2.0.8 now and then
 * drops a peer of a hybrid torrent that both its swarms name, and dials it again a minute later.
 *
 * @param content size of its one file, or the sizes of several by name
 */
export async function openSwarm(
  content: number | Readonly<Record<string, number>>,
  { settings = {}, ...options }: TorrentOptions & { settings?: lt.SettingsInit } = {},
): Promise<Swarm> {
  const all = { version: 'v1' as const, trackers: [await openTracker()], ...options }
  const made = await (typeof content === 'number' ? oneFile(content, all) : manyFiles(content, all))
  const torrentFile = join(await tempDir(), 'content.torrent')
  await writeFile(torrentFile, made.buffer)
  const seeder = openSession(settings)
  const announced = seeder.waitFor('tracker_reply', { timeout: waitLimit })
  await seed(seeder, made)
  await announced
  return { ...made, torrentFile, seeder }
}
