/* eslint max-lines: [error, 310] -- every method of a session, with its documentation */
// A BitTorrent session.
import { addon } from '../native/binding'
import { Hub, setHub } from '../alerts/router'
import { isMask } from '../alerts/mask'
import { keepInThread } from '../support/printing'
import { patiently, quiet, requireObject } from '../support/promises'
import { addSource } from './add'
import { SessionBase } from './session-base'
import { trustedAuthorities } from './authorities'
import { withMask } from './options'
import { withUserMask } from './state'
import * as ask from './requests'
import { checkLists } from './setting-lists'
import { SettingsRules } from './settings-rules'
import { waitFor } from '../alerts/wait-for'
import type { AlertIterator } from '../alerts/iterator'
import type { EventName, Listener } from '../alerts/emitter'
import type { AddOptions } from './add'
import type { SessionOptions } from './options'
import type { TorrentSource } from '../metainfo/source'
import type { SessionState } from './state'
import type { RequestOptions, TorrentHandle } from '../types'
import type { WaitOptions } from '../alerts/wait-for'
import type { Alert, AlertMap, AlertType } from '../generated/alerts'
import type { AddTorrentParamsInit, SessionStats, TorrentStatus } from '../generated/records'
import type { Settings, SettingsInit } from '../generated/settings'

const native = addon.Session.prototype

/**
 * A BitTorrent session: it listens for peers and holds torrents. Like a server it keeps the process
 * alive until it is closed, or `unref()` is called; that the variable goes out of scope doesn't
 * close it.
 *
 * What libtorrent reports are alerts: `on()` listens to them by name, `alerts()` iterates over them,
 * `waitFor()` waits for one. Which alerts libtorrent posts follows from what is listened to, unless
 * `settings.alert_mask` is set: then that mask alone decides what listeners get. Promises are settled
 * under any mask.
 *
 * Methods of a closed session fail with a LibtorrentError of code `'session_closed'`: those that return
 * promises reject, the others throw. Promises that were under way reject with it, too. Where an alert
 * that a promise waits for was dropped because more than `settings.alert_queue_size` were waiting, it
 * rejects with `'alerts_dropped'`.
 *
 * @see https://libtorrent.org/reference-Session.html
 */
export class Session extends SessionBase {
  readonly #hub: Hub
  #closed: Promise<void> | undefined
  readonly #rules: SettingsRules

  /**
   * Opens a session. It begins to listen at once; `listen_succeeded` and `listen_failed` alerts tell. A
   * device in `listen_interfaces` that is absent is a `listen_failed` alert with code `'ENODEV'`, and
   * libtorrent listens there as soon as it has an address.
   *
   * @param options settings and the rest of `session_params`; a TypeError or RangeError names what is
   *   wrong with them
   */
  constructor(options: SessionOptions = {}) {
    requireObject(options, 'options')
    const { alertMessages, diskBackend, extensions, flags, tcpNoDelay, ...rest } = options
    const { certificateAuthorities, ...params } = rest
    const hub = new Hub(params.settings?.alert_mask)
    const settings = withMask(params.settings, hub.mask.initial)
    checkLists(settings, 'params.settings')
    super({ ...params, settings }, (...tape: unknown[]) => hub.deliver(tape), {
      alertMessages,
      diskBackend,
      extensions,
      flags,
      tcpNoDelay,
      certificateAuthorities: trustedAuthorities(certificateAuthorities),
    })
    keepInThread(this)
    this.#hub = hub
    this.#rules = new SettingsRules(hub, alertMessages)
    this.#rules.note(settings)
    setHub(this, hub)
    hub.open({
      // A listener may be removed while the last alerts are delivered.
      listenTo: (alertNumber, on) => {
        if (!this.closed) native.listenTo.call(this, alertNumber, on)
      },
      setMask: (mask) => {
        if (!this.closed) native.applySettings.call(this, { alert_mask: mask })
      },
    })
  }

  /**
   * Calls `listener` with every alert of a type, in libtorrent's order, `'alert'` with every alert of
   * any type (without an `alert_mask` that makes libtorrent post everything, logs included). One that
   * throws causes an uncaughtException and keeps no other listener from its alert.
   *
   * @param name a type of alert as libtorrent spells it, or `'alert'`; a TypeError when there is none
   * @see https://libtorrent.org/reference-Alerts.html
   */
  on<K extends EventName>(name: K, listener: Listener<K>): this {
    this.#hub.add([name], listener, false)
    return this
  }

  /** As `on()`, for one alert only. */
  once<K extends EventName>(name: K, listener: Listener<K>): this {
    this.#hub.add([name], listener, true)
    return this
  }

  /** Removes a listener that `on()` or `once()` added; if it was added more than once, the last. */
  off<K extends EventName>(name: K, listener: Listener<K>): this {
    this.#hub.remove([name], listener)
    return this
  }

  /**
   * The alerts from now on, for `for await`. They are kept until they are read: leave the loop, or call
   * `return()`, when no more are wanted. It ends when the session is closed.
   *
   * @param types only these; default: all
   * @param options when the signal aborts, the loop throws its reason
   */
  alerts(types?: undefined, options?: RequestOptions): AlertIterator<Alert>
  alerts<K extends AlertType>(
    types: readonly K[],
    options?: RequestOptions,
  ): AlertIterator<AlertMap[K]>
  alerts(types?: readonly AlertType[], options: RequestOptions = {}): AlertIterator<Alert> {
    return this.#hub.alerts<EventName>(types ?? ['alert'], options)
  }

  /**
   * Resolves with the next alert of a type. Register before you cause it: what libtorrent has posted
   * already is not waited for.
   *
   * @param type one alert type or several, of which the first to come counts
   * @returns the alert. Rejects when the session closes, alerts of the type are dropped, the timeout
   *   passes or the signal aborts. It resolves whatever `alert_mask` says.
   */
  waitFor<K extends AlertType>(
    type: K | readonly K[],
    options?: WaitOptions<AlertMap[K]>,
  ): Promise<AlertMap[K]> {
    return waitFor(this.#hub.requests, type, options)
  }

  /**
   * Adds a torrent by what a program has of it: see {@link TorrentSource}.
   *
   * @returns the torrent, once its files are chosen: see {@link AddOptions}. Alert: `add_torrent`.
   * @example
   * const torrent = await session.add('a.torrent', { savePath: 'downloads', select: '*.iso' })
   */
  add(source: TorrentSource, options: AddOptions = {}): Promise<TorrentHandle> {
    return quiet(addSource(this, source, options).then(({ torrent }) => torrent))
  }

  /**
   * Adds a torrent by libtorrent's params.
   *
   * @param params what to download or share, and how: `ti` (from a .torrent file) or `infoHashes` (as
   *   from `parseMagnetUri()`), and `savePath`. A TypeError or RangeError names what is missing or wrong
   * @param options aborting stops the waiting only: the torrent may be added all the same
   * @returns the torrent, when it is in the session. The same torrent twice is the same object, or
   *   code `'duplicate_torrent'` with `torrentFlags.duplicateIsError`. An `add_torrent` alert says the
   *   same.
   * @see https://libtorrent.org/reference-Session.html#async_add_torrent()
   */
  addTorrent(params: AddTorrentParamsInit, options?: RequestOptions): Promise<TorrentHandle> {
    const ask = (): Promise<TorrentHandle> => native.addTorrent.call(this, params)
    return options === undefined ? ask() : patiently(options, 'answer', ask)
  }

  /**
   * Removes a torrent, and its files if asked to. Its peers are disconnected and its trackers told.
   *
   * @param flags of `removeFlags`: `deleteFiles`, `deletePartfile`. Default: files stay
   * @returns when it is removed (alert `torrent_removed`) and, with flags, its files are deleted
   *   (`torrent_deleted`). Rejects with the error of the disk (`torrent_delete_failed`): the torrent is
   *   removed then, too.
   * @see https://libtorrent.org/reference-Session.html#remove_torrent()
   */
  removeTorrent(torrent: TorrentHandle, flags = 0): Promise<void> {
    return ask.removeTorrent(this.#hub.requests, torrent, flags !== 0, () => {
      native.removeTorrent.call(this, torrent, flags)
    })
  }

  /**
   * Changes settings; those that are not given stay as they are.
   *
   * @param settings by libtorrent's names. With `alert_mask`, the mask stops following what is listened
   *   to. TypeError for unknown names and wrong types, RangeError for numbers out of their range and for
   *   entries of lists (`listen_interfaces` ...) that libtorrent can't parse
   * @see https://libtorrent.org/reference-Settings.html
   */
  applySettings(settings: SettingsInit): void {
    requireObject(settings, 'settings')
    const given = { ...settings } // getters answer once
    this.#rules.check(given)
    const { alert_mask: userMask } = given
    if (!isMask(userMask)) {
      native.applySettings.call(this, given)
    } else {
      this.#hub.mask.setUserMask(userMask, (mask) => {
        native.applySettings.call(this, { ...given, alert_mask: mask })
      })
    }
    this.#rules.note(given)
  }

  /**
   * All settings as they are. `alert_mask` is the one that was set, or what listeners need if none was.
   *
   * @see https://libtorrent.org/reference-Settings.html
   */
  getSettings(): Promise<Settings> {
    const settings = native.getSettings.call(this)
    return quiet(settings.then((all) => ({ ...all, alert_mask: this.#hub.mask.reported })))
  }

  /** As `getSettings()`, on this thread: it blocks until libtorrent's thread has answered. */
  getSettingsSync(): Settings {
    return { ...native.getSettingsSync.call(this), alert_mask: this.#hub.mask.reported }
  }

  /**
   * What it takes to go on in another session: `new Session(readSessionParams(bytes))` with the bytes
   * that `writeSessionParamsBuf()` makes of this. Torrents are not part of it (`saveResumeData()`).
   *
   * @param flags of `saveStateFlags`: which parts. Default: all
   * @see https://libtorrent.org/reference-Session.html#session_state()
   */
  sessionState(flags?: number): Promise<SessionState> {
    const state = native.sessionState.call(this, flags)
    return quiet(state.then((params) => withUserMask(params, this.#hub.mask.user, flags)))
  }

  /** As `sessionState()`, on this thread: it blocks until libtorrent's thread has answered. */
  sessionStateSync(flags?: number): SessionState {
    return withUserMask(native.sessionStateSync.call(this, flags), this.#hub.mask.user, flags)
  }

  /**
   * The status of the torrents whose status has changed since the last time this was called, among
   * those with `torrentFlags.updateSubscribe`. For many torrents this is far cheaper than `status()`.
   *
   * @param flags of `statusFlags`: what to find out besides the rest. Default: everything
   * @returns what the `state_update` alert carries
   * @see https://libtorrent.org/reference-Session.html#post_torrent_updates()
   */
  postTorrentUpdates(flags?: number): Promise<readonly TorrentStatus[]> {
    return ask.postTorrentUpdates(this.#hub.requests, () => {
      native.postTorrentUpdates.call(this, flags)
    })
  }

  /**
   * Counters and gauges of the whole session by name, such as `'net.recv_payload_bytes'`;
   * `sessionStatsMetrics()` says which are which.
   *
   * @returns what the `session_stats` alert carries
   * @see https://libtorrent.org/manual-ref.html#session-statistics
   */
  postSessionStats(): Promise<SessionStats> {
    return ask.postSessionStats(this.#hub.requests, () => {
      native.postSessionStats.call(this)
    })
  }

  /** Undoes `unref()`. */
  ref(): this {
    native.ref.call(this)
    return this
  }

  /** Lets the process end though the session is open: it is closed then. */
  unref(): this {
    native.unref.call(this)
    return this
  }

  /**
   * Closes the session gracefully, off this thread: connections are closed and trackers told, which
   * takes up to `settings.stop_tracker_timeout` seconds. Promises under way are rejected with code
   * `'session_closed'`, so await what shall still be saved (`saveResumeData()`) first.
   *
   * @returns when nothing of it is left; the same promise each time
   */
  close(): Promise<void> {
    if (this.#closed) return this.#closed
    this.#closed = native.close.call(this)
    this.#hub.close()
    return this.#closed
  }

  /** Closes the session at the end of a block that began with `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  /** What console.log() prints of it. */
  toJSON(): { readonly closed: boolean } {
    return { closed: this.closed }
  }
}
