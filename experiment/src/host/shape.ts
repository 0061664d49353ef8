// What links are like: rate, delay and loss, as options say it, and as `tc` wants it.
import { usageError } from '../util/errors'

/** What the link of each node is like; null: as fast as the machine can. */
export interface Shape {
  /** Bits per second, to and from the network. */
  readonly rate: number | null
  /** Milliseconds that a packet to the network takes longer: a round trip between two nodes, twice that. */
  readonly delay: number | null
  /** Percentage of the packets to the network that are lost. */
  readonly loss: number | null
}

/** Bytes of an Ethernet frame with the usual MTU. */
const frame = 1514
/** Milliseconds that a packet may wait in the queue of a node whose rate is bounded; then it is dropped. */
const longestQueue = 50
/** Packets that are under way on a delayed link; the default of 1000 would lose some of a fast one's. */
const packetsUnderWay = 100_000

const bits = { '': 1, k: 1e3, m: 1e6, g: 1e9 } as const
const milliseconds = { us: 1e-3, ms: 1, s: 1e3 } as const

/** Reads `10mbit` as bits per second. */
export function parseRate(text: string, option = '--rate'): number {
  const [, digits, unit] = /^(\d+(?:\.\d+)?)([kmg]?)bit$/i.exec(text) ?? []
  const rate = Number(digits) * bits[(unit ?? '').toLowerCase() as keyof typeof bits]
  if (!(rate >= 8000 && rate <= 100e9))
    throw usageError(
      `bad ${option} '${text}': expected 8kbit to 100gbit, such as 500kbit or 10mbit`,
    )
  return Math.round(rate)
}

/** Reads `20ms` as milliseconds. */
export function parseDelay(text: string): number {
  const [, digits, unit] = /^(\d+(?:\.\d+)?)(us|ms|s)$/.exec(text) ?? []
  const delay = Number(digits) * milliseconds[(unit ?? 'ms') as keyof typeof milliseconds]
  if (!(delay > 0 && delay <= 10_000))
    throw usageError(`bad --delay '${text}': expected up to 10s, such as 500us or 20ms`)
  return delay
}

/** Reads `2%` as a percentage. */
export function parseLoss(text: string): number {
  const loss = Number(/^(\d+(?:\.\d+)?)%$/.exec(text)?.[1])
  if (!(loss > 0 && loss <= 50))
    throw usageError(`bad --loss '${text}': expected up to 50%, such as 0.1% or 2%`)
  return loss
}

/** Lines for `tc` about packets that leave an interface. */
export function queueing(device: string, { rate, delay, loss }: Shape): string[] {
  const lines: string[] = []
  const effects = [delay && `delay ${delay * 1000}us`, loss && `loss ${loss}%`].filter(Boolean)
  if (effects.length > 0)
    lines.push(`root handle 1: netem ${effects.join(' ')} limit ${packetsUnderWay}`)
  if (rate !== null) {
    // what may be sent at once has to be little, or small transfers would see no bound
    const burst = Math.max(2 * frame, Math.ceil(rate / 8 / 1000))
    const place = effects.length === 0 ? 'root' : 'parent 1:1'
    lines.push(`${place} handle 2: tbf rate ${rate}bit burst ${burst} latency ${longestQueue}ms`)
  }
  return lines.map((line) => `qdisc add dev ${device} ${line}`)
}
