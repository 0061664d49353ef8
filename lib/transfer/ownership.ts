// What a transfer opened and added, and so closes and removes.
import { addSource, removeQuietly } from '../session/add'
import { Session } from '../session/session'
import { check, checkThat } from '../support/options'
import type { ChecksOf } from '../support/options'
import type { AddOptions, Added } from '../session/add'
import type { TorrentSource } from '../metainfo/source'
import type { SettingsInit } from '../generated/settings'
import type { TorrentHandle } from '../torrent/torrent-handle'

/** In which session a transfer runs. */
export interface SessionChoice {
  /**
   * A session that is open. The transfer removes from it what it added, and leaves the rest as it is. Default: a
   * session of its own, which is closed at the end.
   */
  session?: Session | undefined
  /** Settings of the session of its own, such as `listen_interfaces` or `enable_dht`. Default: libtorrent's. */
  settings?: SettingsInit | undefined
}

export const sessionChoice: ChecksOf<SessionChoice> = {
  session: checkThat((session) => session instanceof Session, 'a Session'),
  settings: check.object,
}

/** Seconds that trackers have to answer when a session of its own closes. libtorrent's default is 5. */
const stopTimeout = 2

/** A session, and a torrent in it. Releasing closes the session if it is of its own, or else removes the torrent. */
export class Ownership {
  readonly session: Session
  readonly #isOwn: boolean
  #added: TorrentHandle | undefined
  #released: Promise<void> | undefined

  constructor({ session, settings }: SessionChoice) {
    if (session !== undefined && settings !== undefined) {
      throw new TypeError(
        'options.settings are those of a session of its own: call session.applySettings() instead',
      )
    }
    this.#isOwn = session === undefined
    this.session =
      session ??
      new Session({
        settings: { stop_tracker_timeout: stopTimeout, ...settings },
        alertMessages: false,
      })
  }

  /** The queue decides about torrents of a session that has others. */
  async add(source: TorrentSource, options: AddOptions): Promise<Added> {
    const queued = this.#isOwn ? { autoManaged: false } : {}
    const added = await addSource(this.session, source, { ...queued, ...options })
    if (added.isNew) this.#added = added.torrent
    return added
  }

  /** Resolves when nothing is left; the same promise each time. */
  release(): Promise<void> {
    this.#released ??= this.#release()
    return this.#released
  }

  async #release(): Promise<void> {
    if (this.#isOwn) await this.session.close()
    else if (this.#added) await removeQuietly(this.#added)
  }
}
