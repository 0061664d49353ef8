// The requests of a session to the DHT, as promises. `Session` documents them.
import { check } from '../support/options'
import { markHandled } from '../support/promises'
import { answer, lookUp, sample, stats } from './requests'
import type { PendingPromises } from '../alerts/pending'
import type { NativeSession } from '../native/binding'
import type { WaitOptions } from '../support/options'
import type { DhtPort } from './requests'
import type {
  DhtDirectResponseAlert,
  DhtImmutableItemAlert,
  DhtLiveNodesAlert,
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
    const isAnswer = (alert: DhtImmutableItemAlert): boolean =>
      alert.target === target.toLowerCase()
    const send = (): void => this.#session._dhtGetItem(target)
    const found = answer(this.#port, 'dht_immutable_item', isAnswer, { send, options })
    return markHandled(found.then(({ item }) => item))
  }

  getMutableItem(
    publicKey: Uint8Array,
    options: DhtMutableItemOptions = {},
  ): Promise<DhtMutableItemAlert> {
    let salt = ''
    const isAnswer = (alert: DhtMutableItemAlert): boolean =>
      alert.authoritative && alert.salt === salt && alert.key.equals(publicKey)
    const send = (): void => {
      salt = options.salt ?? ''
      this.#session._dhtGetMutableItem(publicKey, salt)
    }
    const otherOptions = { salt: check.later }
    return answer(this.#port, 'dht_mutable_item', isAnswer, { send, options, otherOptions })
  }

  putItem(data: EntryInit, options?: WaitOptions): Promise<DhtPutAlert> {
    let target: string | undefined
    const isAnswer = (alert: DhtPutAlert): boolean => alert.target === target
    const send = (): void => {
      target = this.#session._dhtPutItem(data)
    }
    return answer(this.#port, 'dht_put', isAnswer, { send, options })
  }

  putMutableItem(item: MutableItemInit, options?: WaitOptions): Promise<DhtPutAlert> {
    const isAnswer = ({ salt, publicKey }: DhtPutAlert): boolean =>
      salt === (item.salt ?? '') && publicKey.equals(item.publicKey)
    const send = (): void => this.#session._dhtPutMutableItem(item)
    return answer(this.#port, 'dht_put', isAnswer, { send, options })
  }

  getPeers(infoHash: string, options?: WaitOptions): Promise<readonly Endpoint[]> {
    const send = (): void => this.#session._dhtGetPeers(infoHash)
    return lookUp(this.#port, infoHash, { send, options })
  }

  announce(infoHash: string, options: DhtAnnounceOptions = {}): Promise<readonly Endpoint[]> {
    const send = (): void => this.#session._dhtAnnounce(infoHash, options.port, options.flags)
    const otherOptions = { flags: check.later, port: check.later }
    return lookUp(this.#port, infoHash, { send, options, otherOptions })
  }

  sampleInfohashes(
    endpoint: Endpoint,
    target: string,
    options?: WaitOptions,
  ): Promise<DhtSampleInfohashesAlert> {
    return sample(this.#port, options, () => this.#session._dhtSampleInfohashes(endpoint, target))
  }

  liveNodes(nodeId: string, options?: WaitOptions): Promise<readonly DhtNode[]> {
    const isAnswer = (alert: DhtLiveNodesAlert): boolean => alert.nodeId === nodeId.toLowerCase()
    const send = (): void => this.#session._dhtLiveNodes(nodeId)
    const alive = answer(this.#port, 'dht_live_nodes', isAnswer, { send, options })
    return markHandled(alive.then(({ nodes }) => nodes))
  }

  directRequest(
    endpoint: Endpoint,
    request: EntryInit,
    options?: WaitOptions,
  ): Promise<Entry | null> {
    const token = ++lastToken
    const isAnswer = (alert: DhtDirectResponseAlert): boolean => alert.userdata === token
    const send = (): void => this.#session._dhtDirectRequest(endpoint, request, token)
    const answered = answer(this.#port, 'dht_direct_response', isAnswer, { send, options })
    return markHandled(answered.then(({ response }) => response))
  }

  stats(options?: WaitOptions): Promise<DhtStatsAlert> {
    return stats(this.#port, options)
  }
}
