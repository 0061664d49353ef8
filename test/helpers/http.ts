// Torrents that createHttpHandler() serves.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from '../../lib'
import { tempDir } from './files'
import { serve } from './servers'
import { addChecked, endpointOf, leech, openSession, seed } from './sessions'
import { MiB, bareTorrent, kiB, manyFiles } from './torrents'
import type { Content } from './torrents'

const pieceSize = 16 * kiB
export const filmSize = MiB + 77

export interface Served {
  readonly content: Content
  readonly film: Buffer
  readonly session: lt.Session
  readonly torrent: lt.TorrentHandle
  /** Of the handler, with a slash at the end. */
  readonly url: string
  /** Of the torrent, relative to that. */
  readonly path: string
}

/** A torrent that has nothing yet, served while it downloads. */
export async function serveDownload(sizes: Readonly<Record<string, number>> = {}): Promise<Served> {
  const content = await manyFiles({ 'a film.webm': filmSize, ...sizes }, { pieceSize })
  const [seeder, session] = [openSession(), openSession()]
  await seed(seeder, content)
  const url = await serve(lt.createHttpHandler(session))
  const params = { ti: content.info, savePath: await tempDir() }
  const torrent = await leech(session, params, [await endpointOf(seeder)])
  const film = await readFile(join(content.path, 'a film.webm'))
  return { content, film, session, torrent, url, path: `${content.info.infoHashes().v1}/` }
}

/** A torrent without data and without peers, served. */
export async function serveNothing(
  name = 'film.webm',
): Promise<{ url: string; torrent: lt.TorrentHandle }> {
  const session = openSession()
  const ti = new lt.TorrentInfo(bareTorrent({ size: 20 * pieceSize, name }))
  const torrent = await addChecked(session, { ti, savePath: await tempDir() })
  return { url: `${await serve(lt.createHttpHandler(session))}${ti.infoHashes().v1}/`, torrent }
}
