// Decides which alerts libtorrent posts (alert_mask), which of them are converted (listenTo) and
// which of those may reach a listener.
//
// - A mask that the user set filters what listeners get, and reads back as it was set.
// - Without one, the mask follows what is listened to.
// - What promises wait for is posted under any mask, and a few rare categories are, too. It settles
//   promises and reaches no listener that the user's mask keeps it from.
import { alertTypes } from '../generated/alerts'
import { alertCategory } from '../generated/enums'
import type { Alert, AlertType, AlertTypeInfo } from '../generated/alerts'

export type Purpose = 'listener' | 'promise'

/** What the mask works on. */
export interface MaskPort {
  listenTo(alertNumber: number, on: boolean): void
  setMask(mask: number): void
}

// libtorrent posts these whatever the mask says: most of them answer a request.
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

// Rare enough to be posted always: nearly all that methods cause. So `torrent.pause()` and then, in the
// same turn, `waitFor('torrent_paused')` works although libtorrent's thread is faster.
const floor = alertCategory.error | alertCategory.status | alertCategory.storage

const { sessionLog, torrentLog, peerLog, dhtLog, portMappingLog, pickerLog } = alertCategory
const logs = sessionLog | torrentLog | peerLog | dhtLog | portMappingLog | pickerLog

// A session starts with everything but the logs, so that what it reports at once (listen_succeeded)
// can still be listened to after `new Session`.
const startMask = ~logs

// Older libtorrents' progress_notification: it would let every finished block through as well.
const deprecatedProgress = 0x80

// Posted always when they answer a request, but not when libtorrent scrapes on its own account.
const postedOnRequest: ReadonlySet<string> = new Set<AlertType>(['scrape_reply', 'scrape_failed'])

// Types that this libtorrent hasn't got never come here: typesOf() refuses them.
const infos = alertTypes as Readonly<Record<AlertType, AlertTypeInfo>>

/** One bit is enough to have an alert posted; the lowest is that of the rarest alerts. */
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
  readonly #wanted: Record<Purpose, Map<AlertType, number>> = {
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

  /** What the session shall start with. */
  get initial(): number {
    return this.#applied
  }

  /** The alert_mask that the user set, if any. */
  get user(): number | undefined {
    return this.#userMask
  }

  /** The value of the setting, as the user knows it. */
  get reported(): number {
    return (this.#userMask ?? this.#bits('listener')) >>> 0
  }

  attach(port: MaskPort): void {
    this.#port = port
    for (const counts of Object.values(this.#wanted)) {
      for (const type of counts.keys()) port.listenTo(infos[type].id, true)
    }
    this.#update()
  }

  detach(): void {
    this.#port = undefined
    clearImmediate(this.#narrowing)
  }

  want(types: readonly AlertType[], purpose: Purpose): void {
    const counts = this.#wanted[purpose]
    for (const type of types) {
      const isNew = !this.#isWanted(type)
      counts.set(type, (counts.get(type) ?? 0) + 1)
      if (isNew) this.#port?.listenTo(infos[type].id, true)
    }
    this.#update()
  }

  unwant(types: readonly AlertType[], purpose: Purpose): void {
    const counts = this.#wanted[purpose]
    for (const type of types) {
      const left = (counts.get(type) ?? 0) - 1
      if (left > 0) counts.set(type, left)
      else counts.delete(type)
      if (!this.#isWanted(type)) this.#port?.listenTo(infos[type].id, false)
    }
    this.#update()
  }

  /** Whether promises wait for alerts of this type. */
  isAwaited(type: AlertType): boolean {
    return this.#wanted.promise.has(type)
  }

  /** Whether listeners get to see `alert`. */
  reaches({ type, category }: Alert): boolean {
    return (
      this.#userMask === undefined || (category & this.#userMask) !== 0 || postedAlways.has(type)
    )
  }

  /** From here on the mask is the user's; `apply` gets what libtorrent shall use. */
  setUserMask(userMask: number, apply: (mask: number) => void): void {
    const mask = userMask | this.#bits('promise') | floor
    apply(mask)
    this.#userMask = userMask
    this.#applied = mask
  }

  #isWanted(type: AlertType): boolean {
    return this.#wanted.listener.has(type) || this.#wanted.promise.has(type)
  }

  get #target(): number {
    return (this.#userMask ?? this.#bits('listener')) | this.#bits('promise') | floor
  }

  #bits(purpose: Purpose): number {
    let mask = 0
    for (const type of this.#wanted[purpose].keys()) {
      mask |= bitFor(type)
    }
    return mask
  }

  // Widens at once, before the request whose answer needs it. Narrows in a later turn, so that a loop
  // of `await waitFor()` doesn't apply settings twice a round.
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
