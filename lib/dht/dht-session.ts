// What a session asks of the DHT, as promises.
import { addon } from '../native/binding'
import { answer, lookUp, sample, stats } from './requests'
import { hubOf } from '../alerts/router'
import { checkPatience, quiet } from '../support/promises'
import type { NativeSession } from '../native/binding'
import type { Dht } from './requests'
import type {
  AlertMap,
  AlertType,
  DhtMutableItemAlert,
  DhtPutAlert,
  DhtSampleInfohashesAlert,
  DhtStatsAlert,
} from '../generated/alerts'
import type { Endpoint, Entry, EntryInit, MutableItemInit } from '../generated/records'

/** How long to wait for the DHT, which may never answer. */
export interface DhtOptions {
  /** Aborting rejects with the signal's reason. What the DHT was asked goes on. */
  signal?: AbortSignal | undefined
  /**
   * Milliseconds until it rejects with a DOMException named TimeoutError, whose message says whether the
   * DHT had started. Default: 60,000.
   */
  timeout?: number | undefined
}

/** How to announce, and how long to wait. */
export interface DhtAnnounceOptions extends DhtOptions {
  /** Of `announceFlags`. Default: 0. */
  flags?: number | undefined
}

/** A node of the DHT: its id and where it is. */
export type DhtNode = readonly [nodeId: string, endpoint: Endpoint]

type Replaced =
  | 'dhtAnnounce'
  | 'dhtDirectRequest'
  | 'dhtGetItem'
  | 'dhtGetMutableItem'
  | 'dhtGetPeers'
  | 'dhtLiveNodes'
  | 'dhtPutItem'
  | 'dhtPutMutableItem'
  | 'dhtSampleInfohashes'
  | 'postDhtStats'

type Native = new (
  ...args: ConstructorParameters<typeof addon.Session>
) => Omit<NativeSession, Replaced>
const native = addon.Session.prototype

const defaultTimeout = 60_000
// libtorrent gives a node up after 15 s, and posts nothing.
const oneNodeTimeout = 20_000
let lastToken = 0

/**
 * The DHT's part of a Session.
 *
 * A request waits for the start of the DHT, which comes after the names in
 * `settings.dht_bootstrap_nodes` were looked up. It rejects with code `'dht_not_running'` while
 * `settings.enable_dht` is off.
 */
export class DhtSession extends (addon.Session as Native) {
  /**
   * Looks up an immutable item.
   *
   * @param target the SHA-1 of its bencoded value, as 40 hex digits
   * @returns the value, or null when no node has it. The `dht_immutable_item` alert carries the same.
   *   Rejects with code `'dht_not_running'` while `settings.enable_dht` is off, as all requests to the
   *   DHT do, and when the timeout passes.
   * @see https://libtorrent.org/reference-Session.html#dht_get_item()
   */
  dhtGetItem(target: string, options?: DhtOptions): Promise<Entry | null> {
    const found = this.#ask(
      'dht_immutable_item',
      (alert) => alert.target === target.toLowerCase(),
      () => native.dhtGetItem.call(this, target),
      options,
    )
    return quiet(found.then(({ item }) => item))
  }

  /**
   * Looks up a mutable item.
   *
   * @param publicKey the owner's, 32 bytes
   * @param salt tells items of the same owner apart. Default: none
   * @returns the newest that all nodes which answered have; `item` is null when none has it. Earlier
   *   finds are `dht_mutable_item` alerts that are not `authoritative`.
   * @see https://libtorrent.org/reference-Session.html#dht_get_item()
   */
  dhtGetMutableItem(
    publicKey: Uint8Array,
    salt = '',
    options?: DhtOptions,
  ): Promise<DhtMutableItemAlert> {
    return this.#ask(
      'dht_mutable_item',
      (alert) => alert.authoritative && alert.salt === salt && alert.key.equals(publicKey),
      () => native.dhtGetMutableItem.call(this, publicKey, salt),
      options,
    )
  }

  /**
   * Stores an immutable item.
   *
   * @param data the value; RangeError when it is more than 1000 bytes bencoded: no node would take it
   * @returns the `dht_put` alert: `target` is what it can be looked up by, `numSuccess` how many nodes
   *   took it
   * @see https://libtorrent.org/reference-Session.html#dht_put_item()
   */
  dhtPutItem(data: EntryInit, options?: DhtOptions): Promise<DhtPutAlert> {
    let target: string | undefined
    return this.#ask(
      'dht_put',
      (alert) => alert.target === target,
      () => {
        target = native.dhtPutItem.call(this, data)
      },
      options,
    )
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
  dhtPutMutableItem(item: MutableItemInit, options?: DhtOptions): Promise<DhtPutAlert> {
    return this.#ask(
      'dht_put',
      ({ salt, publicKey }) => salt === (item.salt ?? '') && publicKey.equals(item.publicKey),
      () => native.dhtPutMutableItem.call(this, item),
      options,
    )
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
  dhtGetPeers(infoHash: string, options?: DhtOptions): Promise<readonly Endpoint[]> {
    return this.#lookUp(() => native.dhtGetPeers.call(this, infoHash), infoHash, options)
  }

  /**
   * Announces this machine as a peer of a torrent. Torrents do that by themselves.
   *
   * @param infoHash 40 hex digits; of a v2 info-hash the first 40
   * @param port where peers shall connect to. Default: 0, the port that is listened on
   * @returns the peers that the lookup found, as `dhtGetPeers()`, when the nodes next to the info-hash
   *   were sent the announcement. Whether they accept it is not reported.
   * @see https://libtorrent.org/reference-Session.html#dht_announce()
   */
  dhtAnnounce(
    infoHash: string,
    port = 0,
    options: DhtAnnounceOptions = {},
  ): Promise<readonly Endpoint[]> {
    const ask = (): void => native.dhtAnnounce.call(this, infoHash, port, options.flags)
    return this.#lookUp(ask, infoHash, options)
  }

  /**
   * Asks a node for some of the info-hashes that it stores (BEP 51).
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
    options?: DhtOptions,
  ): Promise<DhtSampleInfohashesAlert> {
    const ask = (): Endpoint => native.dhtSampleInfohashes.call(this, endpoint, target)
    return quietly(() => sample(this.#dht, withDefault(options, oneNodeTimeout), ask))
  }

  /**
   * The nodes of the routing table of one of our node ids, those that have answered lately.
   *
   * @returns what the `dht_live_nodes` alert carries
   * @see https://libtorrent.org/reference-Session.html#dht_live_nodes()
   */
  dhtLiveNodes(nodeId: string, options?: DhtOptions): Promise<readonly DhtNode[]> {
    const alive = this.#ask(
      'dht_live_nodes',
      (alert) => alert.nodeId === nodeId.toLowerCase(),
      () => native.dhtLiveNodes.call(this, nodeId),
      options,
    )
    return quiet(alive.then(({ nodes }) => nodes))
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
    options?: DhtOptions,
  ): Promise<Entry | null> {
    const token = ++lastToken
    const answer = this.#ask(
      'dht_direct_response',
      (alert) => alert.userdata === token,
      () => native.dhtDirectRequest.call(this, endpoint, request, token),
      options,
    )
    return quiet(answer.then(({ response }) => response))
  }

  /**
   * The state of the DHT: its lookups under way and its routing table.
   *
   * @returns the `dht_stats` alert; it is empty where no DHT runs. Each listen socket has a node of its
   *   own, and each node an alert: this is the first
   * @see https://libtorrent.org/reference-Session.html#post_dht_stats()
   */
  postDhtStats(options?: DhtOptions): Promise<DhtStatsAlert> {
    return quietly(() => stats(this.#dht, withDefault(options)))
  }

  get #dht(): Dht {
    return {
      requests: hubOf(this).requests,
      isRunning: () => this.isDhtRunning(),
      isEnabled: async () => (await native.getSettings.call(this)).enable_dht,
      postStats: () => native.postDhtStats.call(this),
    }
  }

  #ask<K extends AlertType>(
    type: K,
    isAnswer: (alert: AlertMap[K]) => boolean,
    ask: () => unknown,
    options?: DhtOptions,
  ): Promise<AlertMap[K]> {
    return quietly(() => answer(this.#dht, type, isAnswer, withDefault(options), ask))
  }

  #lookUp(
    ask: () => unknown,
    infoHash: string,
    options?: DhtOptions,
  ): Promise<readonly Endpoint[]> {
    return quietly(() => lookUp(this.#dht, infoHash, withDefault(options), ask))
  }
}

function withDefault(options: DhtOptions = {}, timeout = defaultTimeout): DhtOptions {
  checkPatience(options)
  return { ...options, timeout: options.timeout ?? timeout }
}

/** What `ask` promises; what it throws rejects. */
function quietly<T>(ask: () => Promise<T>): Promise<T> {
  return quiet((async () => ask())())
}
