// Decides which alerts libtorrent posts (alert_mask), which of them are converted (setSubscribed) and which of
// those reach listeners.
//
// 1. A mask that the user set filters the alerts of listeners, and reads back as it was set.
// 2. Without one, the mask follows the types that are subscribed.
// 3. Alerts that promises wait for, and a few rare categories, are posted under any mask. They settle promises,
//    and reach listeners only if the user's mask allows them.
import { alertTypes } from '../generated/alerts'
import { alertCategory } from '../generated/enums'
import type { Alert, AlertType, AlertTypeInfo } from '../generated/alerts'

export type Purpose = 'listener' | 'promise'

/** The session that a mask belongs to. */
export interface MaskPort {
  /** Has the alerts of a number converted and delivered, or not. */
  setSubscribed(alertNumber: number, isSubscribed: boolean): void
  setMask(mask: number): void
}

// libtorrent posts these under any mask: most of them answer a request.
const postedAlways: ReadonlySet<string> = new Set<AlertType>([
  'add_torrent',
  'torrent_removed',
  'torrent_deleted',
  'torrent_need_cert',
  'read_piece',
  'save_resume_data',
  'save_resume_data_failed',
  'scrape_reply',
  'scrape_failed',
  'state_update',
  'session_error',
  'session_stats',
  'session_stats_header',
  'dht_stats',
  'dht_immutable_item',
  'dht_mutable_item',
  'dht_direct_response',
  'dht_live_nodes',
  'dht_sample_infohashes',
  'alerts_dropped',
  'peer_info',
  'file_progress',
  'piece_info',
  'piece_availability',
  'tracker_list',
])

// Rare enough to be posted always: nearly all alerts that methods cause. So `waitFor('torrent_paused')` in the
// same task as `torrent.pause()` gets its alert, although libtorrent's thread may post it earlier.
const floor = alertCategory.error | alertCategory.status | alertCategory.storage

const { sessionLog, torrentLog, peerLog, dhtLog, portMappingLog, pickerLog } = alertCategory
const logs = sessionLog | torrentLog | peerLog | dhtLog | portMappingLog | pickerLog

// A session starts with everything but the logs, so that its first alerts (listen_succeeded) reach listeners
// that are added after `new Session`.
const startMask = ~logs

// Older libtorrents' progress_notification: it would let every finished block through as well.
const deprecatedProgress = 0x80

// Posted always when they answer a request, but not when libtorrent scrapes on its own account.
const postedOnRequest: ReadonlySet<string> = new Set<AlertType>(['scrape_reply', 'scrape_failed'])

// typesOf() refuses types that this libtorrent lacks, so each type has an entry.
const infos = alertTypes as Readonly<Record<AlertType, AlertTypeInfo>>

/** The category that has alerts of a type posted. One is enough: the lowest, whose alerts are the rarest. */
function bitFor(type: AlertType): number {
  if (postedAlways.has(type) && !postedOnRequest.has(type)) return 0
  const { category } = infos[type]
  const bits = category & ~deprecatedProgress
  return bits & -bits
}

/** `alert_mask` is a signed setting: the category `all` is -1. */
export function isMask(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= -(2 ** 31) && Number(value) < 2 ** 32
}

export class AlertMask {
  readonly #subscriptions: Record<Purpose, Map<AlertType, number>> = {
    listener: new Map(),
    promise: new Map(),
  }
  #userMask: number | undefined
  #applied: number
  #port: MaskPort | undefined
  #narrowing: NodeJS.Immediate | undefined

  /** @param userMask the alert_mask that the session was made with, if it was given one */
  constructor(userMask: unknown) {
    this.#userMask = isMask(userMask) ? userMask : undefined
    this.#applied = (this.#userMask ?? startMask) | floor
  }

  /** The mask that the session starts with. */
  get initial(): number {
    return this.#applied
  }

  /** The alert_mask that the user set, if any. */
  get user(): number | undefined {
    return this.#userMask
  }

  /** The value of the setting that users read. */
  get reported(): number {
    return (this.#userMask ?? this.#bits('listener')) >>> 0
  }

  attach(port: MaskPort): void {
    this.#port = port
    for (const counts of Object.values(this.#subscriptions)) {
      for (const type of counts.keys()) port.setSubscribed(infos[type].id, true)
    }
    this.#update()
  }

  detach(): void {
    this.#port = undefined
    clearImmediate(this.#narrowing)
  }

  subscribe(types: readonly AlertType[], purpose: Purpose): void {
    const counts = this.#subscriptions[purpose]
    for (const type of types) {
      const isNew = !this.#isSubscribed(type)
      counts.set(type, (counts.get(type) ?? 0) + 1)
      if (isNew) this.#port?.setSubscribed(infos[type].id, true)
    }
    this.#update()
  }

  unsubscribe(types: readonly AlertType[], purpose: Purpose): void {
    const counts = this.#subscriptions[purpose]
    for (const type of types) {
      const left = (counts.get(type) ?? 0) - 1
      if (left > 0) counts.set(type, left)
      else counts.delete(type)
      if (!this.#isSubscribed(type)) this.#port?.setSubscribed(infos[type].id, false)
    }
    this.#update()
  }

  /** Whether promises wait for alerts of this type. */
  isAwaited(type: AlertType): boolean {
    return this.#subscriptions.promise.has(type)
  }

  /** Whether `alert` reaches listeners. */
  reaches({ type, category }: Alert): boolean {
    return (
      this.#userMask === undefined || (category & this.#userMask) !== 0 || postedAlways.has(type)
    )
  }

  /** Makes the mask the user's. `apply` gets the mask that libtorrent uses. */
  setUserMask(userMask: number, apply: (mask: number) => void): void {
    const mask = userMask | this.#bits('promise') | floor
    apply(mask)
    this.#userMask = userMask
    this.#applied = mask
  }

  #isSubscribed(type: AlertType): boolean {
    return this.#subscriptions.listener.has(type) || this.#subscriptions.promise.has(type)
  }

  get #target(): number {
    return (this.#userMask ?? this.#bits('listener')) | this.#bits('promise') | floor
  }

  #bits(purpose: Purpose): number {
    let mask = 0
    for (const type of this.#subscriptions[purpose].keys()) {
      mask |= bitFor(type)
    }
    return mask
  }

  // Widens at once, before the request whose answer needs the wider mask. Narrows in a later task, so that a
  // loop of `await waitFor()` does not apply settings twice in each iteration.
  #update(): void {
    const target = this.#target
    if ((target & ~this.#applied) !== 0) this.#apply(target | this.#applied)
    if (target === this.#applied || this.#narrowing) return
    this.#narrowing = setImmediate(() => {
      this.#narrowing = undefined
      this.#apply(this.#target)
    })
    this.#narrowing.unref()
  }

  #apply(mask: number): void {
    if (mask === this.#applied) return
    this.#port?.setMask(mask)
    this.#applied = mask
  }
}
