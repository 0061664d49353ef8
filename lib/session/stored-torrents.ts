// The torrents of a store: what has changed, and the order in which files are written.
import { basename } from 'node:path'
import { writeResumeDataBuf } from '../metainfo/functions'
import { resumeDataFlags } from '../generated/enums'
import { LibtorrentError } from '../support/errors'
import { Slots } from '../support/slots'
import { fileNames } from './store-restore'
import type { StoreDirectory } from './store-directory'
import type { Session } from './session'
import type { AlertMap, AlertType } from '../generated/alerts'
import type { TorrentHandle } from '../types'

/** Where the store reports what was done. */
export interface StoreReports {
  saved(torrent: TorrentHandle, path: string): void
  removed(path: string): void
  /** Of work that no caller awaits. */
  failed(error: unknown): void
}

/** One file. Work on it is done in order, also when its torrent is removed and added again. */
interface Entry {
  readonly name: string
  /** Null when the torrent was removed, and the file is to be deleted. */
  torrent: TorrentHandle | null
  /** It must be written, whatever libtorrent says about changes. */
  isModified: boolean
  /** Its content says which pieces there are, or may say so. */
  hasPieces: boolean
  /** What was saved last lacks pieces, because they had not been checked. */
  awaitsCheck: boolean
  /** Resume data that a call of the user got: libtorrent takes changes before it for saved. */
  foreign: object | undefined
  /** The last work on the file. */
  last: Promise<void>
  /** Work that has not begun, and so covers all changes until now. */
  next: Promise<void> | undefined
}

/** Files that are written at the same time; each occupies one of libuv's four threads at most. */
const concurrency = 8

/** After these a crash would lose the torrent, its place or hours of work, so it is saved at once. */
const urgent = ['metadata_received', 'storage_moved', 'file_renamed'] as const

export class StoredTorrents {
  readonly #session: Session
  readonly #directory: StoreDirectory
  readonly #reports: StoreReports
  readonly #byTorrent = new Map<TorrentHandle, Entry>()
  readonly #byName = new Map<string, Entry>()
  readonly #slots = new Slots(concurrency)
  readonly #stopFollowing: (() => void)[] = []
  #isLast = false

  constructor(session: Session, directory: StoreDirectory, reports: StoreReports) {
    this.#session = session
    this.#directory = directory
    this.#reports = reports
  }

  /** Takes over a torrent that was restored from a file. A second file of a torrent is deleted. */
  adopt(torrent: TorrentHandle, path: string): void {
    const name = basename(path)
    const known = this.#byTorrent.get(torrent)
    if (known?.name === name) return
    const entry = this.#enter(name, known ? null : torrent)
    entry.isModified = false
    entry.hasPieces = true
    if (known) this.#background(this.#write(entry))
  }

  /** Saves what alerts report from now on. The caller has adopted what was restored. */
  follow(): void {
    this.#on('add_torrent', ({ handle, error }) => {
      if (handle && !error && !this.#byTorrent.has(handle)) this.#saveSoon(this.#track(handle))
    })
    this.#on('torrent_removed', ({ handle }) => this.#untrack(handle))
    for (const type of urgent) {
      this.#on(type, ({ handle }) => this.#saveSoon(this.#byTorrent.get(handle)))
    }
    this.#on('fastresume_rejected', ({ handle }) => {
      const entry = this.#byTorrent.get(handle)
      if (entry) entry.awaitsCheck = true
    })
    this.#on('torrent_checked', ({ handle }) => {
      const entry = this.#byTorrent.get(handle)
      if (entry?.awaitsCheck) this.#saveSoon(entry)
    })
    this.#on('save_resume_data', ({ handle, params }) => {
      const entry = this.#byTorrent.get(handle)
      if (entry) entry.foreign = params
    })
    this.#background(this.save(false))
  }

  unfollow(): void {
    for (const stop of this.#stopFollowing) stop()
  }

  /** Resolves when no work is left, whether it succeeded or not. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.#byName.values()].map(({ last }) => last))
  }

  /** Saves all that has changed, also what no alert has reported. `isLast` flushes caches first. */
  async save(isLast: boolean): Promise<void> {
    this.#isLast = isLast
    const known = [...this.#byTorrent.keys()]
    const statuses = await this.#session.getTorrentStatus(0)
    const present = new Set<TorrentHandle>()
    for (const { handle, needSaveResume } of statuses) {
      present.add(handle)
      const entry = this.#byTorrent.get(handle) ?? this.#track(handle)
      if (!entry) continue
      if (needSaveResume || entry.isModified || entry.foreign) void this.#write(entry)
    }
    for (const torrent of known) {
      if (!present.has(torrent)) this.#untrack(torrent)
    }
    const work = [...this.#byName.values()].map(({ last }) => last)
    const errors = (await Promise.allSettled(work)).flatMap((result) =>
      result.status === 'rejected' ? [result.reason as unknown] : [],
    )
    if (errors.length === 1) throw errors[0]
    if (errors.length > 1)
      throw new AggregateError(errors, `${errors.length} files were not written`)
  }

  #on<K extends AlertType>(type: K, listener: (alert: AlertMap[K]) => void): void {
    this.#session.on(type, listener)
    this.#stopFollowing.push(() => this.#session.off(type, listener))
  }

  /** Returns undefined when the torrent was removed since it was reported. */
  #track(torrent: TorrentHandle): Entry | undefined {
    if (!torrent.isValid()) return undefined
    return this.#enter(fileNames(torrent)[0], torrent)
  }

  #enter(name: string, torrent: TorrentHandle | null): Entry {
    const entry = this.#byName.get(name) ?? newEntry(name)
    entry.torrent = torrent
    entry.isModified = true
    this.#byName.set(name, entry)
    if (torrent) this.#byTorrent.set(torrent, entry)
    return entry
  }

  #untrack(torrent: TorrentHandle): void {
    const entry = this.#byTorrent.get(torrent)
    if (!entry) return
    this.#byTorrent.delete(torrent)
    entry.torrent = null
    entry.hasPieces = false
    entry.foreign = undefined
    this.#background(this.#write(entry))
  }

  #saveSoon(entry: Entry | undefined): void {
    if (!entry) return
    entry.isModified = true
    this.#background(this.#write(entry))
  }

  #background(work: Promise<void>): void {
    work.catch((error: unknown) => this.#reports.failed(error))
  }

  /** Makes the file what the torrent is, once work that has begun is done. */
  #write(entry: Entry): Promise<void> {
    if (entry.next) return entry.next
    const begin = (): Promise<void> => {
      entry.next = undefined
      return entry.torrent ? this.#saveTorrent(entry, entry.torrent) : this.#delete(entry)
    }
    const work = entry.last.catch(() => {}).then(() => this.#slots.run(begin))
    work.catch(() => {}) // The callers handle it.
    entry.next = work
    entry.last = work
    return work
  }

  async #saveTorrent(entry: Entry, torrent: TorrentHandle): Promise<void> {
    const { isModified } = entry
    entry.isModified = false
    try {
      const { state } = await torrent.status(0)
      entry.awaitsCheck = state.startsWith('checking')
      // libtorrent does not know the pieces yet: what the file says about them would be lost.
      if (state === 'checking_resume_data' && entry.hasPieces) {
        entry.isModified ||= isModified
        return
      }
      const params = await torrent.saveResumeData({
        flags: this.#flags(isModified || !!entry.foreign),
      })
      if (entry.foreign === params) entry.foreign = undefined
      await this.#directory.write(entry.name, writeResumeDataBuf(params))
      entry.hasPieces = params.havePieces !== undefined && params.havePieces.length > 0
    } catch (error) {
      const code = error instanceof LibtorrentError ? error.code : ''
      if (code === 'resume_data_not_modified') return
      // A removal that no alert has reported yet is not a failure.
      if (code === 'torrent_removed' || code === 'invalid_torrent_handle') return
      entry.isModified = true
      throw error
    }
    // A listener could do nothing with a torrent that was removed meanwhile.
    if (entry.torrent !== torrent || !torrent.isValid()) return
    this.#reports.saved(torrent, this.#directory.pathOf(entry.name))
  }

  #flags(isModified: boolean): number {
    const { saveInfoDict, onlyIfModified, flushDiskCache } = resumeDataFlags
    return saveInfoDict | (isModified ? 0 : onlyIfModified) | (this.#isLast ? flushDiskCache : 0)
  }

  async #delete(entry: Entry): Promise<void> {
    await this.#directory.remove(entry.name)
    if (entry.torrent) return
    this.#byName.delete(entry.name)
    this.#reports.removed(this.#directory.pathOf(entry.name))
  }
}

function newEntry(name: string): Entry {
  return {
    name,
    torrent: null,
    isModified: true,
    hasPieces: false,
    awaitsCheck: false,
    foreign: undefined,
    last: Promise.resolve(),
    next: undefined,
  }
}
