import * as lt from 'libtorrent-napi'
import { textOf, UserError, codeOf } from '../util/errors'
import { insideOf } from '../util/files'
import { once } from 'node:events'
import { existsSync, watch, type FSWatcher } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { scope, within } from '../util/cancel'

/** Reads what says which torrent is meant; an error gives the reason on one line. */
export async function loadSource(
  torrent: lt.TorrentSource,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<lt.SourceParams> {
  try {
    return await lt.loadSource(torrent, { signal })
  } catch (error) {
    signal?.throwIfAborted()
    if (!(error instanceof lt.LibtorrentError)) throw error
    // The library names its parameter, `source`.
    const message = textOf(error).replace(/^source is /, 'cannot read ')
    throw new UserError(message, { cause: error, exitCode: isMagnet(torrent) ? 2 : 1 })
  }
}

export function isMagnet(torrent: lt.TorrentSource): boolean {
  return typeof torrent === 'string' && /^\s*magnet:/i.test(torrent)
}

/** Reads a .torrent. */
export async function loadTorrent(path: string): Promise<lt.TorrentInfo> {
  const { ti } = await loadSource(path)
  if (!ti) throw new UserError(`${path} is no .torrent`)
  return ti
}

/** The files of a torrent, without padding. */
export function entriesOf(info: lt.TorrentInfo): lt.FileEntry[] {
  return [...info.files()].filter(({ isPadding }) => !isPadding)
}

/** Bytes of all files of a torrent. */
export function sizeOf(info: lt.TorrentInfo): number {
  return entriesOf(info).reduce((total, { size }) => total + size, 0)
}

/** Where a torrent's files are below a directory; fails when one of them would be elsewhere. */
export function filesOf(info: lt.TorrentInfo, directory: string): string[] {
  return entriesOf(info).map(({ path }) => insideOf(directory, path))
}

/** Milliseconds that a .torrent may stay unreadable: another program may still be writing it. */
const grace = 2000

export interface WaitOptions {
  readonly signal?: AbortSignal | undefined
  /** Called with what it waits for. */
  readonly onMessage?: (message: string) => void
}

/**
 * Waits until a .torrent exists and can be read, however early it is called: even its directory may be missing.
 * Fails when a file is there and stays unreadable.
 */
export async function waitForTorrent(
  torrentPath: string,
  options: WaitOptions = {},
): Promise<lt.TorrentInfo> {
  const path = resolve(torrentPath)
  if (!existsSync(path)) {
    options.onMessage?.(`waiting for ${torrentPath} to appear`)
    await waitUntil(path, () => existsSync(path), options.signal)
  }
  const readable = async () => (await loadTorrent(path).catch(() => null)) !== null
  if (!(await readable())) {
    // After the grace period, the second reading rejects with what is wrong with the file.
    await within(grace, path, options.signal, (signal) => waitUntil(path, readable, signal)).catch(
      () => options.signal?.throwIfAborted(),
    )
  }
  return loadTorrent(torrentPath)
}

/** Waits for changes around a path until a condition holds. */
async function waitUntil(
  path: string,
  holds: () => boolean | Promise<boolean>,
  outer: AbortSignal | undefined,
): Promise<void> {
  outer?.throwIfAborted()
  const { signal, end } = scope(outer)
  try {
    for (;;) {
      const watcher = watchNearest(dirname(path))
      const changed = once(watcher, 'change', { signal }).finally(() => watcher.close())
      changed.catch(() => {})
      // Checked after the watch began, so that no change falls between the two.
      if (await holds()) return
      await changed
    }
  } catch (error) {
    throw outer?.aborted ? outer.reason : error
  } finally {
    end()
  }
}

/** Watches a directory, or the nearest one above it that exists. */
function watchNearest(directory: string): FSWatcher {
  try {
    return watch(directory)
  } catch (error) {
    const above = dirname(directory)
    const isMissing = ['ENOENT', 'ENOTDIR'].includes(codeOf(error))
    if (!isMissing || above === directory) throw error
    return watchNearest(above)
  }
}
