// fetchMetadata(): what a magnet link stands for.
import { promises as fs } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { torrentFlags } from '../generated/enums'
import { addOptions } from '../session/add'
import { runWithDeadline } from '../support/deadline'
import { checkOptions } from '../support/options'
import { markHandled } from '../support/promises'
import { Ownership, sessionChoice } from './ownership'
import type { AddOptions } from '../session/add'
import type { TorrentInfo } from '../metainfo/torrent-info'
import type { TorrentSource } from '../metainfo/source'
import type { SessionChoice } from './ownership'

/** How `fetchMetadata()` finds peers. */
export interface FetchMetadataOptions
  extends Pick<AddOptions, 'peers' | 'trackers' | 'http' | 'signal' | 'timeout'>, SessionChoice {}

const { peers, trackers, http, signal, timeout } = addOptions
const fetchOptions = { ...sessionChoice, peers, trackers, http, signal, timeout }

/**
 * Fetches the metadata of a magnet link from peers, and nothing else.
 *
 * @param source a magnet link, or another {@link TorrentSource}
 * @returns the metadata: names, sizes and hashes. Rejects as `session.add()` and `torrent.metadata()` do, and with the
 *   signal's reason.
 * @example
 * const info = await fetchMetadata('magnet:?xt=urn:btih:...', { timeout: 60_000 })
 * for (const { path, size } of info.files()) console.log(path, size)
 */
export function fetchMetadata(
  source: TorrentSource,
  options: FetchMetadataOptions = {},
): Promise<TorrentInfo> {
  return markHandled(run(source, options))
}

async function run(source: TorrentSource, options: FetchMetadataOptions): Promise<TorrentInfo> {
  checkOptions(options, fetchOptions)
  const { session, settings, timeout, ...rest } = options
  rest.signal?.throwIfAborted()
  // libtorrent may create empty files once it has the metadata.
  const savePath = await fs.mkdtemp(join(tmpdir(), 'libtorrent-napi-'))
  const ownership = new Ownership({ session, settings })
  try {
    return await runWithDeadline({ signal: rest.signal, timeout }, 'metadata', async (signal) => {
      const flags = torrentFlags.defaultFlags | torrentFlags.defaultDontDownload
      const { torrent } = await ownership.add(source, { ...rest, signal, savePath, flags })
      return torrent.metadata({ signal })
    })
  } finally {
    await ownership.release()
    await fs.rm(savePath, { recursive: true, force: true })
  }
}
