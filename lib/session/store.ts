// A session whose torrents and state outlive the process.
import { EventEmitter } from 'node:events'
import { StoreDirectory } from './store-directory'
import { restoreTorrents, restoreState, stateName } from './store-restore'
import { StoredTorrents } from './stored-torrents'
import { sessionOptions } from './options'
import { Session } from './session'
import { LibtorrentError } from '../support/errors'
import { check, checkOptions, checkThat, checkWait } from '../support/options'
import { markHandled, throwLater, withDeadline } from '../support/promises'
import { writeSessionParamsBuf } from './state'
import type { RestoredTorrent } from './store-restore'
import type { SessionOptions } from './options'
import type { TorrentHandle } from '../types'
import type { ChecksOf, WaitOptions } from '../support/options'

/** How to open a torrent store; with the options of the session that it opens. */
export interface TorrentStoreOptions extends SessionOptions {
  /**
   * An open session to use instead of a new one. The store keeps its torrents, but not its state, and
   * does not close it.
   */
  session?: Session | undefined
  /** Milliseconds between two looks for changes to save; `Infinity` for none. Default: 30,000. */
  interval?: number | undefined
  /** Called before torrents are added, to listen to the alerts of that. */
  beforeRestore?: ((session: Session) => void | Promise<void>) | undefined
}

/** The events of a torrent store. */
export interface TorrentStoreEvents {
  /** The state of a torrent, which was not removed meanwhile, is on the disk: a crash does not lose it any more. */
  saved: [{ readonly torrent: TorrentHandle; readonly path: string }]
  /** The file of a torrent that was removed is deleted. */
  removed: [{ readonly path: string }]
  /** Saving failed without a caller that awaits it. The next interval tries again. */
  error: [Error]
}

const longestInterval = 2 ** 31 - 1

/**
 * A directory that keeps the torrents of a session, and its state, over the end of the process: also
 * over a crash, `kill -9` or a power failure. There is one file per torrent, with its metadata, named
 * after its info-hash, and one for the session. They are those of `writeResumeDataBuf()` and
 * `writeSessionParamsBuf()`.
 *
 * A torrent is saved when it is added, has got its metadata, was checked, moved or renamed. Every other change (pieces,
 * limits, trackers ...) is saved at the next interval. The file of a removed torrent is deleted.
 *
 * An event listener for `'error'` gets what fails in the background; without one it is a process
 * warning. Close the store, and not its session: that saves what has changed since the last interval.
 */
export class TorrentStore extends EventEmitter<TorrentStoreEvents> {
  /** The session with the torrents. */
  readonly session: Session
  /** Every file that was found: its torrent, or the error for which there is none. */
  readonly restored: readonly RestoredTorrent[]
  readonly #directory: StoreDirectory
  readonly #torrents: StoredTorrents
  readonly #ownsSession: boolean
  readonly #interval: number
  #timer: NodeJS.Timeout | undefined
  #savedState: Buffer | undefined
  #stateWork: Promise<void> = Promise.resolve()
  #closing: Promise<void> | undefined

  private constructor(
    directory: StoreDirectory,
    session: Session,
    restored: readonly RestoredTorrent[],
    options: TorrentStoreOptions,
  ) {
    super()
    this.session = session
    this.restored = restored
    this.#directory = directory
    this.#ownsSession = options.session === undefined
    this.#interval = options.interval ?? 30_000
    this.#torrents = new StoredTorrents(session, directory, {
      saved: (torrent, path) => this.#emitSafely('saved', { torrent, path }),
      removed: (path) => this.#emitSafely('removed', { path }),
      failed: (error) => this.#report(error),
    })
    for (const { torrent, path } of restored) {
      if (torrent) this.#torrents.adopt(torrent, path)
    }
    this.#torrents.follow()
    this.#arm()
  }

  /**
   * Opens a directory: creates it when it is absent, opens the session with the state that was saved,
   * and adds its torrents. Options for the session take precedence over the saved state. A torrent that
   * was in upload mode, as after a full disk, downloads again.
   *
   * A file that can't be read as what it should be is renamed to `*.corrupt` and stands in `restored`
   * with its error. The other torrents are restored.
   *
   * @param directory where the files are; for one store at a time
   * @param options of the store and of its session
   * @returns the store, when its torrents are in the session. Rejects with LibtorrentError
   *   `'store_in_use'` when another store, of this process or another, has the directory open; with
   *   the error of the disk; with what `new Session()` and `beforeRestore` throw
   */
  static open(directory: string, options: TorrentStoreOptions = {}): Promise<TorrentStore> {
    return markHandled(openStore(directory, options, (...args) => new TorrentStore(...args)))
  }

  /** Where the files are. */
  get directory(): string {
    return this.#directory.path
  }

  /**
   * Saves all that has changed.
   *
   * @returns when what happened before the call is on the disk. Rejects with the error of the disk (an
   *   AggregateError of several), with `'store_closed'` from the call of `close()` on, and with `'session_closed'`
   */
  save(options: WaitOptions = {}): Promise<void> {
    return withDeadline(options, 'saved torrents', async () => {
      if (this.#closing) throw new LibtorrentError('the store is closed', 'store_closed')
      await this.#save(false)
    })
  }

  /**
   * Saves all that has changed, closes the session, unless it was given, and lets others open the
   * directory.
   *
   * @param options when the signal aborts or the timeout passes, saving ends with what is saved by then. Closing the
   *   session goes on, and takes `settings.stop_tracker_timeout` seconds at most
   * @returns when all that is done; the same promise each time. Rejects as `save()` does, and then the
   *   session is closed, too
   */
  close(options: WaitOptions = {}): Promise<void> {
    try {
      checkWait(options)
    } catch (error) {
      return Promise.reject(error)
    }
    this.#closing ??= markHandled(this.#close(options))
    return this.#closing
  }

  /** Closes the store at the end of a block that began with `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  async #save(isLast: boolean): Promise<void> {
    const results = await Promise.allSettled([
      this.#torrents.save(isLast),
      this.#ownsSession && this.#saveState(),
    ])
    const errors = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason as unknown] : [],
    )
    if (errors.length > 0) throw errors[0]
  }

  /** One at a time: the last write is that of the last state. */
  #saveState(): Promise<void> {
    this.#stateWork = this.#stateWork.catch(() => {}).then(() => this.#writeState())
    return this.#stateWork
  }

  async #writeState(): Promise<void> {
    const bytes = writeSessionParamsBuf(await this.session.sessionState())
    if (this.#savedState?.equals(bytes)) return
    await this.#directory.write(stateName, bytes)
    this.#savedState = bytes
  }

  async #close(options: WaitOptions): Promise<void> {
    clearTimeout(this.#timer)
    try {
      // Peers send nothing more: it would be missing in what is saved.
      if (this.#ownsSession) this.session.pause()
      await withDeadline(options, 'saved torrents', () => this.#save(true))
    } finally {
      this.#torrents.unfollow()
      if (this.#ownsSession) await this.session.close()
      // What was given up may still write, and nothing but this store may write then.
      await Promise.allSettled([this.#torrents.settled(), this.#stateWork])
      await this.#directory.close()
    }
  }

  /** The next look begins an interval after the last one has ended. */
  #arm(): void {
    if (this.#interval > longestInterval) return
    this.#timer = setTimeout(() => {
      if (this.session.closed) return
      this.#save(false)
        .catch((error: unknown) => this.#report(error))
        .finally(() => {
          if (!this.#closing) this.#arm()
        })
    }, this.#interval).unref()
  }

  #report(error: unknown): void {
    if (this.session.closed) return
    if (this.listenerCount('error') > 0) this.#emitSafely('error', error as Error)
    else process.emitWarning(error as Error)
  }

  /** A listener that throws does not make saving fail. */
  #emitSafely<K extends keyof TorrentStoreEvents>(name: K, event: TorrentStoreEvents[K][0]): void {
    try {
      ;(this as EventEmitter).emit(name, event)
    } catch (error) {
      throwLater(error)
    }
  }
}

type Create = (
  directory: StoreDirectory,
  session: Session,
  restored: readonly RestoredTorrent[],
  options: TorrentStoreOptions,
) => TorrentStore

async function openStore(
  path: string,
  options: TorrentStoreOptions,
  create: Create,
): Promise<TorrentStore> {
  checkStoreOptions(options)
  const { session: given, interval, beforeRestore, ...others } = options
  const directory = await StoreDirectory.open(path)
  let opened: Session | undefined
  try {
    const restored: RestoredTorrent[] = []
    const session = given ?? (opened = await openSession(directory, others, restored))
    await beforeRestore?.(session)
    restored.push(...(await restoreTorrents(directory, session)))
    return create(directory, session, restored, options)
  } catch (error) {
    await opened?.close()
    await directory.close()
    throw error
  }
}

async function openSession(
  directory: StoreDirectory,
  options: SessionOptions,
  restored: RestoredTorrent[],
): Promise<Session> {
  const { state, failure } = await restoreState(directory)
  if (failure) restored.push(failure)
  return new Session({
    ...state,
    ...options,
    settings: { ...state?.settings, ...options.settings },
  })
}

const storeOptions: ChecksOf<TorrentStoreOptions> = {
  ...sessionOptions,
  beforeRestore: check.function,
  interval: check.numberFromZero,
  session: checkThat((session) => session instanceof Session, 'a Session'),
}

function checkStoreOptions(options: TorrentStoreOptions): void {
  checkOptions(options, storeOptions)
  const { session, interval, beforeRestore, ...others } = options
  const [name] = Object.keys(others)
  if (session && name !== undefined) {
    throw new TypeError(
      `options.${name} is for a session that the store opens, not for options.session`,
    )
  }
  if (session?.closed) throw new LibtorrentError('the session is closed', 'session_closed')
}
