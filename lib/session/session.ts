// A BitTorrent session.
import { EventEmitter } from 'node:events'
import { addon } from '../native/binding'
import { emitting } from '../alerts/emitting'
import { AlertRouter, routerOf, setRouter } from '../alerts/router'
import { isMask } from '../alerts/mask'
import { Dht } from '../dht/dht'
import { sessionClosed } from '../support/errors'
import { check, checkOptions } from '../support/options'
import { keepInThread } from '../support/printing'
import { markHandled, withDeadline } from '../support/promises'
import { addSource } from './add'
import { trustedAuthorities } from './authorities'
import { nativeOptions, sessionOptions, withMask } from './options'
import { withUserMask } from './state'
import * as requests from './requests'
import { checkLists } from './setting-lists'
import { SettingsRules } from './settings-rules'
import { waitFor } from '../alerts/wait-for'
import type { AlertSource } from '../alerts/source'
import type { ListenerMap } from '../alerts/emitter'
import type { DhtAnnounceOptions, DhtMutableItemOptions, DhtNode } from '../dht/dht'
import type { AddOptions } from './add'
import type { RemoveTorrentOptions, TorrentUpdatesOptions } from './requests'
import type { SessionOptions } from './options'
import type { TorrentSource } from '../metainfo/source'
import type { SessionState } from './state'
import type { TorrentHandle } from '../types'
import type { AlertWaitOptions } from '../alerts/wait-for'
import type { WaitOptions } from '../support/options'
import type {
  AlertMap,
  AlertType,
  DhtMutableItemAlert,
  DhtPutAlert,
  DhtSampleInfohashesAlert,
  DhtStatsAlert,
} from '../generated/alerts'
import type {
  AddTorrentParamsInit,
  Endpoint,
  Entry,
  EntryInit,
  MutableItemInit,
  SessionStats,
  TorrentStatus,
} from '../generated/records'
import type { Settings, SettingsInit } from '../generated/settings'

function sourceOf(session: object): AlertSource {
  return routerOf(session).ofSession
}

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
export class Session extends emitting<ListenerMap>()(addon.Session, sourceOf) {
  readonly #router: AlertRouter
  readonly #dht: Dht
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
    checkOptions(options, sessionOptions)
    const { own, params } = nativeOptions(options)
    const router = new AlertRouter(
      params.settings?.alert_mask,
      options.captureRejections ?? EventEmitter.captureRejections,
    )
    const settings = withMask(params.settings, router.mask.initial)
    checkLists(settings, 'options.settings')
    super({ ...params, settings }, (...buffer: unknown[]) => router.deliver(buffer), {
      ...own,
      certificateAuthorities: trustedAuthorities(options.certificateAuthorities),
    })
    keepInThread(this)
    this.#router = router
    this.#dht = new Dht(this, router.pending)
    this.#rules = new SettingsRules(router, options.alertMessages)
    this.#rules.note(settings)
    setRouter(this, router)
    router.open({
      // A listener may be removed while the last alerts are delivered.
      setSubscribed: (alertNumber, isSubscribed) => {
        if (!this.closed) this._listenTo(alertNumber, isSubscribed)
      },
      setMask: (mask) => {
        if (!this.closed) this._applySettings({ alert_mask: mask })
      },
    })
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
    options?: AlertWaitOptions<AlertMap[K]>,
  ): Promise<AlertMap[K]> {
    return waitFor(this, this.#router.pending, type, options)
  }

  /**
   * Adds a torrent by what a program has of it: see {@link TorrentSource}.
   *
   * @returns the torrent, once its files are chosen: see {@link AddOptions}. Alert: `add_torrent`.
   * @example
   * const torrent = await session.add('a.torrent', { savePath: 'downloads', select: '*.iso' })
   */
  add(source: TorrentSource, options: AddOptions = {}): Promise<TorrentHandle> {
    return markHandled(addSource(this, source, options).then(({ torrent }) => torrent))
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
  addTorrent(params: AddTorrentParamsInit, options?: WaitOptions): Promise<TorrentHandle> {
    const add = (): Promise<TorrentHandle> => this._addTorrent(params)
    return options === undefined ? add() : withDeadline(options, 'answer', add)
  }

  /** As `addTorrent()`, on this thread: it blocks until libtorrent's thread has added it. */
  addTorrentSync(params: AddTorrentParamsInit): TorrentHandle {
    return this._addTorrentSync(params)
  }

  /**
   * Removes a torrent, and its files if requested. Its peers are disconnected, and its trackers get an announce.
   *
   * @param options `deleteFiles`, `deletePartfile`, or the same as `flags` of `removeFlags`. Default: files stay
   * @returns when it is removed (alert `torrent_removed`) and, if requested, its files are deleted
   *   (`torrent_deleted`). Rejects with the error of the disk (`torrent_delete_failed`): the torrent is
   *   removed then, too.
   * @see https://libtorrent.org/reference-Session.html#remove_torrent()
   */
  removeTorrent(torrent: TorrentHandle, options: RemoveTorrentOptions = {}): Promise<void> {
    return requests.removeTorrent(this.#router.pending, torrent, options, (flags) => {
      this._removeTorrent(torrent, flags)
      if (flags !== 0) this.#router.expectDeletion(torrent)
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
    check.object(settings, 'settings')
    const given = { ...settings } // getters answer once
    this.#rules.check(given)
    const { alert_mask: userMask } = given
    if (!isMask(userMask)) {
      this._applySettings(given)
    } else {
      this.#router.mask.setUserMask(userMask, (mask) => {
        this._applySettings({ ...given, alert_mask: mask })
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
    const settings = this._getSettings()
    return markHandled(settings.then((all) => ({ ...all, alert_mask: this.#router.mask.reported })))
  }

  /** As `getSettings()`, on this thread: it blocks until libtorrent's thread has answered. */
  getSettingsSync(): Settings {
    return { ...this._getSettingsSync(), alert_mask: this.#router.mask.reported }
  }

  /**
   * What it takes to go on in another session: `new Session(readSessionParams(bytes))` with the bytes
   * that `writeSessionParamsBuf()` makes of this. Torrents are not part of it (`saveResumeData()`).
   *
   * @param flags of `saveStateFlags`: which parts. Default: all
   * @see https://libtorrent.org/reference-Session.html#session_state()
   */
  sessionState(flags?: number): Promise<SessionState> {
    const state = this._sessionState(flags)
    return markHandled(state.then((params) => withUserMask(params, this.#router.mask.user, flags)))
  }

  /** As `sessionState()`, on this thread: it blocks until libtorrent's thread has answered. */
  sessionStateSync(flags?: number): SessionState {
    return withUserMask(this._sessionStateSync(flags), this.#router.mask.user, flags)
  }

  /**
   * Queries the status of the torrents whose status has changed since the last query, among those with
   * `torrentFlags.updateSubscribe`. For many torrents this is far cheaper than `status()`.
   *
   * @param options `flags` of `statusFlags`: what to find out besides the rest. Default: everything
   * @returns the `status` of the `state_update` alert
   * @see https://libtorrent.org/reference-Session.html#post_torrent_updates()
   */
  torrentUpdates(options: TorrentUpdatesOptions = {}): Promise<readonly TorrentStatus[]> {
    return requests.torrentUpdates(this.#router.pending, options, () =>
      this.postTorrentUpdates(options.flags),
    )
  }

  /**
   * Queries chosen members of the status of all torrents. libtorrent finds out what they need, and nothing else is
   * converted: for a list of thousands of torrents this takes a fraction of the time of `getTorrentStatus()`.
   *
   * @param fields names of members of `TorrentStatus`, at least one; `'handle'` tells the torrents apart
   * @param options aborting stops the waiting only
   * @returns an object with these members for each torrent. Rejects with a TypeError that names an unknown member and
   *   the nearest name
   * @see https://libtorrent.org/reference-Session.html#get_torrent_status()
   */
  torrentFields<Field extends keyof TorrentStatus>(
    fields: readonly Field[],
    options?: WaitOptions,
  ): Promise<readonly Pick<TorrentStatus, Field>[]> {
    const query = async (): Promise<readonly Pick<TorrentStatus, Field>[]> => {
      if (this.closed) throw sessionClosed()
      const chosen = await this._torrentFields(fields)
      return chosen as readonly Pick<TorrentStatus, Field>[]
    }
    return markHandled(options === undefined ? query() : withDeadline(options, 'answer', query))
  }

  /**
   * Queries counters and gauges of the whole session by name, such as `'net.recv_payload_bytes'`;
   * `sessionStatsMetrics()` says which are which.
   *
   * @returns the `counters` of the `session_stats` alert
   * @see https://libtorrent.org/manual-ref.html#session-statistics
   */
  sessionStats(options: WaitOptions = {}): Promise<SessionStats> {
    return requests.sessionStats(this.#router.pending, options, () => this.postSessionStats())
  }

  /**
   * Queries the state of the DHT: its lookups under way and its routing table.
   *
   * @returns the `dht_stats` alert; it is empty where no DHT runs. Each listen socket has a node of its
   *   own, and each node an alert: this is the first. Rejects after 60,000 ms unless `timeout` is given.
   * @see https://libtorrent.org/reference-Session.html#post_dht_stats()
   */
  dhtStats(options?: WaitOptions): Promise<DhtStatsAlert> {
    return this.#dht.stats(options)
  }

  /**
   * Looks up an immutable item.
   *
   * @param target the SHA-1 of its bencoded value, as 40 hex digits
   * @returns the value, or null when no node has it. The `dht_immutable_item` alert carries the same.
   *   A request to the DHT waits for the start of the DHT. It rejects with code `'dht_not_running'` while
   *   `settings.enable_dht` is off, and after 60,000 ms unless `timeout` is given.
   * @see https://libtorrent.org/reference-Session.html#dht_get_item()
   */
  dhtGetItem(target: string, options?: WaitOptions): Promise<Entry | null> {
    return this.#dht.getItem(target, options)
  }

  /**
   * Looks up a mutable item.
   *
   * @param publicKey the owner's, 32 bytes
   * @param options `salt` tells items of the same owner apart. Default: none
   * @returns the newest that all nodes which answered have; `item` is null when none has it. Earlier
   *   finds are `dht_mutable_item` alerts that are not `authoritative`.
   * @see https://libtorrent.org/reference-Session.html#dht_get_item()
   */
  dhtGetMutableItem(
    publicKey: Uint8Array,
    options?: DhtMutableItemOptions,
  ): Promise<DhtMutableItemAlert> {
    return this.#dht.getMutableItem(publicKey, options)
  }

  /**
   * Stores an immutable item.
   *
   * @param data the value; RangeError when it is more than 1000 bytes bencoded: no node would take it
   * @returns the `dht_put` alert: `target` is what it can be looked up by, `numSuccess` how many nodes
   *   took it
   * @see https://libtorrent.org/reference-Session.html#dht_put_item()
   */
  dhtPutItem(data: EntryInit, options?: WaitOptions): Promise<DhtPutAlert> {
    return this.#dht.putItem(data, options)
  }

  /**
   * Stores a mutable item: looks up the one that is there, and stores `data` under the next sequence
   * number, signed with the secret key.
   *
   * @param item keys as `ed25519CreateKeypair()` makes them, the value, and a salt; RangeError when the
   *   value is more than 1000 bytes bencoded, or the salt more than 64 bytes
   * @returns the `dht_put` alert: `seq` and `signature` are the item's, `numSuccess` is how many nodes
   *   took it
   * @see https://libtorrent.org/reference-Session.html#dht_put_item()
   */
  dhtPutMutableItem(item: MutableItemInit, options?: WaitOptions): Promise<DhtPutAlert> {
    return this.#dht.putMutableItem(item, options)
  }

  /**
   * Looks up the peers of a torrent.
   *
   * @param infoHash 40 hex digits; of a v2 info-hash the first 40
   * @returns the peers, each once, when the lookup is over, which takes seconds. What a node answers is a
   *   `dht_get_peers_reply` alert at once. Another lookup of the same torrent that is under way is waited
   *   for, too. libtorrent tells the end of a lookup by `dht_stats` only, so these alerts come meanwhile.
   * @see https://libtorrent.org/reference-Session.html#dht_get_peers()
   */
  dhtGetPeers(infoHash: string, options?: WaitOptions): Promise<readonly Endpoint[]> {
    return this.#dht.getPeers(infoHash, options)
  }

  /**
   * Announces this machine as a peer of a torrent. Torrents do that by themselves.
   *
   * @param infoHash 40 hex digits; of a v2 info-hash the first 40
   * @param options `port` that peers connect to; default: the port that the session listens on
   * @returns the peers that the lookup found, as `dhtGetPeers()`, when the nodes next to the info-hash
   *   were sent the announcement. Whether they accept it is not reported.
   * @see https://libtorrent.org/reference-Session.html#dht_announce()
   */
  dhtAnnounce(infoHash: string, options?: DhtAnnounceOptions): Promise<readonly Endpoint[]> {
    return this.#dht.announce(infoHash, options)
  }

  /**
   * Queries a node for some of the info-hashes that it stores (BEP 51).
   *
   * @param endpoint the node
   * @param target where to look for more nodes, 40 hex digits; the samples don't depend on it
   * @returns the `dht_sample_infohashes` alert. libtorrent reports neither a node that doesn't answer nor
   *   one that doesn't know the request, so it rejects when the timeout passes, by default after 20,000
   *   ms. The answers of a node are taken in the order of the requests.
   * @see https://libtorrent.org/reference-Session.html#dht_sample_infohashes()
   */
  dhtSampleInfohashes(
    endpoint: Endpoint,
    target: string,
    options?: WaitOptions,
  ): Promise<DhtSampleInfohashesAlert> {
    return this.#dht.sampleInfohashes(endpoint, target, options)
  }

  /**
   * The nodes of the routing table of one of our node ids, those that have answered lately.
   *
   * @returns what the `dht_live_nodes` alert carries
   * @see https://libtorrent.org/reference-Session.html#dht_live_nodes()
   */
  dhtLiveNodes(nodeId: string, options?: WaitOptions): Promise<readonly DhtNode[]> {
    return this.#dht.liveNodes(nodeId, options)
  }

  /**
   * Sends one message to one node.
   *
   * @param request the dictionary of the query, with `q` and `a`; libtorrent adds the rest
   * @returns the answer, or null when none came in time (alert `dht_direct_response`)
   * @see https://libtorrent.org/reference-Session.html#dht_direct_request()
   */
  dhtDirectRequest(
    endpoint: Endpoint,
    request: EntryInit,
    options?: WaitOptions,
  ): Promise<Entry | null> {
    return this.#dht.directRequest(endpoint, request, options)
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
    this.#closed = this._close()
    this.#router.close()
    return this.#closed
  }

  /** Closes the session at the end of a block that began with `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  /** What console.log() prints. */
  toJSON(): { readonly closed: boolean } {
    return { closed: this.closed }
  }
}
