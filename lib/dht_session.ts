// What a session asks of the DHT, as promises.
import { addon } from './addon'
import { LibtorrentError } from './errors'
import { hubOf } from './hub'
import { quiet } from './promises'
import type { NativeSession } from './addon'
import type { Expectation } from './requests'
import type {
  AlertMap,
  AlertType,
  DhtMutableItemAlert,
  DhtPutAlert,
  DhtStatsAlert,
} from './generated/alerts'
import type { Endpoint, Entry, EntryInit, MutableItemInit } from './generated/records'

/** How long to wait for the DHT, which may never answer. */
export interface DhtOptions {
  /** Aborting rejects with the signal's reason. */
  signal?: AbortSignal | undefined
  /** Milliseconds until it rejects with a DOMException named TimeoutError. Default: 60,000. */
  timeout?: number | undefined
}

/** A node of the DHT: its id and where it is. */
export type DhtNode = readonly [nodeId: string, endpoint: Endpoint]

type Replaced =
  | 'dhtDirectRequest'
  | 'dhtGetItem'
  | 'dhtGetMutableItem'
  | 'dhtLiveNodes'
  | 'dhtPutItem'
  | 'dhtPutMutableItem'
  | 'postDhtStats'

type Native = new (
  ...args: ConstructorParameters<typeof addon.Session>
) => Omit<NativeSession, Replaced>
const native = addon.Session.prototype

const defaultTimeout = 60_000
let lastToken = 0

/** The DHT's part of a Session. */
export class DhtSession extends (addon.Session as Native) {
  /**
   * Looks up an immutable item.
   *
   * @param target the SHA-1 of its bencoded value, as 40 hex digits
   * @returns the value, or null when no node has it. The `dht_immutable_item` alert carries the same.
   *   Rejects with code `'dht_not_running'` where there is no DHT, as all of these do.
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
   * Stores an immutable item, of at most 1000 bytes when it is bencoded.
   *
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
   * @param item keys as `ed25519CreateKeypair()` makes them, the value, and a salt
   * @returns the `dht_put` alert: `seq` and `signature` are the item's, `numSuccess` is how many nodes
   *   took it
   * @see https://libtorrent.org/reference-Session.html#dht_put_item()
   */
  dhtPutMutableItem(item: MutableItemInit, options?: DhtOptions): Promise<DhtPutAlert> {
    return this.#ask(
      'dht_put',
      ({ salt, publicKey }) =>
        salt === (item.salt ?? '') && publicKey.equals(item.publicKey ?? Buffer.of()),
      () => native.dhtPutMutableItem.call(this, item),
      options,
    )
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
   * @returns the `dht_stats` alert
   * @see https://libtorrent.org/reference-Session.html#post_dht_stats()
   */
  postDhtStats(options?: DhtOptions): Promise<DhtStatsAlert> {
    return this.#ask(
      'dht_stats',
      () => true,
      () => native.postDhtStats.call(this),
      options,
    )
  }

  #ask<K extends AlertType>(
    type: K,
    isAnswer: (alert: AlertMap[K]) => boolean,
    ask: () => unknown,
    options?: DhtOptions,
  ): Promise<AlertMap[K]> {
    return quiet(this.#inquire(type, isAnswer, ask, options))
  }

  /** Asks, where there is a DHT: without one libtorrent would say nothing. */
  async #inquire<K extends AlertType>(
    type: K,
    isAnswer: (alert: AlertMap[K]) => boolean,
    ask: () => unknown,
    options: DhtOptions = {},
  ): Promise<AlertMap[K]> {
    const expectation: Expectation<K, AlertMap[K]> = {
      types: [type],
      patience: { ...options, timeout: options.timeout ?? defaultTimeout },
      offer(alert, { resolve }) {
        if (isAnswer(alert)) resolve(alert)
        return false
      },
    }
    return hubOf(this).requests.expect(expectation, async () => {
      if (!(await this.isDhtRunning())) throw dhtNotRunning()
      ask()
    })
  }
}

function dhtNotRunning(): LibtorrentError {
  return new LibtorrentError('the DHT is not running: enable_dht is off', 'dht_not_running')
}
