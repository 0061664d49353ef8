// The requests of a session to the DHT, as promises. `Session` documents them.
import { checkWait } from '../support/options'
import { markHandled } from '../support/promises'
import { answer, lookUp, sample, stats } from './requests'
import type { PendingPromises } from '../alerts/pending'
import type { NativeSession } from '../native/binding'
import type { WaitOptions } from '../support/options'
import type { DhtPort } from './requests'
import type {
  AlertMap,
  AlertType,
  DhtMutableItemAlert,
  DhtPutAlert,
  DhtSampleInfohashesAlert,
  DhtStatsAlert,
} from '../generated/alerts'
import type { Endpoint, Entry, EntryInit, MutableItemInit } from '../generated/records'

/** Which mutable item to look up, and how long to wait. */
export interface DhtMutableItemOptions extends WaitOptions {
  /** Tells items of the same owner apart. Default: none. */
  salt?: string | undefined
}

/** How to announce, and how long to wait. */
export interface DhtAnnounceOptions extends WaitOptions {
  /** Of `announceFlags`. Default: 0. */
  flags?: number | undefined
  /** Port that peers connect to, 0 to 65535. Default: 0, the port that the session listens on. */
  port?: number | undefined
}

/** A node of the DHT: its id and where it is. */
export type DhtNode = readonly [nodeId: string, endpoint: Endpoint]

/** Milliseconds. */
const defaultTimeout = 60_000
// libtorrent gives a node up after 15 s, and posts nothing.
const oneNodeTimeout = 20_000
let lastToken = 0

export class Dht {
  readonly #session: NativeSession
  readonly #port: DhtPort

  constructor(session: NativeSession, pending: PendingPromises) {
    this.#session = session
    this.#port = {
      pending,
      isRunning: () => session.isDhtRunning(),
      isEnabled: async () => (await session._getSettings()).enable_dht,
      postStats: () => session.postDhtStats(),
    }
  }

  getItem(target: string, options?: WaitOptions): Promise<Entry | null> {
    const found = this.#request(
      'dht_immutable_item',
      (alert) => alert.target === target.toLowerCase(),
      () => this.#session._dhtGetItem(target),
      options,
    )
    return markHandled(found.then(({ item }) => item))
  }

  getMutableItem(
    publicKey: Uint8Array,
    options: DhtMutableItemOptions = {},
  ): Promise<DhtMutableItemAlert> {
    return handled(() => {
      checkWait(options, { salt: true })
      const { salt = '', ...wait } = options
      return this.#request(
        'dht_mutable_item',
        (alert) => alert.authoritative && alert.salt === salt && alert.key.equals(publicKey),
        () => this.#session._dhtGetMutableItem(publicKey, salt),
        wait,
      )
    })
  }

  putItem(data: EntryInit, options?: WaitOptions): Promise<DhtPutAlert> {
    let target: string | undefined
    return this.#request(
      'dht_put',
      (alert) => alert.target === target,
      () => {
        target = this.#session._dhtPutItem(data)
      },
      options,
    )
  }

  putMutableItem(item: MutableItemInit, options?: WaitOptions): Promise<DhtPutAlert> {
    return this.#request(
      'dht_put',
      ({ salt, publicKey }) => salt === (item.salt ?? '') && publicKey.equals(item.publicKey),
      () => this.#session._dhtPutMutableItem(item),
      options,
    )
  }

  getPeers(infoHash: string, options?: WaitOptions): Promise<readonly Endpoint[]> {
    return this.#lookUp(() => this.#session._dhtGetPeers(infoHash), infoHash, options)
  }

  announce(infoHash: string, options: DhtAnnounceOptions = {}): Promise<readonly Endpoint[]> {
    return handled(() => {
      checkWait(options, { flags: true, port: true })
      const { flags, port, ...wait } = options
      const send = (): void => this.#session._dhtAnnounce(infoHash, port, flags)
      return this.#lookUp(send, infoHash, wait)
    })
  }

  sampleInfohashes(
    endpoint: Endpoint,
    target: string,
    options?: WaitOptions,
  ): Promise<DhtSampleInfohashesAlert> {
    const send = (): Endpoint => this.#session._dhtSampleInfohashes(endpoint, target)
    return handled(() => sample(this.#port, withDefault(options, oneNodeTimeout), send))
  }

  liveNodes(nodeId: string, options?: WaitOptions): Promise<readonly DhtNode[]> {
    const alive = this.#request(
      'dht_live_nodes',
      (alert) => alert.nodeId === nodeId.toLowerCase(),
      () => this.#session._dhtLiveNodes(nodeId),
      options,
    )
    return markHandled(alive.then(({ nodes }) => nodes))
  }

  directRequest(
    endpoint: Endpoint,
    request: EntryInit,
    options?: WaitOptions,
  ): Promise<Entry | null> {
    const token = ++lastToken
    const answered = this.#request(
      'dht_direct_response',
      (alert) => alert.userdata === token,
      () => this.#session._dhtDirectRequest(endpoint, request, token),
      options,
    )
    return markHandled(answered.then(({ response }) => response))
  }

  stats(options?: WaitOptions): Promise<DhtStatsAlert> {
    return handled(() => stats(this.#port, withDefault(options)))
  }

  #request<K extends AlertType>(
    type: K,
    isAnswer: (alert: AlertMap[K]) => boolean,
    send: () => unknown,
    options?: WaitOptions,
  ): Promise<AlertMap[K]> {
    return handled(() => answer(this.#port, type, isAnswer, withDefault(options), send))
  }

  #lookUp(
    send: () => unknown,
    infoHash: string,
    options?: WaitOptions,
  ): Promise<readonly Endpoint[]> {
    return handled(() => lookUp(this.#port, infoHash, withDefault(options), send))
  }
}

function withDefault(options: WaitOptions = {}, timeout = defaultTimeout): WaitOptions {
  checkWait(options)
  return { ...options, timeout: options.timeout ?? timeout }
}

/** Returns what `start` promises, marked as handled. What it throws rejects. */
function handled<T>(start: () => Promise<T>): Promise<T> {
  return markHandled((async () => start())())
}
