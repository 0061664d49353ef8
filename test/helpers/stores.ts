// Torrent stores that are closed after the test.
import { once } from 'node:events'
import { cp } from 'node:fs/promises'
import * as lt from '../../lib'
import { afterThisTest } from './cleanup'
import { within } from './deadline'
import { tempDir } from './files'
import { isolated } from './sessions'

/** A store of an isolated session, which saves at intervals only when told to. */
export async function openStore(
  directory: string,
  options: lt.TorrentStoreOptions = {},
): Promise<lt.TorrentStore> {
  const settings = options.session ? {} : { settings: isolated }
  const store = await lt.TorrentStore.open(directory, {
    ...settings,
    interval: Infinity,
    ...options,
  })
  afterThisTest(() => store.close())
  return store
}

/** The torrents that another process would find, if this one were killed now. */
export async function afterCrash(directory: string): Promise<lt.TorrentStore> {
  const copy = await tempDir()
  await cp(directory, copy, { recursive: true })
  return openStore(copy)
}

/** Resolves with the path of the next file that is saved. */
export async function saved(store: lt.TorrentStore): Promise<string> {
  const [{ path }] = (await within(once(store, 'saved'), 'a saved torrent')) as [{ path: string }]
  return path
}

/** Info-hashes of the torrents that a store has restored, in order; null for those that it could not. */
export const hashesOf = ({ restored }: lt.TorrentStore): (string | null)[] =>
  restored.map(({ torrent }) => torrent?.infoHashes().v1 ?? null).sort()
